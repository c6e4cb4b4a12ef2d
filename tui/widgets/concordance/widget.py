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
from tui.widgets.concordance.look import COMPONENTS, CSS
from tui.widgets.concordance.loupe import Loupe
from tui.widgets.concordance.loupe_lines import loupe_lines
from tui.widgets.concordance.row_lines import Columns, Run, heading_line, row_line
from tui.widgets.concordance.sheets import Sheet
from tui.widgets.concordance.walking import Walking

CURSOR_SIGN = "›"
UNREAD = "…"

PATIENCE = 0.15
"""Seconds that unread rows stay blank before they show that they are awaited: most rows are
there sooner, and a sign for each would be sent for nothing."""


class Concordance(Walking, can_focus=True, inherit_bindings=False):
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
    class Chosen(Message):
        """A row was pointed at."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Create an empty concordance; see `show`."""
        super().__init__(id=id)
        self._columns = Columns.of(0)
        self._centred = True
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

    # The mouse

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
                return self._paint(heading_line(self._sheet.headings[index], self._width))
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
