"""What stands on the lines of a concordance: every row at hand, or read as it comes in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple, Protocol, TypeAlias

from tui.model import Hit
from tui.search.concordance import Row

KEPT = 20_000
"""Rows a dated sheet remembers; those of the meeting longest unseen are forgotten first."""


Told: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group.

    Attributes:
        text: What the rows below have in common.
        first: The first of them, by its place on the sheet.
        hits: How many there are.
        group: What the group is known by.
        told: How much was found there, in several lengths, the longest first.
    """

    text: str
    first: int
    hits: int
    group: str = ""
    told: Told = ()

    @property
    def lengths(self) -> Told:
        """How much was found there, in several lengths; the hits, where nothing more is told."""
        return self.told or (f"{self.hits:,}",)


class Sheet(Protocol):
    """Rows under headings; one hit a row."""

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The groups, in order; none where the rows are not grouped."""

    def __len__(self) -> int:
        """How many rows there are."""

    def row(self, place: int) -> Row | None:
        """The row at a place, from 0; None while it is not read."""

    def meeting(self, place: int) -> str:
        """The id of the meeting in which the hit at a place lies."""

    def find(self, hit: Hit) -> int | None:
        """Where a hit stands; None where it does not, or is not known to."""

    def telling(self, told: Mapping[str, Told]) -> Sheet:
        """The same rows, under headings that tell how much was found in each group."""


class Collected:
    """A sheet whose rows are all at hand, in any order."""

    def __init__(self, rows: Iterable[Row], headings: Iterable[Heading] = ()) -> None:
        """Keep rows in the order in which they come."""
        self._rows = tuple(rows)
        self._headings = tuple(headings)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """See `Sheet`."""
        return self._headings

    def __len__(self) -> int:
        """See `Sheet`."""
        return len(self._rows)

    def row(self, place: int) -> Row | None:
        """See `Sheet`."""
        return self._rows[place]

    def meeting(self, place: int) -> str:
        """See `Sheet`."""
        return self._rows[place].meeting

    def find(self, hit: Hit) -> int | None:
        """See `Sheet`."""
        return next((place for place, row in enumerate(self._rows) if row.found == hit), None)

    def telling(self, told: Mapping[str, Told]) -> Collected:
        """See `Sheet`."""
        return Collected(self._rows, _telling(self._headings, told))


class Segment(NamedTuple):
    """The hits of one meeting.

    Attributes:
        meeting: Its id.
        hits: How many there are.
        group: What it shares with neighbours under the same heading; "" for no heading.
        heading: What the heading says.
    """

    meeting: str
    hits: int
    group: str = ""
    heading: str = ""


class Dated:
    """A sheet in the order of time: it knows how many hits each meeting has, and reads none.

    Rows are handed in for the meetings that come in sight, and forgotten again, so a million
    hits take no more memory than the meetings that hold them.
    """

    def __init__(self, segments: Iterable[Segment], told: Mapping[str, Told] | None = None) -> None:
        """Take the meetings, oldest first; those without hits take no line.

        Args:
            segments: The meetings.
            told: How much was found in each group, by the group, in several lengths.
        """
        self._segments = tuple(segment for segment in segments if segment.hits)
        ends = tuple(accumulate(segment.hits for segment in self._segments))
        self._starts = (0, *ends[:-1]) if ends else ()
        self._length = ends[-1] if ends else 0
        self._places: dict[str, int] | None = None
        self._told = told or {}
        self._headings = _telling(_headings(self._segments), self._told)
        self._known: OrderedDict[str, tuple[Row, ...]] = OrderedDict()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """See `Sheet`."""
        return self._headings

    def __len__(self) -> int:
        """See `Sheet`."""
        return self._length

    def row(self, place: int) -> Row | None:
        """See `Sheet`."""
        at = self._at(place)
        meeting = self._segments[at].meeting
        rows = self._known.get(meeting)
        if rows is None:
            return None
        self._known.move_to_end(meeting)
        return rows[place - self._starts[at]]

    def meeting(self, place: int) -> str:
        """See `Sheet`."""
        return self._segments[self._at(place)].meeting

    def find(self, hit: Hit) -> int | None:
        """See `Sheet`; only hits of meetings whose rows are known are found."""
        rows = self._known.get(hit.meeting, ())
        number = next((n for n, row in enumerate(rows) if row.found == hit), None)
        return None if number is None else self._starts[self._index[hit.meeting]] + number

    def first_of(self, meeting: str) -> int | None:
        """Where the hits of a meeting begin; None where it has none."""
        at = self._index.get(meeting)
        return None if at is None else self._starts[at]

    def number(self, place: int) -> tuple[str, int]:
        """The meeting of the hit at a place, and which of its hits it is, from 0."""
        at = self._at(place)
        return self._segments[at].meeting, place - self._starts[at]

    def nearest(self, meeting: str, number: int) -> int:
        """Where a hit of a meeting stands by its number; where it is gone, the one before it."""
        at = self._index.get(meeting)
        if at is None:
            return 0
        return self._starts[at] + min(number, self._segments[at].hits - 1)

    def telling(self, told: Mapping[str, Told]) -> Dated:
        """See `Sheet`."""
        return self.over(Dated(self._segments, told))

    def over(self, other: Dated) -> Dated:
        """Return another sheet of the same hits, with the rows that are known here."""
        return other.with_rows(self._known)

    def with_rows(self, found: Mapping[str, tuple[Row, ...]]) -> Dated:
        """Return the sheet with the rows of some meetings.

        Args:
            found: Their rows in reading order. Where there are more or fewer of them than
                were counted, the rows stand: what follows moves.
        """
        sheet = self
        if any(len(rows) != self._hits(meeting) for meeting, rows in found.items()):
            sheet = Dated(
                (
                    each._replace(hits=len(found[each.meeting])) if each.meeting in found else each
                    for each in self._segments
                ),
                self._told,
            )
            sheet._known.update(self._known)
            if len(sheet._segments) == len(self._segments):
                sheet._places = self._places
        for meeting, rows in found.items():
            if meeting in sheet._index:
                sheet._known[meeting] = rows
                sheet._known.move_to_end(meeting)
        sheet._forget(len(found))
        return sheet

    def _forget(self, last: int) -> None:
        """Keep the rows of so many meetings handed in last, and as many more as may be kept."""
        kept = sum(len(rows) for rows in self._known.values())
        while kept > KEPT and len(self._known) > last:
            kept -= len(self._known.popitem(last=False)[1])

    @property
    def _index(self) -> dict[str, int]:
        if self._places is None:
            self._places = {segment.meeting: at for at, segment in enumerate(self._segments)}
        return self._places

    def _hits(self, meeting: str) -> int:
        at = self._index.get(meeting)
        return 0 if at is None else self._segments[at].hits

    def _at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


def _headings(segments: tuple[Segment, ...]) -> tuple[Heading, ...]:
    groups: list[Heading] = []
    place = first = 0
    open_: Segment | None = None
    for segment in segments:
        if open_ is None or segment.group != open_.group:
            if open_ is not None and open_.group:
                groups.append(Heading(open_.heading, first, place - first, open_.group))
            open_, first = segment, place
        place += segment.hits
    if open_ is not None and open_.group:
        groups.append(Heading(open_.heading, first, place - first, open_.group))
    return tuple(groups)


def _telling(headings: Iterable[Heading], told: Mapping[str, Told]) -> tuple[Heading, ...]:
    return tuple(replace(each, told=told.get(each.group, each.told)) for each in headings)
