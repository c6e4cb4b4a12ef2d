"""Single passages out of a library: those that hold what is asked, and those that are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from tui.library.catalogue import Catalogue
from tui.library.errors import Damaged, NotFound
from tui.model import Meeting, Place

if TYPE_CHECKING:
    from tui.library.index.index import Index
    from tui.library.index.snapshot import Snapshot
    from tui.library.searching import Searching, Shelf
    from tui.search.query import Query
    from tui.timeline import Timeline

_MOST_TELLING = 16
"""Words by which passages are compared: of many words the frequent ones tell nothing, and they
cost most."""
_MOST_HITS = 1000
"""Hits looked at where the index does not tell the passages: one passage may have very many."""


class Places:
    """Finds passages, through the index where that can be used and by reading where not."""

    def __init__(self, shelf: Shelf, index: Index, searching: Searching) -> None:
        """Find them on this shelf."""
        self._shelf = shelf
        self._index = index
        self._searching = searching

    def holding(self, query: Query, limit: int, *, best: bool) -> tuple[Place, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        told = self._told(catalogue, query, limit, best=best)
        if told is None:
            hits = islice(self._searching.hits(query), _MOST_HITS)
            found = dict.fromkeys(Place(hit.meeting, hit.anchor) for hit in hits)
            return tuple(islice(found, limit))
        places, stale = told
        if stale:
            # What the index does not hold as it is now stands behind what it does.
            matcher = self._searching.matcher(catalogue, query)
            those = self._readable(catalogue, stale)
            others = (hit for meeting in those for hit in matcher.hits(meeting))
            places += [Place(hit.meeting, hit.anchor) for hit in islice(others, _MOST_HITS)]
        return tuple(islice(dict.fromkeys(places), limit))

    def alike(self, words: Sequence[str], limit: int) -> tuple[Place, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        from tui.library.likeness import alike, wanted

        catalogue = self._shelf.catalogue
        listing = self._shelf.listing_of(catalogue)
        keys = listing.ids[::-1]
        snapshot = self._snapshot(catalogue)
        if snapshot is None:
            return alike(self._readable(catalogue, keys), words, limit)
        from tui.library.index.folder import IndexUnusable
        from tui.library.index.proposal import likeness

        try:
            telling = snapshot.dictionary.rarest(wanted(words), _MOST_TELLING)
            places = snapshot.best(likeness(telling), limit, listing)
        except IndexUnusable:
            return alike(self._readable(catalogue, keys), words, limit)
        others = alike(self._readable(catalogue, _stale(snapshot, listing)), words, limit)
        # How well each fits was measured differently: take the best of both in turn.
        both = (place for pair in zip_longest(places, others) for place in pair if place)
        return tuple(islice(dict.fromkeys(both), limit))

    def _told(
        self, catalogue: Catalogue, query: Query, limit: int, *, best: bool
    ) -> tuple[list[Place], list[str]] | None:
        """The passages that the index tells, and the meetings it says nothing of, oldest first."""
        snapshot = self._snapshot(catalogue)
        if snapshot is None:
            return None
        from tui.library.index.folder import IndexUnusable
        from tui.library.index.proposal import compiled
        from tui.search.known import unfold

        known = self._searching.known(catalogue)
        listing = self._shelf.listing_of(catalogue)
        try:
            asked = compiled(snapshot, unfold(query, known.saved), known, listing)
            if asked is None:
                return None
            found = (snapshot.best if best else snapshot.oldest)(asked, limit, listing)
        except IndexUnusable:
            return None
        return found, _stale(snapshot, listing)

    def _snapshot(self, catalogue: Catalogue) -> Snapshot | None:
        return self._index.snapshot(catalogue, self._shelf.decisions)

    def _readable(self, catalogue: Catalogue, keys: Iterable[str]) -> Iterator[Meeting]:
        """The meetings whose words can be read."""
        for key in keys:
            with suppress(Damaged, NotFound):
                yield self._shelf.passing(catalogue, key)


def _stale(snapshot: Snapshot, listing: Timeline) -> list[str]:
    """The meetings of which the index says nothing, oldest first."""
    if not snapshot.stale:
        return []
    return [key for key in reversed(listing.ids) if key in snapshot.stale]
