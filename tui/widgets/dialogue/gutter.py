"""The column at the right edge: how far one has read, and where hits and notes are."""

from __future__ import annotations

from collections.abc import Iterable

TRACK = "│"
THUMB = "┃"
MARK = "◂"
NOTED = "◆"


def thumb(first: int, height: int, total: int) -> range:
    """Return the rows of the column that stand for what is in sight.

    Args:
        first: Lines above the view.
        height: Rows of the view.
        total: Lines of the meeting.
    """
    if total <= height:
        return range(0)
    size = max(1, min(height - 1, height * height // total))
    start = round((height - size) * min(1.0, first / (total - height)))
    return range(start, start + size)


def marked_rows(lines: Iterable[int], height: int, total: int) -> frozenset[int]:
    """Return the rows of the column that stand for lines with something on them.

    Args:
        lines: The lines, from the beginning of the meeting.
        height: Rows of the view.
        total: Lines of the meeting; where all fit the view, a mark stands beside its line.
    """
    scale = max(total, height, 1)
    return frozenset(min(height - 1, line * height // scale) for line in lines)


def line_at(row: int, height: int, total: int) -> int:
    """Return the line that a row of the column stands for: where a click on it leads."""
    return row * max(total, height) // max(1, height)
