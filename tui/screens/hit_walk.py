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
        here = place.block, place.offset
        for index in self._in_passage(outline, place):
            focus = self.hits[index].focus
            if (focus.block, focus.start) == here:
                return index
        return None

    def _following(self, outline: Outline, place: Place) -> int | None:
        """Return the first hit that is not all behind a place; None where none is."""
        passage = self._in_passage(outline, place)
        for index in passage:
            focus = self.hits[index].focus
            if (focus.block, focus.end) > (place.block, place.offset):
                return index
        return passage.stop if passage.stop < len(self.hits) else None

    def _in_passage(self, outline: Outline, place: Place) -> range:
        """Return which hits are in the passage of a place.

        Passages stand in reading order; in one of them, what an editor put into brackets
        follows what is spoken, wherever it stands.
        """

        def order(hit: Hit) -> tuple[int, int]:
            return outline.reading_order(hit.anchor)

        here = outline.reading_order(place.anchor)
        begin = bisect_left(self.hits, here, key=order)
        return range(begin, bisect_right(self.hits, here, begin, key=order))
