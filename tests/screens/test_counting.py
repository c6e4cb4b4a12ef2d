"""What a filter finds is shown before it is counted to the end."""

from __future__ import annotations

from tui.model import Entry, TimelineRow
from tui.screens.found import Found
from tui.search.parser import parse

QUERY = parse("harbour").query


def row(number: int, hits: int, turns: int, *, counted: bool = True) -> TimelineRow:
    day = f"2012-01-0{number}"
    entry = Entry(f"{day}/zenda", "Talks", day, None, "Zenda", (), 3, 100, False)
    return TimelineRow(entry, hits, turns, counted)


def test_hits_that_are_still_counted_are_at_least_so_many() -> None:
    rows = (row(2, 1, 1, counted=False), row(1, 4, 2))
    found = Found("harbour", QUERY, rows, complete=False)
    longest, *_, shortest = found.counts(7, number=3)
    assert longest == "≥ 5 hits, counting · 3 turns · 2 of 7 meetings"
    assert shortest == "≥ 5 hits"


def test_turns_and_meetings_are_at_least_so_many_while_some_may_be_missing() -> None:
    found = Found("harbour", QUERY, (row(1, 4, 2),), complete=False, settled=False)
    assert found.counts(7)[0] == "≥ 4 hits, counting · ≥ 2 turns · ≥ 1 of 7 meetings"


def test_all_counted_nothing_is_at_least() -> None:
    assert not any("≥" in text for text in Found("harbour", QUERY, (row(1, 4, 2),)).counts(7))


def test_nothing_so_far_is_not_nothing() -> None:
    assert Found("harbour", QUERY, (), complete=False, settled=False).counts(7) == ("counting",)
