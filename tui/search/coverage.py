"""What a library has of the days that a query asks for, and what it has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.model import Entry
from tui.search import query as q
from tui.search.truth import is_within

_MOST_STRETCHES = 4


@dataclass(frozen=True, slots=True)
class Coverage:
    """The texts there are of the days a query asks for.

    Attributes:
        texts: Meetings of those days.
        partial: Of these, those of which only parts were published.
        undated: Meetings without a date, in the whole library.
        absent: Years of those days of which the library has no text at all, ascending.
        of: Meetings in the whole library.
        years: The first and the last year of the whole library; None where nothing has a date.
    """

    texts: int
    partial: int
    undated: int
    absent: tuple[int, ...]
    of: int
    years: tuple[int, int] | None = None

    def __str__(self) -> str:
        """Return it as a sentence: “4 of 5 texts are partial; none from 2014.”."""
        if not self.of:
            return "The library is empty."
        parts = []
        if self.texts:
            are = "is" if self.partial == 1 else "are"
            text = "text" if self.texts == 1 else "texts"
            parts.append(f"{self.partial:,} of {self.texts:,} {text} {are} partial")
            if self.absent:
                parts.append(f"none from {_stretches(self.absent)}")
        else:
            time = f"from {_stretches(self.absent)}" if self.absent else "of that time"
            parts.append(f"none of the library's {self.of:,} texts is {time}")
            if self.years is not None:
                first, last = self.years
                span = f"of {first}" if first == last else f"from {first} to {last}"
                parts.append(f"they are {span}")
        if self.undated:
            has = "1 text has" if self.undated == 1 else f"{self.undated:,} texts have"
            parts.append(f"{has} no date")
        said = "; ".join(parts)
        return f"{said[0].upper()}{said[1:]}."


def coverage(entries: Iterable[Entry], query: q.Query) -> Coverage:
    """Return what there is of the days that a query asks for.

    Args:
        entries: Every meeting of the library.
        query: What is asked; only days that must hold for the whole of it count.
    """
    rows = tuple(entries)
    dates = _dates(query.root)
    there = [entry for entry in rows if all(is_within(entry.date, date) for date in dates)]
    undated = sum(entry.date is None for entry in rows)
    years = {int(entry.date[:4]) for entry in rows if entry.date}
    first = max([int(date.first[:4]) for date in dates if date.first] or [min(years, default=0)])
    last = min([int(date.last[:4]) for date in dates if date.last] or [max(years, default=-1)])
    if dates and years:
        # Of an age the library knows nothing of, its nearest years say enough.
        last = min(last, max(max(years), first))
        first = max(first, min(min(years), last))
    absent = tuple(year for year in range(first, last + 1) if year not in years)
    partial = sum(entry.partial for entry in there)
    span = (min(years), max(years)) if years else None
    return Coverage(len(there), partial, undated, absent, len(rows), span)


def _dates(root: q.Node | None) -> tuple[q.Date, ...]:
    """Return the days that must hold, whatever else does."""
    match root:
        case q.Date():
            return (root,)
        case q.And():
            return tuple(date for child in root.children for date in _dates(child))
        case q.Exchange():
            # Both sides stand in one meeting.
            return (*_dates(root.left), *_dates(root.right))
        case _:
            return ()


def _stretches(years: tuple[int, ...]) -> str:
    """Say years in words, neighbours together: “2014 to 2016, 2018”."""
    said = [f"{a}" if a == b else f"{a} to {b}" for a, b in _runs(years)]
    if len(said) > _MOST_STRETCHES:
        said[_MOST_STRETCHES:] = [f"{len(said) - _MOST_STRETCHES} more stretches of years"]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _runs(years: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    first = last = years[0]
    for year in years[1:]:
        if year != last + 1:
            yield first, last
            first = year
        last = year
    yield first, last
