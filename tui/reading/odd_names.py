"""Names in meeting programs' exports that no rule of print would take for one: ``maria``, a room.

A line of a name, two spaces or more and a time is the program's own; whatever name it shows is
that of who speaks. It is read under a number, and given back after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tui.model import Turn
from tui.reading.dialogue_text import Dialogue
from tui.reading.label_lines import Form, candidate

_LINE = re.compile(
    r"(?P<name>[^\s:\[<\-–—][^:]{0,60}?)(?P<time>[ \t]{2,}(?:\d{1,3}:)?\d{1,2}:\d{2})\s*"
)
_FIRST = 501


def with_numbers(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Return the lines with numbers for odd names, and the names by what stands for them.

    Args:
        lines: The text; left as it is unless it has two such lines whose names are plain. An odd
            name comes after one of them, at no earlier time.
    """
    found = {
        number: match
        for number, line in enumerate(lines)
        if len(line) < 100 and (match := _LINE.fullmatch(line))
    }
    plain = {number for number in found if is_named(lines[number])}
    if len(plain) < 2:
        return list(lines), {}
    kept = list(lines)
    numbers: dict[str, str] = {}
    last: int | None = None
    for number, match in found.items():
        seconds = _seconds(match["time"])
        if number in plain:
            last = seconds
        elif last is not None and last <= seconds and _stands_above_words(lines, number):
            stand_in = numbers.setdefault(match["name"], f"Participant {_FIRST + len(numbers)}")
            kept[number] = stand_in + match["time"]
    return kept, {stand_in: name for name, stand_in in numbers.items()}


def with_names(dialogue: Dialogue, names: Mapping[str, str]) -> Dialogue:
    """Return what was read with the names given back."""
    parts = tuple(
        replace(part, speaker=name, label=name)
        if isinstance(part, Turn) and (name := names.get(part.speaker or ""))
        else part
        for part in dialogue.parts
    )
    return replace(dialogue, parts=parts) if names else dialogue


def is_named(line: str) -> bool:
    """Whether a line is a plain name with its time; ``Surname, Given`` is one."""
    found = candidate(line) if len(line) < 100 else None
    return found is not None and found.form is Form.OWN_LINE and found.seconds is not None


def _seconds(clock: str) -> int:
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return total


def _stands_above_words(lines: Sequence[str], number: int) -> bool:
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return bool(below.strip()) and _LINE.fullmatch(below) is None
