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
# The same where all is written with spaces, and thirty times as quick to compile.
_SPACED_LETTER = r"[^\W_]"
BARRIER = "\0"
"""Stands in searchable text where no phrase may reach across."""
GAP = rf"(?:[^\w{BARRIER}]|_)*+"
"""Pattern: what may stand between two neighbouring words."""
_TOKEN = re.compile(rf"{LETTER}++|[{_UNSPACED}]")
_ALONE = re.compile(rf"[{_UNSPACED}]")
_BETWEEN = {code: " " for code in range(128) if not chr(code).isalnum()}
"""The ASCII characters that are part of no word."""


def all_spaced(folded: str) -> bool:
    """Whether a text holds no character of a script that is written without spaces."""
    return folded.isascii() or _ALONE.search(folded) is None


def any_token(*, spaced: bool = False) -> str:
    """Return a pattern for any one word.

    Args:
        spaced: Whether it is for texts alone that :func:`all_spaced` holds of.
    """
    if spaced:
        return rf"(?<!{_SPACED_LETTER}){_SPACED_LETTER}++"
    return rf"(?:(?<!{LETTER}){LETTER}++|[{_UNSPACED}])"


def tokens(folded: str) -> tuple[str, ...]:
    """Return a folded text's words."""
    if folded.isascii():  # of which a table makes short work
        return tuple(folded.translate(_BETWEEN).split())
    return tuple(_TOKEN.findall(folded))


def spaced(folded: str) -> str:
    """Return a folded text's words parted by spaces, one or more."""
    if folded.isascii():
        return folded.translate(_BETWEEN)
    return " ".join(_TOKEN.findall(folded))


def token_spans(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word of a folded text with its range."""
    for found in _TOKEN.finditer(folded):
        yield found.group(), found.start(), found.end()


def stands_alone(token: str) -> bool:
    """Say whether the token is a character of a script written without spaces."""
    return _ALONE.match(token) is not None


def token_pattern(token: str, *, prefix: bool = False, spaced: bool = False) -> str:
    """Return a pattern for one folded token where it stands as a word.

    Args:
        token: As `tokens` yields it.
        prefix: Whether it may be only the beginning of a word.
        spaced: Whether it is for texts alone that :func:`all_spaced` holds of.
    """
    literal = re.escape(token)
    if stands_alone(token):
        return literal
    letter = _SPACED_LETTER if spaced else LETTER
    return rf"(?<!{letter}){literal}" + (rf"{letter}*+" if prefix else rf"(?!{letter})")
