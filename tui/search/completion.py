"""What could be meant by the word under the cursor of the filter bar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tui.search import query as q
from tui.search.fields import FIELDS
from tui.search.folding import fold_text
from tui.search.names import name_words
from tui.search.tokens import tokens

_UNFINISHED = re.compile(
    r"""(?:^|(?<=[\s(|]))-?(?:(?P<field>[^\W\d_]+):)?(?P<value>["“„«][^"“”„«»]*|[^\s"“”„«»()|]*)$"""
)
_PLAIN = re.compile(r"[\w./\-–’']+")
_OPENERS = '"“„«'


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a library can offer, each name with how many meetings or turns it stands for.

    Attributes:
        people: Full names of speakers.
        places: Places of meetings.
        topics: Tags for subjects.
        countries: Tags for places.
        roles: Offices as printed.
        saved: Names of saved searches.
        meetings: Ids.
    """

    people: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)
    countries: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[str, int] = field(default_factory=dict)
    saved: Mapping[str, int] = field(default_factory=dict)
    meetings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way to go on.

    Attributes:
        text: What to put in.
        start: First character of the query's text that it replaces.
        end: One past the last.
        label: What is offered, as shown.
        hint: What it is, in a few words.
        count: How many meetings or turns it stands for; None where that means nothing.
    """

    text: str
    start: int
    end: int
    label: str
    hint: str
    count: int | None = None


def complete(
    text: str, cursor: int, vocabulary: Vocabulary, *, limit: int = 8
) -> tuple[Suggestion, ...]:
    """Return how the word before the cursor could go on, the likeliest first.

    Args:
        text: The query as typed.
        cursor: Where the cursor stands; only what is before it counts.
        vocabulary: What there is.
        limit: At most so many.
    """
    found = _UNFINISHED.search(text[:cursor])
    if found is None or (found["field"] and fold_text(found["field"]) not in FIELDS):
        return ()
    typed = found["value"]
    if found["field"] is None:
        if typed[:1] in ("", *_OPENERS):
            return ()
        return _fields(fold_text(typed), found.start("value"), cursor)[:limit]
    name = fold_text(found["field"])
    start = found.start("value")
    return tuple(
        Suggestion(_quoted(value), start, cursor, value, FIELDS[name], count)
        for value, count in _ranked(_candidates(name, vocabulary), typed.lstrip(_OPENERS))
    )[:limit]


def _fields(typed: str, start: int, cursor: int) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(f"{name}:", start, cursor, f"{name}:", meaning)
        for name, meaning in FIELDS.items()
        if name.startswith(typed)
    )


def _candidates(name: str, vocabulary: Vocabulary) -> Mapping[str, int | None]:
    offered: dict[str, Mapping[str, int]] = {
        "by": vocabulary.people,
        "with": vocabulary.people,
        "mentions": vocabulary.people,
        "as": vocabulary.roles,
        "at": vocabulary.places,
        "topic": vocabulary.topics,
        "country": vocabulary.countries,
        "saved": vocabulary.saved,
        "in": vocabulary.meetings,
    }
    if name == "is":
        return dict.fromkeys(state.value for state in q.State)
    if name == "same":
        return dict.fromkeys(scope.value for scope in q.Scope)
    return {**offered.get(name, {})}


def _ranked(candidates: Mapping[str, int | None], typed: str) -> Iterable[tuple[str, int | None]]:
    """Yield the candidates in which words begin as typed: names that begin so first."""
    wanted = tokens(fold_text(typed))
    fitting = [
        (place > 0, -(count or 0), value, count)
        for value, count in candidates.items()
        if (place := _place(name_words(value), wanted)) is not None
    ]
    return [(value, count) for _, _, value, count in sorted(fitting, key=lambda one: one[:3])]


def _place(words: tuple[str, ...], wanted: tuple[str, ...]) -> int | None:
    """Return at which word of a name the typed words begin; surnames are what people type."""
    if not wanted:
        return 0
    for place in range(len(words) - len(wanted) + 1):
        stretch = words[place : place + len(wanted)]
        if stretch[:-1] == wanted[:-1] and stretch[-1].startswith(wanted[-1]):
            return place
    return None


def _quoted(value: str) -> str:
    """Write a value so that the parser takes all of it."""
    if _PLAIN.fullmatch(value):
        return value
    # Quotation marks inside a name have no other way to stand there.
    return '"' + re.sub(r'["“”„«»]', " ", value) + '"'
