"""What the time strip draws, as characters: bars, rule, ticks, labels and marks."""

from __future__ import annotations

from collections.abc import Sequence

from tui.values import value
from tui.widgets.dated import block, heights
from tui.widgets.time_scale import TimeScale

Cell = tuple[str, str]
"""A character one cell wide, and what it is: the last part of its component class."""


@value
class StripPicture:
    """Meetings on columns, and where the reader stands among them.

    Attributes:
        scale: The time the columns stand for.
        counts: What each column counts: its bar's height.
        rest: How many meetings each column has in all; where a query leaves nothing of them,
            a dot stays.
        current: The column of the meeting being read; None where it has no date.
        picked: The two ends, in either order, of the range being picked.
        focused: Whether the keyboard is with the strip; shown by another mark.
    """

    scale: TimeScale
    counts: Sequence[int]
    rest: Sequence[int]
    current: int | None = None
    picked: tuple[int, int] | None = None
    focused: bool = False

    def bars(self, rows: int, row: int) -> list[Cell]:
        """Draw one row of the bars.

        Args:
            rows: How many rows the bars have.
            row: Which one, counted from 0 at the bottom.
        """
        cells = []
        for column, height in enumerate(heights(self.counts, rows)):
            if column == self.current:
                style = "current"
            else:
                style = "range" if self._in_range(column) else "bar"
            if not height and not row and self.rest[column]:
                cells.append(("·", style if style == "current" else "rest"))
            else:
                cells.append((block(height, row), style))
        return cells

    def rule(self) -> list[Cell]:
        """Draw the rule with its ticks, the range upon it and the mark of the current."""
        cells = self._line()
        for tick in self.scale.ticks():
            if cells[tick.column][1] == "rule":
                cells[tick.column] = ("┬", "rule")
        return self._marked(cells)

    def labels(self) -> list[Cell]:
        """Draw the row of labels."""
        cells = [(" ", "label")] * self.scale.width
        for tick in self.scale.ticks():
            _write(cells, tick.column, tick.label)
        return cells

    def axis(self) -> list[Cell]:
        """Draw rule and labels in one row; a label that the mark would cut gives way to it."""
        cells = self._line()
        for tick in self.scale.ticks():
            end = tick.column + len(tick.label)
            if self.current is None or not tick.column <= self.current < end:
                _write(cells, tick.column, f"{tick.label} "[: self.scale.width - tick.column])
        return self._marked(cells)

    def _line(self) -> list[Cell]:
        return [
            ("━", "range") if self._in_range(column) else ("─", "rule")
            for column in range(self.scale.width)
        ]

    def _marked(self, cells: list[Cell]) -> list[Cell]:
        if self.current is not None:
            cells[self.current] = ("▲" if self.focused else "┴", "current")
        return cells

    def _in_range(self, column: int) -> bool:
        if self.picked is None:
            return False
        left, right = sorted(self.picked)
        return left <= column <= right


def _write(cells: list[Cell], column: int, text: str) -> None:
    cells[column : column + len(text)] = [(char, "label") for char in text]
