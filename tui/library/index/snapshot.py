"""One state of an index, held against one generation of its library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import tantivy

from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions
from tui.library.index import schema as s
from tui.library.index.building import mark_of
from tui.library.index.dictionary import Dictionary
from tui.library.index.folder import Folder, IndexUnusable, engine
from tui.library.index.journal import Journal
from tui.model import Place

_SPOKEN = (s.TURN, s.SILENT)
_BUCKETS = 60_000
"""The engine counts into no more than 65,000 of them."""


@dataclass(slots=True)
class Count:
    """What a query finds in one meeting.

    Attributes:
        turns: Turns.
        others: Blocks outside speech and editors' brackets.
    """

    turns: int = 0
    others: int = 0


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
        self._most = max(self._keys, default=0)
        self.dictionary = Dictionary(self._searcher)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each meeting that is held."""
        return {key: number for number, key in self._keys.items()}

    def count(self, query: tantivy.Query, kinds: Collection[int]) -> dict[str, Count]:
        """Count what a query finds, by the meetings' ids.

        Args:
            query: What is asked.
            kinds: The kinds of documents that count.

        Raises:
            IndexUnusable: The engine failed.
        """
        found: dict[str, Count] = {}
        keys = self._keys
        for place, documents in self._places(query):
            kind = place % s.KINDS
            key = keys.get(place // s.KINDS)
            if key is None or kind not in kinds:
                continue
            count = found.get(key)
            if count is None:
                count = found[key] = Count()
            if kind in _SPOKEN:
                count.turns += documents
            else:
                count.others += documents
        return found

    def numbers_of(self, query: tantivy.Query) -> list[int]:
        """The numbers of the meetings in which a query finds anything.

        Raises:
            IndexUnusable: The engine failed.
        """
        return list(dict.fromkeys(place // s.KINDS for place, _ in self._places(query)))

    def _places(self, query: tantivy.Query) -> Iterable[tuple[int, int]]:
        if self._most < _BUCKETS:
            found = self._buckets(query)
            if found is not None:
                return found
        step = _BUCKETS // s.KINDS
        parts: list[tuple[int, int]] = []
        kind = tantivy.FieldType.Unsigned
        for first in range(0, self._most + 1, step):
            part = tantivy.Query.range_query(
                s.schema(), s.MEETING, kind, first, first + step, include_upper=False
            )
            must = tantivy.Occur.Must
            parts += self._buckets(tantivy.Query.boolean_query([(must, query), (must, part)])) or ()
        return parts

    def _buckets(self, query: tantivy.Query) -> list[tuple[int, int]] | None:
        """Count by place; None where there are too many for one count."""
        wanted: dict[str, Any] = {"of": {"terms": {"field": s.PLACE, "size": _BUCKETS}}}
        with engine():
            answer = self._searcher.aggregate(query, wanted)["of"]
        if answer["sum_other_doc_count"]:
            return None
        return [(int(one["key"]), one["doc_count"]) for one in answer["buckets"]]

    def best(self, query: tantivy.Query, limit: int) -> list[Place]:
        """The passages that fit a query best, best first.

        Raises:
            IndexUnusable: The engine failed.
        """
        with engine():
            hits = self._searcher.search(query, limit=limit, count=False).hits
            numbers = self._searcher.fast_field_values(s.MEETING, [address for _, address in hits])
            anchors = [self._searcher.doc(address).get_first(s.ANCHOR) for _, address in hits]
        return [
            Place(self._keys[int(number)], str(anchor))
            for number, anchor in zip(numbers, anchors, strict=True)
            if number is not None and anchor is not None and int(number) in self._keys
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
