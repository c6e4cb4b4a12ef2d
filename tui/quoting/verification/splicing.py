"""Quotations put together from different turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.quoting.verification.claim import Wanted
from tui.quoting.verification.typography import ELISION, QUOTATION_MARK
from tui.quoting.verification.wording import Wording

_LEAST_WORDS = 4
"""A shorter run of words stands in any number of turns and proves nothing."""
_LEAST_IN_A_SENTENCE = 2
"""Words of a whole sentence that prove something, in a turn beside the others."""
_MOST_PARTS = 4
_SENTENCE_ENDS = frozenset({".", "?", "!", ELISION})
_SEAMS = frozenset({",", ".", ";", ":", "-", "!", "?", ELISION, QUOTATION_MARK, "[", "]"})


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a quotation that stand together.

    Attributes:
        wording: Where they stand.
        start: Their first token there.
        first: Their first token in the quotation.
        length: How many tokens they are.
    """

    wording: Wording
    start: int
    first: int
    length: int

    @property
    def text(self) -> str:
        """The words as stored."""
        return self.wording.printed(self.start, self.start + self.length)


def parts(
    wanted: Wanted, wordings: Sequence[Wording], beside: Sequence[Wording] = ()
) -> tuple[Part, ...]:
    """Return the parts that a quotation can be put together from, word for word.

    Args:
        wanted: The quotation.
        wordings: The turns in which its parts may stand.
        beside: Turns next to the likeliest, where a short sentence counts as well.

    Returns:
        The parts in order, from two turns at least; nothing where there is no such way.
    """
    keys = wanted.keys
    found: list[Part] = []
    position = 0
    while position < len(keys):
        if found and keys[position] in _SEAMS:
            position += 1
            continue
        part = _longest(wanted, position, wordings, found) or _sentence(wanted, position, beside)
        if part is None or len(found) == _MOST_PARTS:
            return ()
        found.append(part)
        position += part.length
    return tuple(found) if len({part.wording.address for part in found}) > 1 else ()


def _longest(
    wanted: Wanted, position: int, wordings: Sequence[Wording], found: Sequence[Part]
) -> Part | None:
    """Return the longest run of words from a place on; of equals one near those before."""
    keys = wanted.keys
    best: Part | None = None
    meetings = {part.wording.meeting.id for part in found}
    for wording in wordings:
        length = _length(wording, keys, position)
        words = sum(token.is_word for token in wanted.tokens[position : position + length])
        if words < _LEAST_WORDS:
            continue
        worth = (length, wording.meeting.id in meetings)
        if best is None or worth > (best.length, best.wording.meeting.id in meetings):
            start = next(wording.occurrences(keys[position : position + length]))
            best = Part(wording, start, position, length)
    return best


def _sentence(wanted: Wanted, position: int, beside: Sequence[Wording]) -> Part | None:
    """Return a short sentence that stands whole in a neighbouring turn."""
    keys = wanted.keys
    for wording in beside:
        length = _length(wording, keys, position)
        while length and keys[position + length - 1] in _SEAMS:
            length -= 1
        run = keys[position : position + length]
        words = sum(token.is_word for token in wanted.tokens[position : position + length])
        if words < _LEAST_IN_A_SENTENCE:
            continue
        for start in wording.occurrences(run):
            before, after = wording.keys[:start][-1:], wording.keys[start + length :][:1]
            if _SENTENCE_ENDS.issuperset(before) and _SENTENCE_ENDS.issuperset(after):
                return Part(wording, start, position, length)
    return None


def _length(wording: Wording, keys: tuple[str, ...], position: int) -> int:
    """Return how many keys from a place on stand in a row in a passage."""
    low, high = 0, len(keys) - position
    while low < high:
        middle = (low + high + 1) // 2
        if wording.contains(keys[position : position + middle]):
            low = middle
        else:
            high = middle - 1
    while low and not wording.holds(keys[position : position + low]):
        low -= 1
    return low
