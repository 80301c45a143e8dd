"""The bytes of a data set become text: compressed, in another encoding, or with an odd header."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_status import QuestionError
from icc_status.annotation import decoding
from icc_status.annotation.decoding import decoded, encoding_for, unzipped
from icc_status.annotation.header import Header, read_header


@given(
    st.lists(st.binary(max_size=300), min_size=1, max_size=3),
    st.integers(1, 50),
    st.integers(1, 200),
)
def test_members_of_a_gzip_file_follow_each_other(texts, size, block):
    """In blocks of any size, with zeros between the members, as tapes pad them."""
    packed = b"\0\0".join(map(gzip.compress, texts)) + b"\0" * 5
    blocks = [packed[at : at + size] for at in range(0, len(packed), size)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "BLOCK", block)
        pieces = list(unzipped(blocks))

    assert b"".join(pieces) == b"".join(texts)
    assert max(map(len, pieces), default=0) <= block


@pytest.mark.parametrize("cut", [1, 8, 25, -9, -1])
def test_a_gzip_file_that_is_cut_short(cut):
    """What is missing is never taken for the end."""
    with pytest.raises(QuestionError) as refused:
        list(unzipped([gzip.compress(b"country,day\n" * 9)[:cut]]))

    assert str(refused.value) == "the gzip file is cut short: get it again"


def test_an_empty_gzip_file_is_whole():
    """No bytes are no text."""
    assert list(unzipped([])) == list(unzipped([b""])) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            b"a,b\nC\xf4te,1\n",
            "line 2: the byte 0xF4 is not UTF-8: pass --encoding (cp1252 reads 'Côte', mac-roman"
            " reads 'CÙte', cp850 reads 'C¶te', cp1251 reads 'Cфte')",
        ),
        (
            b"0123456789" * 3 + b"\xe9" + b"0123456789" * 3,
            "line 1: the byte 0xE9 is not UTF-8: pass --encoding (cp1252 reads"
            " '01234567890123456789é0123456789012345678', mac-roman reads"
            " '01234567890123456789È0123456789012345678', cp850 reads"
            " '01234567890123456789Ú0123456789012345678', cp1251 reads"
            " '01234567890123456789й0123456789012345678')",
        ),
        (
            b"x|\xe9;\xe9",
            "line 1: the byte 0xE9 is not UTF-8: pass --encoding (cp1252 reads 'é', mac-roman reads"
            " 'È', cp850 reads 'Ú', cp1251 reads 'й')",
        ),
    ],
)
def test_bytes_that_are_no_text_are_shown_as_what_they_may_be(data, said):
    """The line, the byte, and how the cell would read in the encodings that files have."""
    with pytest.raises(QuestionError) as refused:
        list(decoded([data], "utf-8"))

    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["a"] * 40, "the columns are " + ", ".join(["'a'"] * 40)),
        (["a"] * 41, "the columns are " + ", ".join(["'a'"] * 40) + " and 1 more"),
        (["a"] * 42, "the columns are " + ", ".join(["'a'"] * 40) + " and 2 more"),
        (["The_Country "], "did you mean 'The_Country '?"),
    ],
)
def test_a_column_that_is_not_there(cells, said):
    """The columns are listed, forty of them at most; a near name is named alone."""
    with pytest.raises(QuestionError) as refused:
        Header(cells, ",".join(cells), "", ",").column("the country")

    assert str(refused.value) == f"no column is called 'the country': {said}"


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("\n\nx,the country\n", "line 4 looks like the header"),
        ('"a\nb\nc",d\nthe country,x\n', "line 5 looks like the header"),
        ("a,b,c\na,b,c\n", "line 2 looks like the header"),
        ("x\n" * 50 + "the country\n", "the columns are 'one'"),
        ("x\n" * 49 + "the country\n", "line 51 looks like the header"),
    ],
)
def test_a_header_that_stands_lower(rest, said):
    """The first line that has the name, or the first of the longest, among fifty."""
    with pytest.raises(QuestionError) as refused:
        Header(["one"], "one\n", rest, ",").column("the country")

    assert said in str(refused.value)


@pytest.mark.parametrize(("first", "named"), [("one;two", True), ("one;two,three", False)])
def test_another_delimiter_is_named_where_the_first_line_is_one_cell(first, named):
    """A line of two cells has been split as it was meant."""
    with pytest.raises(QuestionError) as refused:
        Header(first.split(","), first, "", ",").column("country")

    assert ("pass --delimiter ';'" in str(refused.value)) is named


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("text", "said"), [("a", False), ("ab", True), ("country,day\n" * 9, True)]
)
def test_text_of_two_bytes_a_letter_needs_a_mark_or_a_name(encoding, text, said):
    """Each second byte is zero; of two bytes alone nothing is said."""
    if not said:
        assert encoding_for(None, text.encode(encoding)) == "utf-8"
        return
    with pytest.raises(QuestionError) as refused:
        encoding_for(None, text.encode(encoding))

    assert str(refused.value) == (
        f"this looks like UTF-16 without a mark: pass --encoding {encoding}"
    )


def test_the_first_line_of_a_file_may_be_empty():
    """It names no column, and that is what is said."""
    with pytest.raises(QuestionError, match="the first line is empty: it must name the columns"):
        read_header(iter(["\n", "a\n"]), ",").column("a")
