"""Words that must occur wherever a regular expression matches, for whoever looks them up first."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[0-9A-Za-z]")
_CLASSES = frozenset("wWdDsSbBAznrtfva")
"""Letters after a backslash that stand for a class, a place or a blank: one sign, no digits."""
_BRACKET = re.compile(r"\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]", re.DOTALL)
_COUNT = re.compile(r"\{\d+(?:,\d*)?\}")
_OPTIONAL = ("*", "?", "{")


def literal_pieces(pattern: str) -> tuple[str, ...]:
    """Return runs of letters and digits that every match contains, in lower case.

    Only what stands outside groups and alternatives counts; of what is not understood, nothing
    is said: fewer pieces are slower, never wrong.

    Args:
        pattern: In RE2's syntax.
    """
    pieces: list[str] = []
    run = ""
    depth = place = 0
    while place < len(pattern):
        char = pattern[place]
        if char == "\\":
            escaped = pattern[place + 1 : place + 2]
            if escaped.isalnum() and escaped not in _CLASSES:
                return ()
            run = _close(run, pieces)
            place += 2
            continue
        if char == "[":
            bracket = _BRACKET.match(pattern, place)
            if bracket is None:
                return ()
            run = _close(run, pieces)
            place = bracket.end()
            continue
        if char == "{":
            count = _COUNT.match(pattern, place)
            if count is None:
                return ()
            place = count.end() - 1
        if char == "|" and depth == 0:
            return ()
        if _PLAIN.match(char) and depth == 0 and not pattern.startswith(_OPTIONAL, place + 1):
            run += char
        else:
            run = _close(run, pieces)
            depth += (char == "(") - (char == ")")
        place += 1
    _close(run, pieces)
    return tuple(pieces)


def _close(run: str, pieces: list[str]) -> str:
    if run:
        pieces.append(run.lower())
    return ""
