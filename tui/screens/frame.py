"""The frame of the reading screen: its parts, its widths, its messages."""

from __future__ import annotations

from typing import cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize, ScreenResume
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tui.layers import Layered
from tui.safe import visible
from tui.screens import wording
from tui.screens.command import hints
from tui.screens.commands import BY_ID, FOOTER, FOOTER_GIVES_WAY
from tui.screens.host import Host
from tui.widgets.dialogue import Dialogue
from tui.widgets.filter_bar import FilterBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.meeting_list import MeetingList
from tui.widgets.time_strip import TimeStrip

WIDE = 100
"""Columns from which the list stands beside the words."""

SMALLEST = Size(24, 6)
"""Below this no line of words can be read."""


class Frame(Layered, Screen[None]):
    """Strip, list, words, filter bar and footer, and which of them have room."""

    DEFAULT_CSS = """
    Frame {
        & > #too-small { display: none; }
        &.-too-small {
            & > * { display: none; }
            & > #too-small { display: block; }
        }
    }
    """
    AUTO_FOCUS = "#dialogue"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-medium"), (30, "-tall")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        self._class_size(self.app.size)
        yield Static(wording.TOO_SMALL, id="too-small", markup=False)
        yield TimeStrip(id="strip")
        yield Static(id="fold", markup=False)
        with Horizontal(id="columns"):
            yield MeetingList(id="list")
            yield Dialogue(id="dialogue")
        with Vertical(id="bottom"):
            yield FilterBar(id="filter")
            yield KeyBar(id="footer")

    def _class_size(self, size: Size) -> None:
        """Take the classes of a size before anything is styled.

        Textual sets them with the first resize, and then styles and lays out all once more.
        """
        for length, breakpoints in (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(*[name for least, name in breakpoints if least <= length][-1:])

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Leave out, at the start, styling again what was styled as it was mounted."""
        event.refresh_styles = event.refresh_styles and self._stood_before
        self._stood_before = True

    _stood_before = False

    @property
    def host(self) -> Host:
        """The application, as far as the screens need it."""
        return cast(Host, self.app)

    @property
    def dialogue(self) -> Dialogue:
        """The words."""
        return self.query_one("#dialogue", Dialogue)

    @property
    def list(self) -> MeetingList:
        """The meetings."""
        return self.query_one("#list", MeetingList)

    @property
    def strip(self) -> TimeStrip:
        """The time strip."""
        return self.query_one("#strip", TimeStrip)

    @property
    def filter_bar(self) -> FilterBar:
        """The filter bar."""
        return self.query_one("#filter", FilterBar)

    def say(self, message: str) -> None:
        """Show a message in the footer's place until the next key."""
        self.query_one(KeyBar).message = message

    def show_hints(self) -> None:
        """Put the most used keys into the footer, as the user's keymap has them."""
        commands = (BY_ID[id_] for id_ in FOOTER)
        keymap = self.host.config.keymap
        self.query_one(KeyBar).hints = hints(commands, keymap, FOOTER_GIVES_WAY)

    def show_fold(self, text: str) -> None:
        """Show the line that stands for the list on a narrow screen."""
        self.query_one("#fold", Static).update(Content(visible(text)))

    def on_key(self, _event: Key) -> None:
        """Give the footer back once the reader goes on."""
        self.query_one(KeyBar).message = ""

    def on_resize(self, event: Resize) -> None:
        """Close the list that was laid over a narrow screen; say when nothing fits."""
        if event.size.width >= WIDE:
            self.remove_class("-list-open")
        small = event.size.width < SMALLEST.width or event.size.height < SMALLEST.height
        self.set_class(small, "-too-small")

    def _key_escape(self) -> None:
        """Leave a selection to the command on this key, which drops one thing at a time."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what a worker could not finish; the screen goes on."""
        if event.state is WorkerState.ERROR:
            self.say(wording.defect(event.worker.error))

    # Panes ----------------------------------------------------------------------------

    def focus_words(self) -> None:
        """Give the keyboard to the words, closing a list laid over them."""
        self.remove_class("-list-open")
        self.dialogue.focus()

    def next_pane(self, step: int) -> Widget | None:
        """Find the pane after (1) or before (-1) the one with the keyboard; None: the filter."""
        panes: list[Widget] = [self.dialogue, self.list]
        if self.strip.region:
            panes.append(self.strip)
        here = next((n for n, pane in enumerate(panes) if pane is self.focused), None)
        if here is None:
            return panes[0 if step > 0 else -1]
        target = here + step
        return panes[target] if 0 <= target < len(panes) else None

    def focus_pane(self, pane: Widget) -> None:
        """Give the keyboard to a pane; a narrow screen lays the list over the words."""
        over = pane is self.list and not self.has_class("-wide")
        self.set_class(over, "-list-open")
        pane.focus()
