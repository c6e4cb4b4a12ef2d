"""Opening meetings and standing at places in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.library.archive import Archive
from tui.library.errors import LibraryError, NotFound
from tui.messages import message
from tui.model import Hit, Meeting, Place, TimelineRow
from tui.screens import wording
from tui.screens.frame import Frame
from tui.screens.hit_walk import HitWalk, Landing, Target
from tui.screens.trail import Trail
from tui.timeline import ids_of
from tui.widgets.dialogue.outline import Outline
from tui.widgets.meeting_list import MeetingList
from tui.widgets.palette import assign, own_slots
from tui.widgets.time_strip import TimeStrip

if TYPE_CHECKING:
    from tui.search.query import Query


class Meetings(Frame, layer=True):
    """The frame over an archive, with one of its meetings open."""

    @message
    class Opened(Message):
        """A meeting was read from the archive.

        Attributes:
            meeting: The meeting.
            hits: What the filter finds in it.
            place: Where to stand.
            landing: Which hit to stand on instead.
            opening: Which opening it was; an older one is not shown.
            query: What the hits answer.
        """

        meeting: Meeting
        hits: tuple[Hit, ...]
        place: Place
        landing: Landing
        opening: int
        query: Query | None

    class Shown(Message):
        """Words of a meeting were put on the screen that had others, or none, before."""

    @message
    class Failed(Message):
        """The archive could not be read.

        Attributes:
            reason: What happened and what to do, for the reader.
        """

        reason: str

    def __init__(self, archive: Archive, rows: Sequence[TimelineRow]) -> None:
        """Create the screen over an archive.

        Args:
            archive: Where meetings come from.
            rows: Its whole timeline, newest first.
        """
        super().__init__()
        self.archive = archive
        self.rows = rows
        self.order = ids_of(rows)
        self.meeting: Meeting | None = None
        self.walk = HitWalk()
        self._trail = Trail()
        self.opening = 0

    @property
    def place(self) -> Place | None:
        """Where the reader is."""
        return self.dialogue.place if self.meeting is not None else None

    @property
    def listed(self) -> Sequence[TimelineRow]:
        """The meetings of the list, in its order."""
        return self.rows

    @property
    def query_in_force(self) -> Query | None:
        """What the reader filters by."""
        return None

    def stood(self) -> None:
        """Called whenever the reader came to stand somewhere else."""

    def visit(self, meeting: str) -> None:
        """Go to a meeting that was pointed at, unless it is open."""
        if self.meeting is None or self.meeting.id != meeting:
            landing = Landing.NONE if self.query_in_force is None else Landing.FIRST
            self.open_place(Place(meeting), landing=landing)

    def open_place(
        self, place: Place, *, landing: Landing = Landing.NONE, remember: bool = True
    ) -> None:
        """Go to a place, opening its meeting if need be.

        Args:
            place: Where to go.
            landing: Which hit of the meeting to stand on instead.
            remember: Whether one can come back from there to here.
        """
        if remember and self.place is not None:
            self._trail = self._trail.leave(self.place)
        self.opening += 1
        if self.meeting is not None and self.meeting.id == place.meeting:
            self._land(self.meeting, place, landing, fresh=False)
        else:
            self._read(place, landing, self.query_in_force, self.opening)

    def read_again(self, place: Place | None = None) -> None:
        """Show the open meeting as the archive has it now; one that was removed stays.

        Args:
            place: Where to stand in it then; where one stands, if absent.
        """
        if place is None or self.meeting is None or self.meeting.id != place.meeting:
            place = self.place
        if place is not None and place.meeting in self.order:
            self.opening += 1
            self._read(place, Landing.NONE, self.query_in_force, self.opening)

    @work(thread=True, exclusive=True, group="meeting", exit_on_error=False)
    def _read(self, place: Place, landing: Landing, query: Query | None, opening: int) -> None:
        worker = get_current_worker()
        try:
            meeting = self.archive.meeting(place.meeting)
            hits = self.hits_in(meeting, query)
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Opened(meeting, hits, place, landing, opening, query))

    @on(Opened)
    def _opened(self, event: Opened) -> None:
        if event.opening != self.opening:
            return
        if event.query is not self.query_in_force:
            # The filter changed while the meeting was on its way.
            self._read(event.place, Landing.NONE, self.query_in_force, self.opening)
            return
        self.show_meeting(event.meeting, event.hits, event.place, event.landing)

    def hits_in(self, meeting: Meeting, query: Query | None) -> tuple[Hit, ...]:
        """Find a query's hits in a meeting: disk and search, for worker threads only.

        Raises:
            LibraryError: The archive cannot be read.
        """
        try:
            return () if query is None else self.archive.hits_in(meeting.id, query)
        except NotFound:
            # It was removed between being read and being searched.
            return ()

    def show_meeting(
        self, meeting: Meeting, hits: tuple[Hit, ...], place: Place, landing: Landing
    ) -> None:
        """Show a meeting and stand at a place in it, or on one of its hits."""
        self.meeting = meeting
        self.walk = HitWalk(hits)
        self.dialogue.show(
            meeting,
            colours={
                **assign(person.name for person in meeting.people),
                **own_slots(self.host.config.colours),
            },
            place=self._within(meeting, place),
        )
        self.dialogue.set_hits(hits)
        self.list.current = meeting.id
        self.strip.current = meeting.id
        self.show_fold(wording.fold(meeting, self.order))
        self._land(meeting, place, landing, fresh=True)
        self.post_message(self.Shown())

    def show_answer(self, meeting: Meeting, hits: tuple[Hit, ...], target: Target | None) -> None:
        """Mark other hits, and go to where they lead."""
        place = target.place if target is not None else self.place or Place(meeting.id)
        landing = target.landing if target is not None else Landing.NONE
        if self.meeting is None or self.meeting.id != meeting.id:
            self.show_meeting(meeting, hits, place, landing)
            return
        self.set_walk(hits)
        self.list.current = meeting.id
        if target is None:
            self.stood()
        else:
            self._land(meeting, place, landing, fresh=False)

    @on(Failed)
    def _say_failure(self, event: Failed) -> None:
        if self.meeting is None:
            self.dialogue.show_words(event.reason)
        self.say(event.reason)

    def _land(self, meeting: Meeting, place: Place, landing: Landing, *, fresh: bool) -> None:
        index = self.walk.land(self.outline_of(meeting), place, landing)
        if index is not None:
            self.stand_on(index)
            return
        if not fresh:
            self.dialogue.go_to(self._within(meeting, place))
        self.stood()

    @staticmethod
    def _within(meeting: Meeting, place: Place) -> Place:
        """The place under the meeting's full id; one may come by the beginning of an id."""
        return replace(place, meeting=meeting.id)

    def outline_of(self, meeting: Meeting) -> Outline:
        """The parts of the open meeting: those on the screen, so that none is counted twice."""
        shown = self.dialogue.outline
        return shown if shown is not None and shown.meeting is meeting else Outline(meeting)

    def stand_on(self, index: int) -> None:
        """Stand on a hit of the open meeting."""
        self.walk = self.walk.at(index)
        self.dialogue.focus_hit(self.walk.hits[index])
        self.stood()

    def set_walk(self, hits: tuple[Hit, ...]) -> None:
        """Take other hits for the open meeting; one stands on none of them yet."""
        self.walk = HitWalk(hits)
        self.dialogue.set_hits(hits)

    # Ways between meetings ------------------------------------------------------------

    @on(MeetingList.Highlighted)
    def _rested(self, event: MeetingList.Highlighted) -> None:
        self.visit(event.meeting)

    @on(MeetingList.Chosen)
    def _chosen(self, event: MeetingList.Chosen) -> None:
        self.visit(event.meeting)
        self.focus_words()

    @on(TimeStrip.Chosen)
    def _pointed(self, event: TimeStrip.Chosen) -> None:
        self.visit(event.meeting)

    def action_meeting(self, step: int) -> None:
        """Go down (1) or up (-1) the list by one meeting."""
        order = ids_of(self.listed)
        here = self.meeting.id if self.meeting is not None else ""
        target = order.index(here) + step if here in order else 0
        if not order:
            self.say("There is no other meeting")
        elif target < 0:
            self.say("No meeting stands above this one")
        elif target >= len(order):
            self.say("No meeting stands below this one")
        else:
            self.visit(order[target])

    def action_go_back(self) -> None:
        """Back to where one was."""
        self._go(self._trail.back)

    def action_go_forth(self) -> None:
        """Forth again."""
        self._go(self._trail.forth)

    def _go(self, way: Callable[[Place], tuple[Place, Trail] | None]) -> None:
        if self.place is None:
            return
        if (step := way(self.place)) is None:
            self.say("Nowhere to go that way")
            return
        target, self._trail = step
        self.open_place(target, remember=False)
