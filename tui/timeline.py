"""The timeline of an archive whose rows are made when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
            return tuple(map(self._row, self.ids[index]))
        return self._row(self.ids[index])

    def __iter__(self) -> Iterator[TimelineRow]:
        """Make every row, one at a time."""
        return map(self._row, self.ids)

    def __eq__(self, other: object) -> bool:
        """Whether another sequence has the same rows."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(TimelineRow.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]  # as other sequences that compare by content

    def _row(self, meeting: str) -> TimelineRow:
        return TimelineRow(self._entry(meeting))


def ids_of(rows: Sequence[TimelineRow]) -> tuple[str, ...]:
    """Return the ids of rows, without making them where that can be done without."""
    return rows.ids if isinstance(rows, Timeline) else tuple(row.entry.id for row in rows)


def dates_of(rows: Sequence[TimelineRow]) -> tuple[str, ...]:
    """Return the ISO dates of rows, "" where there is none; see ``ids_of``."""
    return rows.dates if isinstance(rows, Timeline) else tuple(r.entry.date or "" for r in rows)
