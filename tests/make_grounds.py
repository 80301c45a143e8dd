"""Write down anew what answers on jurisdiction say: read the difference before it is kept."""

from test_grounds import EXPECTED, MARK, QUESTIONS, told

if __name__ == "__main__":
    texts = (f"{MARK}{question}\n{told(question)}" for question in QUESTIONS)
    EXPECTED.write_text("".join(texts), encoding="utf-8")
