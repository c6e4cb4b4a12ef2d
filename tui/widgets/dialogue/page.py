"""The page a dialogue is read on: lines in sight, painted; the gutter; keeping the place.

What is on the screen is kept as a frame of strips. Whatever happens, the next frame is
composed and only lines that differ are refreshed, so a change costs the terminal what it
changes and asking what stands under the mouse costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tui.model import Meeting, Turn
from tui.safe import visible
from tui.widgets.dialogue import gutter
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
_SLICE_SECONDS = 0.004
_PAUSE_SECONDS = 0.004
_WHEEL_LINES = 3

_SPEAKERS = 12
_OVERLAYS = frozenset(
    (
        *("name", "bar", "editor", "match", "focus", "dim", "unnamed"),
        *(f"speaker-{slot}" for slot in range(1, _SPEAKERS + 1)),
    )
)


class Page(ScrollView, can_focus=True):
    """A meeting as lines, scrolled by line and never by animation."""

    BINDINGS: ClassVar = []
    ALLOW_SELECT = True

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"dialogue--{name}"
        for name in (
            *("title", "meta", "name", "role", "words", "narrative", "heading", "caption"),
            *("aside", "sign", "editor", "match", "focus", "dim", "bar", "mark", "unnamed"),
            *("track", "thumb", "placeholder"),
            *(f"speaker-{slot}" for slot in range(1, _SPEAKERS + 1)),
        )
    }

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
        self._frame: list[Strip] = []
        self._frame_due = True
        self._styles_of: dict[str, Style] = {}
        self._marks: frozenset[int] | None = None
        self._shown: list[Strip] = []
        self._refresh_due = False
        self._errands: Iterator[None] = iter(())
        self._errand_timer: Timer | None = None
        self._syncing = False
        self._dragging = False

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
                self._errands = self._refine(self._outline, self._viewport)
                self._run_errands()
            else:
                before.height = height
            self._restore_place()
            if self._when_sized is not None:
                then, self._when_sized = self._when_sized, None
                then()
        self._renew()

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

    def _run_errands(self) -> None:
        """Let the background work go on after the next paint, a few milliseconds at a time."""
        if self._errand_timer is not None:
            self._errand_timer.stop()
        self._errand_timer = self.set_timer(_PAUSE_SECONDS, self._run_slice)

    def _run_slice(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        for _ in self._errands:
            if perf_counter() > until:
                self._run_errands()
                return

    # Painting

    def component_style(self, name: str) -> Style:
        """Return the style of a component, by the name after ``dialogue--``.

        Most are whole styles; those that lie over others say only what they change.
        """
        found = self._styles_of.get(name)
        if found is None:
            if name == "selection":
                found = self.screen.get_component_rich_style("screen--selection")
            else:
                found = self.get_component_rich_style(f"dialogue--{name}", partial=True)
                if name not in _OVERLAYS:
                    found = self.rich_style + found
            self._styles_of[name] = found
        return found

    def notify_style_update(self) -> None:
        """Forget styles of the theme before."""
        super().notify_style_update()
        self._styles_of.clear()
        self._renew()

    def _sticky_part(self) -> int | None:
        """Return the turn whose speaker is repeated at the top, if one is."""
        viewport = self._viewport
        if viewport is None or viewport.height < 4 or self._outline is None:
            return None
        part, index = viewport.top
        if self._outline.turn(part) is None or index == 0:
            return None
        return part if index + 2 < len(viewport.lines(part)) else None

    def _renew(self) -> None:
        """Compose the next frame soon, and refresh the lines in which it differs."""
        self._frame_due = True
        if self.is_mounted and not self._refresh_due:
            self._refresh_due = True
            self.call_later(self._refresh_changes)

    def _refresh_changes(self) -> None:
        self._refresh_due = False
        if self._frame_due:
            self._compose_frame()
        self._mirror_scroll()
        before, self._shown = self._shown, self._frame
        width, height = self.size
        if len(before) != len(self._frame):
            self.refresh()
            return
        changed = [
            Region(0, y, width, 1)
            for y, (old, new) in enumerate(zip(before, self._frame, strict=True))
            if old != new
        ]
        if len(changed) == height:
            self.refresh()
        elif changed:
            self.refresh(*changed)

    def _compose_frame(self) -> None:
        width, height = self.size
        if self._outline is not None and not self._fits():
            self._lay_out()
        self._frame_due = False
        if self._viewport is None or self._outline is None:
            self._frame = self._placeholder_lines(width, height)
            return
        viewport = self._viewport
        painter = Painter(viewport, self._scene, self._margin, self.component_style)
        base = self.component_style("words")
        strips = [painter.paint(row) for row in viewport.visible()]
        sticky = self._sticky_part()
        if sticky is not None:
            strips[0] = painter.paint_name(sticky, continued=True)
        strips += [Strip.blank(0)] * (height - len(strips))
        edge = self._paint_gutter(height)
        self._frame = [
            Strip([*strip.adjust_cell_length(max(0, width - 1), base), segment])
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

    def _paint_gutter(self, height: int) -> list[Segment]:
        assert self._viewport is not None
        viewport = self._viewport
        total = max(1, viewport.heights.total - 1)
        bar = gutter.thumb(viewport.y(viewport.top), height, total)
        if self._marks is None:
            self._marks = self._scene.found.rows(viewport, height, total)
        styles = {name: self.component_style(name) for name in ("track", "thumb", "mark")}
        column = []
        for row in range(height):
            if row in self._marks:
                column.append(Segment(gutter.MARK, styles["mark"]))
            elif row in bar:
                column.append(Segment(gutter.THUMB, styles["thumb"]))
            else:
                column.append(Segment(gutter.TRACK if bar else " ", styles["track"]))
        return column

    def render_line(self, y: int) -> Strip:
        """Return a line of the frame."""
        if self._frame_due or len(self._frame) != self.size.height:
            self._compose_frame()
        return self._frame[y] if y < len(self._frame) else Strip.blank(self.size.width)

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

    # Textual's own idea of scrolling, which selecting with the mouse relies on

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there is anything to scroll."""
        return self.max_scroll_y > 0

    @property
    def max_scroll_y(self) -> int:
        """Lines above the view when the end is in sight: an estimate while heights are."""
        if self._viewport is None:
            return 0
        return max(0, self._viewport.heights.total - 1 - self._viewport.height)

    def _mirror_scroll(self) -> None:
        if self._viewport is None:
            return
        y = self._viewport.y(self._viewport.top)
        if round(self.scroll_y) != y:
            self._syncing = True
            self.set_reactive(Page.scroll_y, float(y))
            self.set_reactive(Page.scroll_target_y, float(y))
            self._syncing = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow a scroll that Textual asked for."""
        if not self._syncing:
            self._scroll_lines(round(new_value) - round(old_value))

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # Textual brings its scroll position within bounds here; ours follows the words.
        self._syncing = True
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self._syncing = False
        if changed:
            self._frame_due = True
        return changed

    # Mouse

    @property
    def allow_select(self) -> bool:
        """Words can be selected; the gutter cannot."""
        return self.app.mouse_position.x != self.region.right - 1

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll onward."""
        event.stop()
        event.prevent_default()
        self._scroll_lines(_WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        event.prevent_default()
        self._scroll_lines(-_WHEEL_LINES)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag the gutter."""
        if event.x == self.size.width - 1 and self._viewport is not None:
            self._dragging = True
            self.capture_mouse()
            self._go_to_gutter_row(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the gutter."""
        if self._dragging:
            self._go_to_gutter_row(event.y)

    def on_mouse_up(self) -> None:
        """Let the gutter go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _go_to_gutter_row(self, row: int) -> None:
        viewport = self._viewport
        if viewport is None:
            return
        row = max(0, min(row, viewport.height - 1))
        line = gutter.line_at(row, viewport.height, viewport.heights.total)
        self._put_top(viewport.at_y(max(0, line - viewport.height // 3)))
