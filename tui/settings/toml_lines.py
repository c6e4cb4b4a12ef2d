"""TOML that is forgiven line by line: what can be read is read, the rest is named.

``tomllib`` gives up at the first error and forgets where a key stood. Here a broken line
is reported and left out, and the line of every key that survived can be asked for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

MOST_BROKEN_LINES = 50
"""After so many broken lines the file is not TOML, and is given up."""

FURTHEST_OPENING = 100
"""So many lines above the one that TOML names, an unclosed bracket is looked for."""

_POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_HEADER = re.compile(r"\s*\[\[?\s*(?P<keys>[^\]#]+?)\s*\]")
_ASSIGNMENT = re.compile(r"\s*(?P<keys>(?:\"[^\"]*\"|'[^']*'|[^=\"'#\[])+?)\s*=")
_KEY = re.compile(r"\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^.\s\"']+)")

# Besides TOML's own error: an integer of thousands of digits, brackets without end.
_NOT_TOML = (ValueError, RecursionError)

KeyPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What could be read of a TOML text.

    Attributes:
        values: The tables and values, as ``tomllib`` yields them.
        lines: The line, from 1, of each key path that stands in the text.
        broken: The lines that had to be left out, each with TOML's reason.
    """

    values: Mapping[str, object]
    lines: Mapping[KeyPath, int]
    broken: tuple[tuple[int, str], ...]

    def line(self, *path: str) -> int | None:
        """Return where a key stands, else where the nearest table around it does."""
        for length in range(len(path), 0, -1):
            if (line := self.lines.get(path[:length])) is not None:
                return line
        return None


def read_toml(text: str) -> Document:
    """Read a TOML text, leaving out each line that is broken. Never raises.

    A broken table header takes its whole table with it, lest its keys end up in another.
    """
    lines = text.splitlines()
    broken: list[tuple[int, str]] = []
    while True:
        try:
            values = tomllib.loads("\n".join(lines))
        except _NOT_TOML as error:
            number = _broken_line(str(error), lines)
            broken.append((number, _POSITION.sub("", str(error))))
            if len(broken) > MOST_BROKEN_LINES:
                return Document({}, {}, tuple(sorted(broken)))
            _leave_out(lines, number)
        else:
            return Document(values, _key_lines(lines), tuple(sorted(broken)))


def _broken_line(message: str, lines: list[str]) -> int:
    """Return the line, from 1, on which the statement begins that TOML stumbled over.

    TOML names the line where it gave up. For a bracket or a string that is never closed
    that is far below; all above the statement at fault, and no more, is sound TOML.
    """
    position = _POSITION.search(message)
    named = int(position["line"]) if position and position["line"] else len(lines)
    named = min(named, len(lines))
    for sound in range(named - 1, max(named - 1 - FURTHEST_OPENING, -1), -1):
        if _is_toml(lines[:sound]):
            # Blank lines and comments above the statement are sound as well.
            return sound + 1
    return named


def _is_toml(lines: list[str]) -> bool:
    try:
        tomllib.loads("\n".join(lines))
    except _NOT_TOML:
        return False
    return True


def _leave_out(lines: list[str], number: int) -> None:
    header = lines[number - 1].lstrip().startswith("[")
    lines[number - 1] = ""
    if header:
        for index in range(number, len(lines)):
            if _HEADER.match(lines[index]):
                break
            lines[index] = ""


def _key_lines(lines: list[str]) -> dict[KeyPath, int]:
    found: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = _split(header["keys"])
            found.setdefault(table, number)
        elif assignment := _ASSIGNMENT.match(line):
            found.setdefault(table + _split(assignment["keys"]), number)
    return found


def _split(keys: str) -> KeyPath:
    return tuple(key["double"] or key["single"] or key["bare"] or "" for key in _KEY.finditer(keys))
