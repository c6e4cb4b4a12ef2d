"""Scrolling by mouse, and by Textual on its own account."""

from __future__ import annotations

from textual import events
from textual.geometry import Size

from tui.widgets.dialogue import gutter
from tui.widgets.dialogue.page import Page

_WHEEL_LINES = 3


class PointedPage(Page, layer=True):
    """A page with a wheel, a gutter to drag, and Textual's idea of scrolling."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Make an empty page."""
        super().__init__(id=id, classes=classes)
        self._syncing = False
        self._dragging = False

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

    def _frame_composed(self) -> None:
        # Bounds and position are told to Textual without its acting on them.
        if self._viewport is None:
            return
        y = self._viewport.y(self._viewport.top)
        if round(self.scroll_y) != y:
            self._syncing = True
            self.set_reactive(PointedPage.scroll_y, float(y))
            self.set_reactive(PointedPage.scroll_target_y, float(y))
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
