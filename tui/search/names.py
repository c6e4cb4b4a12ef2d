"""Whole words of names: people, offices, places, subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from tui.model import Meeting
from tui.search import query as q
from tui.search.folding import fold_text
from tui.search.tokens import tokens

Spellings = Callable[[str], Sequence[str]]
"""From a name as a meeting has it to every spelling of that person."""

_ORDERED = frozenset({q.Name.AS, q.Name.TITLE})


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return a name's words, folded."""
    return tokens(fold_text(name))


def names_any(clause: q.Field, names: Iterable[str]) -> bool:
    """Say whether a clause names one of the names.

    Its words are whole words of one name: in a row for offices and titles, in any order
    for people, places and subjects (``Nazarbayev Nursultan`` is how tags print him). The
    last may be a beginning where the clause says so, and always in titles.
    """
    prefix = clause.prefix or clause.name is q.Name.TITLE
    ordered = clause.name in _ORDERED
    return any(has_words(name_words(name), clause.words, prefix, ordered) for name in names)


def has_words(
    name: Sequence[str], wanted: Sequence[str], prefix: bool = False, ordered: bool = False
) -> bool:
    """Say whether the wanted words are among a name's.

    Args:
        name: The name's words, folded.
        wanted: The words looked for, folded.
        prefix: Whether the last wanted word may be only a beginning.
        ordered: Whether they must stand in a row.
    """
    *whole, last = wanted
    if ordered:
        return any(
            list(name[i : i + len(whole)]) == whole and _is(name[i + len(whole)], last, prefix)
            for i in range(len(name) - len(whole))
        )
    rest = list(name)
    for word in whole:
        if word not in rest:
            return False
        rest.remove(word)
    return any(_is(word, last, prefix) for word in rest)


def _is(word: str, wanted: str, prefix: bool) -> bool:
    return word.startswith(wanted) if prefix else word == wanted


def roles(meeting: Meeting) -> dict[int, str | None]:
    """Return the office in which each turn is spoken, by the turn's number.

    It is the one printed with the turn, else the one printed last for the same person
    earlier in the meeting; None where the meeting prints none up to there.
    """
    held: dict[str | None, str] = {}
    spoken: dict[int, str | None] = {}
    for turn in meeting.turns:
        if turn.role is not None:
            held[turn.speaker] = turn.role
        unnamed = turn.speaker is None
        spoken[turn.number] = turn.role if unnamed else held.get(turn.speaker)
    return spoken
