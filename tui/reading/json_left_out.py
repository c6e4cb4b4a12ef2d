"""What a file in JSON says beside its transcript: summaries, other readings of the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

_WORD = re.compile(r"[^\W_]+")
_LONG = 5
"""Words that make a sentence: what is shorter is a name, a time, an address or a setting."""
_SHARE = 0.5
"""Share of a text's runs of words that the speech must hold for the text to be the same words."""
_DEPTH = 40
"""Fields inside fields that are looked at."""


def left_out(value: object, spoken: Iterable[str]) -> list[str]:
    """Return the sentences of a file that are no part of what was said in it.

    A file often holds the same words twice, with times and without; those are not listed.

    Args:
        value: The value of the whole file.
        spoken: The paragraphs that were taken for speech.
    """
    said = {run for text in spoken for run in _runs(text)}
    joined = "".join("".join(_words(text)) for text in spoken)
    found: dict[str, None] = {}
    for text in _texts(value, _DEPTH):
        words = _words(text)
        if sum(any(map(str.isalpha, part)) for part in text.split()) < _LONG:
            continue
        runs = set(_runs(text))
        if "".join(words) not in joined and len(runs & said) < _SHARE * len(runs):
            found.setdefault(" ".join(text.split()))
    return list(found)


def _texts(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, (list, dict)):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from _texts(inside, depth - 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of three words."""
    words = _words(text)
    return zip(words, islice(words, 1, None), islice(words, 2, None), strict=False)
