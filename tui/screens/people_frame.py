"""The frame of the people's screen: everyone read, listed, searched, one of them in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from tui.library.archive import Archive
from tui.library.errors import LibraryError
from tui.library.people import Person
from tui.library.speakers import ids_beside, meetings_of
from tui.safe import visible
from tui.screens.panel import PanelScreen
from tui.screens.people_lines import portrait
from tui.screens.people_list import PeopleList
from tui.widgets.keyed_title import KeyedTitle

if TYPE_CHECKING:
    from tui.library.decisions import Decisions

_DECIDING = ("marks", "merges", "splits", "undoes", "suggests", "names")
_HINTS = (
    ("enter", "filters", 1),
    ("tab", "marks", 4),
    ("f2", "merges", 3),
    ("f3", "splits", 6),
    ("f4", "undoes", 7),
    ("f5", "suggests", 5),
    ("f6", "names", 2),
    ("esc", "closes", -1),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants of the people.

    Attributes:
        filter: A filter to set; "" for none.
        change: A decision to make; None for none.
    """

    filter: str = ""
    change: Callable[[Decisions], Decisions] | None = None


class PeopleFrame(PanelScreen[Wish | None]):
    """Everyone who speaks, narrowed by what one types."""

    DEFAULT_CSS = """
    PeopleFrame {
        & VerticalScroll { height: 1fr; margin: 0 0 1 0; scrollbar-size-vertical: 1; }
        &.-short VerticalScroll { margin: 0; }
        &.-short PeopleList { margin: 0; }
    }
    """

    @dataclass
    class Loaded(Message):
        """The library's people were read.

        Attributes:
            people: Everyone who speaks.
            ids: How ids of meetings are written beside names that say who it is in one only.
        """

        people: tuple[Person, ...]
        ids: Mapping[str, str]

    @dataclass
    class Failed(Message):
        """The people could not be read.

        Attributes:
            reason: What happened and what to do.
        """

        reason: str

    def __init__(self, archive: Archive, *, writable: bool) -> None:
        """Create the list of an archive's people.

        Args:
            archive: Whose people are listed.
            writable: Whether decisions may be made: only then their keys are named.
        """
        super().__init__()
        self.archive = archive
        self._writable = writable

    def compose(self) -> ComposeResult:
        """Lay the list out: a title, the people, one of them in full, a line to search."""
        with Vertical():
            hints = [hint for hint in _HINTS if self._writable or hint[1] not in _DECIDING]
            yield KeyedTitle("People", hints)
            yield PeopleList()
            with VerticalScroll(can_focus=False):
                yield Static(id="portrait", markup=False)
            yield Static(id="told", markup=False)
            search = Input(placeholder="a name, a spelling or an office", compact=True)
            search.cursor_blink = False
            yield search

    def on_mount(self) -> None:
        """Read the people, in the background."""
        self.tell("Reading the people…")
        self._load()

    @work(thread=True, group="people", exit_on_error=False)
    def _load(self) -> None:
        try:
            people = self.archive.people()
            ids = ids_beside(self.archive, map(meetings_of, people))
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        self.post_message(self.Loaded(people, ids))

    @on(Loaded)
    def _take_people(self, event: Loaded) -> None:
        self.rows.people, self.rows.ids = event.people, event.ids
        self.tell("" if event.people else "Nobody speaks in this library.")
        self.list_people()

    @on(Failed)
    def _say_failure(self, event: Failed) -> None:
        self.tell(event.reason)

    def tell(self, words: str) -> None:
        """Say something under the list; "" takes it back."""
        self.query_one("#told", Static).update(Content(visible(words)))

    @property
    def rows(self) -> PeopleList:
        """The list."""
        return self.query_one(PeopleList)

    def list_people(self, stay: int = 0) -> None:
        """List those who fit what was typed, the cursor on a line of them."""
        self.rows.show(self.query_one(Input).value, stay=stay)
        if self.rows.unlisted:
            self.tell(f"{self.rows.unlisted:,} more; type to narrow")
        self._show_portrait()

    @on(OptionList.OptionHighlighted)
    def _show_portrait(self) -> None:
        person = self.rows.current
        words = portrait(person) if person is not None else Content("")
        self.query_one("#portrait", Static).update(words)

    @on(Input.Changed)
    def _narrow(self) -> None:
        self.tell("")
        self.list_people()
        if self.rows.people and self.rows.current is None:
            self.tell("Nobody goes by that name")

    @on(OptionList.OptionSelected)
    def _pointed(self, event: OptionList.OptionSelected) -> None:
        # A click shows somebody in full; it filters nothing.
        event.stop()

    def action_row(self, step: str) -> None:
        """Move in the list, as its action of this name does."""
        getattr(self.rows, f"action_{step}")()
