"""Walking the rows of a concordance: the cursor, and what has to be scrolled for it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.widgets.concordance.geometry import Geometry
from tui.widgets.concordance.inked import Inked
from tui.widgets.concordance.sheets import Collected, Sheet


class Walking(Inked, inherit_bindings=False):
    """A surface of rows with a cursor on one of them."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another row, or what stands there was read."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Stand on a surface without rows."""
        super().__init__(id=id)
        self._sheet: Sheet = Collected(())
        self._geometry = Geometry()
        self._cursor = 0

    # Actions, declared as commands by the screen

    def action_line_down(self) -> None:
        """Down a row; first through a loupe that is longer than the screen."""
        if not self._scroll_loupe(1):
            self._walk(1)

    def action_line_up(self) -> None:
        """Up a row; first through a loupe that is longer than the screen."""
        if not self._scroll_loupe(-1):
            self._walk(-1)

    def action_page_down(self) -> None:
        """Down by as many rows as are in sight."""
        if not self._scroll_loupe(self.size.height - 1):
            self._walk(self._page)

    def action_page_up(self) -> None:
        """Up by as many rows as are in sight."""
        if not self._scroll_loupe(1 - self.size.height):
            self._walk(-self._page)

    def action_half_page_down(self) -> None:
        """Down by half as many rows as are in sight."""
        self._walk(max(1, self._page // 2))

    def action_half_page_up(self) -> None:
        """Up by half as many rows as are in sight."""
        self._walk(-max(1, self._page // 2))

    def action_go_top(self) -> None:
        """To the first row."""
        self._walk(-len(self._sheet))

    def action_go_end(self) -> None:
        """To the last row."""
        self._walk(len(self._sheet))

    def action_next_group(self) -> None:
        """To the first row of the next group."""
        firsts = self._geometry.firsts
        self._go(next((first for first in firsts if first > self._cursor), self._cursor))

    def action_previous_group(self) -> None:
        """To the first row of this group, or of the one before."""
        firsts = self._geometry.firsts
        before = [first for first in firsts if first < self._cursor]
        self._go(before[-1] if before else self._cursor)

    # The cursor, and what is in sight

    @property
    def _page(self) -> int:
        return max(1, (self.size.height - 1) // self._geometry.lines)

    def _walk(self, rows: int) -> None:
        self._go(min(max(self._cursor + rows, 0), len(self._sheet) - 1))

    def _go(self, row: int) -> None:
        before, self._cursor = self._cursor, max(0, row)
        if before != self._cursor:
            self._refresh_row(before)
            self._refresh_row(self._cursor)
            self.post_message(self.Moved())
        self._show_cursor()

    def _scroll_loupe(self, lines: int) -> bool:
        """Scroll within an open loupe at the cursor; whether there was anything to scroll."""
        if self._geometry.open != self._cursor:
            return False
        top, height = self.scroll_offset.y, self.size.height
        start = self._geometry.line_of(self._cursor)
        end = start + self._geometry.lines_of(self._cursor)
        room = end - top - height if lines > 0 else top - start
        if room <= 0:
            return False
        step = min(abs(lines), room)
        self._scroll(top + (step if lines > 0 else -step))
        return True

    @property
    def _on_screen(self) -> int:
        return self._geometry.line_of(self._cursor) - self.scroll_offset.y

    def _keep(self, on_screen: int) -> None:
        """Scroll so that the cursor's row stands where it stood."""
        if self.is_attached and len(self._sheet):
            y = self._geometry.line_of(self._cursor) - on_screen
            self._scroll(y)

    def _scroll(self, y: int) -> None:
        # By force: a scrollbar that is only about to appear would not let it scroll yet.
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def _centre_cursor(self) -> None:
        """Put the cursor's row a third down the screen, or as near as the ends allow."""
        self._keep(self.size.height // 3)
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Scroll as little as needed, and by a heading more where one stands right above."""
        if not len(self._sheet) or not self.is_attached:
            return
        row = self._cursor
        start = self._geometry.line_of(row)
        above = start - (1 if self._geometry.opens_group(row) else 0)
        top, height = self.scroll_offset.y, self.size.height
        # Of what is taller than the screen, the beginning is shown.
        end = min(start + self._geometry.lines_of(row), above + height)
        if above < top:
            self._scroll(above)
        elif end > top + height:
            self._scroll(end - height)

    def _refresh_row(self, row: int) -> None:
        self.refresh_lines(self._geometry.line_of(row), self._geometry.lines)
