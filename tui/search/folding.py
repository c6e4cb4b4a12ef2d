"""Folding: what never matters in matching (case, accents, quotes, dashes, spaces).

Folded text is for comparing only. Whatever is shown or quoted is cut from the stored
characters, by way of the offset map.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
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
        """Characters met whose fold is not one character long, or is that of another one."""
        self._joining: set[str] = set()
        self._runs = (0, re.compile(r"(?!)"))

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _fold_character(character)
        if len(folded) != 1 or unicodedata.normalize("NFC", character) != character:
            self.uneven.add(character)
        if _belongs_to_the_one_before(character):
            self._joining.add(character)
        self[code] = folded
        return folded

    def uneven_runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Find the characters of a text that do not fold one for one, marks with their letter."""
        for character in set(text):
            self[ord(character)]
        met, runs = self._runs
        if met != len(self.uneven) + len(self._joining):
            met = len(self.uneven) + len(self._joining)
            joining, uneven = _one_of(self._joining), _one_of(self.uneven)
            runs = re.compile(f"(?s:.){joining}+|{uneven}")
            self._runs = (met, runs)
        return (found.span() for found in runs.finditer(text))


def _one_of(characters: set[str]) -> str:
    """Return a pattern for any of some characters."""
    return f"[{re.escape(''.join(sorted(characters)))}]" if characters else "(?!)"


_TABLE = _Table()
_USUAL = tuple(zip("‘’“”«»–—\N{NO-BREAK SPACE}", '\'\'""""-- ', strict=True))
"""All that keeps most texts in a Latin script from being ASCII."""


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back to its characters.

    No folded text holds a NUL, so callers may use it as a barrier.
    """
    plain = text
    if not plain.isascii():
        for usual, folded_to in _USUAL:
            plain = plain.replace(usual, folded_to)
    if plain.isascii():  # of which a table makes short work
        return Folded(plain.translate(_TABLE))
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
    for start, end in _TABLE.uneven_runs(text):
        pieces.append(text[position:start].translate(_TABLE))
        offsets.extend(range(position, start))
        # A letter and its marks, stored apart, fold as their composed form does.
        composed = unicodedata.normalize("NFC", text[start:end])
        folded = "".join(_TABLE[ord(character)] for character in composed)
        pieces.append(folded)
        offsets.extend([start] * len(folded))
        position = end
    pieces.append(text[position:].translate(_TABLE))
    offsets.extend(range(position, len(text) + 1))
    return Folded("".join(pieces), offsets)


def _belongs_to_the_one_before(character: str) -> bool:
    """Say whether a character is a mark, or a later letter of a Korean syllable."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"
