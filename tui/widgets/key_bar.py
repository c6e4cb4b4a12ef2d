"""The last line: keys that work now, or the message of the moment."""

from __future__ import annotations

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

    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Keys and what they do, the most important first."""

    message: reactive[str] = reactive("", layout=True)
    """What just happened; "" shows the hints."""

    def render(self) -> Content:
        """Draw the message, or the hints that fit whole."""
        if self.message:
            return Content(visible(self.message))
        width = self.size.width
        line = Content("")
        for keys, label in self.hints:
            hint = Content.assemble((keys, "bold $foreground"), " ", (label, "$text-muted"))
            grown = Content.assemble(line, "   ", hint) if line else hint
            if grown.cell_length > width:
                break
            line = grown
        return line
