"""What stands in the place of the words while a filter finds nothing."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from tui.messages import message
from tui.safe import visible
from tui.values import value


@value
class WayOut:
    """A query that does find something.

    Attributes:
        text: The query.
        found: How much it finds, and what it changes, in words.
    """

    text: str
    found: str


class _Way(Static):
    """A way out as a line that can be clicked."""

    def __init__(self, number: int, way: WayOut, width: int) -> None:
        super().__init__(
            Content.assemble(
                (f"{number}", "bold $accent"),
                (f"  {visible(way.text):<{width}}", "bold"),
                (f"  {visible(way.found)}", "$text-muted"),
            ),
            classes="way",
        )
        self._number = number

    def on_click(self, event: Click) -> None:
        """Take it."""
        event.stop()
        self.post_message(Nothing.Taken(self._number))


class Nothing(VerticalScroll):
    """Says that nothing was found, why, and what near to it would be.

    It lies over the words without disturbing them or taking the keyboard.
    """

    DEFAULT_CSS = """
    Nothing {
        width: 1fr;
        height: 1fr;
        padding: 0 2;
        background: $background;
        scrollbar-size-vertical: 1;
        & > Static { width: 100%; max-width: 80; height: auto; }
        & > .heading { text-style: bold; margin: 0 0 1 0; }
        & > .said { color: $text-muted; margin: 0 0 1 0; }
    }
    """

    can_focus = False

    @message
    class Taken(Message):
        """A way out was clicked.

        Attributes:
            number: Which, from 1.
        """

        number: int

    def compose(self) -> ComposeResult:
        """Say that there is nothing; the reasons follow when they are known."""
        yield Static("Nothing fits the filter", classes="heading", markup=False)

    async def tell(self, said: Sequence[str], ways: Sequence[WayOut], rest: Sequence[str]) -> None:
        """Say why, and what would be found.

        Args:
            said: Sentences before the ways out.
            ways: Queries that find something, the nearest first.
            rest: Sentences behind them.
        """
        lines: list[Static] = []
        if said:
            lines.append(Static(_sentences(said), classes="said"))
        width = min(max((len(way.text) for way in ways), default=0), 36)
        lines.extend(_Way(number, way, width) for number, way in enumerate(ways, start=1))
        if ways:
            keys = "The number takes one (after enter), or a click."
            lines.append(Static(keys, classes="said", markup=False))
        if rest:
            lines.append(Static(_sentences(rest), classes="said"))
        async with self.batch():
            await self.query(".said, .way").remove()
            await self.mount_all(lines)


def _sentences(sentences: Sequence[str]) -> Content:
    """Set sentences, which may hold words of a query or a document, a line each."""
    return Content("\n").join(Content(visible(sentence)) for sentence in sentences)
