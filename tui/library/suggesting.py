"""People whose names are so alike that they may be one human; a person decides.

What is suggested is never joined by itself, and nothing here is a measure of certainty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from tui.library.people import Person, fold_name

_ALIKE = 0.86
"""How alike two names must be that only their spelling tells apart; tried on transliterations."""

_BEGINNING = 2
"""Letters that a word of both names must share at its beginning for them to be compared."""


class Suggestion(NamedTuple):
    """Two people who may be one.

    Attributes:
        one: The one that speaks more.
        other: The other.
        reason: What their names have in common, in words.
    """

    one: Person
    other: Person
    reason: str


def suggestions(people: Iterable[Person]) -> tuple[Suggestion, ...]:
    """Return pairs that a person may want to merge, by the name of the one that speaks more."""
    words: dict[str, tuple[str, ...]] = {}
    groups: dict[str, dict[str, Person]] = defaultdict(dict)
    for person in people:
        if person.anonymous:
            continue
        words[person.id] = tuple(re.findall(r"\w+", fold_name(person.name)))
        for word in words[person.id]:
            groups[word[:_BEGINNING]][person.id] = person
    found: dict[frozenset[str], Suggestion] = {}
    for group in groups.values():
        for pair in combinations(group.values(), 2):
            key = frozenset(person.id for person in pair)
            if key in found or _speak_together(*pair):
                continue
            reason = _reason(words[pair[0].id], words[pair[1].id])
            if reason:
                one, other = sorted(pair, key=lambda person: (-person.turns, person.id))
                found[key] = Suggestion(one, other, reason)
    return tuple(sorted(found.values(), key=lambda pair: (fold_name(pair.one.name), pair.other.id)))


def _speak_together(one: Person, other: Person) -> bool:
    """Two full names that a meeting prints side by side are most likely two people."""
    if one.local or other.local:
        return False
    return len(set(one.meetings) & set(other.meetings)) > 1


def _reason(one: Sequence[str], other: Sequence[str]) -> str:
    """What two names have in common; "" where that says nothing."""
    if sorted(one) == sorted(other):
        return "the same words"
    if len(one) > 1 and len(other) > 1 and one[-1] == other[-1]:
        if _initials_fit(one[:-1], other[:-1]):
            return "the same surname, and initials that fit"
        if set(one) < set(other) or set(other) < set(one):
            return "the same words, and one name more"
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1 and len(longer) > 1 and longer[-1] == shorter[0]:
        return "a surname alone"
    if len(one) == len(other) > 1:
        ratio = SequenceMatcher(None, " ".join(sorted(one)), " ".join(sorted(other))).ratio()
        surnames = SequenceMatcher(None, one[-1], other[-1]).ratio()
        if ratio >= _ALIKE and surnames >= _ALIKE:
            return "a spelling that differs by little"
    return ""


def _initials_fit(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each first name begins the other's, at least one of them being an initial."""
    pairs = list(zip(one, other, strict=False))
    short = any(len(word) == 1 for pair in pairs for word in pair)
    return short and all(a.startswith(b) or b.startswith(a) for a, b in pairs)
