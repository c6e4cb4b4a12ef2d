"""What verification asks of an archive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.model import Hit, Meeting, Place, TimelineRow
from tui.search.query import Query


class Record(Protocol):
    """The part of `tui.library.archive.Archive` against which quotations are held."""

    def timeline(self) -> Sequence[TimelineRow]:
        """Every meeting without its words."""

    def meeting(self, beginning: str) -> Meeting:
        """A meeting by its id."""

    def excerpt(self, place: Place) -> Meeting:
        """A meeting with a passage, perhaps with no other part of its body."""

    def holding(self, query: Query, *, limit: int, best: bool = False) -> tuple[Place, ...]:
        """The passages that hold the words of a query, those of the oldest meetings first."""

    def hits_of(self, meeting: Meeting, query: Query) -> tuple[Hit, ...]:
        """The hits in a meeting, or in a part of it."""

    def alike(self, words: Sequence[str], *, limit: int) -> tuple[Place, ...]:
        """The passages that share most of some words, the rarest counting most, best first."""
