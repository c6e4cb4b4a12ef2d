"""The last line: keys that work now, or the message of the moment."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.safe import visible


class KeyBar(Widget):
    """Hints for the most used keys, as many as fit; a message takes their place.

    A message stays until it is cleared, which its owner does with the next key: no
    timer runs, and nothing is sent while nobody types.
    """

    DEFAULT_CSS = """
    KeyBar { height: auto; min-height: 1; max-height: 3; }
    """

    ALLOW_SELECT = False

    hints: reactive[tuple[tuple[str, str, int], ...]] = reactive(())
    """Keys, what they do, and how soon they give way where space is short: the highest first."""

    message: reactive[str] = reactive("", layout=True)
    """What just happened; "" shows the hints."""

    def render(self) -> Content:
        """Draw the message, or the hints that fit whole."""
        if self.message:
            return Content(visible(self.message))
        hints = list(self.hints)
        while hints and _line(hints).cell_length > self.size.width:
            hints.remove(max(hints, key=lambda hint: hint[2]))
        return _line(hints)

    def watch_message(self, message: str) -> None:
        """Let styles make room for a message."""
        self.set_class(bool(message), "-telling")


def _line(hints: Iterable[tuple[str, str, int]]) -> Content:
    return Content("   ").join(
        Content.assemble((keys, "bold $foreground"), " ", (label, "$text-muted"))
        for keys, label, _ in hints
    )
