"""The fields of the language: ``by:``, ``at:``, ``date:`` and the rest."""

from __future__ import annotations

from typing import TypeVar

from tui.search import query as q
from tui.search.dates import DATE_TEXT, DateError, parse_range
from tui.search.folding import fold_text
from tui.search.scanner import QUOTES, Scanner
from tui.search.tokens import tokens

_Choice = TypeVar("_Choice", q.State, q.Scope)

FIELDS = {
    "by": "a name: who says it",
    "as": "an office: as what they say it",
    "with": "a name: who is present",
    "mentions": "a name: whom another speaker names, or the publisher (is:speech: speakers alone)",
    "at": "a place",
    "title": "words of the title",
    "topic": "a subject the page is tagged with",
    "country": "a country the page is tagged with",
    "date": "a date or range: 2012, 2012-05, may 2012, 2012..2013, ..2015, 2017..",
    "is": "one of " + ", ".join(q.State),
    "in": "a meeting's id or its beginning",
    "saved": "the name of a saved search",
    "same": "one of " + ", ".join(q.Scope),
}
"""Every field of the language and what it wants."""


def read_field(scanner: Scanner, name: str, start: int) -> q.Node | q.Scope | None:
    """Read a field's value.

    Args:
        scanner: Stands behind the colon.
        name: One of `FIELDS`.
        start: Where the field's name begins.

    Returns:
        The clause; for ``same:`` the scope; None where the value is not understood.
    """
    if name == "date":
        return _date(scanner, start)
    value, closed = scanner.value()
    end = scanner.position
    growing = scanner.typing and not closed and scanner.at_end()
    if not value.strip():
        scanner.problem(f"{name}: wants {FIELDS[name]}", start)
        return None
    if name == "is":
        state = _choice(scanner, q.State, value, name, start)
        return q.Is(state, start=start, end=end) if state else None
    if name == "same":
        return _choice(scanner, q.Scope, value, name, start)
    if name == "in":
        return q.In(value.strip().lower().partition("#")[0], start=start, end=end)
    if name == "saved":
        return q.Saved(value.strip(), start=start, end=end)
    prefix = value.endswith("*") or growing
    value = value.rstrip("*").strip()
    words = tokens(fold_text(value))
    if not words:
        scanner.problem(f"{name}: wants {FIELDS[name]}", start)
        return None
    if name == "mentions":
        parts = (*map(q.Literal, words[:-1]), q.Literal(words[-1], prefix))
        return q.Mentions(value, parts, start=start, end=end)
    return q.Field(q.Name(name), value, words, prefix, start=start, end=end)


def _choice(
    scanner: Scanner, kind: type[_Choice], value: str, name: str, start: int
) -> _Choice | None:
    try:
        return kind(fold_text(value))
    except ValueError:
        scanner.problem(f"{name}: wants {FIELDS[name]}", start)
        return None


def _date(scanner: Scanner, start: int) -> q.Date | None:
    found = DATE_TEXT.match(scanner.text, scanner.position)
    if scanner.peek() in QUOTES or found is None:
        text, _ = scanner.value()
    else:
        text = _longest_date(found[0])
        scanner.position += len(text)
    if not text.strip():
        scanner.problem(f"date: wants {FIELDS['date']}", start)
        return None
    try:
        first, last = parse_range(text)
    except DateError as error:
        scanner.problem(str(error), start)
        return None
    if first and last and first > last:
        scanner.problem("this range ends before it begins", start)
    return q.Date(text, first, last, start=start, end=scanner.position)


def _longest_date(text: str) -> str:
    """Return as many words as make a date, else the first: “may 2012” is one, “may be” none."""
    try:
        parse_range(text)
    except DateError:
        shorter, space, _ = text.rpartition(" ")
        return _longest_date(shorter.rstrip()) if space else text
    return text
