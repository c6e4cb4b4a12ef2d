"""Passages that share most of some words, found by going through all of them."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log

from tui.model import Meeting, Place
from tui.search.folding import fold_text
from tui.search.searchable import searchable
from tui.search.tokens import tokens


def alike(meetings: Iterable[Meeting], words: Sequence[str], limit: int) -> tuple[Place, ...]:
    """Return the passages that share most of some words, the rarest counting most.

    Args:
        meetings: What to go through.
        words: What to look for; each may hold several tokens.
        limit: How many passages at most.

    Returns:
        The passages, best first; those of equal worth in the order of the meetings.
    """
    sought = wanted(words)
    if not sought or limit < 1:
        return ()
    found: list[tuple[frozenset[str], int, Place]] = []
    passages = 0
    frequency: Counter[str] = Counter()
    for meeting in meetings:
        for unit in searchable(meeting).units:
            passages += 1
            said = chain.from_iterable(tokens(line.text) for line in unit.lines)
            shared = sought.intersection(said)
            if shared:
                frequency.update(shared)
                found.append((shared, len(found), Place(meeting.id, unit.anchor)))
    weight = {token: log(1 + passages / count) for token, count in frequency.items()}

    def worth(one: tuple[frozenset[str], int, Place]) -> tuple[float, int]:
        return sum(weight[token] for token in sorted(one[0])), -one[1]

    best = heapq.nlargest(limit, found, key=worth)
    return tuple(dict.fromkeys(place for _, _, place in best))


def wanted(words: Iterable[str]) -> frozenset[str]:
    """The tokens in some words."""
    return frozenset(token for word in words for token in tokens(fold_text(word)))
