"""Walking the hits of one meeting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from enum import Enum, auto

from tui.model import Hit, Place
from tui.values import value
from tui.widgets.dialogue.outline import Outline


class Landing(Enum):
    """Which hit of a meeting to stand on once it is open."""

    NONE = auto()
    FIRST = auto()
    LAST = auto()
    AT_OR_AFTER = auto()
    AT = auto()


@value
class Target:
    """Where to stand.

    Attributes:
        place: The place.
        landing: Which hit of its meeting to stand on instead.
    """

    place: Place
    landing: Landing = Landing.NONE


@value
class HitWalk:
    """The hits of one meeting, and which of them one stands on.

    Attributes:
        hits: In reading order.
        index: Which one, from 0; None while one reads elsewhere.
    """

    hits: tuple[Hit, ...] = ()
    index: int | None = None

    @property
    def current(self) -> Hit | None:
        """The hit one stands on."""
        return None if self.index is None else self.hits[self.index]

    def at(self, index: int) -> HitWalk:
        """Stand on another hit."""
        return replace(self, index=index)

    def land(self, outline: Outline, place: Place, landing: Landing) -> int | None:
        """Choose the hit to stand on when coming to a meeting.

        Args:
            outline: The meeting the hits are of.
            place: Where one would stand without hits.
            landing: Which one is wanted. At or after the place, where none follows, the
                first. At the place: the hit that begins there, else the one after it.
        """
        if not self.hits or landing is Landing.NONE:
            return None
        if landing is Landing.LAST:
            return len(self.hits) - 1
        if landing is Landing.AT and (exact := self._beginning_at(outline, place)) is not None:
            return exact
        if landing in (Landing.AT_OR_AFTER, Landing.AT):
            following = self._following(outline, place)
            return 0 if following is None else following
        return 0

    def step(self, outline: Outline, place: Place, direction: int) -> int | None:
        """Choose the next hit (1) or the previous (-1); None where the meeting ends first.

        Args:
            outline: The meeting the hits are of.
            place: Where one reads, which counts while one stands on no hit.
            direction: 1 or -1.
        """
        if self.index is not None:
            index = self.index + direction
        else:
            following = self._following(outline, place)
            after = len(self.hits) if following is None else following
            index = after if direction > 0 else after - 1
        return index if 0 <= index < len(self.hits) else None

    def _beginning_at(self, outline: Outline, place: Place) -> int | None:
        here = _position(outline, place)
        index = bisect_left(self.hits, here, key=lambda hit: _start(outline, hit))
        found = index < len(self.hits) and _start(outline, self.hits[index]) == here
        return index if found else None

    def _following(self, outline: Outline, place: Place) -> int | None:
        """Return the first hit that is not all behind a place; None where none is."""
        here = _position(outline, place)
        index = bisect_right(self.hits, here, key=lambda hit: _start(outline, hit))
        while index and _end(outline, self.hits[index - 1]) > here:
            index -= 1
        return index if index < len(self.hits) else None


_Position = tuple[tuple[int, int], int, int]
"""The passage's place in reading order, the block in it, the character."""


def _position(outline: Outline, place: Place) -> _Position:
    return outline.reading_order(place.anchor), place.block, place.offset


def _start(outline: Outline, hit: Hit) -> _Position:
    return outline.reading_order(hit.anchor), hit.focus.block, hit.focus.start


def _end(outline: Outline, hit: Hit) -> _Position:
    return outline.reading_order(hit.anchor), hit.focus.block, hit.focus.end
