"""Meetings as a filter leaves them: what the list, the strip and the bar say of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from tui.messages import message
from tui.model import Place, TimelineRow
from tui.screens import wording
from tui.screens.hit_walk import Landing
from tui.screens.meetings import Meetings

if TYPE_CHECKING:
    from tui.screens.found import Found
    from tui.search.query import Query

MANY = 500
"""Meetings up to which turns and people are counted before the first paint."""

UNHURRIED = 0.3
"""Seconds by which the first paint, and the first keys, go before counting."""


class Filtered(Meetings, layer=True):
    """Meetings under a filter, which another class sets."""

    @message
    class SummedUp(Message):
        """It is known how large the archive is.

        Attributes:
            rows: The timeline that was summed up.
            summary: What there is, in words.
        """

        rows: Sequence[TimelineRow]
        summary: str

    found: Found | None = None
    _summarised: Sequence[TimelineRow] | None = None

    @property
    def listed(self) -> Sequence[TimelineRow]:
        """The meetings the filter leaves."""
        return self.rows if self.found is None else self.found.rows

    @property
    def query_in_force(self) -> Query | None:
        """What the reader filters by."""
        return None if self.found is None else self.found.query

    def show_rows(self) -> None:
        """Bring list and strip up to date with the filter."""
        found = self.found
        if found is None:
            self.list.set_rows(self.rows, filtered=False)
            self.strip.set_rows(self.rows, filtered=False)
        else:
            self.list.set_groups(found.groups, filtered=True)
            self.strip.set_dated(found.dated, filtered=True)
        if self._summarised is not self.rows:
            self._summarised = self.rows
            if len(self.rows) > MANY:
                self.strip.summary = wording.counted(len(self.rows), "meeting")
                self.set_timer(UNHURRIED, partial(self._sum_up, self.rows))
            else:
                self.strip.summary = wording.summary(self.rows)

    @work(thread=True, exclusive=True, group="summing up", exit_on_error=False)
    def _sum_up(self, rows: Sequence[TimelineRow]) -> None:
        self.post_message(self.SummedUp(rows, wording.summary(rows)))

    @on(SummedUp)
    def _summed_up(self, event: SummedUp) -> None:
        if event.rows is self.rows:
            self.strip.summary = event.summary

    def stood(self) -> None:
        """Say how much there is, and on which hit one stands."""
        found = self.found
        if found is None:
            self.filter_bar.say((), ())
            return
        from tui.search.explain import clauses

        number = None
        if self.walk.index is not None and self.meeting is not None:
            number = found.hits_before(self.meeting.id) + self.walk.index + 1
        self.filter_bar.say(
            [chip.meaning for chip in clauses(found.query)],
            found.counts(len(self.rows), number),
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
        index = self.walk.step(self.outline_of(meeting), self.dialogue.place, step)
        if index is not None:
            self.stand_on(index)
            return
        target = found.neighbour(meeting.id, step, order=self.order)
        if target is None:
            first, last = found.ends
            target = first if step > 0 else last
            self.say("On from the other end")
        landing = Landing.FIRST if step > 0 else Landing.LAST
        self.open_place(Place(target), landing=landing)
