"""The lines of the meeting list as runs of words: what stands where, before any colour."""

from __future__ import annotations

from rich.cells import cell_len

from tui.model import TimelineRow
from tui.widgets.row_text import day_and_month, where, who

Run = tuple[str, str]
"""Words, and what they are: the last part of their component class."""

_YEAR = 2
_DAY = 3
_PLACE = 11
_MARGIN = 2
# Below this width the names move under the day, and the margins go.
_NARROW = 26


def year_line(heading: str, width: int) -> list[Run]:
    """Return the line above a group."""
    return [("" if width < _NARROW else " " * _YEAR, "year"), (heading, "year")]


NOTED = "◆"
"""Stands at the end of a meeting's line where the reader marked or saved something in it."""


def meeting_line(row: TimelineRow, sign: str, width: int, *, noted: bool = False) -> list[Run]:
    """Return a meeting's first line: sign, day, place, and its hits at the right.

    Args:
        row: The meeting.
        sign: One cell: whether it is the current one, or the cursor's.
        width: Cells of the list.
        noted: Whether the reader marked or saved something in it.
    """
    lead = f" {sign}" if width < _NARROW else f" {sign} "
    end = _end(width)
    day = day_and_month(row.entry.date)
    day = f"{day}  " if day else ""
    hits = _hits(row)
    if noted and end == width:
        end -= len(NOTED)
    room = end - len(lead) - len(day) - len(hits)
    place = where(row.entry, max(0, room - 1 if hits or noted else room))
    filler = " " * (room - cell_len(place))
    runs = [(lead, "sign"), (day, "day"), (place + filler, "place"), (hits, "hits")]
    return [*runs, (NOTED, "sign")] if noted else runs


def _hits(row: TimelineRow) -> str:
    """Write how many hits there are, or at least are."""
    return f"{'' if row.counted else '≥'}{row.hits:,}" if row.hits else ""


def names_line(row: TimelineRow, width: int) -> list[Run]:
    """Return a meeting's second line: who spoke."""
    start = _DAY if width < _NARROW else _PLACE
    return [(" " * start, "names"), (who(row.entry.speakers, max(0, _end(width) - start)), "names")]


def folded_line(row: TimelineRow, sign: str, number: int, count: int, width: int) -> list[Run]:
    """Return the one line that stands for the list where there is no room for it.

    Args:
        row: The meeting at the cursor.
        sign: One cell: whether it is the current one.
        number: Its place in the list, from 1.
        count: How many the list has.
        width: Cells of the list.
    """
    year = (row.entry.date or "")[:4]
    day = f"{day_and_month(row.entry.date)} {year}".strip()
    left = f"{sign} {day}  " if day else f"{sign} "
    hits = f"{_hits(row)}  " if row.hits else ""
    right = f"{number:,} of {count:,}"
    room = width - len(left) - len(hits) - len(right) - 1
    place = where(row.entry, room)
    names = who(row.entry.speakers, room - cell_len(place) - 2)
    names = f"  {names}" if names else ""
    filler = " " * (room + 1 - cell_len(place) - cell_len(names))
    return [
        (left, "day"),
        (place, "place"),
        (names + filler, "names"),
        (hits, "hits"),
        (right, "names"),
    ]


def _end(width: int) -> int:
    return width if width < _NARROW else width - _MARGIN
