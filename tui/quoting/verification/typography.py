"""What typography is: signs that may differ between print and print, and nothing else.

A quotation may be set in other quotation marks, dashes, spaces and letter case than the
record. It may not have another sign, number, decimal mark, accent or punctuation mark,
so `tui.search.folding`, which is made for finding, is too generous here.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

from tui.search.tokens import LETTER

ELISION = "…"
"""The key of every mark of omission, however it is printed."""
QUOTATION_MARK = '"'
"""The key of every quotation mark that is no apostrophe."""
DASH = "-"
"""The key of every dash or hyphen that is no sign of a number."""

_SINGLE_QUOTES = "‘’‚‛ʼʹ′`´‹›"
_DOUBLE_QUOTES = "“”„‟«»″"
_DASHES = "‐‑‒–—―−﹘﹣"
_KEPT_APART = {
    "ё": "е",  # Russian print leaves the dots out as a matter of course
    "ς": "σ",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}

_TURNING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
"""Signs that make a terminal or browser show words in another order than they stand."""
_ACRONYMS = frozenset({"us", "it", "who", "aids", "aid", "start", "salt", "ice"})
"""Words that are something else in capitals; other acronyms differ in looks alone."""
_NEAR = 12
"""Characters on either side that tell an acronym from a text set in capitals."""

_REMEMBERED = 64
"""Texts whose tokens are kept: a passage of several versions or dates comes as often in a row."""

_TOKEN = re.compile(
    rf"""
    (?P<elision> [\[(<'] \s* (?: …+ | \.{{3}} | \.\s\.\s\. ) \s* [\])>'] | (?: …+ | \.{{3}} ) \.?
               | \. (?: \s \. ){{2,3}} )
    | (?P<number> (?: (?<! [^\s(\["'] ) [-+] )? (?: [$€£¥₽] \s? [-+]? )?
                  \d+ (?: [.,:/'] \d+ )* )
    | (?P<word> {LETTER}+ (?: ' {LETTER}+ )* )
    | (?P<quote> " | '{{1,2}} )
    | (?P<dash> -+ )
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark of a text.

    Attributes:
        key: Equal for two tokens that differ in typography at most; in lower case, but for
            acronyms that would be other words in it.
        start: First character in the text it was read from.
        end: One past the last.
        is_word: Whether it is a word or a number, rather than a mark.
    """

    key: str
    start: int
    end: int
    is_word: bool


@lru_cache(maxsize=_REMEMBERED)
def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a text into words, numbers and marks, in order; spaces are none of them."""
    plain, offsets = _plain(text)
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        if offsets is not None:
            start, end = offsets[start], offsets[end]
        kind = match.lastgroup
        key = _KEYS.get(kind or "") or match[0].replace(" ", "")
        if key in _ACRONYMS and _is_acronym(text, start, end):
            key = key.upper()
        found.append(Token(key, start, end, kind in ("number", "word")))
    return tuple(found)


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Say whether a word stands in capitals among words that do not."""
    around = text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]
    return text[start:end].isupper() and any(character.islower() for character in around)


_KEYS = {"elision": ELISION, "quote": QUOTATION_MARK, "dash": DASH}


def _character(character: str) -> str:
    """Return what a character is compared as."""
    if character in _SINGLE_QUOTES:
        return "'"
    if character in _DOUBLE_QUOTES:
        return '"'
    if character in _DASHES:
        return "-"
    if character.isspace():
        return " "
    if "！" <= character <= "～":
        character = chr(ord(character) - 0xFEE0)
    if character not in _TURNING and unicodedata.category(character) == "Cf":
        return ""
    lower = character.lower()
    return _KEPT_APART.get(lower, lower)


class _Table(dict[int, str]):
    """What characters are compared as, worked out when first met."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()
        """Characters met that do not become one character."""

    def __missing__(self, code: int) -> str:
        plain = _character(chr(code))
        if len(plain) != 1:
            self.uneven.add(chr(code))
        self[code] = plain
        return plain


_TABLE = _Table()


def _plain(text: str) -> tuple[str, array[int] | None]:
    """Return a text as it is compared, and the way back where the two run out of step."""
    if unicodedata.is_normalized("NFC", text):
        plain = text.translate(_TABLE)
        if _TABLE.uneven.isdisjoint(text):
            return plain, None
    pieces: list[str] = []
    offsets = array("l")
    position = 0
    while position < len(text):
        after = position + 1
        while after < len(text) and unicodedata.combining(text[after]):
            after += 1
        composed = unicodedata.normalize("NFC", text[position:after])
        piece = "".join(_TABLE[ord(character)] for character in composed)
        pieces.append(piece)
        offsets.extend([position] * len(piece))
        position = after
    offsets.append(len(text))
    return "".join(pieces), offsets
