"""Time laid out on columns: where a day stands, what a column covers, what is labelled.

Pure arithmetic on proleptic ordinals (``datetime.date.toordinal``), so that the years 1 and
9999 are days like any other. The right edge is exclusive and may lie one past the last day
that ``date`` knows, therefore edges are ordinals and never dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise

from tui.values import value

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The interface speaks English whatever the locale, so these are not ``strftime``'s."""

_END = date.max.toordinal() + 1
_YEARS_FROM = 3 * 366
_MONTHS_FROM = 70
_FEWEST_DAYS = 7
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTH_STEPS = (1, 3, 6)
_DAY_STEPS = (1, 2, 7, 14)
# White space after a label. Years may stand closer than months, which are shorter words.
_YEAR_GAP = 3
_GAP = 4


@value
class Tick:
    """A labelled column.

    Attributes:
        column: Where the unit begins; the label starts there.
        label: Such as ``2013``, ``Mar`` or ``29 May``.
    """

    column: int
    label: str


@value
class TimeScale:
    """A stretch of days to scale on a row of columns.

    Attributes:
        first: Ordinal of the first day.
        last: Ordinal one past the last day.
        width: Columns, at least 1.
    """

    first: int
    last: int
    width: int

    @classmethod
    def around(cls, first: int, last: int, width: int) -> TimeScale:
        """Return a scale whose edges are whole units around two days.

        Whole years for more than about three, whole months for more than ten weeks, else
        days with a little margin. A single day is shown in its year, which says more than
        an empty week would.

        Args:
            first: Ordinal of the earliest day to be shown.
            last: Ordinal of the latest day to be shown, not before ``first``.
            width: Columns; less than one counts as one.
        """
        width = max(1, width)
        begin, end = date.fromordinal(first), date.fromordinal(last)
        if first == last or last - first > _YEARS_FROM:
            return cls(date(begin.year, 1, 1).toordinal(), _year_start(end.year + 1), width)
        if last - first > _MONTHS_FROM:
            left = date(begin.year, begin.month, 1).toordinal()
            return cls(left, _month_start(end.year * 12 + end.month), width)
        margin = max(1, (_FEWEST_DAYS - (last - first)) // 2)
        return cls(max(1, first - margin), min(_END, last + margin + 1), width)

    @property
    def days(self) -> int:
        """How many days the scale covers."""
        return self.last - self.first

    def column(self, ordinal: int) -> int:
        """Return the column in which a day's noon lies, kept within the scale."""
        place = (2 * (ordinal - self.first) + 1) * self.width // (2 * self.days)
        return min(max(place, 0), self.width - 1)

    def start_of(self, column: int) -> int:
        """Return the first day that stands in a column or to the right of it."""
        doubled = 2 * self.days * column - self.width
        return self.first + max(0, -(-doubled // (2 * self.width)))

    def covered(self, one: int, other: int) -> tuple[int, int]:
        """Return the first and the last day between two columns, both included.

        Where a day is wider than a column and the two enclose no day's column, it is the
        day whose stretch they lie in.

        Args:
            one: A column.
            other: A column, on either side of ``one``.
        """
        left, right = sorted((one, other))
        start, end = self.start_of(left), self.start_of(right + 1) - 1
        if end < start:
            start = end = self.first + left * self.days // self.width
        return self._within(start), self._within(end)

    def _within(self, ordinal: int) -> int:
        return min(max(ordinal, self.first), self.last - 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the finest regular ticks whose labels neither collide nor run over the edge."""
        for unit, step, gap in _steps():
            ticks = self._ticks(unit, step)
            if ticks is not None and _apart(ticks, gap):
                return tuple(tick for tick in ticks if self._fits(tick))
        return ()

    def _ticks(self, unit: str, step: int) -> list[Tick] | None:
        """Return the ticks of one unit; None where they are hopelessly many."""
        days = {"day": 1, "month": 28, "year": 365}[unit] * step
        if self.days // days > self.width:
            return None
        starts = {"day": self._day_starts, "month": self._months, "year": self._years}[unit](step)
        return [
            Tick((start - self.first) * self.width // self.days, label) for start, label in starts
        ]

    def _years(self, step: int) -> Iterator[tuple[int, str]]:
        year = date.fromordinal(self.first).year
        for number in range(-(-year // step) * step or step, date.max.year + 1, step):
            start = _year_start(number)
            if start >= self.last:
                return
            if start >= self.first:
                yield start, f"{number:04}"

    def _months(self, step: int) -> Iterator[tuple[int, str]]:
        begin = date.fromordinal(self.first)
        month = begin.year * 12 + begin.month - 1
        for number in range(-(-month // step) * step, (date.max.year + 1) * 12, step):
            start = _month_start(number)
            if start >= self.last:
                return
            if start >= self.first:
                year, index = divmod(number, 12)
                yield start, MONTHS[index] if index else f"{year:04}"

    def _day_starts(self, step: int) -> Iterator[tuple[int, str]]:
        # Ordinal 1 is a Monday, so steps of a week fall on Mondays.
        for ordinal in range(self.first + (1 - self.first) % step, self.last, step):
            yield ordinal, day_label(date.fromordinal(ordinal))

    def _fits(self, tick: Tick) -> bool:
        return tick.column + len(tick.label) <= self.width


def _steps() -> Iterator[tuple[str, int, int]]:
    yield from (("day", step, _GAP) for step in _DAY_STEPS)
    yield from (("month", step, _GAP) for step in _MONTH_STEPS)
    yield from (("year", step, _YEAR_GAP) for step in _YEAR_STEPS)


def _apart(ticks: list[Tick], gap: int) -> bool:
    return all(
        after.column - before.column >= len(before.label) + gap for before, after in pairwise(ticks)
    )


def _year_start(year: int) -> int:
    return date(year, 1, 1).toordinal() if year <= date.max.year else _END


def _month_start(number: int) -> int:
    """Return the first day of a month counted from January of the year 0."""
    year, index = divmod(number, 12)
    return date(year, index + 1, 1).toordinal() if year <= date.max.year else _END


@lru_cache(maxsize=1 << 16)
def ordinal_of(text: str | None) -> int | None:
    """Return the ordinal of an ISO date; None where there is none or it is no day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def day_label(day: date) -> str:
    """Return day and month: ``29 May``."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def range_label(first: int, last: int) -> str:
    """Say a stretch of days in words as short as its length allows.

    ``2012 – 2020`` · ``May – Dec 2013`` · ``29 May – 3 Jun 2013`` · ``29 May 2013``

    Args:
        first: Ordinal of the first day.
        last: Ordinal of the last day.
    """
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if begin == end:
        return f"{day_label(begin)} {begin.year:04}"
    if begin.year != end.year and last - first > _YEARS_FROM:
        return f"{begin.year:04} – {end.year:04}"
    if last - first > _MONTHS_FROM:
        return _joined(begin, end, MONTHS[begin.month - 1], MONTHS[end.month - 1])
    return exact_range_label(first, last)


def exact_range_label(first: int, last: int) -> str:
    """Say both ends to the day: ``29 May – 3 Jun 2013``, ``1 Jan 2012 – 30 Jun 2013``."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if begin == end:
        return f"{day_label(begin)} {begin.year:04}"
    if (begin.year, begin.month) == (end.year, end.month):
        return _joined(begin, end, str(begin.day), day_label(end))
    return _joined(begin, end, day_label(begin), day_label(end))


def _joined(begin: date, end: date, left: str, right: str) -> str:
    year = "" if begin.year == end.year else f" {begin.year:04}"
    return f"{left}{year} – {right} {end.year:04}"
