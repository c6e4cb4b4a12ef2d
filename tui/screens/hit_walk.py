"""Walking the hits of one meeting."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from tui.model import Hit, Meeting, Place
from tui.values import value


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

    def land(self, meeting: Meeting, place: Place, landing: Landing) -> int | None:
        """Choose the hit to stand on when coming to a meeting.

        Args:
            meeting: The meeting the hits are of.
            place: Where one would stand without hits.
            landing: Which one is wanted. At or after the place, where none follows, the
                first. At the place: the hit that begins there, else the one after it.
        """
        if not self.hits or landing is Landing.NONE:
            return None
        if landing is Landing.LAST:
            return len(self.hits) - 1
        if landing is Landing.AT and (exact := self._beginning_at(place)) is not None:
            return exact
        if landing in (Landing.AT_OR_AFTER, Landing.AT):
            following = self._following(meeting, place)
            return 0 if following is None else following
        return 0

    def step(self, meeting: Meeting, place: Place, direction: int) -> int | None:
        """Choose the next hit (1) or the previous (-1); None where the meeting ends first.

        Args:
            meeting: The meeting the hits are of.
            place: Where one reads, which counts while one stands on no hit.
            direction: 1 or -1.
        """
        if self.index is not None:
            index = self.index + direction
        else:
            following = self._following(meeting, place)
            after = len(self.hits) if following is None else following
            index = after if direction > 0 else after - 1
        return index if 0 <= index < len(self.hits) else None

    def _beginning_at(self, place: Place) -> int | None:
        here = (place.anchor, place.block, place.offset)
        for index, hit in enumerate(self.hits):
            if (hit.anchor, hit.focus.block, hit.focus.start) == here:
                return index
        return None

    def _following(self, meeting: Meeting, place: Place) -> int | None:
        order = {passage.anchor: n for n, passage in enumerate(meeting.passages())}
        here = (order.get(place.anchor, 0), place.block, place.offset)
        for index, hit in enumerate(self.hits):
            if (order[hit.anchor], hit.focus.block, hit.focus.end) > here:
                return index
        return None
