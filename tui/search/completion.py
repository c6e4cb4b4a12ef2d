"""What could be meant by the word under the cursor of the filter bar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.search import query as q
from tui.search.fields import FIELDS
from tui.search.folding import fold_text
from tui.search.vocabulary import Choice, Choices, Vocabulary

_UNFINISHED = re.compile(
    r"""(?:^|(?<=[\s(|]))-?(?:(?P<field>[^\W\d_]+):)?(?P<value>["“„«][^"“”„«»]*|[^\s"“”„«»()|]*)$"""
)
_PLAIN = re.compile(r"[\w./\-–’']+")
_QUOTES = '"“„«'
_TELLING = 2
"""Letters from which a bare word may be half a field's name, without being asked."""
_MEETING = "meeting"
_STATES = Choices(Choice.of(state.value) for state in q.State)
_SCOPES = Choices(Choice.of(scope.value) for scope in q.Scope)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way to go on.

    Attributes:
        text: What to put in.
        start: First character of the query's text that it replaces.
        end: One past the last.
        label: What is offered, as shown.
        hint: Of a field, what it wants; else what is counted: ``meeting``, ``turn`` or "".
        count: How many of those it stands for; None where that means nothing.
    """

    text: str
    start: int
    end: int
    label: str
    hint: str
    count: int | None = None


def complete(
    text: str, cursor: int, vocabulary: Vocabulary, *, limit: int = 8, asked: bool = True
) -> tuple[Suggestion, ...]:
    """Return how the word before the cursor could go on, the likeliest first.

    Args:
        text: The query as typed.
        cursor: Where the cursor stands; only what is before it counts.
        vocabulary: What there is.
        limit: At most so many.
        asked: Whether somebody asked for help. Otherwise a bare word, which is most often
            meant as one, has to be more than a letter before it counts as half a field.
    """
    found = _UNFINISHED.search(text[:cursor])
    if found is None or (found["field"] and fold_text(found["field"]) not in FIELDS):
        return ()
    typed, start = found["value"], found.start("value")
    if found["field"] is None:
        if typed.startswith(tuple(_QUOTES)) or len(typed) < (0 if asked else _TELLING):
            return ()
        return _fields(fold_text(typed), start, cursor)[:limit]
    name = fold_text(found["field"])
    choices, unit = _choices(name, vocabulary)
    suggestions = (
        Suggestion(_text(choice), start, cursor, choice.label, unit, choice.count)
        for choice in choices.beginning(typed.lstrip(_QUOTES), limit)
    )
    return tuple(one for one in suggestions if one.text != text[start:cursor])


def _text(choice: Choice) -> str:
    return f"{quoted(choice.value)} {choice.beside}".rstrip()


def _fields(typed: str, start: int, cursor: int) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(f"{name}:", start, cursor, f"{name}:", meaning)
        for name, meaning in FIELDS.items()
        if name.startswith(typed)
    )


def _choices(name: str, vocabulary: Vocabulary) -> tuple[Choices, str]:
    """Return what a field can be given, and what is counted of it."""
    match name:
        case "by" | "with" | "mentions":
            return vocabulary.people, _MEETING
        case "as":
            return vocabulary.roles, _MEETING
        case "at":
            return vocabulary.places, _MEETING
        case "topic":
            return vocabulary.topics, _MEETING
        case "country":
            return vocabulary.countries, _MEETING
        case "date":
            return vocabulary.years, _MEETING
        case "in":
            return vocabulary.meetings, "turn"
        case "saved":
            return vocabulary.saved, ""
        case "is":
            return _STATES, ""
        case "same":
            return _SCOPES, ""
        case _:
            return Choices(), ""


def quoted(value: str) -> str:
    """Write a value so that the parser takes all of it."""
    if _PLAIN.fullmatch(value):
        return value
    # Quotation marks inside a name have no other way to stand there.
    return '"' + re.sub(r'["“”„«»]', " ", value) + '"'
