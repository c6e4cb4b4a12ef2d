"""What pieces of speech from JSON mean together: spaces, the unit of time, silent speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.reading.cue_labels import labelled
from tui.reading.cues import Cue
from tui.reading.timed import LONG, Piece, seconds

_CLOSING = re.compile(r"[,.;:!?…%)\]}»”’。，、！？；：]+")
_SLOW = 0.2
"""Characters in what is taken for a second; nobody speaks so slowly, so it is a thousandth."""


def glued(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces of words with their own spaces, and marks joined to the word before.

    Some sources list every word and mark by itself, and even the spaces between them.
    """
    own_spaces = any(piece.text and not piece.text.strip() for piece in pieces)
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and last.label == piece.label and not piece.change:
            mark = _CLOSING.fullmatch(piece.text.strip()) is not None
            if own_spaces and not last.text[-1:].isspace() and len(last.text) < LONG:
                joined[-1] = replace(last, text=last.text + piece.text, end=piece.end)
                continue
            if mark:
                joined[-1] = replace(last, text=last.text.rstrip() + piece.text.strip())
                continue
        joined.append(piece)
    return [piece for piece in joined if piece.text.strip()]


def in_seconds(value: object, pieces: list[Piece]) -> list[Piece]:
    """Return times in seconds where a source counts milliseconds.

    Its ``audio_duration`` tells, or that nobody could speak so slowly.
    """
    last = max((piece.end or piece.start or 0 for piece in pieces), default=0)
    duration = seconds(value.get("audio_duration")) if isinstance(value, Mapping) else None
    if duration:
        thousandths = last >= 10 * duration
    else:
        timed = [p for p in pieces if p.start is not None and p.end is not None]
        spoken = sum((p.end or 0) - (p.start or 0) for p in timed)
        thousandths = spoken > 100 and sum(len(p.text) for p in timed) < _SLOW * spoken
    return [_thousandth(piece) for piece in pieces] if thousandths else pieces


def _thousandth(piece: Piece) -> Piece:
    return replace(
        piece,
        start=piece.start / 1000 if piece.start is not None else None,
        end=piece.end / 1000 if piece.end is not None else None,
    )


def going_on(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without speaker as the last speaker's, where speakers stand at changes only.

    That is so where no speaker is named twice running: a file that repeats the name leaves it
    out only where it knows none. What is given to a speaker so is marked as propagated.
    """
    named = [piece.label for piece in pieces if piece.label is not None]
    changes = len(set(named)) > 1 and all(a != b for a, b in pairwise(named))
    if not changes or len(named) == len(pieces):
        return list(pieces)
    spoken: list[Piece] = []
    for piece in pieces:
        last = spoken[-1] if spoken else None
        if piece.label is None and not piece.change and last is not None and last.label is not None:
            spoken.append(replace(piece, label=last.label, propagated=True))
        else:
            spoken.append(piece)
    return spoken


def named_in_text(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with the speakers printed in their words, where no field names any.

    Some files hold one text, ``Anna Berg: Hello.`` on one line and the answer on the next; what
    is a label is decided as in subtitles.
    """
    if any(piece.label is not None or piece.change for piece in pieces):
        return list(pieces)
    timed = all(piece.start is not None and piece.end is not None for piece in pieces)
    cues = [
        Cue(piece.start or 0, piece.end or 0, [line.strip()])
        for piece in pieces
        for line in piece.text.split("\n")
        if line.strip()
    ]
    found = labelled(cues)
    if not any(piece.label is not None for piece in found):
        return list(pieces)
    return found if timed else [replace(piece, start=None, end=None) for piece in found]


def unattributed(pieces: Iterable[Piece]) -> list[str]:
    """Return a warning about words that the source gives to nobody, among named speakers."""
    pieces = list(pieces)
    lone = sum(piece.label is None for piece in pieces)
    if not lone or lone == len(pieces):
        return []
    return [f"{lone} pieces of speech have no speaker in the source and are given to nobody."]
