"""Timelines of an archive whose rows are made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from typing import overload

from tui.model import Entry, TimelineRow


class Timeline(Sequence[TimelineRow]):
    """All meetings without a query, newest first.

    A screen shows a handful of rows, and of the others asks for no more than id and date;
    so a row is made anew at each look, and an archive of fifty thousand opens at once.
    Immutable; equal to any sequence of the same rows.

    Attributes:
        ids: The meetings' ids.
        dates: Their ISO dates, "" where there is none; in the same order.
    """

    __slots__ = ("_entry", "dates", "ids")

    def __init__(
        self, ids: tuple[str, ...], dates: tuple[str, ...], entry: Callable[[str], Entry]
    ) -> None:
        """Take the columns, and what makes an entry of an id."""
        self.ids = ids
        self.dates = dates
        self._entry = entry

    def __len__(self) -> int:
        """How many meetings there are."""
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> TimelineRow: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[TimelineRow, ...]: ...

    def __getitem__(self, index: int | slice) -> TimelineRow | tuple[TimelineRow, ...]:
        """Make a row, or some."""
        if isinstance(index, slice):
            return tuple(map(self._row, range(len(self.ids))[index]))
        return self._row(range(len(self.ids))[index])

    def __iter__(self) -> Iterator[TimelineRow]:
        """Make every row, one at a time."""
        return map(self._row, range(len(self.ids)))

    def __eq__(self, other: object) -> bool:
        """Whether another sequence has the same rows."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(TimelineRow.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]  # as other sequences that compare by content

    def entry(self, meeting: str) -> Entry:
        """What a list shows of a meeting, by its id."""
        return self._entry(meeting)

    def _row(self, place: int) -> TimelineRow:
        return TimelineRow(self._entry(self.ids[place]))


Counts = tuple[int, int, int]
"""Of one meeting: hits, turns with hits, and the hits outside speech."""


class FoundTimeline(Timeline):
    """The meetings that a query leaves, newest first, in columns.

    Attributes:
        hits: Their hits, in the order of the ids; likewise ``turns`` and ``outside``, as
            `TimelineRow` has them.
    """

    __slots__ = ("_uncounted", "hits", "outside", "turns")

    def __init__(
        self, whole: Timeline, found: Mapping[str, Counts], uncounted: frozenset[str]
    ) -> None:
        """Take the meetings that were found.

        Args:
            whole: All meetings.
            found: Those that were found, by id.
            uncounted: Those of which not all hits are counted.
        """
        which = [meeting in found for meeting in whole.ids]
        ids = tuple(compress(whole.ids, which))
        super().__init__(ids, tuple(compress(whole.dates, which)), whole.entry)
        columns = tuple(zip(*map(found.__getitem__, ids), strict=True)) or ((), (), ())
        self.hits, self.turns, self.outside = columns
        self._uncounted = uncounted

    @classmethod
    def of_columns(
        cls,
        whole: Timeline,
        places: Sequence[int],
        columns: tuple[Sequence[int], Sequence[int], Sequence[int]],
        uncounted: frozenset[str],
    ) -> FoundTimeline:
        """Take the meetings that were found without looking at any single one of them.

        Args:
            whole: All meetings.
            places: The positions among them of those that were found, ascending.
            columns: Hits, turns with hits, and hits outside speech of each of these.
            uncounted: Those of which not all hits are counted.
        """
        rows = cls.__new__(cls)
        ids, dates = (tuple(map(each.__getitem__, places)) for each in (whole.ids, whole.dates))
        Timeline.__init__(rows, ids, dates, whole.entry)
        rows.hits, rows.turns, rows.outside = (tuple(column) for column in columns)
        rows._uncounted = uncounted
        return rows

    def counts(self) -> dict[str, Counts]:
        """What was found, by the meetings' ids."""
        columns = zip(self.hits, self.turns, self.outside, strict=True)
        return dict(zip(self.ids, columns, strict=True))

    def _row(self, place: int) -> TimelineRow:
        meeting = self.ids[place]
        return TimelineRow(
            self._entry(meeting),
            self.hits[place],
            self.turns[place],
            meeting not in self._uncounted,
            self.outside[place],
        )


def ids_of(rows: Sequence[TimelineRow]) -> tuple[str, ...]:
    """Return the ids of rows, without making them where that can be done without."""
    return rows.ids if isinstance(rows, Timeline) else tuple(row.entry.id for row in rows)


def dates_of(rows: Sequence[TimelineRow]) -> tuple[str, ...]:
    """Return the ISO dates of rows, "" where there is none; see ``ids_of``."""
    return rows.dates if isinstance(rows, Timeline) else tuple(r.entry.date or "" for r in rows)


def hits_of(rows: Sequence[TimelineRow]) -> tuple[int, ...]:
    """Return how many hits each row has; see ``ids_of``."""
    if isinstance(rows, FoundTimeline):
        return rows.hits
    return (0,) * len(rows) if isinstance(rows, Timeline) else tuple(row.hits for row in rows)


def turns_of(rows: Sequence[TimelineRow]) -> tuple[int, ...]:
    """Return how many turns with hits each row has; see ``ids_of``."""
    if isinstance(rows, FoundTimeline):
        return rows.turns
    return (0,) * len(rows) if isinstance(rows, Timeline) else tuple(row.turns for row in rows)


def with_hits(rows: Sequence[TimelineRow]) -> Sequence[TimelineRow]:
    """Return the rows that have hits: usually all, which are then not made."""
    return rows if all(hits_of(rows)) else tuple(row for row in rows if row.hits)
