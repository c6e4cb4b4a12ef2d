"""How many lines each part takes: estimated at first, exact once a part has been laid out."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_CHUNK = 256


class Heights:
    """Heights of parts, with prefix sums in two levels.

    A change costs nothing but its own chunk, and a sum a few microseconds, so that ten
    thousand parts are no slower to move about in than ten.

    Args:
        estimates: Lines of each part, guessed.
    """

    def __init__(self, estimates: Iterable[int]) -> None:
        """Take the estimates over as they are."""
        self._heights = heights = array("I", estimates)
        self._exact = bytearray(len(heights))
        self._chunks = array(
            "Q", (sum(heights[at : at + _CHUNK]) for at in range(0, len(heights), _CHUNK))
        )
        self.total = sum(self._chunks)

    @classmethod
    def alike(cls, height: int, parts: int) -> Heights:
        """Guess one height for all of so many parts."""
        return cls(array("I", [height]) * parts)

    def set_exact(self, part: int, height: int) -> None:
        """Replace a part's height by its true one."""
        difference = height - self._heights[part]
        self._heights[part] = height
        self._exact[part] = 1
        self._chunks[part // _CHUNK] += difference
        self.total += difference

    def next_estimate(self, start: int) -> int | None:
        """Return the first part from a position on whose height is a guess."""
        found = self._exact.find(0, start)
        return None if found < 0 else found

    def height(self, part: int) -> int:
        """Return a part's height, guessed or exact."""
        return self._heights[part]

    def top(self, part: int) -> int:
        """Return how many lines stand above a part."""
        chunk = part // _CHUNK
        return sum(self._chunks[:chunk]) + sum(self._heights[chunk * _CHUNK : part])

    def find(self, y: int) -> tuple[int, int]:
        """Return the part that holds a line, and which of its lines that is."""
        y = max(0, min(y, self.total - 1))
        chunk, above = _holding(self._chunks, y)
        within = self._heights[chunk * _CHUNK : (chunk + 1) * _CHUNK]
        part, higher = _holding(within, y - above)
        return chunk * _CHUNK + part, y - above - higher

    def rescaled(self, factor: float) -> Heights:
        """Return estimates for another width, from what is known at this one."""
        return Heights([max(2, round(height * factor)) for height in self._heights])


def _holding(sizes: array[int], y: int) -> tuple[int, int]:
    """Return which of some sizes laid end to end holds a position, and where that one begins."""
    ends = list(accumulate(sizes))
    at = bisect_right(ends, y)
    return at, ends[at] - sizes[at]
