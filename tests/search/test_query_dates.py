"""Dates in queries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.dates import DateError, in_words, parse_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-5-9", "2012-05-09", "2012-05-09"),
        ("May 2012", "2012-05-01", "2012-05-31"),
        ("29 may 2013", "2013-05-29", "2013-05-29"),
        ("May 29, 2013", "2013-05-29", "2013-05-29"),
        ("29 мая 2013", "2013-05-29", "2013-05-29"),
        ("2012..2013-06", "2012-01-01", "2013-06-30"),
        ("may 2012..june 2013", "2012-05-01", "2013-06-30"),
        ("..2015", None, "2015-12-31"),
        ("2017..", "2017-01-01", None),
    ],
)
def test_imprecise_dates_stand_for_all_their_days(
    text: str, first: str | None, last: str | None
) -> None:
    assert parse_range(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("201", "2010-01-01", "2019-12-31"), ("2012-", "2012-01-01", "2012-12-31")],
)
def test_a_date_being_typed_stands_for_all_it_can_become(text: str, first: str, last: str) -> None:
    assert parse_range(text) == (first, last)


@pytest.mark.parametrize("text", ["2012-13", "2013-02-30", "may", "soon", "..", "2012-00-05"])
def test_what_is_no_date_says_so(text: str) -> None:
    with pytest.raises(DateError):
        parse_range(text)


@given(st.dates(), st.dates())
def test_a_range_runs_from_its_first_to_its_last_day(one: object, other: object) -> None:
    assert parse_range(f"{one}..{other}") == (str(one), str(other))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2012", "in 2012"),
        ("2012-02", "in February 2012"),
        ("2013-05-29", "on 29 May 2013"),
        ("2012..2013-06", "from 2012 to the end of June 2013"),
        ("..2015", "until the end of 2015"),
        ("2012-05-02..", "from 2 May 2012 on"),
        ("2012-02-01..2012-02-20", "from February 2012 to 20 February 2012"),
    ],
)
def test_in_words(text: str, words: str) -> None:
    assert in_words(*parse_range(text)) == words
