"""Which passages are worth reading for a quotation; found by the index, never by scanning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from tui.model import Hit
from tui.quoting.verification.attribution import clauses
from tui.quoting.verification.claim import Claim, Fragment, Wanted
from tui.quoting.verification.record import Record
from tui.quoting.verification.wording import Wording, wordings
from tui.search import query as q
from tui.search.folding import fold_text
from tui.search.tokens import tokens

_WINDOW = 8
"""Words of a phrase that are looked for at once: few passages share so many."""
_LEAST_HALF = 3
"""Words a half must have to be looked for: two stand everywhere."""
_MOST_STANDING = 60
"""Passages read that hold a phrase of the quotation; a common formula has thousands."""
_MOST_HITS = 1000
"""Hits looked at for them: one passage may have very many."""
_MOST_ALIKE = 24
"""Passages read that share words with it."""

_NEIGHBOURS = (-1, 1, -2, 2)

Address = tuple[str, str]
"""A meeting's id and a passage's anchor."""


class Candidates:
    """Finds and remembers passages of one archive."""

    def __init__(self, record: Record) -> None:
        """Look things up in this archive."""
        self._record = record
        self._read: dict[Address, tuple[Wording, ...]] = {}

    def standing(self, wanted: Wanted, claim: Claim) -> tuple[Wording, ...]:
        """Return what holds phrases of a quotation: first what the claim says, then the rest."""
        return self._holding([tuple(_phrases(wanted, f)) for f in wanted.fragments], claim)

    def near(self, wanted: Wanted, claim: Claim) -> tuple[Wording, ...]:
        """Return what holds a half of a short fragment: one changed word leaves one whole.

        The words of a short sentence are too common for `alike`, which then prefers the
        longest turns.
        """
        return self._holding([tuple(_halves(wanted))], claim)

    def _holding(
        self, fragments: Sequence[tuple[q.TextClause, ...]], claim: Claim
    ) -> tuple[Wording, ...]:
        """Return what holds a phrase of some, what holds one of every fragment first.

        One fragment may be a formula that stands in thousands of turns.
        """
        fragments = [phrases for phrases in fragments if phrases]
        if not fragments:
            return ()
        wanted: list[tuple[q.Node, ...]] = [(_either(tuple(chain.from_iterable(fragments))),)]
        if len(fragments) > 1:
            wanted.insert(0, tuple(map(_either, fragments)))
        limits = clauses(claim)
        asked = [(*limits, *nodes) for nodes in wanted] if limits else []
        found: dict[Address, None] = {}
        for nodes in (*asked, *wanted):
            query = q.Query("", nodes[0] if len(nodes) == 1 else q.And(nodes))
            found.update(dict.fromkeys(_first_addresses(self._record.hits(query))))
        return self._wordings(found)

    def alike(self, words: Sequence[str]) -> tuple[Wording, ...]:
        """Return what shares most of some words."""
        places = self._record.alike(words, limit=_MOST_ALIKE)
        return self._wordings(dict.fromkeys((place.meeting, place.anchor) for place in places))

    def beside(self, wording: Wording) -> tuple[Wording, ...]:
        """Return the turns next to one, the nearest first."""
        if wording.turn is None:
            return ()
        meeting, number = wording.meeting, wording.turn.number
        near = [n for n in _NEIGHBOURS if 0 < number + n <= len(meeting.turns)]
        found = dict.fromkeys((meeting.id, f"t{number + n}") for n in near)
        return tuple(other for other in self._wordings(found) if other.is_speech)

    def _wordings(self, addresses: dict[Address, None]) -> tuple[Wording, ...]:
        return tuple(wording for address in addresses for wording in self._at(address))

    def _at(self, address: Address) -> tuple[Wording, ...]:
        known = self._read.get(address)
        if known is None:
            meeting, anchor = address
            known = self._read[address] = wordings(self._record.meeting(meeting), anchor)
        return known


def _first_addresses(hits: Iterator[Hit]) -> tuple[Address, ...]:
    """Return where the first hits are; the search goes on no further than it must."""
    found: dict[Address, None] = {}
    for hit in islice(hits, _MOST_HITS):
        found[hit.meeting, hit.anchor] = None
        if len(found) == _MOST_STANDING:
            break
    return tuple(found)


def _either(phrases: tuple[q.TextClause, ...]) -> q.Node:
    return phrases[0] if len(phrases) == 1 else q.Or(phrases)


def _phrases(wanted: Wanted, fragment: Fragment) -> Iterator[q.TextClause]:
    """Yield phrases, one of which stands wherever a fragment of a quotation does.

    A phrase does not run from one paragraph to the next, and a quotation may: of several
    windows one is whole unless there are as many breaks as windows.
    """
    words = _words(wanted, fragment)
    for start in _window_starts(len(words)):
        yield _phrase(words[start : start + _WINDOW])


def _halves(wanted: Wanted) -> Iterator[q.TextClause]:
    """Yield the halves of fragments that are no longer than two windows."""
    for fragment in wanted.fragments:
        words = _words(wanted, fragment)
        middle = len(words) // 2
        if _LEAST_HALF <= middle <= _WINDOW:
            yield _phrase(words[:middle])
            yield _phrase(words[middle:])


def _phrase(words: tuple[str, ...]) -> q.Phrase:
    return q.Phrase(" ".join(words), tuple(map(q.Literal, words)))


def _words(wanted: Wanted, fragment: Fragment) -> tuple[str, ...]:
    """Return a fragment's words as they are searched for."""
    if not fragment.tokens:
        return ()
    text = wanted.text[fragment.tokens[0].start : fragment.tokens[-1].end]
    return tokens(fold_text(text))


def _window_starts(words: int) -> Sequence[int]:
    """Return where windows begin: one in a short fragment, else at its ends and its middle."""
    if words <= _WINDOW:
        return (0,) if words else ()
    return tuple(dict.fromkeys((0, (words - _WINDOW) // 2, words - _WINDOW)))
