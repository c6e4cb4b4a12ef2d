"""What the options of ``stenogram find`` ask for, and the rows that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library.concording import Chosen
    from tui.library.stored import StoredArchive
    from tui.search.query import Query


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of one command ask for.

    Attributes:
        context: Words on either side of a hit.
        sort: The order's text; None where none was asked for.
        by: What to group by; where no order was asked for, only counts are.
        count: Whether only the counts are asked for.
        limit: How many rows at most.
        sample: How many of the hits to take.
        seed: By which seed; None where none was given.
        form: ``text``, ``json``, ``csv`` or ``markdown``.
    """

    context: int
    sort: str | None
    by: str | None
    count: bool
    limit: int | None
    sample: int | None
    seed: int | None
    form: str

    @property
    def only_counts(self) -> bool:
        """Whether how much there is was asked for, and no rows of hits."""
        return self.count or (self.by is not None and self.sort is None)


def chosen_rows(library: StoredArchive, query: Query, asked: Asked, *, words: int) -> Chosen:
    """Return the rows asked for, in their order.

    Args:
        library: Where the meetings are.
        query: What to find.
        asked: The order, the sample and its seed.
        words: Words that are shown on either side.
    """
    from tui.library.concording import choose
    from tui.search.groups import By
    from tui.search.orders import Order, order_of
    from tui.search.sample import DEFAULT_SEED

    # What is only counted needs no order, which would hold it in memory or cut it short.
    order = Order() if asked.only_counts or asked.sort is None else order_of(asked.sort)
    by = By(asked.by) if asked.by is not None and not asked.only_counts else None
    seed = DEFAULT_SEED if asked.seed is None else asked.seed
    return choose(library, query, order, words, by=by, sample=asked.sample, seed=seed)
