"""What a query finds by meetings, in the order of a listing and in columns.

A frequent word is found in nearly every meeting of a library, and is counted anew with every
key pressed: so nothing is made for a single meeting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import add

from tui.library.index import schema as s
from tui.timeline import Timeline

_SPOKEN = (s.TURN, s.SILENT)
_MANY = 4
"""Of so many meetings one must be found for all to be gone through at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """The meetings that a query finds.

    Attributes:
        ranks: Their positions in the listing, ascending.
        turns: The turns found in each.
        others: The blocks outside speech and editors' brackets found in each.
    """

    ranks: Sequence[int] = ()
    turns: Sequence[int] = ()
    others: Sequence[int] = ()


class Listed:
    """The meetings of a listing as an index numbers them."""

    def __init__(self, listing: Timeline, numbers: Mapping[str, int]) -> None:
        """Take a listing, and the number of each meeting that the index holds."""
        self.listing = listing
        held = [(rank, numbers[key]) for rank, key in enumerate(listing.ids) if key in numbers]
        self._ranks = [rank for rank, _ in held]
        self._numbers = [number for _, number in held]
        self._rank_of = {number: rank for rank, number in held}
        self._number_of = dict(held)
        self._places: dict[int, list[int]] = {}

    def rank(self, number: int) -> int | None:
        """The position of a meeting in the listing; None where it has none."""
        return self._rank_of.get(number)

    def found(self, documents: Mapping[int, int], kinds: Collection[int]) -> Found:
        """Return what documents are found in which meetings.

        Args:
            documents: How many there are, by meeting and kind in one number: `schema.PLACE`.
            kinds: The kinds that count.
        """
        if len(documents) * _MANY < len(self._ranks):
            numbers = {place // s.KINDS for place in documents}
            ranks = sorted(self._rank_of[n] for n in numbers if n in self._rank_of)
            places = {
                kind: [self._number_of[rank] * s.KINDS + kind for rank in ranks] for kind in kinds
            }
        else:
            ranks = self._ranks
            places = {kind: self._places_of(kind) for kind in kinds}

        def column(those: Iterable[int]) -> list[int]:
            counts: Iterable[int] = repeat(0, len(ranks))
            for kind in those:
                counts = map(add, counts, map(documents.get, places[kind], repeat(0)))
            return list(counts)

        turns = column(kind for kind in kinds if kind in _SPOKEN)
        others = column(kind for kind in kinds if kind not in _SPOKEN)
        which = list(map(add, turns, others))
        if all(which):
            return Found(ranks, turns, others)
        return Found(*(list(compress(each, which)) for each in (ranks, turns, others)))

    def _places_of(self, kind: int) -> list[int]:
        known = self._places.get(kind)
        if known is None:
            known = [number * s.KINDS + kind for number in self._numbers]
            self._places[kind] = known
        return known
