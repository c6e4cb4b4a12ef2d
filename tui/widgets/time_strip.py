"""The time strip: every meeting, or every hit, where it stands in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import MouseDown, MouseMove, MouseUp, Resize
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.model import TimelineRow
from tui.widgets.dated import DatedMeetings, block, heights
from tui.widgets.time_scale import TimeScale, exact_range_label, range_label

Cell = tuple[str, str]
"""A character one cell wide and the component class it is drawn in."""

NAME = "stenogram"

_GAP = 3


class TimeStrip(Widget, can_focus=True):
    """Meetings (or, under a query, hits) per stretch of time, and where the reader stands.

    The strip fits itself to its height: with four rows and more a line of words, the bars, a
    rule with ticks and their labels; with three, the labels stand in the rule; with two, the
    words go; a single row keeps the bars.

    The axis spans all meetings and does not move while a query narrows them: what the query
    leaves out stays visible as a dot.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "time-strip--name",
        "time-strip--words",
        "time-strip--bar",
        "time-strip--rest",
        "time-strip--current",
        "time-strip--range",
        "time-strip--rule",
        "time-strip--label",
    }
    DEFAULT_CSS = """
    TimeStrip {
        height: 4;
        width: 1fr;
    }
    """

    current: reactive[str | None] = reactive(None, repaint=False)
    """Id of the meeting being read."""

    summary: reactive[str] = reactive("", repaint=False)
    """Words for the first line, parts separated by `` · ``: the last go first for want of room."""

    @dataclass
    class Chosen(Message):
        """A meeting was walked to or clicked at."""

        meeting: str
        """Its id."""

    @dataclass
    class RangePicked(Message):
        """A stretch of time was picked."""

        start: str
        """ISO date of its first day."""
        end: str
        """ISO date of its last day."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Create an empty strip; see ``set_rows``."""
        super().__init__(id=id)
        self._all = DatedMeetings()
        self._shown = DatedMeetings()
        self._filtered = False
        self._scale: TimeScale | None = None
        self._counts: list[int] = []
        self._rest: list[int] = []
        self._range: tuple[int, int] | None = None
        self._drag_from: int | None = None

    # What is shown

    def set_rows(self, rows: Sequence[TimelineRow], filtered: bool) -> None:
        """Show a timeline.

        Args:
            rows: The timeline, in any order.
            filtered: True where a query narrowed it; the axis then stays that of the last
                timeline that was not narrowed.
        """
        self._filtered = filtered
        self._shown = DatedMeetings.of(rows, filtered)
        if not filtered or not self._all.ids:
            self._all = self._shown
        self._range = None
        self._measure()
        self.refresh()

    @property
    def has_range(self) -> bool:
        """Whether a stretch of time is being picked, so that there is something to drop."""
        return self._range is not None

    def on_resize(self, event: Resize) -> None:
        """Lay the meetings out on the new columns."""
        self._measure()

    def watch_current(self, before: str | None, after: str | None) -> None:
        """Repaint the two columns that changed."""
        self._refresh_columns(
            column for column in map(self._column_of, (before, after)) if column is not None
        )

    def watch_summary(self) -> None:
        """Repaint the line of words."""
        self.refresh(Region(0, 0, self.size.width, 1))

    # Actions, declared as commands by the screen

    def action_previous(self) -> None:
        """Go to the meeting before."""
        self._walk(-1)

    def action_next(self) -> None:
        """Go to the meeting after."""
        self._walk(1)

    def action_first(self) -> None:
        """Go to the earliest meeting."""
        self._walk(-len(self._shown.ids) - 1)

    def action_last(self) -> None:
        """Go to the latest meeting."""
        self._walk(len(self._shown.ids) + 1)

    def action_extend_earlier(self) -> None:
        """Move the free end of the range one column back, beginning one where there is none."""
        self._extend(-1)

    def action_extend_later(self) -> None:
        """Move the free end of the range one column on, beginning one where there is none."""
        self._extend(1)

    def action_choose(self) -> None:
        """Hand the range over; without one, choose the current meeting."""
        if self._range is not None and self._scale is not None:
            first, last = self._scale.covered(*self._range)
            self._set_range(None)
            self.post_message(
                self.RangePicked(
                    date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
                )
            )
        elif self.current is not None:
            self.post_message(self.Chosen(self.current))

    def action_drop(self) -> None:
        """Forget the range."""
        self._drag_from = None
        self._set_range(None)

    def _walk(self, steps: int) -> None:
        target = self._shown.step(self.current, self._all.day_of(self.current), steps)
        if target is not None and target != self.current:
            self.current = target
            self.post_message(self.Chosen(target))

    def _extend(self, columns: int) -> None:
        if self._scale is None:
            return
        if self._range is None:
            start = self._column_of(self.current)
            anchor = free = self._scale.width - 1 if start is None else start
        else:
            anchor, free = self._range
            free = min(max(free + columns, 0), self._scale.width - 1)
        self._set_range((anchor, free))

    # Mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin what becomes a click or a range."""
        if self._scale is None or event.button != 1:
            return
        event.stop()
        self._drag_from = self._pointed(event)
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Draw the range out."""
        if self._drag_from is None:
            return
        column = self._pointed(event)
        if self._range is not None or column != self._drag_from:
            self._set_range((self._drag_from, column))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Pick the range, or the meeting nearest to the column."""
        if self._drag_from is None:
            return
        event.stop()
        self.release_mouse()
        column, self._drag_from = self._drag_from, None
        if self._range is not None:
            self.action_choose()
        elif self._scale is not None:
            first, last = self._scale.covered(column, column)
            target = self._shown.nearest((first + last) // 2)
            if target is not None:
                self.current = target
                self.post_message(self.Chosen(target))

    def _pointed(self, event: MouseDown | MouseMove) -> int:
        return min(max(event.get_content_offset_capture(self).x, 0), max(0, self.size.width - 1))

    # Layout

    def _measure(self) -> None:
        """Lay the meetings out on the columns; everything that painting needs is in here."""
        spans = [span for span in (self._all.span, self._shown.span) if span is not None]
        width = self.size.width
        if not spans or width < 1:
            self._scale, self._counts, self._rest = None, [], []
            return
        scale = TimeScale.around(
            min(first for first, _ in spans), max(last for _, last in spans), width
        )
        self._scale = scale
        self._range = None
        self._counts = self._shown.columns(scale)
        self._rest = self._all.columns(scale)

    def _column_of(self, meeting: str | None) -> int | None:
        if self._scale is None:
            return None
        day = self._shown.day_of(meeting)
        if day is None:
            day = self._all.day_of(meeting)
        return None if day is None else self._scale.column(day)

    def _refresh_columns(self, columns: Iterable[int]) -> None:
        height = self.size.height
        for column in columns:
            self.refresh(Region(column, 0, 1, height))

    def _set_range(self, picked: tuple[int, int] | None) -> None:
        before, self._range = self._range, picked
        if before == picked:
            return
        ends = [end for pair in (before, picked) if pair is not None for end in pair]
        left, right = min(ends), max(ends)
        self.refresh(Region(left, 0, right - left + 1, self.size.height))
        self.watch_summary()

    def _parts(self) -> list[str]:
        """Return what each row shows, from the top."""
        height = self.size.height
        if height >= 4:
            return ["words", *["bars"] * (height - 3), "rule", "labels"]
        return {3: ["words", "bars", "axis"], 2: ["bars", "axis"]}.get(height, ["bars"])

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one row, top row first."""
        parts = self._parts()
        width = self.size.width
        part = parts[y] if y < len(parts) else ""
        if part == "words":
            return self._words(width)
        if self._scale is None:
            last_bar = part == "bars" and "bars" not in parts[y + 1 :]
            return self._run([(self._nothing(), "words")] if last_bar else [], width)
        if part == "bars":
            rows = parts.count("bars")
            return self._cells(self._bars(rows, rows - 1 - (y - parts.index("bars"))))
        if part == "rule":
            return self._cells(self._rule(ticks=True))
        if part == "axis":
            return self._cells(self._axis())
        if part == "labels":
            return self._cells(self._labels([(" ", "label")] * width))
        return self._run([], width)

    def _nothing(self) -> str:
        if self._shown.undated:
            return f"{_counted(self._shown.undated, 'meeting')} without a date"
        return "No meeting answers the filter" if self._filtered else "No meetings yet"

    def _words(self, width: int) -> Strip:
        right = self._where(width)
        room = width - len(NAME) - _GAP - (len(right) + _GAP if right else 0)
        parts = self.summary.split(" · ")
        while parts and cell_len(" · ".join(parts)) > room:
            parts.pop()
        left = " · ".join(parts)
        filler = width - len(NAME) - _GAP - cell_len(left) - len(right)
        style = "range" if self.has_range else "words"
        return self._run(
            [(NAME, "name"), (" " * _GAP + left + " " * max(0, filler), "words"), (right, style)],
            width,
        )

    def _where(self, width: int) -> str:
        """Say which time is shown, or which is being picked."""
        if self._range is not None and self._scale is not None:
            first, last = self._scale.covered(*self._range)
            within = _counted(self._shown.meetings_between(first, last), "meeting")
            choices = [f"{exact_range_label(first, last)} · {within}"]
            choices.append(exact_range_label(first, last))
        else:
            span = range_label(*self._all.span) if self._all.span else ""
            undated = f"{self._shown.undated:,} undated" if self._shown.undated else ""
            choices = [" · ".join(part for part in (undated, span) if part), span]
        room = width - len(NAME) - _GAP
        return next((choice for choice in choices if len(choice) <= room), "")

    def _bars(self, rows: int, row: int) -> list[Cell]:
        current = self._column_of(self.current)
        cells = []
        for column, height in enumerate(heights(self._counts, rows)):
            if column == current:
                style = "current"
            elif self._in_range(column):
                style = "range"
            else:
                style = "bar"
            if not height and row == 0 and self._rest[column]:
                cells.append(("·", "current" if column == current else "rest"))
            else:
                cells.append((block(height, row), style))
        return cells

    def _rule(self, ticks: bool) -> list[Cell]:
        cells = [
            ("━", "range") if self._in_range(column) else ("─", "rule")
            for column in range(len(self._counts))
        ]
        if ticks and self._scale is not None:
            for tick in self._scale.ticks():
                if cells[tick.column][1] == "rule":
                    cells[tick.column] = ("┬", "rule")
        current = self._column_of(self.current)
        if current is not None:
            cells[current] = ("▲" if self.has_focus else "┴", "current")
        return cells

    def _axis(self) -> list[Cell]:
        """Paint rule and labels in one row; a label gives way to the mark of the current."""
        cells = self._rule(ticks=False)
        current = self._column_of(self.current)
        mark = None if current is None else cells[current]
        cells = self._labels(cells, " ")
        if current is not None and mark is not None:
            cells[current] = mark
        return cells

    def _labels(self, cells: list[Cell], after: str = "") -> list[Cell]:
        if self._scale is None:
            return cells
        for tick in self._scale.ticks():
            text = (tick.label + after)[: len(cells) - tick.column]
            cells[tick.column : tick.column + len(text)] = [(char, "label") for char in text]
        return cells

    def _in_range(self, column: int) -> bool:
        if self._range is None:
            return False
        left, right = sorted(self._range)
        return left <= column <= right

    def _cells(self, cells: list[Cell]) -> Strip:
        runs = [
            ("".join(char for char, _ in run), style)
            for style, run in groupby(cells, key=lambda cell: cell[1])
        ]
        return self._run(runs, self.size.width)

    def _run(self, runs: Sequence[tuple[str, str]], width: int) -> Strip:
        segments = [
            Segment(text, self.get_component_rich_style(f"time-strip--{style}"))
            for text, style in runs
            if text
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
