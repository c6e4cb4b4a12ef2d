"""Where the meetings of a list stand when they are grouped by year.

A group is a heading, its meetings at two lines each, and a blank line before the next
group. Nothing is kept per meeting but its row: lines are found by bisection over the
groups, of which there are as many as years.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum

from tui.model import TimelineRow
from tui.timeline import dates_of, hits_of, ids_of, with_hits
from tui.values import value

LINES = 2
"""How many lines a meeting takes."""

UNDATED = "undated"
"""Heading of the meetings without a date; they stand last."""


class LineKind(Enum):
    """What stands on a line of the list."""

    YEAR = "year"
    MEETING = "meeting"
    BLANK = "blank"


@value
class Line:
    """A line of the list.

    Attributes:
        kind: What stands there.
        index: The group for a heading, the meeting for one of its lines, else -1.
        part: 0 for a meeting's first line, 1 for its second.
    """

    kind: LineKind
    index: int = -1
    part: int = 0


_BLANK = Line(LineKind.BLANK)


@value
class YearGroups:
    """Meetings in the order of the list, newest first, and their groups.

    Attributes:
        rows: The meetings.
        ids: Their ids, in the same order.
        headings: The groups' headings: years, and ``UNDATED``.
        first_rows: For each group the index of its first meeting, ascending.
        first_lines: For each group the line of its heading, ascending.
    """

    rows: Sequence[TimelineRow] = ()
    ids: Sequence[str] = ()
    headings: Sequence[str] = ()
    first_rows: Sequence[int] = ()
    first_lines: Sequence[int] = ()

    @classmethod
    def of(cls, rows: Sequence[TimelineRow], filtered: bool) -> YearGroups:
        """Group a timeline.

        Args:
            rows: In any order; newest first costs no sorting.
            filtered: True where the rows answer a query. Meetings without hits are then left
                out, unless the query is about meetings alone and no row has a hit.
        """
        if filtered and any(hits_of(rows)):
            rows = with_hits(rows)
        dates = dates_of(rows)
        in_order = tuple(sorted(dates, reverse=True))
        if dates != in_order:
            rows = sorted(rows, key=lambda row: row.entry.date or "", reverse=True)
            dates = in_order
        headings: list[str] = []
        first_rows: list[int] = []
        first_lines: list[int] = []
        row = line = 0
        while row < len(rows):
            year = dates[row][:4]
            # The order is descending, so that the end of a group is found by the negated key.
            after = bisect_right(dates, _Descending(year), lo=row, key=_year)
            headings.append(year or UNDATED)
            first_rows.append(row)
            first_lines.append(line)
            line += 1 + LINES * (after - row) + 1
            row = after
        return cls(rows, ids_of(rows), headings, first_rows, first_lines)

    @property
    def height(self) -> int:
        """How many lines the list has."""
        if not self.rows:
            return 0
        return self.line_of(len(self.rows) - 1) + LINES

    def line_of(self, row: int) -> int:
        """Return the first of a meeting's lines.

        Args:
            row: Index of the meeting, from 0.
        """
        group = bisect_right(self.first_rows, row) - 1
        return self.first_lines[group] + 1 + LINES * (row - self.first_rows[group])

    def opens_group(self, row: int) -> bool:
        """Return whether a meeting stands directly under a heading."""
        group = bisect_left(self.first_rows, row)
        return group < len(self.first_rows) and self.first_rows[group] == row

    def at(self, line: int) -> Line:
        """Return what stands on a line; blank outside the list."""
        group = bisect_right(self.first_lines, line) - 1
        if group < 0:
            return _BLANK
        within = line - self.first_lines[group] - 1
        if within < 0:
            return Line(LineKind.YEAR, group)
        row = self.first_rows[group] + within // LINES
        end = self.first_rows[group + 1] if group + 1 < len(self.first_rows) else len(self.rows)
        return Line(LineKind.MEETING, row, within % LINES) if row < end else _BLANK

    def find(self, meeting: str | None) -> int | None:
        """Return the index of a meeting; None where the list does not have it."""
        if meeting is None:
            return None
        return self.ids.index(meeting) if meeting in self.ids else None

    def nearest(self, date: str | None) -> int:
        """Return the index of the first meeting not later than a date, else of the last one.

        Args:
            date: An ISO date; None stands for the undated, which are last.
        """
        place = bisect_left(
            self.rows, _Descending(date or ""), key=lambda row: _Descending(row.entry.date or "")
        )
        return max(0, min(place, len(self.rows) - 1))


class _Descending:
    """A text that sorts the other way round, for bisecting a descending order."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __lt__(self, other: _Descending) -> bool:
        return self.text > other.text


def _year(date: str) -> _Descending:
    return _Descending(date[:4])
