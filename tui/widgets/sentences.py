"""Where sentences begin and end."""

from __future__ import annotations

import re
from itertools import pairwise

# A full stop after an initial or a courtesy title ends nothing. Compiled by the first who asks.
_SENTENCE_ENDS = (
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[^\W\d_a-z])"
    r"""[.!?…]["'”’»)\]]*\s+(?=["'“‘«(\[]?[^\W_a-z])|[。！？]"""
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence, or sentences, around a stretch of a text begin and end."""
    first, last = 0, len(text)
    for boundary in re.finditer(_SENTENCE_ENDS, text):
        if boundary.end() <= start:
            first = boundary.end()
        elif boundary.start() >= end:
            last = boundary.end()
            break
    return first, last


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence begins and ends, the white space around it left out."""
    cuts = [0, *(boundary.end() for boundary in re.finditer(_SENTENCE_ENDS, text)), len(text)]
    found = []
    for first, last in pairwise(cuts):
        words = text[first:last]
        if words.strip():
            start = first + len(words) - len(words.lstrip())
            found.append((start, first + len(words.rstrip())))
    return found
