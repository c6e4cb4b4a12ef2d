"""The page a dialogue is read on: which lines are in sight, and keeping the reader's place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from tui.model import Meeting, Turn
from tui.safe import visible
from tui.widgets.dialogue import gutter
from tui.widgets.dialogue.canvas import Canvas
from tui.widgets.dialogue.errands import Errands
from tui.widgets.dialogue.heading import Share, Tally, shares
from tui.widgets.dialogue.layout import LineKind
from tui.widgets.dialogue.outline import Outline
from tui.widgets.dialogue.painter import INDENT, Painter, Scene
from tui.widgets.dialogue.selection import Spot
from tui.widgets.dialogue.viewport import Row, Viewport
from tui.widgets.dialogue.wrapping import wrap

MEASURE = 80
"""Cells in a line of words, at most, unless configured."""

_GUTTER = 2
_MOST_MARGIN = 8
_AT_ONCE = 200


class Page(Canvas, layer=True):
    """A meeting as lines, scrolled by line and never by animation."""

    ALLOW_SELECT = True

    measure: var[int] = var(MEASURE, init=False)
    """Cells in a line of words, at most. A wider terminal gets margins."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Make an empty page."""
        super().__init__(id=id, classes=classes)
        self._outline: Outline | None = None
        self._shares: tuple[Share, ...] = ()
        self._scene = Scene()
        self._viewport: Viewport | None = None
        self._placeholder = ""
        self._held: tuple[Spot, int] = (Spot(0, 0, 0), 0)
        self._when_sized: Callable[[], None] | None = None
        self._marks: frozenset[int] | None = None
        self._note_marks: frozenset[int] = frozenset()
        self._errands = Errands(self)

    # What is shown

    def _open(self, meeting: Meeting | None) -> None:
        self._outline = None if meeting is None else Outline(meeting)
        few = meeting is not None and len(meeting.body) <= _AT_ONCE
        self._shares = shares(meeting) if meeting is not None and few else ()
        self._viewport = None
        self._held = (Spot(0, 0, 0), 0)
        self._when_sized = None
        self._lay_out()

    def show_words(self, text: str) -> None:
        """Show a sentence in place of a meeting: why there is none, and what to do.

        Args:
            text: Plain text; a newline begins a new paragraph.
        """
        self._placeholder = text
        self._open(None)

    def _lay_out(self) -> None:
        """Make a viewport for the present size, keeping the place."""
        self._marks = None
        before = self._viewport
        width, height = self.size
        if self._outline is None or not width or not height:
            self._viewport = None
        else:
            words = self._words_width()
            if before is None or before.width != words:
                self._viewport = Viewport(self._outline, self._shares, words, height, before)
                self._errands.begin(self._refine(self._outline, self._viewport))
            else:
                before.height = height
            self._restore_place()
            if self._when_sized is not None:
                then, self._when_sized = self._when_sized, None
                then()
        self._renew()

    @property
    def is_measured(self) -> bool:
        """Whether every line of the meeting is counted, and none of it guessed."""
        return self._viewport is not None and self._viewport.heights.next_estimate(0) is None

    def _fits(self) -> bool:
        viewport, (width, height) = self._viewport, self.size
        if viewport is None:
            return not width or not height
        return (viewport.width, viewport.height) == (self._words_width(), height)

    def _words_width(self) -> int:
        return max(1, min(self.measure, self.size.width - INDENT - _GUTTER))

    @property
    def _margin(self) -> int:
        spare = self.size.width - INDENT - _GUTTER - self._words_width()
        return max(0, min(_MOST_MARGIN, spare // 2))

    def watch_measure(self) -> None:
        """Lay out anew at another measure."""
        self._lay_out()

    def on_resize(self) -> None:
        """Lay out anew at another size."""
        self._lay_out()

    # Keeping the place

    def _hold_place(self) -> None:
        """Remember which words stand where, so that a resize finds them again."""
        viewport = self._viewport
        if viewport is None:
            return
        row = viewport.moved(viewport.top, 1 if self._sticky_part() is not None else 0)
        spot = Spot(*viewport.words_from(row))
        distance = 0
        target = viewport.find(*spot)
        for at in viewport.rows():
            if at >= target:
                break
            distance += 1
        self._held = (spot, min(distance, viewport.height - 1))

    def _restore_place(self) -> None:
        assert self._viewport is not None
        spot, distance = self._held
        row = self._viewport.find(*spot)
        self._viewport.put_top(self._viewport.moved(row, -distance))

    def _scroll_lines(self, lines: int) -> None:
        if self._viewport is not None and self._viewport.scroll(lines):
            self._scrolled()

    def _put_top(self, row: Row) -> None:
        if self._viewport is not None and self._viewport.put_top(row):
            self._scrolled()

    def _scrolled(self) -> None:
        """Take note that other lines are in sight."""
        self._hold_place()
        self._renew()

    def _refine(self, outline: Outline, viewport: Viewport) -> Iterator[None]:
        """Replace guesses by measures, yielding wherever one may pause."""
        part = viewport.heights.next_estimate(0)
        while part is not None:
            viewport.measure(part)
            yield
            part = viewport.heights.next_estimate(part)
        if not self._shares:
            tally = Tally()
            for item in outline.meeting.body:
                if isinstance(item, Turn):
                    tally.add(item)
                yield
            self._shares = tally.shares()
            viewport.set_shares(self._shares)
        self._marks = None
        self._renew()

    # Painting

    def _sticky_part(self) -> int | None:
        """Return the turn whose speaker is repeated at the top, if one is."""
        viewport = self._viewport
        if viewport is None or viewport.height < 4 or self._outline is None:
            return None
        part, index = viewport.top
        if self._outline.turn(part) is None or index == 0:
            return None
        return part if index + 2 < len(viewport.lines(part)) else None

    def _compose_frame(self) -> list[Strip]:
        width, height = self.size
        if self._outline is not None and not self._fits():
            self._lay_out()
        viewport = self._viewport
        if viewport is None:
            return self._placeholder_lines(width, height)
        painter = Painter(viewport, self._scene, self._margin, self.component_style)
        base = self.component_style("words")
        strips = [painter.paint(row) for row in viewport.visible()]
        sticky = self._sticky_part()
        if sticky is not None:
            strips[0] = painter.paint_name(sticky, continued=True)
        strips += [Strip.blank(0)] * (height - len(strips))
        edge = self._paint_gutter(viewport, height)
        return [
            Strip([*_wide(strip, width - 1, base), segment], width)
            for strip, segment in zip(strips, edge, strict=True)
        ]

    def _placeholder_lines(self, width: int, height: int) -> list[Strip]:
        style = self.component_style("placeholder")
        margin = self._margin + INDENT
        lines = [Strip.blank(width, style)]
        for start, end in wrap(self._placeholder, self._words_width()):
            text = visible(self._placeholder[start:end].rstrip())
            lines.append(Strip([Segment(" " * margin + text, style)]))
        lines = [line.adjust_cell_length(width, style) for line in lines[:height]]
        return lines + [Strip.blank(width, style)] * (height - len(lines))

    def _paint_gutter(self, viewport: Viewport, height: int) -> list[Segment]:
        total = max(1, viewport.heights.total - 1)
        bar = gutter.thumb(viewport.y(viewport.top), height, total)
        if self._marks is None:
            self._marks = self._scene.found.rows(viewport, height, total)
            self._note_marks = self._scene.noted.rows(viewport, height, total)
        styles = {name: self.component_style(name) for name in ("track", "thumb", "mark")}
        column = []
        for row in range(height):
            if row in self._marks:
                column.append(Segment(gutter.MARK, styles["mark"]))
            elif row in self._note_marks:
                column.append(Segment(gutter.NOTED, styles["mark"]))
            elif row in bar:
                column.append(Segment(gutter.THUMB, styles["thumb"]))
            else:
                column.append(Segment(gutter.TRACK if bar else " ", styles["track"]))
        return column

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint what is selected."""
        self._scene.selection = selection
        self._renew()

    def part_at(self, y: int) -> int | None:
        """Return the part of the outline on a line of the screen, None below the end."""
        if self._viewport is None:
            return None
        rows = self._viewport.visible()
        if not 0 <= y < len(rows):
            return None
        row = rows[y]
        return None if self._viewport.line(row).kind is LineKind.BLANK else row.part


def _wide(strip: Strip, width: int, style: Style) -> Iterable[Segment]:
    """Yield a line's segments, cut or filled up to a width; Textual makes three strips of it."""
    missing = width - strip.cell_length
    if missing < 0:
        return strip.crop(0, max(0, width))
    return [*strip, Segment(" " * missing, style)] if missing else strip
