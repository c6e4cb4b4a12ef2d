"""Everyone who speaks: offices with the turns that show them, and who is one person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui.library import deciding
from tui.library.archive import Archive
from tui.library.decision_words import in_words
from tui.library.people import Person
from tui.library.speakers import asking_for
from tui.screens.choosing import ConfirmScreen
from tui.screens.people_frame import PeopleFrame, Wish
from tui.screens.people_naming import ask_name

if TYPE_CHECKING:
    from tui.library.decisions import Decision, Decisions
    from tui.library.suggesting import Suggestion

_READ_ONLY = "The library was opened for reading only. Nothing was changed."


class PeopleScreen(PeopleFrame):
    """Everyone who speaks, and what one decides about them; its answer is what is wanted."""

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
    class Suggested(Message):
        """Names were compared.

        Attributes:
            pairs: People who may be one.
        """

        pairs: tuple[Suggestion, ...]

    def __init__(self, archive: Archive, *, last: Decision | None, writable: bool) -> None:
        """Create the screen.

        Args:
            archive: Whose people are listed.
            last: The last decision that holds, if any.
            writable: Whether decisions may be made.
        """
        super().__init__(archive, writable=writable)
        self._last = last

    def action_mark(self) -> None:
        """Mark the person under the cursor, or unmark; the first marked gives the name."""
        if (person := self.rows.current) is not None:
            self.rows.mark(person)
            self.list_people((self.rows.highlighted or 0) + 1)

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        if self.rows.has_pairs:
            self.action_merge()
        elif (person := self.rows.current) is not None:
            self.dismiss(Wish(filter=asking_for(person)))

    def action_merge(self) -> None:
        """Make the marked people, or the suggestion under the cursor, one person."""
        marked = self.rows.chosen
        if len(marked) < 2:
            self.tell("Mark two people or more with tab; the first gives the name")
            return
        ids = [person.id for person in marked]
        names = ", ".join(f"{person.name} ({person.id})" for person in marked)
        self._confirm(
            f"Make one person, called {marked[0].name}, of {names}?",
            lambda held: deciding.merge(held, self.archive.people(), ids),
        )

    def action_split(self) -> None:
        """Take back the merges that made the person under the cursor."""
        if (person := self.rows.current) is not None:
            self._confirm(
                f"Take back every merge that made {person.name} ({person.id})?",
                lambda held: deciding.split(held, self.archive.people(), person.id),
            )

    def action_name(self) -> None:
        """Ask what the person under the cursor is called, and where a label is theirs."""
        if (person := self.rows.current) is None:
            return
        if not self._writable:
            self.tell(_READ_ONLY)
            return

        def decide(change: Callable[[Decisions], Decisions]) -> None:
            self.dismiss(Wish(change=change))

        ask_name(self.app, self.archive, self.rows.people, person, decide)

    def action_undo(self) -> None:
        """Take back the last decision."""
        if (last := self._last) is None:
            self.tell("Nothing was decided by hand")
            return
        about = f"{last.meeting}: " if last.meeting else ""
        self._confirm(
            f"Take back the last decision, {about}{in_words(last)}?",
            lambda held: deciding.undo(held, last.number),
        )

    def _confirm(self, deed: str, change: Callable[[Decisions], Decisions]) -> None:
        if not self._writable:
            self.tell(_READ_ONLY)
            return
        self.app.push_screen(ConfirmScreen(deed), partial(self._confirmed, change))

    def _confirmed(self, change: Callable[[Decisions], Decisions], yes: bool | None) -> None:
        if yes:
            self.dismiss(Wish(change=change))

    def action_suggest(self) -> None:
        """List names that may be one person's; again, everyone."""
        if self.rows.has_pairs:
            self.tell("")
            self.list_people()
        else:
            self.tell("Comparing names…")
            self._suggest(self.rows.people)

    @work(thread=True, exclusive=True, group="suggest", exit_on_error=False)
    def _suggest(self, people: tuple[Person, ...]) -> None:
        from tui.library.suggesting import suggestions

        self.post_message(self.Suggested(suggestions(people)))

    @on(Suggested)
    def _take_pairs(self, event: Suggested) -> None:
        if not event.pairs:
            self.tell("No two names are alike")
            return
        self.tell("Two names may be one person's: enter makes them one, f5 lists everyone")
        self.rows.show_pairs(event.pairs)
