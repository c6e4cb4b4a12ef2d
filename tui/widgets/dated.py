"""The dated meetings of a timeline in order of time, counted.

What the time strip asks of them: how much falls between two days, which meeting is nearest
to a day, which comes before and after. All of it is bisection over columns that are built
once per set of rows, so that painting costs the same for five meetings and for fifty
thousand.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise, repeat

from tui.model import TimelineRow
from tui.timeline import dates_of, hits_of, ids_of, with_hits
from tui.values import value
from tui.widgets.time_scale import TimeScale, ordinal_of

BLOCKS = " ▁▂▃▄▅▆▇█"
"""A cell filled by none to eight eighths from below."""

# With few meetings a column at full height would shout: one is drawn as one of this many.
_LEAST_FULL = 3


@value
class DatedMeetings:
    """Meetings that have a day, earliest first, as parallel columns.

    Attributes:
        ordinals: Proleptic ordinals of their dates, ascending.
        ids: Their ids, in the same order.
        totals: Running totals of what is counted; one longer than ``ids``, from 0.
        undated: How many meetings have no date that could be read.
        counts_hits: True where hits are counted, False where meetings are.
    """

    ordinals: Sequence[int] = ()
    ids: Sequence[str] = ()
    totals: Sequence[int] = (0,)
    undated: int = 0
    counts_hits: bool = False

    @classmethod
    def of(cls, rows: Sequence[TimelineRow], filtered: bool) -> DatedMeetings:
        """Count the rows of a timeline.

        Args:
            rows: In any order; the usual one, newest first, costs no sorting.
            filtered: True where the rows answer a query. Hits are then counted and
                meetings without any left out, unless the query is about meetings alone
                and no row has a hit.
        """
        counts_hits = filtered and any(hits_of(rows))
        if counts_hits:
            rows = with_hits(rows)
        days = _days_of(dates_of(rows)[::-1])
        places: Sequence[int] = range(len(days))
        if None in days:
            places = [place for place, day in enumerate(days) if day is not None]
        ordinals = [day for day in days if day is not None]
        if ordinals != sorted(ordinals):
            order = sorted(range(len(places)), key=ordinals.__getitem__)
            ordinals, places = (
                [ordinals[place] for place in order],
                [places[place] for place in order],
            )
        ids: Sequence[str] = ids_of(rows)[::-1]
        counted = hits_of(rows)[::-1] if counts_hits else ()
        return cls(
            ordinals=ordinals,
            ids=ids if places == range(len(ids)) else [ids[place] for place in places],
            totals=(
                [0, *accumulate(counted[place] for place in places)]
                if counts_hits
                else range(len(places) + 1)
            ),
            undated=len(rows) - len(places),
            counts_hits=counts_hits,
        )

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last day; None where nothing is dated."""
        return (self.ordinals[0], self.ordinals[-1]) if self.ordinals else None

    def columns(self, scale: TimeScale) -> list[int]:
        """Return what is counted in each column of a scale."""
        edges = [
            bisect_left(self.ordinals, scale.start_of(column)) for column in range(scale.width + 1)
        ]
        edges[0], edges[-1] = 0, len(self.ordinals)
        return [self.totals[right] - self.totals[left] for left, right in pairwise(edges)]

    def meetings_between(self, first: int, last: int) -> int:
        """Return how many meetings fall on two days or between them."""
        return bisect_right(self.ordinals, last) - bisect_left(self.ordinals, first)

    def day_of(self, meeting: str | None) -> int | None:
        """Return a meeting's ordinal; None where it is not among these."""
        place = self._place(meeting)
        return None if place is None else self.ordinals[place]

    def nearest(self, ordinal: int) -> str | None:
        """Return the meeting nearest to a day, the earlier of two; None where there is none."""
        after = bisect_left(self.ordinals, ordinal)
        around = range(max(0, after - 1), min(len(self.ordinals), after + 1))
        place = min(around, key=lambda place: abs(self.ordinals[place] - ordinal), default=None)
        return None if place is None else self.ids[place]

    def step(self, meeting: str | None, day: int | None, steps: int) -> str | None:
        """Return the meeting so many steps away, kept within the first and the last.

        Args:
            meeting: Where one stands.
            day: Its ordinal where it is known but the meeting is not among these, because
                the query leaves it out: then the step goes to the neighbour in time.
            steps: Forward in time when positive; not 0.

        Returns:
            None where there is no meeting to go to.
        """
        if not self.ids:
            return None
        place = self._place(meeting)
        if place is not None:
            target = place + steps
        elif day is not None:
            after = bisect_left(self.ordinals, day)
            target = after + steps - 1 if steps > 0 else after + steps
        else:
            target = len(self.ids) - 1
        return self.ids[min(max(target, 0), len(self.ids) - 1)]

    def _place(self, meeting: str | None) -> int | None:
        if meeting is None:
            return None
        try:
            return self.ids.index(meeting)
        except ValueError:
            return None


def _days_of(dates: Sequence[str]) -> list[int | None]:
    """Return the ordinals of ISO dates, None for what is no day; quickly where all are days.

    Args:
        dates: The undated before all others, as in the usual order.
    """
    undated = next((place for place, text in enumerate(dates) if text), len(dates))
    try:
        days = map(date.toordinal, map(date.fromisoformat, dates[undated:]))
        return [*repeat(None, undated), *days]
    except ValueError:
        return [ordinal_of(text) for text in dates]


def heights(counts: Sequence[int], rows: int) -> list[int]:
    """Return bar heights in eighths of a row; what is not nothing is at least one eighth.

    Args:
        counts: What each column counts.
        rows: How many rows of text the bars may fill.
    """
    full = max(_LEAST_FULL, max(counts, default=0))
    return [max(1, round(count * rows * 8 / full)) if count else 0 for count in counts]


def block(height: int, row: int) -> str:
    """Return a bar's cell.

    Args:
        height: The bar's height in eighths.
        row: The row of text, counted from 0 at the bottom.
    """
    return BLOCKS[min(max(height - 8 * row, 0), 8)]
