"""People whose names are so alike that they may be one human; a person decides.

What is suggested is never joined by itself, and nothing here is a measure of certainty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    """Return pairs that a person may want to merge, by the name of the one that speaks more.

    Of a name that many bear, as a first name in recordings, each is paired with the one who
    speaks most and not with all others: whoever joins them goes through as many pairs as there
    are people.
    """
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(people, key=lambda person: (-person.turns, person.id)):
        if not person.anonymous:
            bearers[fold_name(person.name)].append(person)
    found = [
        Suggestion(first, other, "the same name")
        for first, *others in bearers.values()
        for other in others
    ]
    for name, other, reason in _alike(bearers):
        pairs = dict.fromkeys(
            (
                *((bearers[name][0], person) for person in bearers[other]),
                *((person, bearers[other][0]) for person in bearers[name]),
            )
        )
        for pair in pairs:
            if not _speak_together(*pair):
                one, two = sorted(pair, key=lambda person: (-person.turns, person.id))
                found.append(Suggestion(one, two, reason))
    return tuple(sorted(found, key=lambda pair: (fold_name(pair.one.name), pair.other.id)))


def _alike(names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield names, folded, that have something in common, and what."""
    words = {name: tuple(re.findall(r"\w+", name)) for name in names}
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for name in words:
        for word in words[name]:
            groups[word[:_BEGINNING]][name] = None
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for pair in combinations(group, 2):
            if pair not in seen and (reason := _reason(words[pair[0]], words[pair[1]])):
                seen.add(pair)
                yield (*pair, reason)


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
