"""Trees written as text again: read anew, they are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.parser import parse
from tui.search.printing import text_of

PIECES = st.sampled_from(
    [
        *("union", "Union", "19.7", "x*", "ab~1*", "naïve", "foo:bar", "中文", "trade-union"),
        *('"customs union"', '"customs uni*"', '"a * b"', '«say "so"»', '"a b"~5', "“x y”"),
        *("~integrate", "integraton~1", "word~0", "foo*~0", "a~2", r"/a\/b \\ c/", "/x y/", "//"),
        *("by:nazarbayev", "by:naz*", 'as:"prime minister"', 'as:«a "b" c»', "mentions:shu*"),
        *("date:2012", "date:may 2012", "date:12 may 2012..2013", "date:12", "date:..2015", "may"),
        *("date:2017..", "is:question", "in:2013/ASTANA#t3", 'in:"a #b"', 'saved:"my own"'),
        *(
            "same:meeting",
            "same:paragraph",
            "2012",
            "-",
            "--",
            "|",
            "(",
            ")",
            ">>",
            "<<3",
            "~",
            '"',
        ),
    ]
)


@given(st.lists(PIECES, max_size=9).map(" ".join))
def test_what_was_read_is_written_so_that_it_reads_the_same(text: str) -> None:
    query = parse(text).query
    written = text_of(query)
    assert parse(written).query == query
    assert not [problem for problem in parse(written).problems if problem.left_out]


@given(st.text(alphabet='ab1 "«»“/~*:-|()<>#.й中é', max_size=20))
def test_any_characters_may_be_read_and_written(text: str) -> None:
    query = parse(text).query
    assert parse(text_of(query)).query == query


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("  trade   union ", "trade union"),
        ("(((trade)))", "trade"),
        ("“customs union” ~integrate", '"customs union" ~integrate'),
        ("a|b  c", "a | b c"),
        ("(a|b) c", "(a | b) c"),
        ('date:"2012" by:"putin"', "date:2012 by:putin"),
        ("(a >> b) >>3 c", "(a >> b) >>3 c"),
    ],
)
def test_there_is_one_way_of_writing(typed: str, written: str) -> None:
    assert text_of(parse(typed).query) == written
