"""Which line of the widget shows what: headings, rows, and an open loupe between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class LineKind(Enum):
    """What stands on a line."""

    HEADING = auto()
    ROW = auto()
    LOUPE = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line and what it shows.

    Attributes:
        kind: What stands there.
        index: Which heading or which row, from 0.
        part: Which line of the row or of the loupe, from 0.
    """

    kind: LineKind
    index: int = 0
    part: int = 0


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where the rows of a sheet stand, by arithmetic: nothing is laid out line by line.

    A heading takes a line, and a blank one above it unless it is the first.

    Attributes:
        rows: How many rows there are.
        lines: Lines a row takes: two for an exchange.
        firsts: The first row of each group, ascending.
        open: The row below which a loupe stands; None where none does.
        loupe: Lines of the loupe.
    """

    rows: int = 0
    lines: int = 1
    firsts: Sequence[int] = ()
    open: int | None = None
    loupe: int = 0

    @property
    def height(self) -> int:
        """Lines altogether."""
        loupe = self.loupe if self.open is not None else 0
        return self.rows * self.lines + self._heads(len(self.firsts)) + loupe

    def line_of(self, row: int) -> int:
        """Return the first line of a row."""
        loupe = self.loupe if self.open is not None and row > self.open else 0
        return row * self.lines + self._heads(self._group(row) + 1) + loupe

    def lines_of(self, row: int) -> int:
        """Return how many lines a row takes, its loupe included."""
        return self.lines + (self.loupe if row == self.open else 0)

    def opens_group(self, row: int) -> bool:
        """Whether a heading stands right above a row."""
        group = self._group(row)
        return group >= 0 and self.firsts[group] == row

    def at(self, y: int) -> Line:
        """Return what stands on a line; blank past the end."""
        if y < 0 or y >= self.height:
            return Line(LineKind.BLANK)
        row = self._row_at(y)
        start = self.line_of(row)
        if y < start:
            kind = LineKind.HEADING if y == start - 1 else LineKind.BLANK
            return Line(kind, self._group(row))
        part = y - start
        if part < self.lines:
            return Line(LineKind.ROW, row, part)
        return Line(LineKind.LOUPE, row, part - self.lines)

    def _row_at(self, y: int) -> int:
        """Return the row whose lines, headings above it included, hold a line."""
        low, high = 0, self.rows - 1
        while low < high:
            middle = (low + high) // 2
            if self.line_of(middle) + self.lines_of(middle) <= y:
                low = middle + 1
            else:
                high = middle
        return low

    def _group(self, row: int) -> int:
        return bisect_right(self.firsts, row) - 1

    @staticmethod
    def _heads(groups: int) -> int:
        return max(0, 2 * groups - 1)
