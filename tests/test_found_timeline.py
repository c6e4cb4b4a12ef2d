"""Found meetings in columns: the rows they make when looked at."""

from __future__ import annotations

from tui.model import Entry, TimelineRow
from tui.timeline import FoundTimeline, Timeline, hits_of, ids_of, turns_of, with_hits

ENTRIES = {
    key: Entry(key, key.title(), f"201{n}-01-01", None, "", (), 1, 1, False)
    for n, key in enumerate("cba")
}
WHOLE = Timeline(
    tuple(ENTRIES), tuple(entry.date or "" for entry in ENTRIES.values()), ENTRIES.__getitem__
)


def test_rows_stand_in_the_order_of_the_list_with_what_was_found() -> None:
    rows = FoundTimeline(WHOLE, {"a": (3, 2, 1), "c": (5, 4, 0)}, frozenset("a"))
    assert rows == [
        TimelineRow(ENTRIES["c"], 5, 4),
        TimelineRow(ENTRIES["a"], 3, 2, counted=False, outside=1),
    ]


def test_columns_say_the_same_as_the_rows() -> None:
    rows = FoundTimeline(WHOLE, {"a": (3, 2, 1), "b": (0, 0, 0)}, frozenset())
    assert hits_of(rows) == hits_of(tuple(rows))
    assert turns_of(rows) == turns_of(tuple(rows))
    assert ids_of(rows) == ids_of(tuple(rows))


def test_meetings_without_hits_are_left_out() -> None:
    rows = FoundTimeline(WHOLE, {"a": (3, 2, 1), "b": (0, 0, 0)}, frozenset())
    assert ids_of(with_hits(rows)) == ("a",)


def test_nothing_found_is_no_row() -> None:
    assert not FoundTimeline(WHOLE, {}, frozenset())


def test_columns_make_the_same_rows_as_single_meetings() -> None:
    found = {"c": (5, 4, 0), "a": (3, 2, 1)}
    columns = (5, 3), (4, 2), (0, 1)
    rows = FoundTimeline.of_columns(WHOLE, (0, 2), columns, frozenset("a"))
    assert rows == FoundTimeline(WHOLE, found, frozenset("a"))
    assert rows.counts() == found
