"""Grammatical forms: Snowball's stems for English and Russian, chosen by the letters."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol, cast


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@cache
def _stemmer(language: str) -> _Stemmer:
    # Loaded here because few queries ask for a stem.
    import snowballstemmer

    return cast(_Stemmer, snowballstemmer.stemmer(language))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a folded word's stem; words of other scripts than Cyrillic count as English."""
    language = "russian" if any("а" <= letter <= "я" for letter in word) else "english"
    return _stemmer(language).stemWord(word)


def same_stem(one: str, other: str) -> bool:
    """Say whether two folded words are forms of one."""
    return one == other or stem(one) == stem(other)


def beginning(word: str) -> str:
    """Return letters with which every form of a folded word begins.

    Snowball alters endings; only its few irregular words (dying, skies), whose stems
    are short, change as early as the second letter.
    """
    found = stem(word)
    return found[:3] if len(found) >= 5 else word[:1]
