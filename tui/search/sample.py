"""A reproducible sample: the same hits each time, whatever else the library holds."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, TypeVar

from tui.model import Hit
from tui.search.concordance import Row

DEFAULT_SEED = 1
"""The seed where none is given; it is always stated."""

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Sample(Generic[_Item]):
    """Some of the hits, in the order in which all of them came.

    Attributes:
        items: Those taken.
        of: How many there were.
        seed: What they were taken by.
    """

    items: tuple[_Item, ...]
    of: int
    seed: int

    @property
    def is_all(self) -> bool:
        """Whether nothing was left out."""
        return len(self.items) == self.of

    def __str__(self) -> str:
        """Say what it is, for whoever has to repeat it."""
        return f"a sample of {len(self.items):,} of {self.of:,} hits, seed {self.seed}"


def take_sample(
    items: Iterable[_Item], size: int, seed: int, key: Callable[[_Item], str]
) -> Sample[_Item]:
    """Take so many of some items.

    Each item's key is hashed together with the seed, and the smallest hashes win: which
    items are taken depends on nothing but them, the size and the seed, neither on the
    order in which they come nor on how many are held in memory. A larger sample of the
    same seed holds the smaller one.

    Args:
        items: What to choose from; read once, and at most ``size`` of them kept.
        size: How many to take.
        seed: Another seed takes others.
        key: What names an item for good.
    """
    salt = blake2b(str(seed).encode()).digest()
    kept: list[tuple[int, int, _Item]] = []
    count = 0
    for count, item in enumerate(items, start=1):
        name = key(item).encode("utf-8", "surrogatepass")
        digest = blake2b(name, digest_size=8, key=salt).digest()
        # The heap's smallest is the first to go: the largest hash, of equals the latest.
        ranked = (-int.from_bytes(digest), -count, item)
        if len(kept) < size:
            heapq.heappush(kept, ranked)
        elif kept and ranked[:2] > kept[0][:2]:
            heapq.heapreplace(kept, ranked)
    kept.sort(key=lambda each: -each[1])
    return Sample(tuple(item for _, _, item in kept), count, seed)


def name_of_row(row: Row) -> str:
    """Return what names a row in a sample; the pairs of an exchange may share a turn."""
    name = name_of(row.found)
    return f"{name} {name_of(row.answer.found)}" if row.answer else name


def name_of(hit: Hit) -> str:
    """Return what names a hit in a sample: its address and the words it is centred on."""
    focus = hit.focus
    return f"{hit.meeting}#{hit.anchor}.{focus.block}:{focus.start}-{focus.end}"
