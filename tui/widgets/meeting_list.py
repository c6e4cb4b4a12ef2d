"""The list of meetings: newest first, by year, with who spoke and what was found."""

from __future__ import annotations

from textual.events import Click
from textual.message import Message
from textual.timer import Timer

from tui.messages import message
from tui.widgets.list_canvas import ListCanvas
from tui.widgets.year_groups import LINES, LineKind, YearGroups

REST = 0.12
"""Seconds the cursor must stand still before the meeting under it is shown."""


class MeetingList(ListCanvas, can_focus=True):
    """The list under a reader's hands: the cursor walks, and once it rests asks for its meeting."""

    @message
    class Highlighted(Message):
        """The cursor has come to rest on a meeting."""

        meeting: str
        """Its id."""

    @message
    class Chosen(Message):
        """A meeting was asked for."""

        meeting: str
        """Its id."""

    _rest: Timer | None = None

    def set_groups(self, groups: YearGroups, filtered: bool) -> None:
        """Show a timeline whose groups are made already; see ``set_rows``."""
        self._stop_rest()
        super().set_groups(groups, filtered)

    def _follow(self, row: int) -> None:
        self._stop_rest()
        super()._follow(row)

    # Actions, declared as commands by the screen

    def action_cursor_up(self) -> None:
        """Go one meeting up, towards later ones."""
        self._walk(-1)

    def action_cursor_down(self) -> None:
        """Go one meeting down, towards earlier ones."""
        self._walk(1)

    def action_page_up(self) -> None:
        """Go up by as many meetings as are in sight."""
        self._walk(-self._page)

    def action_page_down(self) -> None:
        """Go down by as many meetings as are in sight."""
        self._walk(self._page)

    def action_first(self) -> None:
        """Go to the latest meeting, which is on top."""
        self._walk(-len(self._groups.rows))

    def action_last(self) -> None:
        """Go to the last row."""
        self._walk(len(self._groups.rows))

    def action_choose(self) -> None:
        """Ask for the meeting at the cursor without waiting for the rest."""
        row = self.cursor_row
        if row is not None:
            self._stop_rest()
            self.post_message(self.Chosen(row.entry.id))

    def on_click(self, event: Click) -> None:
        """Ask for the meeting that was clicked at."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = self._groups.at(offset.y + self.scroll_offset.y)
        if self._folded:
            self.action_choose()
        elif line.kind is LineKind.MEETING:
            self._move_to(line.index)
            self.action_choose()

    @property
    def _page(self) -> int:
        return max(1, self.size.height // LINES - 1)

    def _walk(self, rows: int) -> None:
        if not self._groups.rows:
            return
        before = self._cursor
        self._move_to(min(max(before + rows, 0), len(self._groups.rows) - 1))
        if self._cursor != before:
            self._stop_rest()
            self._rest = self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        row = self.cursor_row
        if row is not None:
            self.post_message(self.Highlighted(row.entry.id))

    def _stop_rest(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
