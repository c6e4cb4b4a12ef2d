"""Searching a library: which meetings a query leaves, and where its hits are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import inf
from operator import add, is_
from typing import TYPE_CHECKING, Protocol

from tui.library.archive import Answer, Tally, never
from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions
from tui.library.errors import Damaged, NotFound
from tui.model import Entry, Hit, Meeting, TimelineRow
from tui.timeline import FoundTimeline, Timeline

if TYPE_CHECKING:
    from tui.library.counting import Counting
    from tui.library.index.index import Index
    from tui.library.index.proposal import Proposal
    from tui.library.people import Person
    from tui.search.known import Known
    from tui.search.matcher import Matcher
    from tui.search.query import Query

_FEW = 500
"""Meetings up to which those that are read stay in memory for the next key pressed."""
Saved = Callable[[str], str | None]
"""The text of a saved search, by its name."""
Noted = Callable[[str, str], bool]
"""Whether a reader has marked a passage, by meeting id and anchor."""


class Shelf(Protocol):
    """Where the searched meetings stand; every answer is about one generation of it."""

    @property
    def catalogue(self) -> Catalogue:
        """The generation that is being read."""

    @property
    def decisions(self) -> Decisions:
        """What people corrected."""

    @property
    def consulted(self) -> tuple[Saved, Noted] | None:
        """What answers for the reader's notebook; None where nobody does."""

    def listing_of(self, catalogue: Catalogue) -> Timeline:
        """The rows of a generation without a query, newest first, decisions included."""

    def meeting_of(self, catalogue: Catalogue, key: str) -> Meeting:
        """A meeting of a generation, by its whole id.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """

    def passing(self, catalogue: Catalogue, key: str) -> Meeting:
        """The same for somebody who goes through many meetings and keeps none in memory."""

    def excerpt_of(self, catalogue: Catalogue, key: str, anchors: Collection[str]) -> Meeting:
        """The same with some passages alone, decoding not much more."""

    def people(self) -> tuple[Person, ...]:
        """Everybody who speaks."""

    def is_revised(self, catalogue: Catalogue, meeting: str) -> bool:
        """Whether a meeting's words changed between its captures."""


class Searching:
    """Answers queries about what stands on a shelf."""

    def __init__(self, shelf: Shelf, index: Index) -> None:
        """Search this shelf, with the help of its index where that can be used."""
        self._shelf = shelf
        self._index = index
        self._known: tuple[tuple[object, ...], Known] | None = None

    def matcher(self, catalogue: Catalogue, query: Query) -> Matcher:
        """A matcher that knows what a generation knows, and the reader's notebook."""
        from tui.search.matcher import Matcher

        return Matcher(query, known=self.known(catalogue))

    def known(self, catalogue: Catalogue) -> Known:
        """What can be asked beyond the meetings of a generation."""
        decisions, consulted = self._shelf.decisions, self._shelf.consulted
        known, state = self._known, (catalogue, decisions, consulted)
        if known is None or not all(map(is_, known[0], state)):
            from tui.library.knowing import known_of

            revised = partial(self._shelf.is_revised, catalogue)
            made = known_of(catalogue, self._shelf.people, revised, decided=len(decisions) > 0)
            if consulted is not None:
                saved, noted = consulted
                made = replace(made, saved=saved, noted=noted)
            self._known = known = (state, made)
        return known[1]

    def timeline(
        self, query: Query, cancelled: Callable[[], bool] = never
    ) -> Sequence[TimelineRow]:
        """See :class:`~tui.library.archive.Archive`."""
        rows: Sequence[TimelineRow] = ()
        for answer in self.answers(query, cancelled=cancelled):
            rows = answer.rows
        return rows

    def answers(
        self,
        query: Query,
        *,
        start: str | None = None,
        pace: float = inf,
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[Answer]:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        listing = self._shelf.listing_of(catalogue)
        if query.is_everything:
            yield Answer(listing, complete=True, settled=True)
            return
        from tui.library.growing import growing

        matcher = self.matcher(catalogue, query)
        told, rest = self._told(catalogue, matcher, listing)
        count = self._counting(catalogue, matcher, told)
        yield from growing(listing, told, rest, count, start=start, pace=pace, cancelled=cancelled)

    def tally(self, query: Query, cancelled: Callable[[], bool] = never) -> Tally:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        listing = self._shelf.listing_of(catalogue)
        if query.is_everything:
            return Tally(len(listing), 0, exact=True)
        matcher = self.matcher(catalogue, query)
        told, rest = self._told(catalogue, matcher, listing)
        meetings, turns = len(told), sum(told.turns)
        known = frozenset(told.ids)
        count = self._counting(catalogue, matcher, told)
        for key in rest:
            if key in known:
                continue
            if cancelled():
                return Tally(meetings, turns, exact=False)
            counts = count(listing.entry(key))
            if counts is not None:
                meetings += 1
                turns += counts[1]
        return Tally(meetings, turns, exact=True)

    def hits(self, query: Query, cancelled: Callable[[], bool] = never) -> Iterator[Hit]:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        matcher = self.matcher(catalogue, query)
        if not matcher.has_passage_clauses:
            return
        listing = self._shelf.listing_of(catalogue)
        proposal, stale = self._proposed(catalogue, matcher, listing)
        for key in reversed(_candidates(listing, proposal, stale)):
            if cancelled():
                return
            # Whoever asks for hits is about to read their meeting.
            meeting = self._left(catalogue, matcher, listing.entry(key))
            if meeting is not None:
                yield from matcher.hits(meeting)

    def _proposed(
        self, catalogue: Catalogue, matcher: Matcher, listing: Timeline
    ) -> tuple[Proposal | None, frozenset[str]]:
        """What the index says, and for which meetings it says nothing."""
        snapshot = self._index.snapshot(catalogue, self._shelf.decisions)
        if snapshot is None or matcher.query.root is None:
            return None, frozenset()
        from tui.library.index.folder import IndexUnusable
        from tui.library.index.proposal import propose

        try:
            return propose(snapshot, matcher.query, self.known(catalogue), listing), snapshot.stale
        except IndexUnusable:
            return None, frozenset()

    def _told(
        self, catalogue: Catalogue, matcher: Matcher, listing: Timeline
    ) -> tuple[FoundTimeline, tuple[str, ...]]:
        """What can be told of meetings without reading, and the meetings that must be read.

        Meetings whose hits are not all counted are among both.
        """
        proposal, stale = self._proposed(catalogue, matcher, listing)
        rest = _candidates(listing, proposal, stale)
        if proposal is None or not proposal.exact:
            return FoundTimeline(listing, {}, frozenset()), rest
        if proposal.counted:
            rest = tuple(key for key in listing.ids if key in stale) if stale else ()
        found = proposal.found
        hits: Sequence[int] = [0] * len(found.ranks)
        outside = hits
        if matcher.has_passage_clauses:
            hits, outside = list(map(add, found.turns, found.others)), found.others
        columns = hits, found.turns, outside
        return FoundTimeline.of_columns(listing, found.ranks, columns, frozenset(rest)), rest

    def _counting(self, catalogue: Catalogue, matcher: Matcher, told: FoundTimeline) -> Counting:
        """What counts in single meetings, with the help of what is told of them already."""
        from tui.library.counting import Counting

        keeping = len(catalogue) <= _FEW
        read = partial(self._shelf.meeting_of if keeping else self._shelf.passing, catalogue)
        if keeping or not told or not matcher.judges_passages_alone:
            return Counting(matcher, read)
        return Counting(
            matcher,
            read,
            excerpt=partial(self._shelf.excerpt_of, catalogue),
            anchors=partial(self._anchors, catalogue, matcher),
            told=told,
        )

    def _anchors(
        self, catalogue: Catalogue, matcher: Matcher, keys: Sequence[str], passages: int
    ) -> Mapping[str, Collection[str]]:
        """The anchors of the passages found in some meetings, by id; none where nothing tells."""
        snapshot = self._index.snapshot(catalogue, self._shelf.decisions)
        if snapshot is None or not snapshot.numbers.keys() >= set(keys):
            return {}
        from tui.library.index.folder import IndexUnusable
        from tui.library.index.proposal import compiled

        listing = self._shelf.listing_of(catalogue)
        try:
            asked = compiled(snapshot, matcher.query, self.known(catalogue), listing)
            return {} if asked is None else snapshot.anchors(asked, keys, passages)
        except IndexUnusable:
            return {}

    def _left(self, catalogue: Catalogue, matcher: Matcher, entry: Entry) -> Meeting | None:
        """A meeting that can be read and that what is asked of meetings leaves."""
        if not matcher.admits(entry):
            return None
        try:
            meeting = self._shelf.meeting_of(catalogue, entry.id)
        except (Damaged, NotFound):
            return None
        return meeting if matcher.meeting(meeting) else None


def _candidates(
    listing: Timeline, proposal: Proposal | None, stale: frozenset[str]
) -> tuple[str, ...]:
    """The meetings that a query may find, newest first; those the index says nothing of are."""
    if proposal is None:
        return listing.ids
    found = tuple(map(listing.ids.__getitem__, proposal.found.ranks))
    if not stale:
        return found
    candidates = stale.union(found)
    return tuple(key for key in listing.ids if key in candidates)
