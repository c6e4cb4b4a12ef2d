"""The words of two readings of one meeting side by side: which are in one alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tui.model import BlockKind, Meeting, Passage

_WORD = re.compile(r"\w+")

_COMPARED = frozenset({BlockKind.NARRATIVE, BlockKind.HEADING, BlockKind.ASIDE})
"""Blocks outside speech that belong to the text; a layout adds and leaves out the others."""

Key = tuple[str | None, tuple[str, ...]]
"""A passage as it is compared: who speaks, and the folded words."""


class Side(StrEnum):
    """Where words are."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that are in both readings, or in one of them alone.

    Attributes:
        side: Where they are.
        text: The words as that reading has them; the second's where both have them.
    """

    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage that is not the same in both readings.

    Attributes:
        first: Its anchor in the first reading; None where only the second has it.
        second: Likewise the other way round.
        first_speaker: Who says it in the first; None outside speech.
        second_speaker: Who says it in the second.
        stretches: All its words, in order.
    """

    first: str | None
    second: str | None
    first_speaker: str | None
    second_speaker: str | None
    stretches: tuple[Stretch, ...]


def keys(meeting: Meeting) -> tuple[Key, ...]:
    """Who says which words, in order, whatever the layout, the spaces and the punctuation."""
    return tuple(_key(passage) for passage in _passages(meeting))


def same_words(one: Meeting, other: Meeting) -> bool:
    """Whether two readings hold the same words by the same speakers, in the same order."""
    return keys(one) == keys(other)


def differences(first: Meeting, second: Meeting) -> tuple[Difference, ...]:
    """Compare two readings, passage by passage and word by word.

    Punctuation, capitals, kinds of space, captions, boxes and quotations printed a second
    time do not count: they differ from one layout of a page to another.
    """
    before, after = list(_passages(first)), list(_passages(second))
    matcher = SequenceMatcher(None, list(map(_key, before)), list(map(_key, after)), autojunk=False)
    found: list[Difference] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation != "equal":
            found.extend(_paired(before[a:b], after[c:d]))
    return tuple(found)


def _passages(meeting: Meeting) -> Iterator[Passage]:
    for passage in meeting.passages():
        if passage.anchor in ("title", "summary"):
            continue
        compared = passage.turn is not None or passage.blocks[0].kind in _COMPARED
        if compared and any(_WORD.search(block.text) for block in passage.blocks):
            yield passage


def _key(passage: Passage) -> Key:
    return _speaker(passage), tuple(_fold(word.group()) for word in _WORD.finditer(_text(passage)))


def _speaker(passage: Passage) -> str | None:
    return passage.turn.speaker if passage.turn is not None else None


def _text(passage: Passage) -> str:
    return " ".join(block.text for block in passage.blocks)


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _paired(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[Difference]:
    """Lay passages that are not the same beside each other, those of one speaker by preference."""
    speakers = SequenceMatcher(
        None, list(map(_speaker, before)), list(map(_speaker, after)), autojunk=False
    )
    for operation, a, b, c, d in speakers.get_opcodes():
        if operation in ("equal", "replace") and b - a == d - c:
            for one, other in zip(before[a:b], after[c:d], strict=True):
                if _key(one) != _key(other):
                    yield _difference(one, other)
            continue
        for one in before[a:b]:
            yield _difference(one, None)
        for other in after[c:d]:
            yield _difference(None, other)


def _difference(one: Passage | None, other: Passage | None) -> Difference:
    return Difference(
        one.anchor if one is not None else None,
        other.anchor if other is not None else None,
        _speaker(one) if one is not None else None,
        _speaker(other) if other is not None else None,
        tuple(
            _stretches(
                _text(one) if one is not None else "", _text(other) if other is not None else ""
            )
        ),
    )


def _stretches(first: str, second: str) -> Iterator[Stretch]:
    """Compare two texts word by word; all that stands between words goes with the word before."""
    before, after = _words(first), _words(second)
    matcher = SequenceMatcher(
        None, [word for word, _ in before], [word for word, _ in after], autojunk=False
    )
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            yield Stretch(Side.BOTH, "".join(text for _, text in after[c:d]).strip())
            continue
        if b > a:
            yield Stretch(Side.FIRST, "".join(text for _, text in before[a:b]).strip())
        if d > c:
            yield Stretch(Side.SECOND, "".join(text for _, text in after[c:d]).strip())


def _words(text: str) -> list[tuple[str, str]]:
    """Each word folded, and as it stands with what follows it up to the next."""
    found = list(_WORD.finditer(text))
    starts = [0, *(word.start() for word in found[1:]), len(text)]
    return [
        (_fold(word.group()), text[start:end])
        for word, start, end in zip(found, starts, starts[1:], strict=False)
    ]
