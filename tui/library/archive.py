"""What screens and commands may ask an archive, whoever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.model import Hit, Meeting, Place, TimelineRow
from tui.values import value

if TYPE_CHECKING:
    from tui.library.captures import Reading
    from tui.library.people import Person
    from tui.search.matcher import Pair
    from tui.search.query import Query
    from tui.search.vocabulary import Vocabulary


def never() -> bool:
    """Say that nobody cancelled."""
    return False


@value
class Tally:
    """How much a query finds.

    Attributes:
        meetings: Meetings with hits; of a query that asks for meetings alone, those it leaves.
        turns: Turns with at least one hit.
        exact: Whether the numbers are final; otherwise there are at least so many.
    """

    meetings: int
    turns: int
    exact: bool


@value
class Answer:
    """The timeline under a query, as far as it is known.

    Attributes:
        rows: The meetings found so far, newest first.
        complete: Whether these are all, and their hits counted.
        settled: Whether these are all, though their hits may not be counted yet.
    """

    rows: Sequence[TimelineRow]
    complete: bool
    settled: bool


class Archive(Protocol):
    """Reads meetings; a library on this machine's disk is one, a server could be another.

    Every method may be called from any thread, and sees one generation from beginning to end.
    """

    @property
    def generation(self) -> int:
        """Counts the changes; the same number means the same answers."""

    def refresh(self) -> bool:
        """Take up what others wrote since; whether there is a new generation.

        Raises:
            LibraryError: It cannot be read; the last generation stays in use.
        """

    def timeline(
        self, query: Query | None = None, *, cancelled: Callable[[], bool] = never
    ) -> Sequence[TimelineRow]:
        """The meetings a query leaves, newest first, those without a date last.

        Args:
            query: What to narrow by; None or an empty query for everything.
            cancelled: Asked between meetings; when true, what was found so far is returned.
        """

    def answers(
        self,
        query: Query,
        *,
        start: str | None = None,
        pace: float = ...,
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[Answer]:
        """The timeline as it becomes known: at once what can be told without reading, then more.

        Args:
            query: What to narrow by.
            start: Id of the meeting from which on, and round, meetings are read.
            pace: Seconds between the first answers; they become rarer. Unless given, there is
                none between the first and the last.
            cancelled: Asked between meetings; when true, this answer is the last.
        """

    def tally(self, query: Query, *, cancelled: Callable[[], bool] = never) -> Tally:
        """How many meetings and turns a query finds, counted at once where that can be done.

        Args:
            query: What is asked.
            cancelled: Asked now and then; when true, what was counted so far is returned.
        """

    def holding(self, query: Query, *, limit: int, best: bool = False) -> tuple[Place, ...]:
        """The passages that hold the words of a query, those of the oldest meetings first.

        Args:
            query: What is asked.
            limit: How many passages at most.
            best: Instead, as far as can be told without reading, first those that hold most of
                it, and of passages with the same words a single one.
        """

    def alike(self, words: Sequence[str], *, limit: int) -> tuple[Place, ...]:
        """The passages that share most of some words, the rarest words counting most.

        Args:
            words: What to look for, in any order; how they are written does not matter.
            limit: How many passages at most.

        Returns:
            Where the passages begin, best first; none without a word in common.
        """

    def catch_up(self, *, cancelled: Callable[[], bool] = never) -> bool:
        """Do what makes searching quick after a change; no answer depends on it.

        Args:
            cancelled: Asked now and then; when true, the rest is left for another time.

        Returns:
            Whether nothing is left to do.
        """

    def meeting(self, beginning: str) -> Meeting:
        """A meeting by the beginning of its id.

        Raises:
            NotFound: No id begins so.
            Ambiguous: Several do.
            Damaged: Its words cannot be read.
        """

    def excerpt(self, place: Place) -> Meeting:
        """A meeting with a passage: perhaps with no other part of its body, which is cheap.

        Raises:
            NotFound: There is no such meeting.
            Damaged: Its words cannot be read.
        """

    def captures(self, beginning: str) -> tuple[Reading, ...]:
        """Every reading of a meeting, oldest first.

        Raises:
            NotFound: No id begins so; likewise Ambiguous.
        """

    def capture(self, beginning: str, number: int) -> Meeting:
        """One reading of a meeting, as its source has it, without anybody's corrections.

        Raises:
            NotFound: No id begins so, or it has no such capture; likewise Ambiguous.
            Damaged: What it was read from is missing or damaged.
        """

    def resolve(self, address: str) -> Place:
        """Where an address leads: ``2013-05-29/astana``, ``…#t3``, ``…#t3.2``, ``…#b2``.

        Raises:
            NotFound: There is no such meeting or passage.
            Ambiguous: Several meetings' ids begin so.
            Damaged: The meeting's words cannot be read.
        """

    def hits(self, query: Query, *, cancelled: Callable[[], bool] = never) -> Iterator[Hit]:
        """Every hit, oldest meeting first, in reading order within each."""

    def hits_in(self, beginning: str, query: Query) -> tuple[Hit, ...]:
        """The hits in one meeting, by the beginning of its id, in reading order.

        Raises:
            NotFound: No id begins so.
            Ambiguous: Several do.
            Damaged: Its words cannot be read.
        """

    def hits_of(self, meeting: Meeting, query: Query) -> tuple[Hit, ...]:
        """The hits in a meeting that is at hand, or in a part of it, in reading order."""

    def pairs_in(self, beginning: str, query: Query) -> tuple[Pair, ...]:
        """An exchange's pairs in one meeting, in reading order; none for another query.

        Raises:
            NotFound: No id begins so; likewise Ambiguous and Damaged.
        """

    def people(self) -> tuple[Person, ...]:
        """Everybody who speaks, by name."""

    def unfolded(self, query: Query) -> Query:
        """A query with what ``saved:`` names in its place; a name nobody saved stays."""

    def vocabulary(self) -> Vocabulary:
        """What a query can be completed with, and how many meetings each stands for."""
