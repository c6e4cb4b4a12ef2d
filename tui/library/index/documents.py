"""A meeting as the documents of the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import tantivy

from tui.library.index import schema as s
from tui.model import Meeting
from tui.search.folding import fold_text
from tui.search.names import roles
from tui.search.searchable import EDITOR, Unit, prepared
from tui.search.tokens import BARRIER, spaced

_QUESTION_MARKS = "?？؟"
_BARRIER = " ".join(["", *[s.BARRIER_TOKEN] * s.BARRIER_WIDTH, ""])


def documents(meeting: Meeting, number: int) -> Iterator[tantivy.Document]:
    """Yield the documents of a meeting's units, and one for the meeting as a whole.

    Args:
        meeting: The meeting, with what people decided of it.
        number: The number under which the index knows it.
    """
    day = s.day_number(meeting.date)
    offices = roles(meeting)
    for unit in prepared(meeting).units:
        kind = _kind(unit)
        document = _document(number, kind, day)
        document.add_text(s.TOKENS, tokens_of(unit))
        document.add_text(s.ANCHOR, unit.anchor)
        if unit.turn is not None:
            _add_names(document, s.SPEAKER, [unit.turn.speaker])
            _add_names(document, s.ROLE, [offices[unit.turn.number]])
            if _is_question(unit):
                document.add_unsigned(s.QUESTION, 1)
        yield document
    yield _whole(meeting, number, day)


def tokens_of(unit: Unit) -> str:
    """A unit's tokens, parted by spaces, with barriers where no phrase may reach across."""
    stretches = (
        spaced(stretch).strip()
        for line in unit.lines
        for stretch in line.text.split(BARRIER)
        if stretch
    )
    return _BARRIER.join(map(_shortened, filter(None, stretches)))


def _shortened(words: str) -> str:
    """Cut each word to the length that the engine keeps; hardly any text has a longer one."""
    start = 0
    while len(words) - start > s.LONGEST_TOKEN:
        gap = words.rfind(" ", start, start + s.LONGEST_TOKEN + 1)
        if gap < 0:
            return " ".join(word[: s.LONGEST_TOKEN] for word in words.split(" "))
        start = gap + 1
    return words


def _document(number: int, kind: int, day: int) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned(s.MEETING, number)
    document.add_unsigned(s.KIND, kind)
    document.add_unsigned(s.PLACE, number * s.KINDS + kind)
    document.add_unsigned(s.DAY, day)
    return document


def _kind(unit: Unit) -> int:
    if unit.turn is not None:
        return s.TURN if unit.lines else s.SILENT
    return s.EDITOR if unit.kind == EDITOR else s.BLOCK


def _is_question(unit: Unit) -> bool:
    """Judge as the matcher does for ``is:question``."""
    assert unit.turn is not None
    said = "\n".join([line.stored for line in unit.lines])
    return any(mark in said for mark in _QUESTION_MARKS) or fold_text(unit.turn.label) == "question"


def _whole(meeting: Meeting, number: int, day: int) -> tantivy.Document:
    document = _document(number, s.WHOLE, day)
    present = (*(person.name for person in meeting.people), *meeting.persons)
    _add_names(document, s.PRESENT, dict.fromkeys(present))
    _add_names(document, s.TOPIC, meeting.topics)
    _add_names(document, s.COUNTRY, meeting.geography)
    _add_names(document, s.TITLE, [meeting.title])
    _add_names(document, s.AT, [meeting.place])
    return document


def _add_names(document: tantivy.Document, field: str, names: Iterable[str | None]) -> None:
    for name in names:
        if name:
            document.add_text(field, name[: s.LONGEST_NAME])
