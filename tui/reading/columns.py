"""Two columns printed side by side, put into reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

_RIGHT = re.compile(r"\S {2,}(?=\S)|^ {24,}(?=\S)")
_LEADERS = re.compile(r"(?:\. ?){4,}|_{4,}")
_LEAST = 8
"""Fewer lines side by side are a table or a signature."""
_INDENT = 8
"""Columns by which a paragraph's first line may stand in."""
_NARROW = 28
"""The second column begins no further left."""


def in_reading_order(lines: Sequence[str]) -> list[str] | None:
    """Return the left column and then the right one, between lines as wide as the page.

    Args:
        lines: A text as it stands on its pages.

    Returns:
        The lines, or None where there is one column only.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return None
    ordered: list[str] = []
    left: list[str] = []
    right: list[str] = []

    def flush() -> None:
        for column in (left, right):
            while column and not column[-1].strip():
                column.pop()
            ordered.extend(column)
            column.clear()

    for line in lines:
        if len(line) > gutter and line[gutter - 2 : gutter].strip():
            flush()
            ordered.append(line)
        else:
            left.append(line[:gutter].rstrip())
            right.append(line[gutter:].rstrip())
    flush()
    return ordered


def _gutter(lines: Sequence[str]) -> int | None:
    """Return where the second column begins."""
    starts: Counter[int] = Counter()
    sides: list[tuple[int, int]] = []
    wide = 0
    for line in lines:
        if len(line) <= _NARROW or len(line) > 240:
            continue
        wide += 1
        if _LEADERS.search(line):
            continue
        found = [match.end() for match in _RIGHT.finditer(line) if match.end() >= _NARROW]
        for start in found[:1]:
            starts[start] += 1
            sides.append((start, len(line) - start))
    if len(sides) < _LEAST:
        return None
    gutter = starts.most_common(1)[0][0]
    beside = [length for start, length in sides if gutter <= start <= gutter + _INDENT]
    if len(beside) < max(_LEAST, 0.4 * wide) or starts[gutter] * 2 < len(beside):
        return None
    lengths = [
        len(line[:gutter].strip())
        for line in lines
        if len(line) > gutter and not line[gutter - 2 : gutter].strip() and line[:gutter].strip()
    ]
    even = len(lengths) >= _LEAST // 2 and median(lengths) >= _NARROW * 0.7
    return gutter if even and median(beside) >= 20 else None
