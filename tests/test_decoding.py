"""The bytes of a data set become text: compressed, in another encoding, or with an odd header."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_status import QuestionError
from icc_status.annotation import decoding
from icc_status.annotation.decoding import decoded, unzipped
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
        (["a"] * 42, "the columns are " + ", ".join(["'a'"] * 40) + " and 2 more"),
        (["The_Country "], "did you mean 'The_Country '?"),
    ],
)
def test_a_column_that_is_not_there(cells, said):
    """The columns are listed, forty of them at most; a near name is named alone."""
    with pytest.raises(QuestionError) as refused:
        Header(cells, ",".join(cells), "", ",").column("the country")

    assert str(refused.value) == f"no column is called 'the country': {said}"


def test_the_first_line_of_a_file_may_be_empty():
    """It names no column, and that is what is said."""
    with pytest.raises(QuestionError, match="the first line is empty: it must name the columns"):
        read_header(iter(["\n", "a\n"]), ",").column("a")
