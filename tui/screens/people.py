"""Everyone who speaks: offices with the turns that show them, and who is one person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.library import deciding
from tui.library.archive import Archive
from tui.library.decision_words import in_words
from tui.library.errors import LibraryError
from tui.library.people import Person
from tui.safe import visible
from tui.screens.choosing import ConfirmScreen
from tui.screens.people_lines import fitting, pair_line, portrait
from tui.screens.people_naming import ask_name
from tui.screens.wording import counted

if TYPE_CHECKING:
    from tui.library.decisions import Decision, Decisions
    from tui.library.suggesting import Suggestion

_LISTED = 300
"""People listed at once; more are reached by typing."""

_KEYS = (
    "enter filters, tab marks, f2 merges, f3 splits, f4 undoes, f5 suggests, f6 names, esc closes"
)


_READ_ONLY = "The library was opened for reading only. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants of the people.

    Attributes:
        filter: A filter to set; "" for none.
        change: A decision to make; None for none.
    """

    filter: str = ""
    change: Callable[[Decisions], Decisions] | None = None


class PeopleScreen(ModalScreen[Wish | None]):
    """Everyone who speaks, narrowed by what one types; its answer is what the reader wants."""

    DEFAULT_CSS = """
    PeopleScreen {
        align: center middle;
        & > Vertical {
            width: 94%; max-width: 100; height: 90%; padding: 1 2; background: $surface;
        }
        & OptionList, & OptionList:focus {
            height: 2fr; margin: 1 0; padding: 0; border: none; background: $surface;
            scrollbar-size-vertical: 1;
        }
        & VerticalScroll { height: 1fr; margin: 0 0 1 0; scrollbar-size-vertical: 1; }
        & #told { height: auto; color: $accent; }
        & Input, & Input:focus { border: none; padding: 0; height: 1; background: $panel; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss", "Close", show=False),
        Binding("down", "row('cursor_down')", "Down", show=False, priority=True),
        Binding("up", "row('cursor_up')", "Up", show=False, priority=True),
        Binding("pagedown", "row('page_down')", "Page down", show=False, priority=True),
        Binding("pageup", "row('page_up')", "Page up", show=False, priority=True),
        Binding("tab", "mark", "Mark", show=False, priority=True),
        Binding("f2", "merge", "One person", show=False),
        Binding("f3", "split", "Take apart", show=False),
        Binding("f4", "undo", "Take back", show=False),
        Binding("f5", "suggest", "Suggestions", show=False),
        Binding("f6", "name", "Name", show=False),
    ]

    @dataclass
    class Loaded(Message):
        """The library's people were read.

        Attributes:
            people: Everyone who speaks.
        """

        people: tuple[Person, ...]

    @dataclass
    class Suggested(Message):
        """Names were compared.

        Attributes:
            pairs: People who may be one.
        """

        pairs: tuple[Suggestion, ...]

    @dataclass
    class Failed(Message):
        """The people could not be read.

        Attributes:
            reason: What happened and what to do.
        """

        reason: str

    def __init__(self, archive: Archive, *, last: Decision | None, writable: bool) -> None:
        """Create the list.

        Args:
            archive: Whose people are listed.
            last: The last decision that holds, if any.
            writable: Whether decisions may be made.
        """
        super().__init__()
        self._archive = archive
        self._writable = writable
        self._people: tuple[Person, ...] = ()
        self._shown: tuple[Person, ...] = ()
        self._pairs: tuple[Suggestion, ...] | None = None
        self._marked: tuple[str, ...] = ()
        self._last = last

    def compose(self) -> ComposeResult:
        """Lay the list out: a title, the people, one of them in full, a line to search."""
        with Vertical():
            yield Static(Content.assemble(("People", "bold"), (f"   {_KEYS}", "$text-muted")))
            people = OptionList(markup=False)
            people.can_focus = False
            yield people
            with VerticalScroll(can_focus=False):
                yield Static(id="portrait", markup=False)
            yield Static(id="told", markup=False)
            search = Input(placeholder="a name, a spelling or an office", compact=True)
            search.cursor_blink = False
            yield search

    def on_mount(self) -> None:
        """Read the people, in the background."""
        self._tell("Reading the people…")
        self._load()

    @work(thread=True, group="people", exit_on_error=False)
    def _load(self) -> None:
        try:
            people = self._archive.people()
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        self.post_message(self.Loaded(people))

    @on(Loaded)
    def _take_people(self, event: Loaded) -> None:
        self._people = event.people
        self._tell("" if event.people else "Nobody speaks in this library.")
        self._list()

    @on(Failed)
    def _say_failure(self, event: Failed) -> None:
        self._tell(event.reason)

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(Content(visible(words)))

    # The list -------------------------------------------------------------------------

    @property
    def _rows(self) -> OptionList:
        return self.query_one(OptionList)

    def _list(self, stay: int = 0) -> None:
        """Fill the list with people, or with suggestions where those were asked for."""
        rows = self._rows
        rows.clear_options()
        if self._pairs is not None:
            rows.add_options([Option(pair_line(pair)) for pair in self._pairs])
        else:
            fits = fitting(self._people, self.query_one(Input).value)
            self._shown = fits[:_LISTED]
            rows.add_options([Option(self._line(person)) for person in self._shown])
            if len(fits) > _LISTED:
                self._tell(f"{len(fits) - _LISTED:,} more; type to narrow")
        rows.highlighted = min(stay, rows.option_count - 1) if rows.option_count else None
        self._show_portrait()

    def _line(self, person: Person) -> Content:
        counts = (
            f"  {counted(person.turns, 'turn', 'turns')}, "
            f"{counted(len(person.meetings), 'meeting', 'meetings')}"
        )
        sign = "● " if person.id in self._marked else "  "
        return Content.assemble(
            (sign, "$accent"), (visible(person.name), "bold"), (counts, "$text-muted")
        )

    @property
    def _current(self) -> Person | None:
        at = self._rows.highlighted
        if self._pairs is not None or at is None or at >= len(self._shown):
            return None
        return self._shown[at]

    @on(OptionList.OptionHighlighted)
    def _show_portrait(self) -> None:
        person = self._current
        words = portrait(person) if person is not None else Content("")
        self.query_one("#portrait", Static).update(words)

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._pairs = None
        self._tell("")
        self._list()
        if self._people and not self._shown:
            self._tell("Nobody goes by that name")

    def action_row(self, step: str) -> None:
        """Move in the list, as its action of this name does."""
        getattr(self._rows, f"action_{step}")()

    def action_mark(self) -> None:
        """Mark the person under the cursor, or unmark; the first marked gives the name."""
        if (person := self._current) is None:
            return
        without = tuple(each for each in self._marked if each != person.id)
        self._marked = without if person.id in self._marked else (*self._marked, person.id)
        self._list((self._rows.highlighted or 0) + 1)

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        if self._pairs is not None:
            self.action_merge()
        elif (person := self._current) is not None:
            name = person.name.replace('"', " ")
            self.dismiss(Wish(filter=f'by:"{name}"'))

    @on(OptionList.OptionSelected)
    def _pointed(self, event: OptionList.OptionSelected) -> None:
        # A click shows somebody in full; it filters nothing.
        event.stop()

    # Deciding -------------------------------------------------------------------------

    def action_merge(self) -> None:
        """Make the marked people, or the suggestion under the cursor, one person."""
        marked = self._to_merge()
        if len(marked) < 2:
            self._tell("Mark two people or more with tab; the first gives the name")
            return
        ids = [person.id for person in marked]
        names = ", ".join(f"{person.name} ({person.id})" for person in marked)
        self._confirm(
            f"Make one person, called {marked[0].name}, of {names}?",
            lambda held: deciding.merge(held, self._archive.people(), ids),
        )

    def _to_merge(self) -> Sequence[Person]:
        if self._pairs is not None:
            at = self._rows.highlighted
            return () if at is None else (self._pairs[at].one, self._pairs[at].other)
        by_id = {person.id: person for person in self._people}
        return [by_id[each] for each in self._marked if each in by_id]

    def action_split(self) -> None:
        """Take back the merges that made the person under the cursor."""
        if (person := self._current) is not None:
            self._confirm(
                f"Take back every merge that made {person.name} ({person.id})?",
                lambda held: deciding.split(held, self._archive.people(), person.id),
            )

    def action_name(self) -> None:
        """Ask what the person under the cursor is called, and where a label is theirs."""
        if (person := self._current) is None:
            return
        if not self._writable:
            self._tell(_READ_ONLY)
            return

        def decide(change: Callable[[Decisions], Decisions]) -> None:
            self.dismiss(Wish(change=change))

        ask_name(self.app, self._archive, self._people, person, decide)

    def action_undo(self) -> None:
        """Take back the last decision."""
        if (last := self._last) is None:
            self._tell("Nothing was decided by hand")
            return
        about = f"{last.meeting}: " if last.meeting else ""
        self._confirm(
            f"Take back the last decision, {about}{in_words(last)}?",
            lambda held: deciding.undo(held, last.number),
        )

    def _confirm(self, deed: str, change: Callable[[Decisions], Decisions]) -> None:
        if not self._writable:
            self._tell(_READ_ONLY)
            return
        self.app.push_screen(ConfirmScreen(deed), partial(self._confirmed, change))

    def _confirmed(self, change: Callable[[Decisions], Decisions], yes: bool | None) -> None:
        if yes:
            self.dismiss(Wish(change=change))

    def action_suggest(self) -> None:
        """List names that may be one person's; again, everyone."""
        if self._pairs is not None:
            self._pairs = None
            self._tell("")
            self._list()
        else:
            self._tell("Comparing names…")
            self._suggest(self._people)

    @work(thread=True, exclusive=True, group="suggest", exit_on_error=False)
    def _suggest(self, people: tuple[Person, ...]) -> None:
        from tui.library.suggesting import suggestions

        self.post_message(self.Suggested(suggestions(people)))

    @on(Suggested)
    def _take_pairs(self, event: Suggested) -> None:
        if not event.pairs:
            self._tell("No two names are alike")
            return
        self._pairs = event.pairs
        self._tell("Two names may be one person's: enter makes them one, f5 lists everyone")
        self._list()
