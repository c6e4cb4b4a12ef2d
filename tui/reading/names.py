"""The people one document knows, and the spellings under which it prints them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"\S+")
_NO_LETTER = bytes(code for code in range(128) if not chr(code).isalnum())
_COURTESY_TITLES = """
mr mrs ms miss dr sir dame lord lady madam madame prof professor judge justice hon rev father
sister rabbi sheikh senator congressman congresswoman
"""
_COURTESY = frozenset(_COURTESY_TITLES.split())


def squeeze(text: str) -> str:
    """Return text with every run of white space, no-break spaces too, as one space."""
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """Return what a name has in common with its odd prints: its letters, folded.

    ``VladimirPUTIN`` and ``Vladimir Putin`` have one key.
    """
    if text.isascii():
        return text.lower().encode("ascii").translate(None, _NO_LETTER).decode("ascii")
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in decomposed if c.isalnum())


def has_courtesy(text: str) -> bool:
    """Say whether a label begins with a courtesy title, which is kept: ``Mr. Speaker``."""
    first = _WORD.match(text)
    return first is not None and first[0].rstrip(".").casefold() in _COURTESY


_NAMESAKES = 50
"""More people than this of one surname, and initials tell nobody apart."""
_SHORT_NAME = re.compile(r"(?=.*[AEIOUY])[^\W\d_]{3}|[B-DF-HJ-NP-TV-Z][AEIOUY]")
"""Short words that are names, not initials: they can be spoken."""
_PREFIX = re.compile(r"[OD]['’](?=\w{2})|MC(?=\w{3})", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")


def is_odd_print(name: str) -> bool:
    """Say whether a name is printed glued, in capitals, or with initials: ``V.Putin``."""
    words = name.split(" ")
    return (
        len(words) == 1
        or "." in name
        or any(len(word) > 3 and word.isupper() for word in words)
        or any(word[-1:].isupper() and len(word) > 2 for word in words)
    )


def usual_print(name: str) -> str:
    """Return a name as names are printed: glued words parted, capitals lowered."""
    words = (_GLUED.sub(" ", name) if " " not in name else name).split()
    capitals = len(words) > 1 and name.isupper()
    return " ".join(
        "-".join(map(_lowered, word.split("-")))
        if (len(word) > 3 and (word.isupper() or word[-1].isupper()))
        or (capitals and _SHORT_NAME.fullmatch(word))
        else word
        for word in words
    )


def _lowered(word: str) -> str:
    """Return a name in small letters after its first, and after a prefix: ``O'Connor``."""
    found = _PREFIX.match(word)
    if found is None:
        return word.capitalize()
    return found[0].capitalize() + word[found.end() :].capitalize()


class Cast:
    """The names known inside one document; it grows while the document is read."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Begin with names in their usual spelling."""
        self._by_key: dict[str, str] = {}
        self._by_surname: dict[str, dict[str, None]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Learn a name in its usual spelling; the first spelling of a key stays."""
        name = squeeze(name)
        key = name_key(name)
        if not key or key in self._by_key:
            return
        self._by_key[key] = name
        words = name.split(" ")
        if len(words) > 1:
            self._by_surname.setdefault(name_key(words[-1]), {})[name] = None

    def respell(self, name: str) -> None:
        """Let this be the usual spelling of a name that is known already."""
        key = name_key(name)
        known = self._by_key.get(key)
        if known is None or known == name:
            return
        self._by_key[key] = name
        people = self._by_surname.get(name_key(known.split(" ")[-1]), {})
        if known in people:
            del people[known]
            people[name] = None

    def __contains__(self, name: str) -> bool:
        """Say whether the name is known under any spelling of its letters."""
        return name_key(name) in self._by_key

    def __len__(self) -> int:
        """How many names are known."""
        return len(self._by_key)

    def __iter__(self) -> Iterator[str]:
        """Yield the names in the order they were learned."""
        return iter(self._by_key.values())

    def spelling(self, name: str) -> str | None:
        """Return the usual spelling of a name printed in any way; None if it is not known.

        A surname alone, or with initials, is resolved where exactly one person has it.
        """
        known = self._by_key.get(name_key(name))
        if known is not None:
            return known
        words = name.replace(".", " ").split()
        people = self._by_surname.get(name_key(words[-1])) if words else None
        if not people or len(people) > _NAMESAKES or has_courtesy(name):
            return None
        candidates = [person for person in people if _initials_fit(words[:-1], person)]
        return candidates[0] if len(candidates) == 1 else None


def _initials_fit(initials: list[str], name: str) -> bool:
    """Say whether what stands before a surname can be the initials of a name."""
    given = name.split(" ")[:-1]
    return len(initials) <= len(given) and all(
        len(initial) == 1 and word[:1].casefold() == initial.casefold()
        for initial, word in zip(initials, given, strict=False)
    )


_IN_A_WORD = frozenset("abcdefghijklmnopqrstuvwxyz’'-")


def stands_in(word: str, text: str) -> bool:
    """Whether a text holds a word, whole: to look for a few is cheaper than to list all."""
    at = text.find(word)
    while at >= 0:
        after = at + len(word)
        begins = at == 0 or not (text[at - 1].isalpha() or text[at - 1] in _IN_A_WORD)
        if begins and text[after : after + 1] not in _IN_A_WORD:
            return True
        at = text.find(word, at + 1)
    return False
