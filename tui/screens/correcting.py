"""What the reader decides on the reading screen: who is who, and what was read wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import on, work
from textual.message import Message

from tui.library.errors import LibraryError
from tui.messages import message
from tui.model import Place
from tui.screens.bringing import Bringing

if TYPE_CHECKING:
    from tui.library.decisions import Decisions
    from tui.screens.people_frame import Wish

_SPEAKER = "speaker"

_EXAMPLES = {
    _SPEAKER: "the name without the office; nothing where nobody knows",
    "date": "2013-05-29; nothing where nobody knows",
    "time": "12:45; nothing where nobody knows",
    "title": "the title",
    "place": "the place; nothing where nobody knows",
}

_READ_ONLY = "The library was opened for reading only. Nothing was changed."


@runtime_checkable
class Decides(Protocol):
    """An archive over which people may decide."""

    @property
    def read_only(self) -> bool:
        """Whether it may not be written."""

    @property
    def decisions(self) -> Decisions:
        """Those that hold."""

    def decide(self, change: Callable[[Decisions], Decisions]) -> Decisions:
        """See :meth:`tui.library.library.Library.decide`."""


class Correcting(Bringing, layer=True):
    """The screen from which people and readings are corrected."""

    @message
    class Decided(Message):
        """A decision was written.

        Attributes:
            words: What was decided, for the reader.
            place: The turn it is about, if it is about one.
        """

        words: str
        place: Place | None = None

    def action_people(self) -> None:
        """Show everyone who speaks."""
        from tui.screens.people import PeopleScreen

        decided = self.archive.decisions.all if isinstance(self.archive, Decides) else ()
        last = decided[-1] if decided else None
        screen = PeopleScreen(self.archive, last=last, writable=self._writable)
        self.app.push_screen(screen, self._wished)

    def _wished(self, wish: Wish | None) -> None:
        if wish is None:
            return
        if wish.filter:
            self.set_filter(wish.filter)
            self.focus_words()
        elif wish.change is not None and isinstance(self.archive, Decides):
            self._decide(self.archive, wish.change)

    def action_edit(self) -> None:
        """Ask what of the turn or the meeting is wrong, and what is right."""
        from tui.screens.choosing import ChoiceScreen
        from tui.screens.line_question import AskScreen

        meeting, anchor = self.meeting, self.dialogue.current_anchor
        if meeting is None:
            self.say("No meeting is open yet")
            return
        if not self._writable:
            self.say(_READ_ONLY)
            return
        turn = next((turn for turn in meeting.turns if f"t{turn.number}" == anchor), None)
        now = {field: getattr(meeting, field) or "" for field in _EXAMPLES if field != _SPEAKER}
        names = {field: field for field in now}
        if turn is not None:
            now = {_SPEAKER: turn.speaker or "", **now}
            names[_SPEAKER] = f"speaker of {anchor}"

        def ask(field: str | None) -> None:
            if field is not None:
                self.app.push_screen(
                    AskScreen(names[field], _EXAMPLES[field], now[field]),
                    partial(self._correct, meeting.id, field, turn.number if turn else 0),
                )

        choices = [(field, names[field], value or "unknown") for field, value in now.items()]
        self.app.push_screen(ChoiceScreen("Correct by hand", choices), ask)

    def _correct(self, meeting: str, field: str, turn: int, to: str | None) -> None:
        if to is None or not isinstance(self.archive, Decides):
            return

        def change(held: Decisions) -> Decisions:
            from tui.library import deciding
            from tui.library.people import usual_name

            read = self.archive.meeting(meeting)
            if field != _SPEAKER:
                return deciding.correct(held, read, field, to)[0]
            name = usual_name(self.archive.people(), to)
            return deciding.correct_speaker(held, read, turn, name)[0]

        place = Place(meeting, f"t{turn}") if field == _SPEAKER else None
        self._decide(self.archive, change, place)

    @property
    def _writable(self) -> bool:
        return isinstance(self.archive, Decides) and not self.archive.read_only

    @work(thread=True, group="decide", exit_on_error=False)
    def _decide(
        self,
        archive: Decides,
        change: Callable[[Decisions], Decisions],
        place: Place | None = None,
    ) -> None:
        from tui.library.decision_words import in_words

        before: list[Decisions] = []

        def noting(held: Decisions) -> Decisions:
            before.append(held)
            return change(held)

        try:
            after = archive.decide(noting)
            rows = self.archive.timeline()
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        was = before[0]
        gone = [one for one in was.all if one not in after.all]
        made = [one for one in after.all if one not in was.all]
        told = [f"Corrected by hand: {in_words(one)}; P f4 takes it back" for one in made]
        told += [f"Taken back: {in_words(one)}" for one in gone]
        if told:
            self.post_message(self.Changed(rows))
        words = "; ".join(told) or "It is so already; nothing was changed"
        self.post_message(self.Decided(words, place if told else None))

    @on(Decided)
    def _show_decided(self, event: Decided) -> None:
        # A filter's answer alone would keep the open meeting as it was read before.
        self.read_again(event.place)
        self.say(event.words)
