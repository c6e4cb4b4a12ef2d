"""Words of the speech that a page prints a second time, for display."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"([.!?…;])\s+")
_KEY_LENGTH = 24
_SHINGLE = 4
_LEAST_WORDS = 8
_SHORT_WORDS = 14
"""Fewer than these must be repeated to the letter: set phrases come back by themselves."""
_LONGEST = 1_200
_REPEATED = 0.75
"""Share of a quote's runs of words that stand elsewhere: editors shorten and join."""
_NEAREST = 20
_WORD = re.compile(r"[^\W_]+")


class PullQuotes:
    """Knows the sentences of a document, and which paragraphs only repeat them."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Index the beginnings of all sentences.

        Args:
            paragraphs: The body's paragraphs, without speakers' labels.
        """
        self._paragraphs = paragraphs
        self._starts: dict[str, list[int]] = {}
        self._keys = list(map(_sentence_keys, paragraphs))
        self._sharing: set[int] = set()
        """Those of which a sentence begins like another one."""
        for number, paragraph in enumerate(paragraphs):
            if not is_wrapped(paragraph):
                for key in self._keys[number]:
                    numbers = self._starts.setdefault(key, [])
                    if numbers:
                        self._sharing.update((numbers[0], number))
                    numbers.append(number)

    def repeats(self, number: int, turn: range) -> bool:
        """Say whether a paragraph only repeats what others of its turn say.

        Args:
            number: The paragraph's index among those given.
            turn: Indices of the paragraphs of the turn it stands in.
        """
        paragraph = self._paragraphs[number]
        if len(paragraph) > _LONGEST or paragraph.endswith("…"):
            return False
        wrapped = is_wrapped(paragraph)
        if wrapped and paragraph[0] == "”":
            return True
        bare = paragraph.strip('“”"')
        if number not in self._sharing and bare == paragraph and not wrapped:
            return False
        others: set[int] = set()
        for key in self._keys[number] if bare == paragraph else _sentence_keys(bare):
            numbers = self._starts.get(key, [])
            first = bisect_left(numbers, turn.start)
            near = numbers[first : first + _NEAREST]
            others.update(n for n in near if n in turn and n != number)
        if not others:
            return False
        words = _words(paragraph)
        if len(words) < _LEAST_WORDS:
            return False
        longer = [
            text
            for other in others
            if len(text := self._paragraphs[other]) > len(paragraph)
            or (other > number and text == paragraph and len(words) >= _SHORT_WORDS)
            or wrapped
        ]
        found: set[tuple[str, ...]] = set()
        for text in longer:
            found.update(_shingles(_words(text)))
        own = _shingles(words)
        needed = 1.0 if len(words) < _SHORT_WORDS else _REPEATED
        return sum(shingle in found for shingle in own) >= needed * len(own)


def is_wrapped(paragraph: str) -> bool:
    """Say whether a paragraph stands in quotation marks from beginning to end."""
    return (
        len(paragraph) > 2
        and paragraph[0] in '”“"«'
        and paragraph.rstrip(".")[-1:] in ("“", "”", '"', "»")
        and (paragraph[0] == "”" or paragraph.count(paragraph[0]) == 1)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))


def _sentence_keys(paragraph: str) -> list[str]:
    """Return the beginning of each sentence, folded."""
    pieces = _SENTENCE_END.split(paragraph.casefold())
    ends = (*pieces[1::2], "")
    return [
        f"{sentence[:_KEY_LENGTH]}{end}"[:_KEY_LENGTH].rstrip()
        for sentence, end in zip(pieces[::2], ends, strict=True)
    ]
