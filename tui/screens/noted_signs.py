"""The signs of the notebook beside what one reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.library.errors import LibraryError
from tui.messages import message
from tui.model import Hit, Meeting, Place
from tui.screens.concordance_way import Concording
from tui.screens.filtering import Filtering
from tui.screens.hit_walk import Landing
from tui.screens.wording import counted
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from tui.library.notebook.file import Stamp
    from tui.quoting.note import Note
    from tui.search.query import Query


class NotedSigns(Concording, layer=True):
    """The screen on which notes are seen: in the words, in the list, at the scrollbar."""

    @message
    class Looked(Message):
        """The notebook was read.

        Attributes:
            notes: All notes, by meeting.
            stamp: Which version of the notebook that was.
            problems: What could not be read.
        """

        notes: Mapping[str, tuple[Note, ...]]
        stamp: Stamp | None
        problems: tuple[str, ...]

    @message
    class Placed(Message):
        """Notes were found in the meeting that is open.

        Attributes:
            meeting: Its id.
            anchors: The passages in which their words stand now.
        """

        meeting: str
        anchors: frozenset[str]

    @message
    class Flagged(Message):
        """Notes were found to be touched by a change of the library.

        Attributes:
            ids: Theirs.
        """

        ids: frozenset[str]

    _notes: Mapping[str, tuple[Note, ...]] = {}
    _notes_stamp: Stamp | None = None
    _flagged: frozenset[str] = frozenset()

    @message
    class Differs(Message):
        """The notebook on the disk is another than the one taken up."""

    # Signs ----------------------------------------------------------------------------

    def look_for_notes(self) -> None:
        """Notice what another process noted: asks the disk, for threads that may wait for it."""
        notebook = self.host.notebook
        if notebook is not None and notebook.stamp != self._notes_stamp:
            self.post_message(self.Differs())

    @on(Differs)
    def _take_up_notes(self) -> None:
        self.look_at_notebook()

    @work(thread=True, exclusive=True, group="notes", exit_on_error=False)
    def look_at_notebook(self) -> None:
        """Take up the notes, if there are others than before."""
        notebook = self.host.notebook
        if notebook is None or (stamp := notebook.stamp) == self._notes_stamp:
            return
        by_meeting: dict[str, list[Note]] = {}
        problems: tuple[str, ...] = ()
        try:
            if notebook.has_notes:
                for note in notebook.notes.all():
                    by_meeting.setdefault(note.meeting, []).append(note)
                problems = notebook.notes.problems
        except LibraryError as error:
            problems = (str(error),)
        notes = {meeting: tuple(some) for meeting, some in by_meeting.items()}
        if not get_current_worker().is_cancelled:
            self.post_message(self.Looked(notes, stamp, problems))

    @on(Looked)
    def _take_notes(self, event: Looked) -> None:
        changed = event.notes != self._notes
        self._notes, self._notes_stamp = event.notes, event.stamp
        self.list.set_noted(frozenset(event.notes))
        if event.problems:
            self.say(event.problems[0])
        self._place_notes()
        if changed and self.found is not None and _asks_for_notes(self.found.query):
            self.search(self.found.text, back_to=self.place)

    def show_meeting(
        self, meeting: Meeting, hits: tuple[Hit, ...], place: Place, landing: Landing
    ) -> None:
        """Show a meeting, with the signs of what is noted in it."""
        super().show_meeting(meeting, hits, place, landing)
        if meeting.id in self._notes:
            self._place_notes()

    def _place_notes(self) -> None:
        if (meeting := self.meeting) is None:
            return
        if notes := self._notes.get(meeting.id):
            self._find_notes(meeting, notes)
        else:
            self.dialogue.set_noted(())

    @work(thread=True, exclusive=True, group="placing", exit_on_error=False)
    def _find_notes(self, meeting: Meeting, notes: tuple[Note, ...]) -> None:
        from tui.library.notebook.standing import check_in

        found = (found for checked in check_in(notes, meeting) for found in checked.found)
        anchors = frozenset(one.place.anchor for one in found if one.place is not None)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Placed(meeting.id, anchors))

    @on(Placed)
    def _show_signs(self, event: Placed) -> None:
        if self.meeting is not None and self.meeting.id == event.meeting:
            self.dialogue.set_noted(event.anchors)

    # What a change of the library does to notes ---------------------------------------

    @on(Filtering.Changed)
    def _check_notes(self) -> None:
        if self._notes:
            self._look_for_flags([note for some in self._notes.values() for note in some])

    @work(thread=True, exclusive=True, group="flags", exit_on_error=False)
    def _look_for_flags(self, notes: list[Note]) -> None:
        from tui.library.notebook.standing import check

        flagged = (checked.note.id for checked in check(notes, self.archive) if checked.is_flagged)
        self.post_message(self.Flagged(frozenset(flagged)))

    @on(Flagged)
    def _tell_flags(self, event: Flagged) -> None:
        new = event.ids - self._flagged
        self._flagged = event.ids
        if new:
            said = self.query_one(KeyBar).message
            # The first look of a sitting also finds what an earlier change touched.
            touched = f"{counted(len(new), 'note')} to look at: B shows what changed"
            self.say(f"{said}  ·  {touched}" if said else touched)


def _asks_for_notes(query: Query) -> bool:
    """Whether what a filter finds depends on what is noted."""
    from tui.search.query import Is, State, walk

    clauses = walk(query.root) if query.root is not None else ()
    return any(isinstance(clause, Is) and clause.state is State.NOTED for clause in clauses)
