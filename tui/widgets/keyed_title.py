"""The first lines of a panel: what it is, and the keys that matter most there."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_GAP = "   "


class KeyedTitle(Widget):
    """A title, and behind it as many hints as fit whole on so many lines as it may take."""

    DEFAULT_CSS = """
    KeyedTitle { height: auto; max-height: 2; }
    """

    ALLOW_SELECT = False

    def __init__(self, title: str, hints: Sequence[tuple[str, str, int]]) -> None:
        """Create the lines.

        Args:
            title: What the panel is.
            hints: Keys, what they do, and how soon they give way: see `KeyBar.hints`.
        """
        super().__init__()
        self._title = title
        self._hints = tuple(hints)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the lines that the hints need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw the title and the hints that fit."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        most = self.styles.max_height
        room = 1 if most is None else int(most.value)
        hints = list(self._hints)
        while len(lines := self._filled(hints, width)) > room:
            hints.remove(max(hints, key=lambda hint: hint[2]))
        return lines

    def _filled(self, hints: Sequence[tuple[str, str, int]], width: int) -> list[Content]:
        lines = [Content.styled(self._title, "bold")]
        for keys, label, _ in hints:
            hint = Content.assemble((keys, "bold $foreground"), " ", (label, "$text-muted"))
            if lines[-1].cell_length + len(_GAP) + hint.cell_length > width:
                lines.append(hint)
            else:
                lines[-1] = lines[-1] + _GAP + hint
        return lines
