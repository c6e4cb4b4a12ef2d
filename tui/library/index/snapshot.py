"""One state of an index, held against one generation of its library."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

import tantivy

from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions
from tui.library.index import schema as s
from tui.library.index.building import mark_of
from tui.library.index.dictionary import Dictionary
from tui.library.index.folder import Folder, IndexUnusable, engine
from tui.library.index.journal import Journal
from tui.library.index.listed import Found, Listed
from tui.model import Place
from tui.timeline import Timeline

_BUCKETS = 60_000
"""The engine counts into no more than 65,000 of them."""
_PLACE_AND_COUNT = itemgetter("key", "doc_count")
_COPIES = 16
"""How many passages are looked at for each that is wanted, since some are copies."""


class Snapshot:
    """Answers for the meetings that it holds as they are in a generation.

    Attributes:
        stale: Meetings of the generation that it does not hold so: for the matcher alone.
    """

    def __init__(self, folder: Folder, catalogue: Catalogue, decisions: Decisions) -> None:
        """Open the index as it is now.

        Raises:
            IndexUnusable: It cannot be asked.
        """
        journal = folder.read_journal(catalogue.header.uuid)
        if journal.opstamp is None:
            raise IndexUnusable("nothing is said of the engine's files")
        self._searcher = folder.searcher(journal.opstamp)
        self.stale = frozenset(stale(journal, catalogue, decisions))
        self._keys = {
            held.number: key
            for key, held in journal.held.items()
            if key in catalogue and key not in self.stale
        }
        known = {held.number for held in journal.held.values()} | journal.pending
        self._others = sorted(known - self._keys.keys())
        self._most = max(self._keys, default=0)
        self._listed: Listed | None = None
        self.dictionary = Dictionary(self._searcher)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each meeting that is held."""
        return {key: number for number, key in self._keys.items()}

    def listed(self, listing: Timeline) -> Listed:
        """The meetings of a listing as they are numbered here; from memory if asked again."""
        known = self._listed
        if known is None or known.listing is not listing:
            known = self._listed = Listed(listing, self.numbers)
        return known

    def count(self, query: tantivy.Query, kinds: Collection[int], listing: Timeline) -> Found:
        """Count what a query finds, by meetings.

        Args:
            query: What is asked.
            kinds: The kinds of documents that count.
            listing: The meetings.

        Raises:
            IndexUnusable: The engine failed.
        """
        return self.listed(listing).found(self._documents(query), kinds)

    def numbers_of(self, query: tantivy.Query) -> list[int]:
        """The numbers of the meetings in which a query finds anything.

        Raises:
            IndexUnusable: The engine failed.
        """
        return list(dict.fromkeys(place // s.KINDS for place in self._documents(query)))

    def _documents(self, query: tantivy.Query) -> dict[int, int]:
        """How many documents a query finds, by meeting and kind."""
        if self._most < _BUCKETS:
            found = self._buckets(query)
            if found is not None:
                return found
        step = _BUCKETS // s.KINDS
        parts: dict[int, int] = {}
        kind = tantivy.FieldType.Unsigned
        for first in range(0, self._most + 1, step):
            part = tantivy.Query.range_query(
                s.schema(), s.MEETING, kind, first, first + step, include_upper=False
            )
            must = tantivy.Occur.Must
            both = tantivy.Query.boolean_query([(must, query), (must, part)])
            parts.update(self._buckets(both) or {})
        return parts

    def _buckets(self, query: tantivy.Query) -> dict[int, int] | None:
        """Count by place; None where there are too many for one count."""
        wanted: dict[str, Any] = {"of": {"terms": {"field": s.PLACE, "size": _BUCKETS}}}
        with engine():
            answer = self._searcher.aggregate(query, wanted)["of"]
        if answer["sum_other_doc_count"]:
            return None
        return dict(map(_PLACE_AND_COUNT, answer["buckets"]))

    def oldest(self, query: tantivy.Query, limit: int, listing: Timeline) -> list[Place]:
        """The passages that a query finds, those of the oldest meetings first.

        Args:
            query: What is asked.
            limit: How many at most.
            listing: The meetings, newest first.

        Raises:
            IndexUnusable: The engine failed.
        """
        with engine():
            hits = self._searcher.search(
                self._held(query),
                limit=limit,
                count=False,
                order_by_field=s.DAY,
                order=tantivy.Order.Asc,
            ).hits
            found = self._passages([address for _, address in hits])
        rank = self.listed(listing).rank
        standing = [(rank(number), anchor) for number, anchor in found]
        held = [(place, anchor) for place, anchor in standing if place is not None]
        held.sort(key=lambda one: -one[0])
        return list(dict.fromkeys(Place(listing.ids[at], anchor) for at, anchor in held))

    def best(self, query: tantivy.Query, limit: int, listing: Timeline) -> list[Place]:
        """The passages that fit a query best, best first; of copies of one the oldest alone.

        Meetings are kept in several versions, and formulas repeated: passages under the same
        anchor that fit equally well are taken to have the same words.

        Args:
            query: What is asked.
            limit: How many at most.
            listing: The meetings, newest first.

        Raises:
            IndexUnusable: The engine failed.
        """
        with engine():
            hits = self._searcher.search(self._held(query), limit=limit * _COPIES, count=False).hits
            found = self._passages([address for _, address in hits])
        rank = self.listed(listing).rank
        oldest: dict[tuple[object, str], int] = {}
        for (worth, _), (number, anchor) in zip(hits, found, strict=True):
            place = rank(number)
            if place is not None:
                oldest[worth, anchor] = max(place, oldest.get((worth, anchor), place))
        places = ((listing.ids[place], anchor) for (_, anchor), place in oldest.items())
        return [Place(*one) for one in dict.fromkeys(places)][:limit]

    def anchors(
        self, query: tantivy.Query, keys: Sequence[str], passages: int
    ) -> dict[str, set[str]]:
        """The anchors of the passages that a query finds in some meetings, by the meetings' ids.

        Args:
            query: What is asked.
            keys: The meetings.
            passages: How many documents it finds in them.

        Returns:
            Nothing where it finds more or fewer: then they were counted in another state.

        Raises:
            IndexUnusable: The engine failed.
        """
        numbers = [self.numbers[key] for key in keys]
        those = tantivy.Query.term_set_query(s.schema(), s.MEETING, numbers)
        must = tantivy.Occur.Must
        both = tantivy.Query.boolean_query([(must, query), (must, those)])
        found: dict[str, set[str]] = {key: set() for key in keys}
        with engine():
            hits = self._searcher.search(
                both, limit=passages + 1, count=False, order_by_field=s.PLACE
            ).hits
            if len(hits) != passages:
                return {}
            for number, anchor in self._passages([address for _, address in hits]):
                found[self._keys[number]].add(anchor)
        return found

    def _held(self, query: tantivy.Query) -> tantivy.Query:
        """What finds the same, but not in meetings that are gone or were changed since."""
        if not self._others:
            return query
        others = tantivy.Query.term_set_query(s.schema(), s.MEETING, self._others)
        must, must_not = tantivy.Occur.Must, tantivy.Occur.MustNot
        return tantivy.Query.boolean_query([(must, query), (must_not, others)])

    def _passages(self, addresses: list[tantivy.DocAddress]) -> list[tuple[int, str]]:
        """The meeting's number and the anchor of some documents; no number where there is none."""
        numbers = self._searcher.fast_field_values(s.MEETING, addresses)
        anchors = [self._searcher.doc(address).get_first(s.ANCHOR) for address in addresses]
        return [
            (-1 if number is None or anchor is None else int(number), str(anchor))
            for number, anchor in zip(numbers, anchors, strict=True)
        ]


def stale(journal: Journal, catalogue: Catalogue, decisions: Decisions) -> Sequence[str]:
    """The meetings of a generation that an index does not hold as they are there."""
    same_decisions = journal.decisions == decisions.generation
    same_files = catalogue.shards.keys() == journal.shards.keys()
    if (
        same_decisions
        and same_files
        and not journal.pending
        and len(journal.held) == len(catalogue)
    ):
        return ()
    found = []
    for key in catalogue:
        held = journal.held.get(key)
        if (
            held is None
            or journal.is_pending(key)
            or (not same_files and held.shard != catalogue.document(key)["shard"])
            or (not same_decisions and held.mark != mark_of(decisions, catalogue, key))
        ):
            found.append(key)
    return found
