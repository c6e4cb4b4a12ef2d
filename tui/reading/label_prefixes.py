"""What stands before an early colon, where a speaker's label would."""

from __future__ import annotations

import re

from tui.reading.names import squeeze

_LABEL_LENGTH = 260
_COLON = re.compile(r"\s?:(?=\s|$|[^\W\d_]|[“”\"«‘(\[<‹…–$-])")
_BRACKETED = re.compile(r"\s*\([^()]{0,160}\)?\s*\Z")


def prefixes(paragraph: str) -> list[tuple[str, int]]:
    """Return what stands before each early colon, and where the words after it begin."""
    found = []
    at = paragraph.find(":", 0, _LABEL_LENGTH)
    if at < 0:
        return []
    for colon in _COLON.finditer(paragraph, max(0, at - 1), _LABEL_LENGTH):
        found.append((paragraph[: colon.start()], colon.end()))
        if len(found) == 3:
            break
    return found


def bare_label(prefix: str) -> str:
    """Return a prefix without the bracket at its end, white space normalised."""
    return squeeze(_BRACKETED.sub("", prefix) if ")" in prefix or "(" in prefix else prefix)
