"""Counting what a query finds in one meeting after another, decoding no more than is needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from operator import add
from typing import TYPE_CHECKING, TypeAlias

from tui.library.errors import Damaged, NotFound
from tui.model import Entry, Meeting
from tui.timeline import Counts, FoundTimeline

if TYPE_CHECKING:
    from tui.search.matcher import Matcher

_LOT = 256
"""Meetings whose passages the index is asked for at once."""
_MOST = 2
"""Where the passages found are more than one in so many, the meeting is decoded whole."""

Read: TypeAlias = Callable[[str], Meeting]
"""Reads a meeting, by its whole id."""
Excerpt: TypeAlias = Callable[[str, Collection[str]], Meeting]
"""Reads a meeting with some of its passages alone."""
Anchors: TypeAlias = Callable[[Sequence[str], int], Mapping[str, Collection[str]]]
"""The anchors of the so many passages found in some meetings, by id."""


class Counting:
    """Counts the hits of one query in one generation."""

    def __init__(
        self,
        matcher: Matcher,
        read: Read,
        *,
        excerpt: Excerpt | None = None,
        anchors: Anchors | None = None,
        told: FoundTimeline | None = None,
    ) -> None:
        """Count by this matcher.

        Args:
            matcher: Holds the query against meetings.
            read: Reads a meeting.
            excerpt: Reads some passages of one.
            anchors: Tells which passages are found, where that is known for certain.
            told: In which meetings, and how many; these are counted in about this order.
        """
        self._matcher = matcher
        self._read = read
        self._excerpt = excerpt
        self._anchors = anchors
        self._told = told
        self._lot: dict[str, Collection[str]] = {}

    @cached_property
    def _passages(self) -> dict[str, tuple[int, int]]:
        """Where a meeting stands among those that are told, and the passages found in it."""
        if self._told is None:
            return {}
        passages = map(add, self._told.turns, self._told.outside)
        return dict(zip(self._told.ids, enumerate(passages), strict=True))

    def __call__(self, entry: Entry) -> Counts | None:
        """Count in one meeting; None where the query does not leave it."""
        if not self._matcher.admits(entry):
            return None
        try:
            meeting = self._meeting(entry)
        except (Damaged, NotFound):
            return None
        if not self._matcher.meeting(meeting):
            return None
        counts = self._matcher.counts(meeting)
        return counts if counts[0] or not self._matcher.has_passage_clauses else None

    def _meeting(self, entry: Entry) -> Meeting:
        """What must be read of a meeting."""
        key = entry.id
        if self._anchors is None or self._excerpt is None or key not in self._passages:
            return self._read(key)
        place, passages = self._passages[key]
        if passages * _MOST > entry.turns:
            return self._read(key)
        if key not in self._lot:
            assert self._told is not None
            lot = self._told.ids[place : place + _LOT]
            self._lot = dict(self._anchors(lot, sum(self._passages[each][1] for each in lot)))
        anchors = self._lot.get(key)
        return self._read(key) if anchors is None else self._excerpt(key, anchors)
