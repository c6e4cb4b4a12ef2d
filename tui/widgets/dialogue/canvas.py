"""A surface of lines: what is on the screen is kept, and only what differs is refreshed.

Whatever happens, the next frame is composed and compared with the one shown, so a change
costs the terminal what it changes, and asking what stands under the mouse costs nothing.
"""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.layers import Layered
from tui.widgets.dialogue.look import COLOURS, COMPONENTS, OVERLAYS


class Canvas(Layered, ScrollView, can_focus=True):
    """A line-API widget that composes whole frames and refreshes the lines that changed."""

    BINDINGS: ClassVar = []
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"dialogue--{name}" for name in COMPONENTS}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Make an empty surface."""
        super().__init__(id=id, classes=classes)
        self._frame: list[Strip] = []
        self._frame_due = True
        self._shown: list[Strip] = []
        self._refresh_due = False
        self._styles_of: dict[str, Style] = {}

    def _compose_frame(self) -> list[Strip]:
        """Return the lines of the next frame, as many and as wide as the widget is."""
        raise NotImplementedError

    def _frame_composed(self) -> None:
        """Do what must follow a new frame."""

    def _current_frame(self) -> list[Strip]:
        if self._frame_due or len(self._frame) != self.size.height:
            frame = self._compose_frame()
            self._frame, self._frame_due = frame, False
        return self._frame

    def component_style(self, name: str) -> Style:
        """Return the style of a component or of a speaker.

        Most are whole styles; those that lie over others say only what they change.

        Args:
            name: What follows ``dialogue--`` in a component's class, or a name of ``COLOURS``.
        """
        found = self._styles_of.get(name)
        if found is None:
            if name == "selection":
                found = self.screen.get_component_rich_style("screen--selection")
            elif name in COLOURS:
                found = Style(color=Color.parse(self.app.theme_variables[name]).rich_color)
            else:
                found = self.get_component_rich_style(f"dialogue--{name}", partial=True)
                if name not in OVERLAYS:
                    found = self.rich_style + found
            self._styles_of[name] = found
        return found

    def notify_style_update(self) -> None:
        """Forget styles of the theme before."""
        super().notify_style_update()
        self._styles_of.clear()
        self._renew()

    def _renew(self) -> None:
        """Compose the next frame soon, and refresh the lines in which it differs."""
        self._frame_due = True
        if self.is_mounted and not self._refresh_due:
            self._refresh_due = True
            self.call_later(self._refresh_changes)

    def _refresh_changes(self) -> None:
        self._refresh_due = False
        frame = self._current_frame()
        self._frame_composed()
        before, self._shown = self._shown, frame
        width, height = self.size
        if len(before) != len(frame):
            self.refresh()
            return
        changed = [
            Region(0, y, width, 1)
            for y, (old, new) in enumerate(zip(before, frame, strict=True))
            if old != new
        ]
        if len(changed) == height:
            self.refresh()
        elif changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Return a line of the frame."""
        frame = self._current_frame()
        return frame[y] if y < len(frame) else Strip.blank(self.size.width)
