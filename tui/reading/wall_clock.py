"""Times beside names that are of the day, and not of a recording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.model import Block, Turn

_LATE = 4 * 3600
"""A recording whose first words come so many seconds after its beginning is none."""
_FASTEST = 8.0
"""Words a second that nobody speaks for long; an auctioneer manages five."""
_WORDS = 200
"""Fewer words between two times say nothing of the speed."""


_CITY_CLOCK = re.compile(r"\s*[A-Z][\w .'’-]{1,30}:\s+\d{1,2}:\d{2}\s*")
_SHOWN = 20
"""Lines within which a page shows what time it is."""


def city_clocks(lines: Sequence[str]) -> set[int]:
    """Return the lines above a text that show the time of the day in several cities.

    ``Lisbon: 22:55`` directly above ``Nairobi: 20:55`` names nobody: no words follow it.

    Args:
        lines: A document's lines.
    """
    shown = [i for i, line in enumerate(lines[:_SHOWN]) if _CITY_CLOCK.fullmatch(line[:60])]
    return {i for i in shown if i - 1 in shown or i + 1 in shown}


def without_wall_clock(parts: Sequence[Turn | Block]) -> tuple[Turn | Block, ...]:
    """Take out the start of every turn where the times can be of no recording.

    They are the day's where the first stands at ``14:02:11``, or where ``14:00`` and
    ``14:05``, read as minutes and seconds, leave no time to say what was said.

    Args:
        parts: A document's turns, and what stands between them.
    """
    turns = [part for part in parts if isinstance(part, Turn)]
    timed = [(turn, turn.start) for turn in turns if turn.start is not None]
    if not timed or not (timed[0][1] >= _LATE or _is_too_fast(turns)):
        return tuple(parts)
    return tuple(_untimed(part) if isinstance(part, Turn) else part for part in parts)


def _is_too_fast(turns: Sequence[Turn]) -> bool:
    """Whether most of the longer stretches between two times hold too many words."""
    stretches: list[tuple[int, float]] = []
    said, begun = 0, None
    for turn in turns:
        if turn.start is not None:
            if begun is not None and said >= _WORDS:
                stretches.append((said, turn.start - begun))
            said, begun = 0, turn.start
        said += sum(len(block.text.split()) for block in turn.blocks)
    fast = sum(words > _FASTEST * max(0.0, seconds) for words, seconds in stretches)
    return 2 * fast > len(stretches)


def _untimed(turn: Turn) -> Turn:
    blocks = tuple(replace(block, start=None, end=None) for block in turn.blocks)
    return replace(turn, start=None, end=None, blocks=blocks)
