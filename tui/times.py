"""Times in a recording: how they are written, and who is speaking then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.model import Meeting, Passage, Place

# Compiled by the first who writes a time: no start needs them.
_CLOCK = r"(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})(?:[.,]\d*)?"
_UNITS = r"(?=\d)(?:(\d{1,3}) ?h)? ?(?:(\d{1,4}) ?m(?:in)?)? ?(?:(\d{1,6}) ?s)?"
_MINUTES = r"\d{1,4}"


def clock(seconds: float) -> str:
    """Write seconds from the beginning of a recording as ``0:12:30``."""
    minutes, second = divmod(max(0, int(seconds)), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}"


def seconds_of(text: str) -> float | None:
    """Read a time as people write it.

    Args:
        text: ``0:12:30``, ``12:30`` (minutes and seconds), ``1h 2m 3s``, or ``12`` (minutes).

    Returns:
        Seconds from the beginning of the recording; None where it is no time.
    """
    text = text.strip().lower()
    if re.fullmatch(_MINUTES, text):
        return int(text) * 60.0
    found = re.fullmatch(_CLOCK, text) or re.fullmatch(_UNITS, text)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600.0 + minutes * 60.0 + seconds


def start_of(passage: Passage, block: int = 0) -> float | None:
    """Return when a block of a passage begins, in seconds; None where that is unknown.

    A turn's time is that of its first words, and says nothing of the later ones.
    """
    if block < len(passage.blocks) and passage.blocks[block].start is not None:
        return passage.blocks[block].start
    return passage.turn.start if passage.turn is not None and block == 0 else None


def spoken_at(meeting: Meeting, seconds: float) -> Place | None:
    """Find what is being said at a time, or was said last before it.

    Args:
        meeting: The meeting.
        seconds: From the beginning of the recording.

    Returns:
        The paragraph, or the block outside speech; the first one with a time where all of
        them begin later; None where the meeting has no times.
    """
    starts = list(_starts(meeting))
    if not starts:
        return None
    before = [found for found in starts if _start(found) <= seconds]
    # Of those that begin within a second the first is meant: one reads on from there.
    found = max(before, key=_start) if before else min(starts, key=_start)
    _, anchor, block = found
    return Place(meeting.id, anchor, block)


def _start(found: tuple[float, str, int]) -> int:
    """Return the second that is shown: who types it means what begins within it."""
    return int(found[0])


def _starts(meeting: Meeting) -> Iterator[tuple[float, str, int]]:
    for passage in meeting.passages():
        for block in range(max(1, len(passage.blocks))):
            start = start_of(passage, block)
            if start is not None:
                yield start, passage.anchor, block
