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
_BEFORE_WORDS = re.compile(r"\s*\[(?P<name>[^()\[\]]{2,60})\](?:\s+(?P<words>\S.*))?")
_MACHINE = re.compile(r"(?:speaker|spk|spkr)[ _-]?\d{1,3}", re.IGNORECASE)
"""What programs call voices: never the sound that others print in brackets."""
_CHANGE = re.compile(r"\s*[-–—]\s*")
"""A dash alone on its line: what stands above it and below are of two people."""


def with_names_in_line(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return cues with the names before the words, ``Name: words``, as most programs print them.

    A program's label in brackets is one wherever it stands; other names before words where they
    open at least half of the cues and one of them comes again. Names in brackets on lines of
    their own are taken where they open at least half of the cues, bare names where they
    open all cues and one of them comes again; what comes once inside a cue may be a sound.
    """
    filled = [cue for cue in cues if cue.lines]
    if len(filled) < 2:
        return cues
    before = Counter(name for cue in filled if (name := _before_words(cue.lines[0])))
    if _are_names(before, len(filled)):
        return [replace(cue, lines=_with_colons(cue.lines, before)) for cue in cues]
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


def is_machine(name: str) -> bool:
    """Whether a label is what a program calls a voice: ``SPEAKER_01``."""
    return _MACHINE.fullmatch(name) is not None


def _before_words(line: str) -> str | None:
    found = _BEFORE_WORDS.fullmatch(line)
    return found["name"].strip() if found and found["words"] else None


def _is_machine(found: re.Match[str]) -> bool:
    return is_machine(found["name"].strip())


def _are_names(before: Counter[str], cues: int) -> bool:
    """Whether what stands in brackets before the words of cues is who speaks them."""
    if _any_machine(before):
        return True
    often = 2 * sum(before.values()) >= cues and max(before.values(), default=0) > 1
    return often and len(before) > 1 and all(shape(name) is Shape.STRONG for name in before)


def _with_colons(lines: Sequence[str], names: Counter[str]) -> list[str]:
    """Return lines with ``Name: words`` for ``[Name] words``; a name alone is of the line below."""
    whole: list[str] = []
    name = ""
    for line in lines:
        found = _BEFORE_WORDS.fullmatch(line)
        if found and _is_one(found, names):
            name, line = found["name"].strip(), found["words"] or ""
        if line.strip():
            whole.append(f"{name}: {line.lstrip(': ')}" if name else line)
            name = ""
    return whole


def _is_one(found: re.Match[str], names: Counter[str]) -> bool:
    return _is_machine(found) if _any_machine(names) else found["name"].strip() in names


def _any_machine(names: Counter[str]) -> bool:
    return any(map(is_machine, names))


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
