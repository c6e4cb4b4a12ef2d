"""Searching a library: which meetings a query leaves, and where its hits are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice, zip_longest
from math import inf
from time import monotonic, sleep
from typing import TYPE_CHECKING, Protocol

from tui.library.archive import Answer, Tally, never
from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions
from tui.library.errors import Damaged, NotFound
from tui.model import Entry, Hit, Meeting, Passage, Place, TimelineRow

if TYPE_CHECKING:
    from tui.library.index.index import Index
    from tui.library.index.proposal import Proposal
    from tui.library.people import Person
    from tui.search.known import Known
    from tui.search.matcher import Matcher
    from tui.search.query import Query

_BREATH = 0.002
"""Seconds between two meetings for whoever paints what is found meanwhile."""
_SLOWING, _SLOWEST = 1.5, 2.0
"""How much longer each wait between two answers is than the one before, up to some seconds."""

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

    def entries_of(self, catalogue: Catalogue) -> tuple[Entry, ...]:
        """What a list shows of a generation, oldest first, decisions included."""

    def meeting_of(self, catalogue: Catalogue, key: str) -> Meeting:
        """A meeting of a generation, by its whole id.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """

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
        self._known: tuple[Catalogue, Decisions, Known] | None = None
        self._consulted: tuple[Saved, Noted] | None = None

    def consult(self, *, saved: Saved, noted: Noted) -> None:
        """Take up what a reader's notebook knows; see `StoredArchive.consult`."""
        self._consulted = (saved, noted)
        self._known = None

    def matcher(self, catalogue: Catalogue, query: Query) -> Matcher:
        """A matcher that knows what a generation knows, and the reader's notebook."""
        from tui.search.matcher import Matcher

        return Matcher(query, known=self.known(catalogue))

    def known(self, catalogue: Catalogue) -> Known:
        """What can be asked beyond the meetings of a generation."""
        decisions, known = self._shelf.decisions, self._known
        if known is None or known[0] is not catalogue or known[1] is not decisions:
            from tui.library.knowing import known_of

            revised = partial(self._shelf.is_revised, catalogue)
            made = known_of(catalogue, self._shelf.people, revised, decided=len(decisions) > 0)
            if self._consulted is not None:
                saved, noted = self._consulted
                made = replace(made, saved=saved, noted=noted)
            self._known = known = (catalogue, decisions, made)
        return known[2]

    def timeline(
        self, query: Query | None, cancelled: Callable[[], bool] = never
    ) -> Sequence[TimelineRow]:
        """See :class:`~tui.library.archive.Archive`."""
        if query is None:
            catalogue = self._shelf.catalogue
            if not self._shelf.decisions:
                return catalogue.timeline
            entries = self._shelf.entries_of(catalogue)
            return tuple(TimelineRow(entry) for entry in reversed(entries))
        rows: tuple[TimelineRow, ...] = ()
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
        entries = tuple(reversed(self._shelf.entries_of(catalogue)))
        if query.is_everything:
            yield Answer(tuple(map(TimelineRow, entries)), complete=True, settled=True)
            return
        matcher = self.matcher(catalogue, query)
        told, rest = self._told(catalogue, matcher, entries)
        settled = bool(told) and all(entry.id in told for entry in rest)
        if told and rest:
            yield Answer(_listed(entries, told), complete=False, settled=settled)
        due = monotonic() + pace
        for entry in _from(rest, start, entries):
            if cancelled():
                yield Answer(_listed(entries, told), complete=False, settled=settled)
                return
            row = self._row(catalogue, matcher, entry)
            if row is None:
                told.pop(entry.id, None)
            else:
                told[entry.id] = row
            if pace < inf:
                sleep(_BREATH)
            if monotonic() >= due:
                yield Answer(_listed(entries, told), complete=False, settled=settled)
                pace = min(pace * _SLOWING, _SLOWEST)
                due = monotonic() + pace
        yield Answer(_listed(entries, told), complete=True, settled=True)

    def tally(self, query: Query, cancelled: Callable[[], bool] = never) -> Tally:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        entries = self._shelf.entries_of(catalogue)
        if query.is_everything:
            return Tally(len(entries), 0, exact=True)
        matcher = self.matcher(catalogue, query)
        told, rest = self._told(catalogue, matcher, entries)
        for entry in rest:
            if entry.id in told:
                continue
            if cancelled():
                return _sum(told.values(), exact=False)
            row = self._row(catalogue, matcher, entry)
            if row is not None:
                told[entry.id] = row
        return _sum(told.values(), exact=True)

    def hits(self, query: Query, cancelled: Callable[[], bool] = never) -> Iterator[Hit]:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        matcher = self.matcher(catalogue, query)
        if not matcher.has_passage_clauses:
            return
        proposal, stale = self._proposed(catalogue, matcher)
        for entry in self._shelf.entries_of(catalogue):
            if cancelled():
                return
            if proposal is None or entry.id in proposal.counts or entry.id in stale:
                meeting = self._left(catalogue, matcher, entry)
                if meeting is not None:
                    yield from matcher.hits(meeting)

    def alike(self, words: Sequence[str], limit: int) -> tuple[Place, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        from tui.library.likeness import alike, wanted

        catalogue = self._shelf.catalogue
        entries = self._shelf.entries_of(catalogue)
        snapshot = self._index.snapshot(catalogue, self._shelf.decisions)
        if snapshot is None:
            return alike(self._readable(catalogue, entries), words, limit)
        from tui.library.index.folder import IndexUnusable
        from tui.library.index.proposal import likeness

        try:
            places = snapshot.best(likeness(wanted(words)), limit)
        except IndexUnusable:
            return alike(self._readable(catalogue, entries), words, limit)
        stale = [entry for entry in entries if entry.id in snapshot.stale]
        others = alike(self._readable(catalogue, stale), words, limit)
        # How well each fits was measured differently: take the best of both in turn.
        both = (place for pair in zip_longest(places, others) for place in pair if place)
        return tuple(islice(dict.fromkeys(both), limit))

    def _proposed(
        self, catalogue: Catalogue, matcher: Matcher
    ) -> tuple[Proposal | None, frozenset[str]]:
        """What the index says, and for which meetings it says nothing."""
        snapshot = self._index.snapshot(catalogue, self._shelf.decisions)
        if snapshot is None or matcher.query.root is None:
            return None, frozenset()
        from tui.library.index.folder import IndexUnusable
        from tui.library.index.proposal import propose

        entries = self._shelf.entries_of(catalogue)
        try:
            return propose(snapshot, matcher.query, self.known(catalogue), entries), snapshot.stale
        except IndexUnusable:
            return None, frozenset()

    def _told(
        self, catalogue: Catalogue, matcher: Matcher, entries: tuple[Entry, ...]
    ) -> tuple[dict[str, TimelineRow], tuple[Entry, ...]]:
        """The rows that need no reading, and the meetings that must be read for the others.

        Rows whose hits are not all counted are among the former and their meetings among the
        latter.
        """
        proposal, stale = self._proposed(catalogue, matcher)
        if proposal is None:
            return {}, entries
        if not proposal.exact:
            candidates = proposal.counts.keys() | stale
            return {}, tuple(entry for entry in entries if entry.id in candidates)
        told, rest = {}, []
        listing = not matcher.has_passage_clauses
        for entry in entries:
            count = proposal.counts.get(entry.id)
            if count is not None:
                found = 0 if listing else count.turns + count.others
                outside = 0 if listing else count.others
                told[entry.id] = TimelineRow(entry, found, count.turns, proposal.counted, outside)
            if entry.id in stale or (count is not None and not proposal.counted):
                rest.append(entry)
        return told, tuple(rest)

    def _readable(self, catalogue: Catalogue, entries: Iterable[Entry]) -> Iterator[Meeting]:
        """The meetings whose words can be read."""
        for entry in entries:
            with suppress(Damaged, NotFound):
                yield self._shelf.meeting_of(catalogue, entry.id)

    def _row(self, catalogue: Catalogue, matcher: Matcher, entry: Entry) -> TimelineRow | None:
        """A meeting's row, by the matcher; None where the query does not leave it."""
        meeting = self._left(catalogue, matcher, entry)
        if meeting is None:
            return None
        hits = matcher.hits(meeting)
        if not hits and matcher.has_passage_clauses:
            return None
        turns, outside = _spread(meeting, hits)
        return TimelineRow(entry, len(hits), turns, outside=outside)

    def _left(self, catalogue: Catalogue, matcher: Matcher, entry: Entry) -> Meeting | None:
        """A meeting that can be read and that what is asked of meetings leaves."""
        if not matcher.admits(entry):
            return None
        try:
            meeting = self._shelf.meeting_of(catalogue, entry.id)
        except (Damaged, NotFound):
            return None
        return meeting if matcher.meeting(meeting) else None


def _spread(meeting: Meeting, hits: Iterable[Hit]) -> tuple[int, int]:
    """Count the turns with hits in what was spoken, and the hits outside of that.

    An editor's bracket is nobody's speech.
    """
    from tui.search.rows import kind_of

    spoken: set[str] = set()
    outside = 0
    turns = {f"t{turn.number}": turn for turn in meeting.turns}
    for hit in hits:
        turn = turns.get(hit.anchor)
        if turn is not None:
            passage = Passage(hit.anchor, turn, turn.paragraphs)
            if kind_of(passage, hit) == passage.kind:
                spoken.add(hit.anchor)
                continue
        outside += 1
    return len(spoken), outside


def _listed(entries: Iterable[Entry], rows: Mapping[str, TimelineRow]) -> tuple[TimelineRow, ...]:
    """Rows in the order of the list."""
    return tuple(rows[entry.id] for entry in entries if entry.id in rows)


def _from(
    entries: tuple[Entry, ...], start: str | None, order: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """The same entries, in the same order, beginning at a place in it and going round."""
    places = {entry.id: place for place, entry in enumerate(order)} if start else {}
    if start not in places:
        return entries
    first = next((n for n, e in enumerate(entries) if places[e.id] >= places[start]), 0)
    return entries[first:] + entries[:first]


def _sum(rows: Iterable[TimelineRow], *, exact: bool) -> Tally:
    found = list(rows)
    return Tally(len(found), sum(row.turns for row in found), exact)
