"""What the list of meetings shows: rows by year, a cursor among them, painted line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.model import TimelineRow
from tui.widgets.list_lines import Run, folded_line, meeting_line, names_line, year_line
from tui.widgets.row_text import fit
from tui.widgets.year_groups import LINES, LineKind, YearGroups

CURRENT_SIGN = "▸"
CURSOR_SIGN = "›"

_CLASS = "meeting-list--"


class ListCanvas(ScrollView, inherit_bindings=False):
    """All meetings in one widget that paints only the lines in sight.

    The *current* meeting is the one being read and is set from outside. The *cursor* is the
    row one is at: it follows the current meeting. At a height of one or two lines the list
    folds into a single line about the current meeting.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "meeting-list--year",
        "meeting-list--day",
        "meeting-list--place",
        "meeting-list--names",
        "meeting-list--hits",
        "meeting-list--sign",
        "meeting-list--cursor",
        "meeting-list--cursor-day",
        "meeting-list--cursor-place",
        "meeting-list--cursor-names",
        "meeting-list--cursor-hits",
        "meeting-list--cursor-sign",
        "meeting-list--empty",
    }
    DEFAULT_CSS = """
    ListCanvas {
        width: 32;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """

    current: reactive[str | None] = reactive(None, repaint=False)
    """Id of the meeting being read; the cursor goes there if the list has it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Create an empty list; see ``set_rows``."""
        super().__init__(id=id)
        self._groups = YearGroups()
        self._filtered = False
        self._cursor = 0
        self._noted: frozenset[str] = frozenset()

    # What is shown

    def set_rows(self, rows: Sequence[TimelineRow], filtered: bool) -> None:
        """Show a timeline, keeping the cursor on its meeting, else near it in time.

        Args:
            rows: The timeline, newest first.
            filtered: True where a query narrowed it. Meetings without hits are then left out,
                unless the query is about meetings alone and no row has a hit.
        """
        self.set_groups(YearGroups.of(rows, filtered), filtered)

    def set_groups(self, groups: YearGroups, filtered: bool) -> None:
        """Show a timeline whose groups are made already; see ``set_rows``."""
        before = self.cursor_row
        self._filtered = filtered
        self._groups = groups
        place = self._groups.find(self.current)
        if place is None and before is not None:
            place = self._groups.find(before.entry.id)
            if place is None:
                place = self._groups.nearest(before.entry.date)
        self._cursor = place or 0
        self._fit_virtual_size()
        self._show_cursor()
        self.refresh()

    def set_noted(self, meetings: frozenset[str]) -> None:
        """Put a sign beside meetings in which the reader marked or saved something.

        Args:
            meetings: Their ids, in place of any before.
        """
        if meetings != self._noted:
            self._noted = meetings
            self.refresh()

    @property
    def cursor_row(self) -> TimelineRow | None:
        """The meeting at the cursor; None in an empty list."""
        rows = self._groups.rows
        return rows[self._cursor] if self._cursor < len(rows) else None

    @property
    def count(self) -> int:
        """How many meetings are listed."""
        return len(self._groups.rows)

    def watch_current(self, before: str | None, after: str | None) -> None:
        """Mark another meeting and take the cursor there."""
        for meeting in (before, after):
            place = self._groups.find(meeting)
            if place is not None:
                self._refresh_row(place)
        place = self._groups.find(after)
        if place is not None:
            self._follow(place)

    def _follow(self, row: int) -> None:
        """Take the cursor to the meeting that is read."""
        self._move_to(row)

    def on_resize(self, event: Resize) -> None:
        """Keep the cursor in sight."""
        self._fit_virtual_size()
        self._show_cursor()

    def _move_to(self, row: int) -> None:
        before, self._cursor = self._cursor, row
        if before != row:
            self._refresh_row(before)
            self._refresh_row(row)
        self._show_cursor()

    # Layout

    @property
    def _folded(self) -> bool:
        return self.size.height <= LINES

    def _fit_virtual_size(self) -> None:
        height = self.size.height if self._folded else self._groups.height
        self.virtual_size = Size(self.size.width, height)

    def _show_cursor(self) -> None:
        """Scroll as little as needed, and by a heading more where one stands right above."""
        if not self._groups.rows or self._folded or not self.is_attached:
            return
        line = self._groups.line_of(self._cursor)
        above = 1 if self._groups.opens_group(self._cursor) else 0
        top, height = self.scroll_offset.y, self.size.height
        # Forced, as Textual allows scrolling only from the layout after the first one on.
        if line - above < top:
            self.scroll_to(y=line - above, animate=False, force=True, immediate=True)
        elif line + LINES > top + height:
            self.scroll_to(y=line + LINES - height, animate=False, force=True, immediate=True)

    def _refresh_row(self, row: int) -> None:
        if self._folded:
            self.refresh()
        elif row < len(self._groups.rows):
            self.refresh_lines(self._groups.line_of(row), LINES)

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one line in sight."""
        if not self._groups.rows:
            return self._empty(y)
        if self._folded:
            return self._folded_line(y)
        line = self._groups.at(y + self.scroll_offset.y)
        if line.kind is LineKind.YEAR:
            return self._paint(year_line(self._groups.headings[line.index], self.size.width))
        if line.kind is LineKind.BLANK:
            return self._paint([])
        return self._meeting(line.index, line.part)

    def _empty(self, y: int) -> Strip:
        words = (
            ("No meeting answers the filter.", "esc takes it back.")
            if self._filtered
            else ("No meetings yet.", "stenogram import PATH…", "brings some in.")
        )
        text = "  " + words[y] if y < len(words) else ""
        return self._paint([(fit(text, self.size.width), "empty")])

    def _meeting(self, index: int, part: int) -> Strip:
        row = self._groups.rows[index]
        at_cursor = index == self._cursor
        width = self.size.width
        if part:
            return self._paint(names_line(row, width), at_cursor)
        noted = row.entry.id in self._noted
        sign = self._sign(row, at_cursor)
        return self._paint(meeting_line(row, sign, width, noted=noted), at_cursor)

    def _folded_line(self, y: int) -> Strip:
        row = self.cursor_row
        if y or row is None:
            return self._paint([])
        number, count = self._cursor + 1, len(self._groups.rows)
        return self._paint(folded_line(row, self._sign(row, True), number, count, self.size.width))

    def _sign(self, row: TimelineRow, at_cursor: bool) -> str:
        if row.entry.id == self.current:
            return CURRENT_SIGN
        return CURSOR_SIGN if at_cursor else " "

    def _paint(self, runs: Sequence[Run], at_cursor: bool = False) -> Strip:
        ground = self.get_component_rich_style(f"{_CLASS}cursor") if at_cursor else self.rich_style
        segments = [
            Segment(text, self._style(part, ground, at_cursor)) for text, part in runs if text
        ]
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _style(self, part: str, ground: Style, at_cursor: bool) -> Style:
        if not at_cursor:
            return self.get_component_rich_style(_CLASS + part)
        style = self.get_component_rich_style(f"{_CLASS}cursor-{part}", partial=True)
        if ground.reverse:
            # The part's own colour would become a ground of its own.
            style = Style(bold=style.bold)
        return ground + style
