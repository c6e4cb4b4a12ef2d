"""Which words a quotation changes, and which of the changes must not be overlooked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from tui.quoting.verification.claim import Wanted
from tui.quoting.verification.typography import Token
from tui.quoting.verification.weighty_words import is_name, is_negation, is_number
from tui.quoting.verification.wording import Wording


class Change(StrEnum):
    """What a stretch of a quotation is, held against the record."""

    SAME = "same"
    TYPOGRAPHY = "typography"
    """Other quotation marks, dashes, spaces or capitals."""
    OMISSION = "omission"
    """Left out, and marked as left out."""
    INSERTION = "insertion"
    """The quoter's own words, in square brackets."""
    TURN = "turn"
    """Another turn begins in the record, and the quotation goes on."""
    PUNCTUATION = "punctuation"
    WORD = "word"
    NAME = "name"
    NUMBER = "number"
    NEGATION = "negation"


STANDS_OUT = frozenset({Change.NEGATION, Change.NUMBER, Change.NAME})
"""Changes that an editor must not overlook."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the record and what the quotation has in its place.

    Attributes:
        record: The words as stored; "" where the quotation adds.
        quote: The words of the quotation; "" where it leaves out.
        change: What the difference is.
    """

    record: str
    quote: str
    change: Change


def compare(
    wording: Wording, start: int, end: int, wanted: Wanted, first: int, last: int
) -> tuple[Piece, ...]:
    """Compare tokens `start` to `end` of a passage with tokens `first` to `last` quoted."""
    ours, theirs = wording.keys[start:end], wanted.keys[first:last]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    pieces: list[Piece] = []
    for step, i, j, k, m in steps:
        if step == "equal":
            pieces.extend(_same(wording, start + i, wanted, first + k, j - i))
            continue
        record, quote = wording.tokens[start + i : start + j], wanted.tokens[first + k : first + m]
        change = _change(record, quote, _texts(wording.text, record), _texts(wanted.text, quote))
        printed = wording.printed(start + i, start + j), wanted.printed(first + k, first + m)
        pieces.append(Piece(*printed, change))
    return tuple(pieces)


def _same(wording: Wording, start: int, wanted: Wanted, first: int, length: int) -> list[Piece]:
    """Part tokens that are equal into those printed alike and those set otherwise.

    Where a space differs, the words on both sides of it are set otherwise.
    """
    alike = [is_printed_alike(wording, start, wanted, first, place) for place in range(length)]
    spaced = [_is_spaced_alike(wording, start, wanted, first, place) for place in range(length)]
    states = [
        one and space and (place + 1 == length or spaced[place + 1])
        for place, (one, space) in enumerate(zip(alike, spaced, strict=True))
    ]
    pieces: list[Piece] = []
    place = 0
    for state, run in groupby(states):
        end = place + len(list(run))
        printed = wording.printed(start + place, start + end)
        quoted = wanted.printed(first + place, first + end)
        pieces.append(Piece(printed, quoted, Change.SAME if state else Change.TYPOGRAPHY))
        place = end
    return pieces


def is_printed_alike(wording: Wording, start: int, wanted: Wanted, first: int, place: int) -> bool:
    """Say whether a token of a match, and the space before it, are the record's very own."""
    ours, theirs = wording.tokens[start + place], wanted.tokens[first + place]
    if wording.text[ours.start : ours.end] != wanted.text[theirs.start : theirs.end]:
        return False
    return _is_spaced_alike(wording, start, wanted, first, place)


def _is_spaced_alike(wording: Wording, start: int, wanted: Wanted, first: int, place: int) -> bool:
    """Say whether the space before a token is the record's; a bracket there is none."""
    if place == 0 or wording.is_blank_between(start + place - 1, start + place):
        return True
    ours, theirs = wording.tokens[start + place], wanted.tokens[first + place]
    before = wording.tokens[start + place - 1].end, wanted.tokens[first + place - 1].end
    gaps = wording.text[before[0] : ours.start], wanted.text[before[1] : theirs.start]
    return _collapsed(gaps[0]) == _collapsed(gaps[1])


def _collapsed(space: str) -> str:
    """Return a space as it counts: a line break is one, a no-break space is another."""
    return re.sub(r"[ \t\r\n]+", " ", space)


def _texts(text: str, tokens: Sequence[Token]) -> list[str]:
    return [text[token.start : token.end] for token in tokens]


def _change(
    record: Sequence[Token], quote: Sequence[Token], ours: list[str], theirs: list[str]
) -> Change:
    """Return what must be known first of a difference."""
    if sum(map(is_negation, _keys(record))) != sum(map(is_negation, _keys(quote))):
        return Change.NEGATION
    if _numbers(record) != _numbers(quote):
        return Change.NUMBER
    if any(is_name(word) for word in {*ours} ^ {*theirs}):
        return Change.NAME
    if any(token.is_word for token in (*record, *quote)):
        return Change.WORD
    return Change.PUNCTUATION


def _keys(tokens: Sequence[Token]) -> list[str]:
    return [token.key for token in tokens]


def _numbers(tokens: Sequence[Token]) -> Counter[str]:
    return Counter(token.key for token in tokens if is_number(token.key))
