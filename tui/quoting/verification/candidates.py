"""Which passages are worth reading for a quotation; found by the index, never by scanning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from tui.model import Meeting, Place
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
"""Passages looked at that hold all phrases of a quotation; a common formula has thousands."""
_MOST_BROKEN = 40
"""Passages read that hold only some of its phrases, or all its words and not in a row."""
_MOST_ALIKE = 24
"""Passages read that share words with it."""

_NEIGHBOURS = (-1, 1, -2, 2)


class Candidates:
    """Finds and remembers passages of one archive."""

    def __init__(self, record: Record) -> None:
        """Look things up in this archive."""
        self._record = record
        self._read: dict[Place, tuple[Wording, ...]] = {}

    def standing(self, wanted: Wanted, claim: Claim) -> Iterator[Iterator[Wording]]:
        """Yield what may hold a quotation word for word, one lot after another.

        First what holds all its phrases, as the claim says and then anywhere, the oldest
        first: there it stands, unless it goes on from one paragraph to the next. Then what
        holds all its words.
        """
        phrases = tuple(chain.from_iterable(_phrases(wanted, f) for f in wanted.fragments))
        words = dict.fromkeys(chain.from_iterable(_words(wanted, f) for f in wanted.fragments))
        if not phrases:
            return
        if limits := clauses(claim):
            yield self._holding(_both((*limits, *phrases)))
        yield self._holding(_both(phrases))
        yield self._best(_both(tuple(_phrase((word,)) for word in words)))

    def broken(self, wanted: Wanted, claim: Claim) -> Iterator[Wording]:
        """Yield what holds a phrase of a quotation, or a half of a short fragment.

        One changed word leaves a phrase whole, or one of two halves. The words of a short
        sentence are too common for `alike`, which then prefers the longest turns.
        """
        phrases = tuple(chain.from_iterable(_phrases(wanted, f) for f in wanted.fragments))
        limits = clauses(claim)
        for parts in (phrases, tuple(_halves(wanted))):
            if parts and limits:
                yield from self._best(_both((*limits, _either(parts))))
            if parts:
                yield from self._best(_either(parts))

    def alike(self, words: Sequence[str]) -> tuple[Wording, ...]:
        """Return what shares most of some words."""
        places = self._record.alike(words, limit=_MOST_ALIKE)
        return tuple(wording for place in places for wording in self._at(place))

    def beside(self, wording: Wording) -> tuple[Wording, ...]:
        """Return the turns next to one, the nearest first."""
        if wording.turn is None:
            return ()
        number = wording.turn.number
        meeting = self.meeting(wording)
        near = [n for n in _NEIGHBOURS if 0 < number + n <= len(meeting.turns)]
        places = [Place(meeting.id, f"t{number + n}") for n in near]
        return tuple(other for place in places for other in self._at(place) if other.is_speech)

    def meeting(self, wording: Wording) -> Meeting:
        """Return the whole meeting of a passage."""
        return self._record.meeting(wording.meeting.id)

    def _holding(self, node: q.Node) -> Iterator[Wording]:
        for place in self._record.holding(q.Query("", node), limit=_MOST_STANDING):
            yield from self._at(place)

    def _best(self, node: q.Node) -> Iterator[Wording]:
        query = q.Query("", node)
        for place in self._record.holding(query, limit=_MOST_BROKEN, best=True):
            yield from self._at(place)

    def _at(self, place: Place) -> tuple[Wording, ...]:
        known = self._read.get(place)
        if known is None:
            known = self._read[place] = wordings(self._record.excerpt(place), place.anchor)
        return known


def _both(nodes: tuple[q.Node, ...]) -> q.Node:
    return nodes[0] if len(nodes) == 1 else q.And(nodes)


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
