"""The speakers of cues that are named in the text: Zoom's ``Name: words``, captions' ``>>``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.reading.cue_names import is_machine, with_names_in_line
from tui.reading.cue_openings import is_field, is_named, named, on_screen, opening
from tui.reading.cues import Cue, changes, plain, undashed
from tui.reading.label_evidence import Evidence
from tui.reading.label_lines import Candidate
from tui.reading.printed_label import Shape
from tui.reading.timed import Piece

_LONE_DASH = re.compile(r"[-–] ?[A-ZÀ-ÞА-Я¿¡]")
_SENTENCE_END = re.compile(r"[.!?…\])]\W*$")


def labelled(cues: Sequence[Cue]) -> list[Piece]:
    """Return the pieces of cues that name a speaker in their text, ``Name: words``.

    A cue without label goes on with the speaker before it.
    """
    cues = with_names_in_line(cues)
    dashed = any(map(changes, cues))
    lines = [(cue, _as_change(cue, plain(line), dashed)) for cue in cues for line in cue.lines]
    openings = [opening(line) for _, line in lines]
    evidence = Evidence([c for c in openings if c is not None], len(cues), frozenset())
    accepted = list(_accepted(openings, evidence))
    if _all_named(cues, accepted):
        accepted = [
            accept or (named(line) if line == plain(cue.lines[0]) else None)
            for (cue, line), accept in zip(lines, accepted, strict=True)
        ]
    weak = any(c.shape is Shape.WEAK for c in accepted if c is not None)
    programmed = _mostly_named(cues, accepted)
    firsts = [
        accept
        for (cue, line), accept in zip(lines, accepted, strict=True)
        if line == _as_change(cue, plain(cue.lines[0]), dashed)
    ]
    marked = _marks_every_cue(firsts)
    pieces: list[Piece] = []
    label = None
    before = "."
    alone: Cue | None = None
    for (cue, line), begun, accept in zip(lines, openings, accepted, strict=True):
        begins_cue = line == _as_change(cue, plain(cue.lines[0]), dashed)
        sparse = begun is not None and begun.shape is Shape.WEAK and weak and begins_cue
        if accept is None and sparse and _SENTENCE_END.search(before):
            accept = begun
        change = False
        if alone is cue and accept is not None and not accept.label.printed:
            # Behind a label alone on its line the mark of change is its own words'.
            pieces.append(Piece(label, accept.rest, cue.start, cue.end))
            alone = None
            continue
        if accept is None and programmed and begins_cue:
            accept = on_screen(line)
        if accept is not None:
            label = accept.label if accept.label.printed else None
            change = label is None
            line = accept.rest
        elif begins_cue and (marked or (line and is_field(line))):
            label, change = None, True
        alone = cue if accept is not None and label is not None and not line else None
        if line:
            pieces.append(Piece(label, line, cue.start, cue.end, change))
            before = line
    return pieces


def _marks_every_cue(accepted: Sequence[Candidate | None]) -> bool:
    """Whether a program labels every cue it can, so that one without label is of nobody known.

    It labels voices by number, and the same one twice running; most lines have a label.
    """
    named = [c for c in accepted if c is not None and c.label.printed]
    if not named or not all(is_machine(c.label.printed) for c in named):
        return False
    again = any(a and b and a.label.key == b.label.key for a, b in pairwise(named))
    return again and 2 * len(named) > len(accepted)


def _as_change(cue: Cue, line: str, dashed: bool) -> str:
    """Return a line of a cue in which two people speak, as captioners mark the change.

    ``- Yes.`` above ``- No.`` says that the speaker changes, and not who speaks. Where the
    file prints it so (``dashed``), a cue that opens with a lone dash says the same.
    """
    lone = dashed and _LONE_DASH.match(line) and line == plain(cue.lines[0])
    return f">> {undashed(line)}" if lone or changes(cue) else line


def _accepted(
    openings: Sequence[Candidate | None], evidence: Evidence
) -> Iterator[Candidate | None]:
    for begun in openings:
        yield begun if begun is not None and evidence.accepts(begun) else None


def _all_named(cues: Sequence[Cue], accepted: Sequence[Candidate | None]) -> bool:
    """Whether a program named the speaker in every cue, so that any name is one: ``iPhone``."""
    filled = [cue for cue in cues if cue.lines]
    named = sum(is_named(plain(cue.lines[0])) for cue in filled)
    return len(filled) > 1 and named == len(filled) and 2 * sum(map(bool, accepted)) > len(filled)


def _mostly_named(cues: Sequence[Cue], accepted: Sequence[Candidate | None]) -> bool:
    """Whether a program named the speaker in nearly every cue, not only where one changes."""
    filled = sum(bool(cue.lines) for cue in cues)
    named = sum(c is not None and bool(c.label.printed) for c in accepted)
    return named > 1 and 2 * named >= filled
