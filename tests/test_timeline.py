"""A timeline makes its rows when they are looked at, and is else like any other sequence."""

from __future__ import annotations

import pytest

from tui.model import Entry, TimelineRow
from tui.timeline import Timeline, dates_of, ids_of

IDS = ("2013-05-29/astana-a", "2012-10-09/kremlin-b", "undated/c")
DATES = ("2013-05-29", "2012-10-09", "")


def entry(meeting: str) -> Entry:
    date = dict(zip(IDS, DATES, strict=True))[meeting]
    return Entry(meeting, f"About {meeting}", date or None, None, "", (), 1, 2, False)


ROWS = tuple(TimelineRow(entry(meeting)) for meeting in IDS)


@pytest.fixture
def timeline() -> Timeline:
    return Timeline(IDS, DATES, entry)


def test_it_equals_the_rows_it_makes(timeline: Timeline) -> None:
    assert timeline == ROWS
    assert timeline != ROWS[1:]
    assert list(reversed(timeline)) == list(reversed(ROWS))


def test_rows_are_found_by_place(timeline: Timeline) -> None:
    assert timeline[-1] == ROWS[-1]
    assert timeline[:2] == ROWS[:2]


def test_ids_and_dates_need_no_row() -> None:
    def refuse(meeting: str) -> Entry:
        raise AssertionError(meeting)

    timeline = Timeline(IDS, DATES, refuse)
    assert (ids_of(timeline), dates_of(timeline)) == (ids_of(ROWS), dates_of(ROWS))
