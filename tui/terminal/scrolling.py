"""Rows that moved: what a terminal can shift by itself need not be sent again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.terminal.frame import Row
from tui.values import value

_LEAST_GAIN = 3
"""Rows that must come right for the margins and the shift to pay."""


@value
class Scroll:
    """A shift of whole rows.

    Attributes:
        top: First row of the region, from 0.
        bottom: One past its last row.
        distance: Rows that what is shown moves up; negative, down.
    """

    top: int
    bottom: int
    distance: int

    @property
    def sequence(self) -> str:
        """What makes a terminal do it: DECSTBM, and DL or IL in the region's first row."""
        operation = "M" if self.distance > 0 else "L"
        count = abs(self.distance)
        margins = f"\x1b[{self.top + 1};{self.bottom}r\x1b[{self.top + 1}H"
        return f"{margins}\x1b[{count}{operation}\x1b[r"

    def applied(self, shown: Sequence[Row], width: int) -> list[Row]:
        """Return what is shown afterwards.

        Terminals differ on the ground of the rows that come in, so these are unknown.
        """
        rows = list(shown)
        region = rows[self.top : self.bottom]
        blank = [Row.unknown(width) for _ in range(abs(self.distance))]
        if self.distance > 0:
            rows[self.top : self.bottom] = region[self.distance :] + blank
        else:
            rows[self.top : self.bottom] = blank + region[: self.distance]
        return rows


def find_scroll(
    shown: Sequence[Row], wanted: Sequence[Row], changed: Sequence[int]
) -> Scroll | None:
    """Find the shift that brings the most rows where they should be, if any pays.

    Args:
        shown: What the terminal shows.
        wanted: What it should show.
        changed: The rows in which they differ, ascending.
    """
    if len(changed) <= _LEAST_GAIN:
        return None
    rows = range(changed[0], changed[-1] + 1)
    places = {key: y for y in rows if (key := _key(shown[y])) is not None}
    moved = [
        (y, places[key] - y) for y in rows if (key := _key(wanted[y])) is not None and key in places
    ]
    distances = Counter(distance for _, distance in moved)
    distances.pop(0, None)
    if not distances:
        return None
    ((distance, _),) = distances.most_common(1)
    ends = [y for y, by in moved if by == distance]
    top, bottom = min(ends), max(ends)
    scroll = Scroll(min(top, top + distance), max(bottom, bottom + distance) + 1, distance)
    region = range(scroll.top, scroll.bottom)
    lost = sum(wanted[y].same(shown[y]) and _key(wanted[y]) is not None for y in region)
    return scroll if len(ends) - lost >= _LEAST_GAIN else None


def _key(row: Row) -> tuple[object, ...] | None:
    """What tells a row from others; None for one that is blank or not known in full."""
    if None in row.pens or not "".join(filter(None, row.characters)).strip():
        return None
    return (*row.characters, *row.pens)
