"""The filter: searching while one types."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.library.errors import LibraryError
from tui.messages import message
from tui.model import Hit, Meeting, Place, TimelineRow
from tui.screens import wording
from tui.screens.filtered import MANY, Filtered
from tui.timeline import ids_of
from tui.widgets.filter_bar import FilterBar
from tui.widgets.time_strip import TimeStrip

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.screens.asking import Search
    from tui.screens.found import Found
    from tui.screens.hit_walk import Target
    from tui.screens.rhythm import Rhythm


class Filtering(Filtered, layer=True):
    """A filter that answers while one types."""

    @message
    class Answered(Message):
        """A search came to its end, and the meeting it leads to is read.

        Attributes:
            found: What it found; None where the text asks nothing.
            search: What was asked; an older one than the last is not shown.
            meeting: The meeting to show: where it leads, else the one that was open.
            hits: What it finds in that meeting.
            target: Where to stand; None to stay.
        """

        found: Found | None
        search: Search
        meeting: Meeting | None
        hits: tuple[Hit, ...]
        target: Target | None

    @message
    class Counted(Message):
        """A search found or counted more since it was answered.

        Attributes:
            found: What it found so far.
            search: What was asked; an older one than the last is not shown.
        """

        found: Found | None
        search: Search

    @message
    class Changed(Message):
        """Somebody else changed the archive.

        Attributes:
            rows: Its whole timeline as it is now.
        """

        rows: Sequence[TimelineRow]

    _soon: Timer | None = None
    _search_serial = 0
    _text_before = ""
    _place_before: Place | None = None

    def set_filter(self, text: str) -> None:
        """Filter by this text as if it had been typed and kept."""
        self._text_before, self._place_before = self.filter_bar.text, self.place
        self.filter_bar.set_text(text)
        self.search(text, keeping=True, start=self.place)

    def look_for_changes(self) -> None:
        """Notice what another process wrote: asks the disk, for threads that may wait for it.

        Nothing is painted unless something was written.
        """
        try:
            if self.archive.refresh():
                self.post_message(self.Changed(self.archive.timeline()))
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))

    @work(thread=True, group="catching up", exit_on_error=False)
    def catch_up(self) -> None:
        """Let the archive do what makes searching quick; nothing on the screen waits for it."""
        worker = get_current_worker()
        self.archive.catch_up(cancelled=lambda: worker.is_cancelled)

    @on(Changed)
    def _take_up(self, event: Changed) -> None:
        before = len(self.rows)
        self.rows = event.rows
        self.order = ids_of(event.rows)
        difference = len(event.rows) - before
        told = f"{difference:+,} meeting{'s' * (abs(difference) != 1)}" if difference else "revised"
        self.say(f"The library changed: {told}")
        self.catch_up()
        if self.found is not None:
            self.search(self.found.text, back_to=self.place)
            return
        self.show_rows()
        self.read_again()
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
        self.search(event.text, typing=True, start=self._place_before)

    @on(FilterBar.Submitted)
    def _submitted(self, event: FilterBar.Submitted) -> None:
        self.search(event.text, keeping=True, start=self._place_before)
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
        from tui.search.editing import within_dates

        self.set_filter(within_dates(self.filter_bar.text, event.start, event.end))
        self.focus_words()

    # Searching ------------------------------------------------------------------------

    def search(
        self,
        text: str,
        *,
        typing: bool = False,
        keeping: bool = False,
        start: Place | None = None,
        back_to: Place | None = None,
    ) -> None:
        """Answer a filter, in the background; an older search is given up.

        Args:
            text: The filter.
            typing: Whether it may still be growing: its last name then counts as begun.
            keeping: Whether it goes into the history. Where its last name as a whole finds
                nothing, what was found while the name was only begun is kept, by the asterisk
                that says so.
            start: From where the first hit is looked for.
            back_to: Where to return to instead of going to a hit.
        """
        from tui.screens.asking import Search  # loaded by the first filter

        self._search_serial += 1
        search = Search(
            text=text,
            serial=self._search_serial,
            typing=typing,
            keeping=keeping,
            start=start,
            back_to=back_to,
            open_meeting=self.meeting.id if self.meeting is not None else None,
            place=self.place,
            opening=self.opening,
        )
        if self._soon is not None:
            self._soon.stop()
            self._soon = None
        if not text.strip():
            self._lift(back_to)
            return
        wait = self._rhythm.asked(text, typing=typing and len(self.rows) > MANY)
        if wait:
            self._soon = self.set_timer(wait, partial(self._run_search, search))
        else:
            self._run_search(search)

    def answered(self, found: Found | None, search: Search | None) -> None:
        """Called whenever a filter was answered, or lifted (None)."""

    def _lift(self, back_to: Place | None) -> None:
        """Show everything again; one stays where one is, or returns."""
        self.found = None
        self.answered(None, None)
        self.show_rows()
        self.set_walk(())
        self.stood()
        if back_to is not None:
            self.open_place(back_to, remember=False)
        elif self.meeting is not None:
            self.list.current = self.meeting.id
        elif self.order:
            self.open_place(Place(self.order[0]), remember=False)

    @cached_property
    def _rhythm(self) -> Rhythm:
        from tui.screens.rhythm import Rhythm  # not before somebody searches

        return Rhythm()

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _run_search(self, search: Search) -> None:
        from tui.screens.asking import find

        worker = get_current_worker()
        self._rhythm.began()

        def stale() -> bool:
            return worker.is_cancelled or search.serial != self._search_serial

        shown = False
        try:
            for found in find(self.archive, search, stale):
                if stale():
                    return
                if found is not None:
                    found.prepared()
                if shown or (found is not None and not found.rows and not found.complete):
                    self.post_message(self.Counted(found, search))
                else:
                    self.post_message(self._answer(found, search))
                    shown = True
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))

    def _answer(self, found: Found | None, search: Search) -> Answered:
        """Read the meeting that an answer leads to."""
        from tui.screens.asking import target_of

        target = target_of(found, search, self.order)
        meeting: Meeting | None = None
        hits: tuple[Hit, ...] = ()
        wanted = target.place.meeting if target is not None else search.open_meeting
        if wanted is not None:
            meeting = self.archive.meeting(wanted)
            hits = self.hits_in(meeting, None if found is None else found.query)
        return self.Answered(found, search, meeting, hits, target)

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        if event.search.serial != self._search_serial or event.found is None:
            return
        if not event.found.rows and not event.found.complete:
            # Nothing yet: what was found before stays until there is something to show.
            self.filter_bar.say((), event.found.counts(len(self.rows)))
            return
        before, self.found = self.found, event.found
        if event.found.complete or before is None or not event.found.settled:
            self.show_rows()
        else:
            # The strip's bars would hardly change, and it costs as much as the list.
            self.list.set_groups(event.found.groups, filtered=True)
        self.stood()
        if not event.found.rows:
            # What the index proposed was not there after all.
            self.answered(event.found, event.search)

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        search, found = event.search, event.found
        if search.serial != self._search_serial:
            return
        if found is None:
            self._lift(search.back_to)
            return
        if search.keeping:
            self.host.remember_query(found.text.strip())
        self.found = found
        if found.text == f"{self.filter_bar.text}*":
            self.filter_bar.set_text(found.text)
        self.show_rows()
        self.answered(found, search)
        if search.opening != self.opening:
            # The reader went elsewhere meanwhile; only what is marked there is due.
            self.read_again()
        elif event.meeting is None:
            self.stood()
            self.dialogue.show_words(wording.NO_HITS)
        else:
            walked_on = search.keeping and self.place != search.place
            self.show_answer(event.meeting, event.hits, None if walked_on else event.target)
        self._rhythm.answered()

    # Leaving it -----------------------------------------------------------------------

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
            self.search("")
