"""Counting what a query finds in one meeting after another, decoding no more than is needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from tui.library.errors import Damaged, NotFound
from tui.model import Entry, Meeting
from tui.timeline import Counts

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
        passages: Mapping[str, int] | None = None,
    ) -> None:
        """Count by this matcher.

        Args:
            matcher: Holds the query against meetings.
            read: Reads a meeting.
            excerpt: Reads some passages of one.
            anchors: Tells which passages are found; None where that is not known for certain.
            passages: How many they are in each meeting, in the order of the counting.
        """
        self._matcher = matcher
        self._read = read
        self._excerpt = excerpt
        self._anchors = anchors
        self._passages = passages or {}
        self._order = {key: place for place, key in enumerate(self._passages)}
        self._ids = tuple(self._passages)
        self._told: dict[str, Collection[str]] = {}

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
        found = self._passages.get(key)
        if self._anchors is None or self._excerpt is None or found is None:
            return self._read(key)
        if found * _MOST > entry.turns:
            return self._read(key)
        if key not in self._told:
            at = self._order[key]
            lot = self._ids[at : at + _LOT]
            self._told = dict(self._anchors(lot, sum(map(self._passages.__getitem__, lot))))
        anchors = self._told.get(key)
        return self._read(key) if anchors is None else self._excerpt(key, anchors)
