"""Names on lines of their own inside cues, as some programs print them above the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.reading.printed_label import Shape, shape

if TYPE_CHECKING:
    from tui.reading.cues import Cue

_BRACKETED = re.compile(r"\s*[(\[](?P<name>[^()\[\]]{2,60})[)\]]\s*")
_CHANGE = re.compile(r"\s*[-–—]\s*")
"""A dash alone on its line: what stands above it and below are of two people."""


def with_names_in_line(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return cues with the names before the words, ``Name: words``, as most programs print them.

    Names in brackets are taken where they open at least half of the cues, bare names where they
    open all cues and one of them comes again; what comes once inside a cue may be a sound.
    """
    filled = [cue for cue in cues if cue.lines]
    if len(filled) < 2:
        return cues
    opening = Counter(name for cue in filled if (name := _bracketed(cue.lines[0])))
    if 2 * sum(opening.values()) >= len(filled) and max(opening.values(), default=0) > 1:
        lines = (line for cue in filled for line in cue.lines)
        often = Counter(name for line in lines if (name := _bracketed(line)))
        names = {name for name, times in often.items() if name in opening or times > 1}
        return [replace(cue, lines=_in_line(cue.lines, names)) for cue in cues]
    bare = Counter(cue.lines[0].strip() for cue in filled if len(cue.lines) > 1)
    if (
        sum(bare.values()) == len(filled)
        and max(bare.values()) > 1
        and all(":" not in name and shape(name) is Shape.STRONG for name in bare)
    ):
        return [
            replace(cue, lines=[f"{cue.lines[0].strip()}: {cue.lines[1]}", *cue.lines[2:]])
            if cue.lines
            else cue
            for cue in cues
        ]
    return cues


def _bracketed(line: str) -> str | None:
    found = _BRACKETED.fullmatch(line)
    return found["name"].strip() if found and shape(found["name"]) is Shape.STRONG else None


def _in_line(lines: Sequence[str], names: Set[str]) -> list[str]:
    joined: list[str] = []
    name: str | None = None
    for line in lines:
        found = _bracketed(line)
        if found in names:
            name = found
        elif name is not None and line.strip():
            joined.append(f"{name}: {line.strip()}")
            name = None
        elif not _CHANGE.fullmatch(line):
            joined.append(line)
    if name is not None:
        joined.append(f"{name}:")
    return joined
