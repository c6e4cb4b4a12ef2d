"""What verification asks of an archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from tui.model import Hit, Meeting, Place, TimelineRow
from tui.search.query import Query


class Record(Protocol):
    """The part of `tui.library.archive.Archive` against which quotations are held."""

    def timeline(self) -> Sequence[TimelineRow]:
        """Every meeting without its words."""

    def meeting(self, beginning: str) -> Meeting:
        """A meeting by its id."""

    def hits(self, query: Query) -> Iterator[Hit]:
        """Every hit of a query, oldest meeting first."""

    def hits_in(self, beginning: str, query: Query) -> tuple[Hit, ...]:
        """The hits in one meeting."""

    def alike(self, words: Sequence[str], *, limit: int) -> tuple[Place, ...]:
        """The passages that share most of some words, the rarest counting most, best first."""
