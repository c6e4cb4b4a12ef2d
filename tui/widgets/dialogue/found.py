"""The hits of a query in the meeting shown, looked up by where one is and not all at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.model import Hit, Match
from tui.widgets.dialogue.gutter import marked_rows
from tui.widgets.dialogue.outline import Outline
from tui.widgets.dialogue.viewport import Viewport

_MOST_SINGLE = 400
_KEPT = 64


class Found:
    """Hits in reading order.

    Nothing is computed for hits out of sight, so that a hundred thousand cost what ten do.

    Args:
        hits: In reading order.
        outline: The meeting they are in.
    """

    def __init__(self, hits: Sequence[Hit] = (), outline: Outline | None = None) -> None:
        """Keep the hits as they are."""
        self._hits = hits
        self._outline = outline
        self._of_part: dict[int, tuple[Hit, ...]] = {}

    def holds(self, anchor: str, focus: Match) -> bool:
        """Say whether a hit with this focus is among them."""
        place = None if self._outline is None else self._outline.find(anchor)
        return place is not None and any(
            (hit.anchor, hit.focus) == (anchor, focus) for hit in self._in_part(place[0])
        )

    def matches(self, part: int, anchor: str) -> tuple[Match, ...]:
        """Return the matches in a passage.

        Args:
            part: The part of the outline that holds the passage.
            anchor: The passage's anchor.
        """
        hits = (hit for hit in self._in_part(part) if hit.anchor == anchor)
        first = next(hits, None)
        return () if first is None else first.matches

    def rows(self, viewport: Viewport, height: int, total: int) -> frozenset[int]:
        """Return the rows of the gutter that stand for lines with hits.

        Args:
            viewport: Where lines are.
            height: Rows of the gutter.
            total: Lines of the meeting.
        """
        outline = self._outline
        if outline is None or not self._hits:
            return frozenset()
        if len(self._hits) <= _MOST_SINGLE:
            places = ((outline.find(hit.anchor, hit.focus.block), hit) for hit in self._hits)
            lines = (viewport.about_y(*at, hit.focus.start) for at, hit in places if at)
            return marked_rows(lines, height, total)
        at, rows = 0, set()
        for row in range(height):
            first = viewport.heights.find(row * total // height)[0]
            last = viewport.heights.find((row + 1) * total // height - 1)[0]
            at = bisect_left(self._hits, first, at, key=self._part)
            if at < len(self._hits) and self._part(self._hits[at]) <= last:
                rows.add(row)
        return frozenset(rows)

    def _in_part(self, part: int) -> tuple[Hit, ...]:
        """Return the hits of a part: asked for each line that is painted."""
        found = self._of_part.get(part)
        if found is None:
            begin = bisect_left(self._hits, part, key=self._part)
            end = bisect_right(self._hits, part, begin, key=self._part)
            if len(self._of_part) >= _KEPT:
                self._of_part.clear()
            found = self._of_part[part] = tuple(self._hits[begin:end])
        return found

    def _part(self, hit: Hit) -> int:
        assert self._outline is not None
        return self._outline.reading_order(hit.anchor)[0]
