"""What a filter found, as the screen holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress
from typing import TYPE_CHECKING

from tui.model import TimelineRow
from tui.screens.wording import counted
from tui.timeline import hits_of, ids_of, turns_of
from tui.widgets.dated import DatedMeetings
from tui.widgets.year_groups import YearGroups

if TYPE_CHECKING:
    from tui.search.query import Query

AT_LEAST = "≥ "
"""Stands before a number that may still grow."""


@dataclass(frozen=True)
class Found:
    """The answer to one filter.

    Attributes:
        text: The filter as typed.
        query: What it was understood to be.
        rows: The meetings it leaves, in the order of the list, with their hits.
        problem: What could not be understood, "" where everything was.
        complete: Whether these are all meetings, and all their hits are counted.
        settled: Whether these are all meetings and turns, though hits may still be counted.
    """

    text: str
    query: Query
    rows: Sequence[TimelineRow]
    problem: str = ""
    complete: bool = True
    settled: bool = True

    @cached_property
    def hits(self) -> int:
        """All hits, speech and the rest."""
        return sum(hits_of(self.rows))

    @cached_property
    def turns(self) -> int:
        """Turns with at least one hit."""
        return sum(turns_of(self.rows))

    @cached_property
    def groups(self) -> YearGroups:
        """How they stand in the list."""
        return YearGroups.of(self.rows, filtered=True)

    @cached_property
    def dated(self) -> DatedMeetings:
        """How they stand in time."""
        return DatedMeetings.of(self.rows, filtered=True)

    def prepared(self) -> Found:
        """Work out, in the thread that asks, all that the screen is going to ask."""
        _ = self.groups, self.dated, self.hits, self.turns, self._places, self._before
        return self

    @cached_property
    def _places(self) -> dict[str, int]:
        return {meeting: index for index, meeting in enumerate(ids_of(self.rows))}

    @cached_property
    def _before(self) -> tuple[int, ...]:
        return tuple(accumulate(hits_of(self.rows), initial=0))

    def __contains__(self, meeting: object) -> bool:
        """Whether a meeting, by its id, is left by the filter."""
        return meeting in self._places

    def has_hits(self, meeting: str) -> bool:
        """Whether a meeting, by its id, has hits."""
        index = self._places.get(meeting)
        return index is not None and hits_of(self.rows)[index] > 0

    def hits_before(self, meeting: str) -> int:
        """Count the hits of the meetings listed above this one."""
        index = self._places.get(meeting)
        return 0 if index is None else self._before[index]

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last meeting with hits; there must be some."""
        ids = tuple(compress(ids_of(self.rows), hits_of(self.rows)))
        return ids[0], ids[-1]

    def neighbour(self, meeting: str, step: int, *, order: tuple[str, ...]) -> str | None:
        """Return the next meeting with hits, up (-1) or down (1) the list; None at its end.

        Args:
            meeting: Where one stands; it need not have been found itself.
            step: 1 or -1.
            order: The ids of all meetings in the order of the list.
        """
        if (index := self._places.get(meeting)) is not None:
            ids, hits = ids_of(self.rows), hits_of(self.rows)
            beside = range(index + 1, len(ids)) if step > 0 else range(index - 1, -1, -1)
            return next((ids[place] for place in beside if hits[place]), None)
        if meeting not in order:
            return None
        position = order.index(meeting)
        beyond = order[position + 1 :] if step > 0 else order[:position][::-1]
        return next((id_ for id_ in beyond if self.has_hits(id_)), None)

    def counts(self, meetings: int, number: int | None = None) -> tuple[str, ...]:
        """Say how much was found, in several lengths, the longest first.

        Args:
            meetings: How many meetings the library has.
            number: Which hit one stands on, from 1, where one does.
        """
        of_all = counted(meetings, "meeting")
        least = "" if self.settled else AT_LEAST
        if not self.query.has_passage_clauses:
            listed = f"{least}{len(self.rows):,}"
            return f"{listed} of {of_all}", f"{listed}/{meetings:,}"
        if not self.hits:
            return (f"no hits in {of_all}", "no hits") if self.complete else ("counting",)
        if not self.complete:
            return self._counts_so_far(of_all, least)
        standing = f"{number:,} of " if number is not None else ""
        hits = f"{standing}{counted(self.hits, 'hit')}"
        where = f"{self._with_hits:,} of {of_all}"
        brief = f"{number:,}/{self.hits:,}" if number is not None else hits
        return f"{hits} · {counted(self.turns, 'turn')} · {where}", f"{hits} · {where}", hits, brief

    def _counts_so_far(self, meetings: str, least: str) -> tuple[str, ...]:
        hits = f"{AT_LEAST}{counted(self.hits, 'hit')}"
        turns = f"{least}{counted(self.turns, 'turn')}"
        where = f"{least}{self._with_hits:,} of {meetings}"
        counting = f"{hits}, counting"
        return f"{counting} · {turns} · {where}", f"{counting} · {where}", counting, hits

    @cached_property
    def _with_hits(self) -> int:
        return sum(map(bool, hits_of(self.rows)))
