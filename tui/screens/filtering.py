"""The filter: searching while one types, and walking what it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.library.errors import LibraryError, NotFound
from tui.model import Hit, Place, TimelineRow
from tui.screens import wording
from tui.screens.found import Found
from tui.screens.hit_walk import Landing
from tui.screens.meetings import Meetings
from tui.widgets.filter_bar import FilterBar
from tui.widgets.time_strip import TimeStrip

if TYPE_CHECKING:
    from tui.search.query import Query


class Filtering(Meetings):
    """Meetings under a filter."""

    @dataclass
    class Answered(Message):
        """A search came to its end.

        Attributes:
            found: What it found; None where no filter is set.
            serial: Which search it was; an older one is not shown.
            back_to: Where to return to instead of going to a hit.
            keeping: Whether the filter goes into the history.
            hits: Its hits in the meeting that was open when it ended.
            open: That meeting's id; "" where none was.
        """

        found: Found | None
        serial: int
        back_to: Place | None
        keeping: bool
        hits: tuple[Hit, ...] = ()
        open: str = ""

    @dataclass
    class Changed(Message):
        """Somebody else changed the archive.

        Attributes:
            rows: Its whole timeline as it is now.
        """

        rows: tuple[TimelineRow, ...]

    found: Found | None = None
    _search_serial = 0
    _text_before = ""
    _place_before: Place | None = None

    @property
    def listed(self) -> tuple[TimelineRow, ...]:
        """The meetings the filter leaves."""
        return self.rows if self.found is None else self.found.rows

    @property
    def query_in_force(self) -> Query | None:
        """What the reader filters by."""
        return None if self.found is None else self.found.query

    def show_rows(self) -> None:
        """Bring list and strip up to date with the filter."""
        filtered = self.found is not None
        self.list.set_rows(self.listed, filtered)
        self.strip.summary = wording.summary(self.rows)
        self.strip.set_rows(self.listed, filtered)

    def set_filter(self, text: str) -> None:
        """Filter by this text as if it had been typed and kept."""
        self._text_before, self._place_before = self.filter_bar.text, self.place
        self.filter_bar.set_text(text)
        self.search(text, keeping=True)

    @work(thread=True, exclusive=True, group="archive", exit_on_error=False)
    def look_for_changes(self) -> None:
        """Notice what another process wrote; nothing is painted unless something was."""
        try:
            if self.archive.refresh():
                self.post_message(self.Changed(self.archive.timeline()))
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))

    @on(Changed)
    def _take_up(self, event: Changed) -> None:
        before = len(self.rows)
        self.rows = event.rows
        self.order = tuple(row.entry.id for row in event.rows)
        difference = len(event.rows) - before
        told = f"{difference:+,} meeting{'s' * (abs(difference) != 1)}" if difference else "revised"
        self.say(f"The library changed: {told}")
        self.read_again()
        if self.found is not None:
            self.search(self.found.text, back_to=self.place)
        else:
            self.show_rows()
            if self.meeting is None and self.order:
                self.open_place(Place(self.order[0]), remember=False)

    # In the bar -----------------------------------------------------------------------

    def action_filter(self) -> None:
        """Open the filter bar."""
        self.remove_class("-list-open")
        self._text_before, self._place_before = self.filter_bar.text, self.place
        self.filter_bar.open(self.host.query_history())

    @on(FilterBar.Changed)
    def _typed(self, event: FilterBar.Changed) -> None:
        self.search(event.text, typing=True)

    @on(FilterBar.Submitted)
    def _submitted(self, event: FilterBar.Submitted) -> None:
        self.search(event.text, keeping=True)
        self.focus_words()

    @on(FilterBar.Cancelled)
    def _cancelled(self) -> None:
        changed = self.filter_bar.text != self._text_before
        self.filter_bar.set_text(self._text_before)
        self.focus_words()
        if changed:
            self.search(self._text_before, back_to=self._place_before)

    @on(TimeStrip.RangePicked)
    def _range_picked(self, event: TimeStrip.RangePicked) -> None:
        kept = [word for word in self.filter_bar.text.split() if not word.startswith("date:")]
        self.set_filter(" ".join([*kept, f"date:{event.start}..{event.end}"]))
        self.focus_words()

    # Searching ------------------------------------------------------------------------

    def search(
        self,
        text: str,
        *,
        typing: bool = False,
        keeping: bool = False,
        back_to: Place | None = None,
    ) -> None:
        """Answer a filter, in the background; an older search is given up.

        Args:
            text: The filter.
            typing: Whether it may still be growing: its last name then counts as begun.
            keeping: Whether it goes into the history. Where its last name as a whole finds
                nothing, what was found while the name was only begun is kept, by the asterisk
                that says so.
            back_to: Where to return to instead of going to a hit.
        """
        self._search_serial += 1
        if text.strip():
            self._run_search(text, self._search_serial, typing, keeping, back_to)
        else:
            self._answer(None, back_to)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _run_search(
        self, text: str, serial: int, typing: bool, keeping: bool, back_to: Place | None
    ) -> None:
        # The language is loaded by the first search, not by the first paint.
        from tui.search.parser import parse

        worker = get_current_worker()

        def stale() -> bool:
            return worker.is_cancelled or serial != self._search_serial

        parsed = parse(text, typing=typing)
        problem = parsed.problems[0].message if parsed.problems else ""
        if parsed.query.is_everything and not problem:
            self.post_message(self.Answered(None, serial, back_to, keeping=False))
            return
        try:
            rows = self.archive.timeline(parsed.query, cancelled=stale)
            begun = parse(f"{text}*") if keeping and not rows else None
            if begun is not None and begun.query == parse(text, typing=True).query:
                rows = self.archive.timeline(begun.query, cancelled=stale)
                if rows:
                    text, parsed = f"{text}*", begun
            meeting = self.meeting.id if self.meeting is not None and not stale() else ""
            hits = self._hits_in(meeting, parsed.query) if meeting else ()
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        if not stale():
            found = Found(text, parsed.query, rows, problem)
            self.post_message(self.Answered(found, serial, back_to, keeping, hits, meeting))

    def _hits_in(self, meeting: str, query: Query) -> tuple[Hit, ...]:
        """Hits in an open meeting; none where it was removed meanwhile."""
        try:
            return self.archive.hits_in(meeting, query)
        except NotFound:
            return ()

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        if event.serial == self._search_serial:
            if event.keeping and event.found is not None:
                self.host.remember_query(event.found.text.strip())
            hits = event.hits
            if self.meeting is not None and event.found and self.meeting.id != event.open:
                # Another meeting was opened while the answer was on its way.
                hits = self._hits_in(self.meeting.id, event.found.query)
            self._answer(event.found, event.back_to, hits)

    def _answer(
        self, found: Found | None, back_to: Place | None, hits: tuple[Hit, ...] = ()
    ) -> None:
        standing = self.walk.current if self.found == found else None
        self.found = found
        if found is not None and found.text == f"{self.filter_bar.text}*":
            self.filter_bar.set_text(found.text)
        self.show_rows()
        if self.meeting is not None:
            self.set_walk(hits)
        target = self._target(found, back_to)
        if standing is not None and standing in self.walk.hits:
            self.stand_on(self.walk.hits.index(standing))
        elif target is not None:
            self.open_place(target[0], landing=target[1], remember=False)
        else:
            self.stood()
            if self.meeting is None:
                self.dialogue.show_words(wording.NO_HITS)

    def _target(self, found: Found | None, back_to: Place | None) -> tuple[Place, Landing] | None:
        """Where an answer takes the reader: the first hit at or after the place before."""
        if back_to is not None:
            return back_to, Landing.NONE
        if found is None or not found.rows:
            return None
        start = self._place_before or self.place
        here = "" if start is None else start.meeting
        if not found.hits:
            if self.meeting is not None and self.meeting.id in found:
                return None
            return Place(found.rows[0].entry.id), Landing.NONE
        if start is not None and found.has_hits(here):
            return start, Landing.AT_OR_AFTER
        following = found.neighbour(here, 1, order=self.order)
        first = next(row.entry.id for row in found.rows if row.hits)
        return Place(following or first), Landing.FIRST

    # What it found --------------------------------------------------------------------

    def stood(self) -> None:
        """Say how much there is, and on which hit one stands."""
        found = self.found
        if found is None:
            self.filter_bar.say((), "")
            return
        from tui.search.explain import clauses

        number = None
        if self.walk.index is not None and self.meeting is not None:
            number = found.hits_before(self.meeting.id) + self.walk.index + 1
        self.filter_bar.say(
            [chip.meaning for chip in clauses(found.query)],
            found.counts(len(self.rows), number, width=self.size.width),
            found.problem,
        )

    def action_hit(self, step: int) -> None:
        """Go to the next hit (1) or the previous (-1), on into other meetings."""
        found, meeting = self.found, self.meeting
        if found is None or meeting is None:
            self.say("No filter is set: press / and type what you look for")
            return
        if not found.hits:
            self.say("Nothing fits the filter")
            return
        index = self.walk.step(meeting, self.dialogue.place, step)
        if index is not None:
            self.stand_on(index)
            return
        target = found.neighbour(meeting.id, step, order=self.order)
        if target is None:
            with_hits = [row.entry.id for row in found.rows if row.hits]
            target = with_hits[0 if step > 0 else -1]
            self.say("On from the other end")
        landing = Landing.FIRST if step > 0 else Landing.LAST
        self.open_place(Place(target), landing=landing)

    def action_back_out(self) -> None:
        """Drop the selection or range; else close the list; else lift the filter and stay."""
        if self.dialogue.selected_range() is not None:
            self.dialogue.clear_selection()
        elif self.strip.has_range:
            self.strip.action_drop()
        elif self.focused is not self.dialogue:
            self.focus_words()
        elif self.filter_bar.text:
            self.filter_bar.set_text("")
            self._place_before = None
            self.search("")
