"""The speakers of cues that mark voices: ``<v Name>``, as Teams and podcasts do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.reading.cue_openings import opening
from tui.reading.cues import Cue, changes, plain, undashed
from tui.reading.printed_label import Label, take_apart
from tui.reading.timed import Piece

_VOICE = re.compile(r"<v(?:\.[^\s<>]*)*(?:[ \t]+(?P<name>[^<>]*))?>|</v\s*>")


def voiced(cues: Sequence[Cue]) -> list[Piece] | None:
    """Return the pieces of cues that mark voices (``<v Name>``), None if none does.

    One cue may hold several voices; words outside any voice have no speaker, unless the
    file names a voice only where it changes, or the cue opens with one of the voices' names.
    """
    pieces: list[Piece] = []
    named = False
    going_on = _voices_where_they_change(cues)
    voices = {take_apart(name).key for name in _voices(cues)}
    spoke: Label | None = None
    for cue in cues:
        text = "\n".join(cue.lines)
        position, label = 0, None
        begun = opening(plain(cue.lines[0])) if cue.lines and "<v" not in text else None
        if begun is not None and begun.label.key in voices:
            label, text = begun.label, "\n".join([begun.rest, *cue.lines[1:]])
        elif going_on and "<v" not in text:
            label = spoke
        if "<v" not in text and changes(cue):
            pieces.extend(
                Piece(None, undashed(plain(line)), cue.start, cue.end, True) for line in cue.lines
            )
            continue
        for found in _VOICE.finditer(text):
            pieces.append(Piece(label, plain(text[position : found.start()]), cue.start, cue.end))
            name = plain(found["name"] or "")
            label = take_apart(name) if name else None
            named = named or label is not None
            spoke = label or spoke
            position = found.end()
        pieces.append(Piece(label, plain(text[position:]), cue.start, cue.end))
    return [piece for piece in pieces if piece.text] if named else None


def _voices(cues: Sequence[Cue]) -> Iterator[str]:
    """Yield the names of the voices that cues mark, in their order."""
    for cue in cues:
        for found in _VOICE.finditer("\n".join(cue.lines)):
            if name := plain(found["name"] or ""):
                yield name


def _voices_where_they_change(cues: Sequence[Cue]) -> bool:
    """Whether a voice is marked once for all the cues it speaks, as podcasts are told to.

    A file that marks the same voice twice running marks every cue, and a cue without a voice
    is then of nobody known.
    """
    names = list(_voices(cues))
    return len(names) > 1 and all(a != b for a, b in pairwise(names))
