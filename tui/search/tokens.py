"""What a word is: the matcher's tokens, which the index shares.

A token is a run of letters and digits, or one single character of a script that is
written without spaces (Han, kana). All functions take folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNSPACED = r"\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

LETTER = rf"[^\W_{_UNSPACED}]"
"""Pattern: one character of a word written between spaces."""
BARRIER = "\0"
"""Stands in searchable text where no phrase may reach across."""
GAP = rf"(?:[^\w{BARRIER}]|_)*+"
"""Pattern: what may stand between two neighbouring words."""
_TOKEN = re.compile(rf"{LETTER}++|[{_UNSPACED}]")
_ALONE = re.compile(rf"[{_UNSPACED}]")

ANY_TOKEN = rf"(?:(?<!{LETTER}){LETTER}++|[{_UNSPACED}])"
"""Pattern: any one word."""


def tokens(folded: str) -> tuple[str, ...]:
    """Return a folded text's words."""
    return tuple(_TOKEN.findall(folded))


def token_spans(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word of a folded text with its range."""
    for found in _TOKEN.finditer(folded):
        yield found.group(), found.start(), found.end()


def stands_alone(token: str) -> bool:
    """Say whether the token is a character of a script written without spaces."""
    return _ALONE.match(token) is not None


def token_pattern(token: str, *, prefix: bool = False) -> str:
    """Return a pattern for one folded token where it stands as a word.

    Args:
        token: As `tokens` yields it.
        prefix: Whether it may be only the beginning of a word.
    """
    literal = re.escape(token)
    if stands_alone(token):
        return literal
    return rf"(?<!{LETTER}){literal}" + (rf"{LETTER}*+" if prefix else rf"(?!{LETTER})")
