"""What the time strip shows: meetings, or hits, in columns of time, painted row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.model import TimelineRow
from tui.widgets import strip_words as words
from tui.widgets.dated import DatedMeetings
from tui.widgets.strip_picture import Cell, StripPicture
from tui.widgets.time_scale import TimeScale


class StripCanvas(Widget):
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
    StripCanvas {
        height: 4;
        width: 1fr;
    }
    """

    current: reactive[str | None] = reactive(None, repaint=False)
    """Id of the meeting being read."""

    summary: reactive[str] = reactive("", repaint=False)
    """Words for the first line, parts separated by `` · ``: the last go first for want of room."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Create an empty strip; see ``set_rows``."""
        super().__init__(id=id)
        self._all = DatedMeetings()
        self._shown = DatedMeetings()
        self._filtered = False
        self._told = False
        """Whether a timeline was set: before that it is not known that there are no meetings."""
        self._picture: StripPicture | None = None

    # What is shown

    def set_rows(self, rows: Sequence[TimelineRow], filtered: bool) -> None:
        """Show a timeline.

        Args:
            rows: The timeline, in any order.
            filtered: True where a query narrowed it; the axis then stays that of the last
                timeline that was not narrowed.
        """
        self.set_dated(DatedMeetings.of(rows, filtered), filtered)

    def set_dated(self, dated: DatedMeetings, filtered: bool) -> None:
        """Show a timeline that is counted already; see ``set_rows``."""
        self._told = True
        self._filtered = filtered
        self._shown = dated
        if not filtered or not self._all.ids:
            self._all = self._shown
        self._lay_out()

    def on_resize(self, event: Resize) -> None:
        """Lay the meetings out on the new columns."""
        self._lay_out()

    def watch_current(self) -> None:
        """Repaint the column that was marked and the one that is."""
        if self._picture is not None:
            self._repaint(replace(self._picture, current=self._column_of(self.current)))

    def watch_summary(self) -> None:
        """Repaint the line of words."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Change the mark of the current meeting."""
        super().watch_has_focus(has_focus)
        if self._picture is not None:
            self._repaint(replace(self._picture, focused=has_focus))

    # Layout

    def _lay_out(self) -> None:
        """Count the meetings into columns; painting needs nothing else."""
        self._picture = self._laid_out()
        self.refresh()

    def _laid_out(self) -> StripPicture | None:
        """Return the meetings counted into columns; None without dates or without columns."""
        spans = [span for span in (self._all.span, self._shown.span) if span is not None]
        width = self.size.width
        if not spans or width < 1:
            return None
        scale = TimeScale.around(
            min(first for first, _ in spans), max(last for _, last in spans), width
        )
        columns = self._shown.columns(scale), self._all.columns(scale)
        current = self._day_of(self.current)
        return StripPicture(
            scale,
            *columns,
            focused=self.has_focus,
            current=None if current is None else scale.column(current),
        )

    def _column_of(self, meeting: str | None) -> int | None:
        day = self._day_of(meeting)
        return None if day is None or self._picture is None else self._picture.scale.column(day)

    def _day_of(self, meeting: str | None) -> int | None:
        day = self._shown.day_of(meeting)
        return self._all.day_of(meeting) if day is None else day

    def _repaint(self, picture: StripPicture) -> None:
        """Take another picture of the same columns, and repaint those that differ."""
        before, self._picture = self._picture, picture
        marked = {before.current if before is not None else None, picture.current}
        height = self.size.height
        for column in marked - {None}:
            # A label may give way to the mark, so its length is repainted on both sides.
            self.refresh(Region(max(0, (column or 0) - 4), 0, 9, height))
        ends = {*((before and before.picked) or ()), *(picture.picked or ())}
        if ends and (before is None or before.picked != picture.picked):
            self.refresh(Region(min(ends), 0, max(ends) - min(ends) + 1, height))

    def _parts(self) -> list[str]:
        """Return what each row shows, from the top."""
        height = self.size.height
        if height >= 4:
            return ["words", *["bars"] * (height - 3), "rule", "labels"]
        return {3: ["words", "bars", "axis"], 2: ["bars", "axis"]}.get(height, ["bars"])

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one row, the top one being 0."""
        parts = self._parts()
        part = parts[y] if y < len(parts) else ""
        if part == "words":
            return self._words()
        if self._picture is None:
            # The first painting comes before the event that tells of the size.
            self._picture = self._laid_out()
        picture = self._picture
        if picture is None:
            lowest = part == "bars" and "bars" not in parts[y + 1 :]
            if not (lowest and self._told):
                return self._strip([])
            return self._strip([(words.nothing(self._shown.undated, self._filtered), "words")])
        if part == "bars":
            rows = parts.count("bars")
            return self._cells(picture.bars(rows, rows - 1 - (y - parts.index("bars"))))
        draw = {"rule": picture.rule, "axis": picture.axis, "labels": picture.labels}.get(part)
        return self._cells(draw() if draw is not None else [])

    def _words(self) -> Strip:
        width = self.size.width
        undated = self._shown.undated
        picked = self._picture.picked if self._picture is not None else None
        if self._picture is not None and picked is not None:
            first, last = self._picture.scale.covered(*picked)
            choices = words.picked(first, last, self._shown.meetings_between(first, last))
        else:
            choices = words.shown(self._all.span, undated)
        left, right = words.first_line(self.summary, choices, width)
        style = "words" if picked is None else "range"
        return self._strip([(words.NAME, "name"), (left, "words"), (right, style)])

    def _cells(self, cells: Sequence[Cell]) -> Strip:
        return self._strip(
            [
                ("".join(char for char, _ in run), style)
                for style, run in groupby(cells, key=lambda cell: cell[1])
            ]
        )

    def _strip(self, runs: Sequence[tuple[str, str]]) -> Strip:
        segments = [
            Segment(text, self.get_component_rich_style(f"time-strip--{style}"))
            for text, style in runs
            if text
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
