"""Folding: what never matters in matching (case, accents, quotes, dashes, spaces).

Folded text is for comparing only. Whatever is shown or quoted is cut from the stored
characters, by way of the offset map.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass

_SINGLE_QUOTES = "‘’‚‛ʼʹ′`´＇"
_DOUBLE_QUOTES = "“”„‟«»″＂"
_DASHES = "‐‑‒–—―−﹘﹣－"
# Breve over и is a letter of its own in Cyrillic, unlike the dots over ё.
_KEPT = {"й": "й", "Й": "й"}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form in which it is compared, and the way back.

    Attributes:
        text: The folded characters.
        offsets: For each folded character, and one past the last, the offset of the
            stored character it comes from; None where the two run in step.
    """

    text: str
    offsets: array[int] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stored characters' range for a folded range."""
        if self.offsets is None:
            return start, end
        if start == end:
            return self.offsets[start], self.offsets[start]
        # One character may fold to several: a range that ends inside takes all of it.
        while self.offsets[end] == self.offsets[end - 1]:
            end += 1
        return self.offsets[start], self.offsets[end]


def _fold_character(character: str) -> str:
    if character in _KEPT:
        return _KEPT[character]
    if character in _SINGLE_QUOTES:
        return "'"
    if character in _DOUBLE_QUOTES:
        return '"'
    if character in _DASHES:
        return "-"
    if character.isspace() or character == "\0":
        return " "
    if unicodedata.category(character) == "Cf":
        return ""
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    decomposed = unicodedata.normalize("NFKD", decomposed)
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", bare)


class _Table(dict[int, str]):
    """Folds of single characters, worked out when first met."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()
        """Characters met whose fold is not one character long."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _fold_character(character)
        if len(folded) != 1:
            self.uneven.add(character)
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back to its characters.

    No folded text holds a NUL, so callers may use it as a barrier.
    """
    if text.isascii():
        return Folded(text.translate(_TABLE))
    if unicodedata.is_normalized("NFC", text):
        folded = text.translate(_TABLE)
        if _TABLE.uneven.isdisjoint(text):
            return Folded(folded)
    return _fold_unevenly(text)


def fold_text(text: str) -> str:
    """Return the folded characters alone."""
    return fold(text).text


def _fold_unevenly(text: str) -> Folded:
    pieces: list[str] = []
    offsets = array("l")
    position = 0
    while position < len(text):
        after = position + 1
        while after < len(text) and _belongs_to_the_one_before(text[after]):
            after += 1
        # A letter and its marks, stored apart, fold as their composed form does.
        composed = unicodedata.normalize("NFC", text[position:after])
        folded = "".join(_TABLE[ord(character)] for character in composed)
        pieces.append(folded)
        offsets.extend([position] * len(folded))
        position = after
    offsets.append(len(text))
    return Folded("".join(pieces), offsets)


def _belongs_to_the_one_before(character: str) -> bool:
    """Say whether a character is a mark, or a later letter of a Korean syllable."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
