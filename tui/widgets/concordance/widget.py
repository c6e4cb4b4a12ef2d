"""The widget that shows a concordance: it paints the lines in sight and asks for their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from tui.model import Hit
from tui.search.concordance import Row
from tui.widgets.concordance.geometry import Geometry, Line, LineKind
from tui.widgets.concordance.inked import Inked
from tui.widgets.concordance.look import COMPONENTS, CSS
from tui.widgets.concordance.loupe import Loupe
from tui.widgets.concordance.loupe_lines import loupe_lines
from tui.widgets.concordance.row_lines import Columns, Run, row_line
from tui.widgets.concordance.sheets import Collected, Sheet
from tui.widgets.row_text import fit

CURSOR_SIGN = "›"
UNREAD = "…"

PATIENCE = 0.15
"""Seconds that unread rows stay blank before they show that they are awaited: most rows are
there sooner, and a sign for each would be sent for nothing."""


class Concordance(Inked, can_focus=True, inherit_bindings=False):
    """Hits one a line (a pair of an exchange on two), under headings where they are grouped.

    It holds a `Sheet` and a cursor, and paints what is in sight; how many rows there are
    makes no difference. Rows that the sheet has not read show a dot until they are handed
    in, and are asked for with `Wanted`. A loupe opens below one row at a time.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"concordance--{name}" for name in COMPONENTS}
    DEFAULT_CSS = CSS

    @dataclass
    class Wanted(Message):
        """Rows that are not read came in sight, or near it."""

        meetings: tuple[str, ...]
        """The meetings they are of, those in sight first."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another row, or what stands there was read."""

    @dataclass
    class Chosen(Message):
        """A row was pointed at."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Create an empty concordance; see `show`."""
        super().__init__(id=id)
        self._sheet: Sheet = Collected(())
        self._geometry = Geometry()
        self._columns = Columns.of(0)
        self._centred = True
        self._cursor = 0
        self._loupe: Loupe | None = None
        self._loupe_lines: list[list[Run]] = []
        self._asked: tuple[str, ...] = ()
        self._awaited: Timer | None = None
        self._late = False

    # What is shown

    def show(
        self, sheet: Sheet, *, cursor: int = 0, pairs: bool = False, centred: bool = True
    ) -> None:
        """Show another sheet.

        Args:
            sheet: Its rows.
            cursor: The row to stand on.
            pairs: Whether each row has an answer below it.
            centred: Whether matches stand in the middle; else words begin at the left.
        """
        self._sheet, self._centred, self._asked = sheet, centred, ()
        self._loupe, self._loupe_lines = None, []
        self._cursor = max(0, min(cursor, len(sheet) - 1))
        self._geometry = Geometry(lines=2 if pairs else 1)
        self._lay_out()
        self._centre_cursor()
        self.refresh()
        self._ask()
        self.post_message(self.Moved())

    def renew(self, sheet: Sheet, cursor: int) -> None:
        """Show the same sheet with more of it known; nothing moves on the screen but the rows.

        Args:
            sheet: The sheet as it is now.
            cursor: Where the row that the cursor stands on is now.
        """
        on_screen = self._on_screen
        self._sheet = sheet
        self._cursor = max(0, min(cursor, len(sheet) - 1))
        if self._loupe is not None:
            self._open_at(sheet.find(self._loupe.hit))
        self._lay_out()
        self._keep(on_screen)
        self.refresh()
        self._ask()
        self.post_message(self.Moved())

    def look(self, loupe: Loupe | None) -> None:
        """Open a loupe below the row of its hit, another sight of it, or close it (None)."""
        on_screen = self._on_screen
        self._loupe = loupe
        self._open_at(None if loupe is None else self._place_of(loupe.hit))
        self._lay_out()
        self._keep(on_screen)
        self._show_cursor()
        self.refresh()

    @property
    def loupe(self) -> Loupe | None:
        """The loupe that is open."""
        return self._loupe

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    @property
    def cursor(self) -> int:
        """The row one stands on, from 0."""
        return self._cursor

    @property
    def row(self) -> Row | None:
        """What stands at the cursor; None in an empty concordance, or while it is not read."""
        return self._sheet.row(self._cursor) if len(self._sheet) else None

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

    def on_click(self, event: Click) -> None:
        """Stand on the row that was clicked at; a second click there asks for it."""
        offset = event.get_content_offset(self)
        if offset is None or not len(self._sheet):
            return
        line = self._geometry.at(offset.y + self.scroll_offset.y)
        if line.kind is not LineKind.ROW:
            return
        if line.index == self._cursor:
            self.post_message(self.Chosen())
        self._go(line.index)

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

    # Layout

    def on_resize(self, _event: Resize) -> None:
        """Share the lines out anew and keep the cursor where it is on the screen."""
        on_screen = self._on_screen
        self._lay_out()
        self._keep(on_screen)
        self._show_cursor()
        self._ask()

    def _place_of(self, hit: Hit) -> int | None:
        row = self.row
        return self._cursor if row is not None and row.found == hit else self._sheet.find(hit)

    def _open_at(self, row: int | None) -> None:
        if row is None:
            self._loupe = None
        self._geometry = Geometry(lines=self._geometry.lines, open=row)

    def _lay_out(self) -> None:
        width = self._width
        self._columns = Columns.of(width, centred=self._centred)
        self._loupe_lines = []
        if self._loupe is not None:
            indent = 2 + (self._columns.date + 2 if self._columns.date else 0)
            self._loupe_lines = loupe_lines(self._loupe, width, indent, self._colour)
        self._geometry = Geometry(
            rows=len(self._sheet),
            lines=self._geometry.lines,
            firsts=tuple(heading.first for heading in self._sheet.headings),
            open=self._geometry.open,
            loupe=len(self._loupe_lines),
        )
        self.virtual_size = Size(width, self._geometry.height if len(self._sheet) else 0)

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

    # Words that are not read

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that came in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def _ask(self) -> None:
        """Ask for the rows in sight and a page on either side, once for the same ones."""
        if not len(self._sheet) or not self.size.height:
            return
        top = self.scroll_offset.y
        first = self._geometry.at(min(top, self._geometry.height - 1)).index
        page = max(1, self.size.height // self._geometry.lines)
        last = min(len(self._sheet), first + 2 * page)
        near = [*range(first, last), *range(max(0, first - page), first)]
        wanted = {self._sheet.meeting(at): None for at in near if self._sheet.row(at) is None}
        if wanted and (asked := tuple(wanted)) != self._asked:
            self._asked = asked
            self.post_message(self.Wanted(asked))
            if self._awaited is None:
                self._awaited = self.set_timer(PATIENCE, self._show_late)
        elif not wanted:
            self._stop_waiting()

    def _show_late(self) -> None:
        self._late = True
        self.refresh()

    def _stop_waiting(self) -> None:
        if self._awaited is not None:
            self._awaited.stop()
        self._awaited, self._late = None, False

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one line in sight."""
        line = self._geometry.at(y + self.scroll_offset.y) if len(self._sheet) else None
        match line:
            case Line(LineKind.ROW, index, part):
                return self._paint_row(index, part)
            case Line(LineKind.HEADING, index):
                heading = self._sheet.headings[index]
                hits = f"{heading.hits:,}"
                text = fit(heading.text, self._width - len(hits) - 4)
                return self._paint([(f"  {text}", "heading"), (f"  {hits}", "count")])
            case Line(LineKind.LOUPE, _, part):
                return self._paint(self._loupe_lines[part])
        return self._paint([])

    def _paint_row(self, place: int, part: int) -> Strip:
        at_cursor = place == self._cursor
        sign = CURSOR_SIGN if at_cursor and not part else " "
        row = self._sheet.row(place)
        if row is None or (part and row.answer is None):
            waits = row is None and self._late
            dots = " " * (1 + self._columns.left) + UNREAD if waits else ""
            return self._paint([(sign, "sign"), (dots, "placeholder")], at_cursor)
        side = row.answer if part and row.answer is not None else row
        runs = row_line(side, self._columns, sign, answer=bool(part))
        colour = self._colour(side.speaker)
        return self._paint(
            [(text, colour if name == "name" else name) for text, name in runs], at_cursor
        )
