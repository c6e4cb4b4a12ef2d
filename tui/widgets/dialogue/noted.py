"""What the reader marked or saved in the meeting shown."""

from __future__ import annotations

from collections.abc import Collection

from tui.widgets.dialogue.gutter import marked_rows
from tui.widgets.dialogue.outline import HEADING, Outline
from tui.widgets.dialogue.viewport import Viewport

_WHOLE = -1


class Noted:
    """Noted turns, and noted blocks outside speech.

    Args:
        anchors: The passages; those that the meeting does not have are left out.
        outline: The meeting they are in.
    """

    def __init__(self, anchors: Collection[str] = (), outline: Outline | None = None) -> None:
        """Find the passages."""
        spots = set()
        for anchor in anchors:
            found = None if outline is None else outline.find(anchor)
            if found is not None:
                spots.add((found[0], _WHOLE) if anchor[0] == "t" and found[0] else found)
        self._spots = frozenset(spots)

    def __eq__(self, other: object) -> bool:
        """Whether the same is noted."""
        return isinstance(other, Noted) and self._spots == other._spots

    def __hash__(self) -> int:
        """A number that equal ones share."""
        return hash(self._spots)

    def holds(self, part: int, block: int = _WHOLE) -> bool:
        """Whether a turn is noted, or a block outside speech.

        Args:
            part: The part of the outline.
            block: The block's index in the part; absent, the turn is meant.
        """
        return (part, block) in self._spots

    def rows(self, viewport: Viewport, height: int, total: int) -> frozenset[int]:
        """Return the rows of the gutter that stand for noted passages.

        Args:
            viewport: Where lines are.
            height: Rows of the gutter.
            total: Lines of the meeting.
        """
        lines = (
            viewport.heights.top(part)
            if block == _WHOLE or part == HEADING
            else viewport.about_y(part, block, 0)
            for part, block in self._spots
        )
        return marked_rows(lines, height, total)
