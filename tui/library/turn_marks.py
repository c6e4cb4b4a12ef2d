"""A turn remembered by its words, to be found again after another reading."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from tui.model import Meeting, Turn

_OPENING = 12
"""Words of a turn's beginning that are kept."""

_TELLING = 6
"""Words that a beginning must have to tell one turn from all others."""


def mark(meeting: Meeting, turn: Turn) -> dict[str, Any]:
    """Remember a turn: its number and capture, its words, and those before and after."""
    before, after = _around(meeting, turn)
    return {
        "turn": turn.number,
        "capture": meeting.source.sha256,
        "label": turn.label,
        "opening": _words(turn)[:_OPENING],
        "words": _digest(turn),
        "before": before,
        "after": after,
    }


def find(meeting: Meeting, remembered: Mapping[str, Any]) -> Turn | None:
    """Find a remembered turn in what was read; None where it is not certain which it is.

    The words decide, the number only among turns of the same words in the same capture; where
    the words were revised, a beginning that one turn alone has under the same label.
    """
    same = [turn for turn in meeting.turns if _digest(turn) == remembered["words"]]
    if meeting.source.sha256 == remembered["capture"]:
        for turn in same:
            if turn.number == remembered["turn"]:
                return turn
    if len(same) == 1:
        return same[0]
    if same:
        around = (remembered["before"], remembered["after"])
        same = [turn for turn in same if _around(meeting, turn) == around]
        return same[0] if len(same) == 1 else None
    opening = list(remembered["opening"])
    if len(opening) < _TELLING:
        return None
    alike = [
        turn
        for turn in meeting.turns
        if turn.label == remembered["label"] and _words(turn)[: len(opening)] == opening
    ]
    return alike[0] if len(alike) == 1 else None


def _words(turn: Turn) -> list[str]:
    return [word for block in turn.paragraphs for word in block.text.split()]


def _digest(turn: Turn) -> str:
    return hashlib.sha256(" ".join(_words(turn)).encode("utf-8", "surrogatepass")).hexdigest()


def _around(meeting: Meeting, turn: Turn) -> tuple[str, str]:
    turns = meeting.turns
    at = turn.number - 1
    before = _digest(turns[at - 1]) if 0 < at < len(turns) else ""
    after = _digest(turns[at + 1]) if 0 <= at < len(turns) - 1 else ""
    return before, after
