"""The orders in which the rows of a concordance may stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from tui.search.concordance import Row
from tui.search.folding import fold_text
from tui.search.tokens import tokens

MOST_SORTED = 100_000
"""Hits that are sorted at most; of more, a seeded sample of so many is."""

Key: TypeAlias = tuple[object, ...]


class Side(StrEnum):
    """What rows are compared by."""

    DATE = "date"
    SPEAKER = "speaker"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Order:
    """An order of rows; its text is what ``find --sort`` takes.

    Rows that an order does not tell apart stay in the order of time and reading, in which
    hits are found: every order is total, and the same each time.

    Attributes:
        side: What is compared.
        words: For the words left or right of a hit, how many of them, 1 to 3, from the
            nearest outward; None for all that are shown. None for the other orders.
    """

    side: Side = Side.DATE
    words: int | None = None

    def __str__(self) -> str:
        """Return ``date``, ``speaker``, ``left``, ``left:2`` …."""
        return self.side.value if self.words is None else f"{self.side.value}:{self.words}"

    @property
    def streams(self) -> bool:
        """Whether rows stand so as they are found, so that the first need not await the last."""
        return self.side is Side.DATE

    @property
    def reach(self) -> int:
        """How many words on either side of a hit have to be known to compare rows."""
        return 0 if self.side in (Side.DATE, Side.SPEAKER) else self.words or FURTHEST

    def key(self, row: Row) -> Key:
        """Return what rows are sorted by (with a stable sort, from the order of time).

        Words are compared folded, without the punctuation around them. A row that ends
        before another begins stands first; what nobody said stands last among speakers.
        """
        match self.side:
            case Side.DATE:
                return ()
            case Side.SPEAKER:
                return row.speaker is None, _folded(row.speaker or "")
            case Side.LEFT:
                return words_left(row)[: self.words]
            case Side.RIGHT:
                return words_right(row)[: self.words]


FURTHEST = 3
"""Words from a hit outward that an order can name."""

ORDERS: tuple[Order, ...] = (
    Order(Side.DATE),
    Order(Side.SPEAKER),
    *(Order(side, words) for side in (Side.LEFT, Side.RIGHT) for words in (None, 1, 2, 3)),
)
"""Every order there is."""


def order_of(text: str) -> Order:
    """Return the order of that text.

    Raises:
        ValueError: There is none; the message lists those there are.
    """
    for order in ORDERS:
        if str(order) == text:
            return order
    raise ValueError(f"“{text}” is no order; there are {', '.join(map(str, ORDERS))}")


def words_left(row: Row) -> Key:
    """Return the words before a hit as they are compared, the nearest first."""
    return tuple(filter(None, map(_bare, reversed(row.left.split()))))


def words_right(row: Row) -> Key:
    """Return the words after a hit as they are compared, the nearest first."""
    return tuple(filter(None, map(_bare, row.right.split())))


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """Fold a word and strip what is no letter or digit: “Union,” is compared as “union”."""
    return " ".join(tokens(fold_text(word)))


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return fold_text(name)
