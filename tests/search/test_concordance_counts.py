"""Hits counted, and the part of a library they are related to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Block, BlockKind, Meeting
from tui.search.concordance import rows_of
from tui.search.groups import By, Counts, Grouping, grouped
from tui.search.matcher import Matcher
from tui.search.parser import parse
from tui.search.part import is_told_by_entries, searched_part
from tui.search.printing import text_of

MakeMeeting = Callable[..., Meeting]


@pytest.fixture
def meeting(make_meeting: MakeMeeting) -> Meeting:
    return make_meeting(
        ("Ann", "union and union"),
        ("Bob", "a union"),
        Block(BlockKind.NARRATIVE, "The union sits."),
        ("Bob", "no ⟦a union⟧"),
    )


def rows(meeting: Meeting) -> object:
    return rows_of(meeting, Matcher(parse("union").query).hits(meeting), 3)


def test_hits_outside_speech_are_counted_apart(meeting: Meeting) -> None:
    grouping = Grouping(By.MEETING)
    for row in rows(meeting):  # type: ignore[attr-defined]
        grouping.add(row)
    assert grouping.whole.counts() == Counts(hits=5, turns=2, meetings=1, outside=2)


def test_the_frequency_is_that_of_speech() -> None:
    assert Counts(hits=5, outside=2, words=6000).per_10000 == 5


def test_rows_stand_in_their_group_as_they_came(make_meeting: MakeMeeting) -> None:
    late, early = (
        make_meeting(("Ann", "union"), ("Bob", "a union"), date=date, id=date)
        for date in ("2017-01-01", "2012-05-05")
    )
    came = [*rows(late), *reversed(list(rows(early)))]  # type: ignore[call-overload]
    (first, its_rows), (second, _) = grouped(came, By.MEETING)
    assert (first.counts.turns, second.counts.turns) == (2, 2)
    assert [(row.date, row.speaker) for row in its_rows] == [
        ("2012-05-05", "Bob"),
        ("2012-05-05", "Ann"),
    ]


@pytest.mark.parametrize("words", [0, None])
def test_where_there_are_no_words_there_is_no_frequency(words: int | None) -> None:
    assert Counts(hits=5, words=words).per_10000 is None


def test_speakers_stand_by_hits_and_nobody_last(meeting: Meeting) -> None:
    groups = grouped(rows(meeting), By.SPEAKER)  # type: ignore[arg-type]
    assert [(group.key, group.counts.hits) for group, _ in groups] == [
        ("Ann", 2),
        ("Bob", 1),
        (None, 2),
    ]


def test_years_stand_in_order_and_what_has_no_date_last(make_meeting: MakeMeeting) -> None:
    found = [
        row
        for date in ("2017-01-01", None, "2012-05-05")
        for row in rows(make_meeting(("Ann", "union"), date=date))  # type: ignore[attr-defined]
    ]
    assert [group.key for group, _ in grouped(found, By.YEAR)] == ["2012", "2017", None]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("union", ""),
        ("by:putin date:2012 union -trade", "by:putin date:2012"),
        ("(at:sochi | at:astana) union", "(at:sochi | at:astana)"),
        ("(at:sochi | trade) union", ""),
        ("-by:putin union", "-by:putin"),
        ("same:meeting is:speech union trade", "is:speech"),
        ("date:2012 union >> by:putin", "date:2012"),
    ],
)
def test_the_part_searched_is_the_query_without_its_words(text: str, part: str) -> None:
    assert searched_part(parse(text).query).root == parse(part).query.root


@pytest.mark.parametrize(
    ("text", "told"),
    [("", True), ("date:2012 -at:sochi", True), ("with:putin", False), ("by:putin", False)],
)
def test_the_catalogue_tells_of_days_and_places(text: str, told: bool) -> None:
    assert is_told_by_entries(parse(text).query) is told


def test_a_part_can_be_written() -> None:
    assert text_of(searched_part(parse("by:putin union date:2012").query)) == "by:putin date:2012"
