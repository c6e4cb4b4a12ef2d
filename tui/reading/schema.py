"""The meeting object: a `Meeting` as plain JSON values, and back, without loss."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Meeting,
    Participant,
    Reference,
    Source,
    Span,
    SpanKind,
    Turn,
)
from tui.reading.errors import ReadingError

SCHEMA = "stenogram/meeting@1"
"""What stands in ``schema``; another number is another shape."""

T = TypeVar("T")

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
_ID = re.compile(r"(?!/)(?!.*\.\.)[^\\\x00-\x1f]*")


def encode(meeting: Meeting) -> dict[str, object]:
    """Return the meeting object, its keys always in the same order."""
    return {
        "schema": SCHEMA,
        "id": meeting.id,
        "title": meeting.title,
        "summary": meeting.summary,
        "date": meeting.date,
        "time": meeting.time,
        "place": meeting.place,
        "source": {
            "name": meeting.source.name,
            "url": meeting.source.url,
            "format": meeting.source.format,
            "sha256": meeting.source.sha256,
            "repairs": list(meeting.source.repairs),
            "furniture": list(meeting.source.furniture),
        },
        "people": [
            {"name": person.name, "role": person.role, "label": person.label}
            for person in meeting.people
        ],
        "body": [
            _encode_turn(part) if isinstance(part, Turn) else _encode_block(part)
            for part in meeting.body
        ],
        "see_also": [
            {"title": entry.title, "date": entry.date, "url": entry.url}
            for entry in meeting.see_also
        ],
        "geography": list(meeting.geography),
        "topics": list(meeting.topics),
        "persons": list(meeting.persons),
        "sections": list(meeting.sections),
        "published": meeting.published,
        "partial": meeting.partial,
        "warnings": list(meeting.warnings),
    }


def _encode_turn(turn: Turn) -> dict[str, object]:
    return {
        "kind": "turn",
        "number": turn.number,
        "speaker": turn.speaker,
        "role": turn.role,
        "label": turn.label,
        "label_note": turn.label_note,
        "attribution": turn.attribution.value,
        "blocks": [_encode_block(block) for block in turn.blocks],
        **_times(turn.start, turn.end),
    }


def _encode_block(block: Block) -> dict[str, object]:
    return {
        "kind": block.kind.value,
        "text": block.text,
        "spans": [[span.start, span.end, span.kind.value] for span in block.spans],
        **_times(block.start, block.end),
    }


def _times(start: float | None, end: float | None) -> dict[str, object]:
    """Return the times a source has; formats without a clock carry no such keys."""
    times = {"start": start, "end": end}
    return {key: seconds for key, seconds in times.items() if seconds is not None}


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar as ``YYYY-MM-DD``; files are named by it."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_clock(text: str) -> bool:
    """Whether a text is a time of day as ``HH:MM``."""
    return _CLOCK.fullmatch(text) is not None


def is_moment(text: str) -> bool:
    """Whether a text is a day, or a day and a time: ``YYYY-MM-DDTHH:MM``."""
    day, mark, clock = text.partition("T")
    return is_day(day) and (not mark or is_clock(clock))


def decode(value: Mapping[str, object]) -> Meeting:
    """Return the meeting that a meeting object describes.

    Args:
        value: A mapping as `encode` makes it. Keys that are not known are ignored.

    Raises:
        ReadingError: A key is missing, or a value is not of the kind that belongs there.
    """
    schema = value.get("schema")
    if schema != SCHEMA:
        raise ReadingError("", f"This is no meeting object: its schema is {schema!r}.")
    meeting = _Object(value, "the meeting")
    source = meeting.child("source")
    name = source.text("name")
    try:
        return Meeting(
            id=meeting.id(),
            title=meeting.text("title"),
            summary=meeting.text("summary"),
            date=meeting.checked("date", is_day, "a date such as 2013-05-29, or null"),
            time=meeting.checked("time", is_clock, "a time such as 12:45, or null"),
            place=meeting.text("place"),
            source=Source(
                name=name,
                url=source.optional("url"),
                format=source.text("format"),
                sha256=source.text("sha256"),
                repairs=source.texts("repairs"),
                furniture=source.texts("furniture"),
            ),
            people=meeting.children("people", _participant),
            body=meeting.children("body", _part),
            see_also=meeting.children("see_also", _reference),
            geography=meeting.texts("geography"),
            topics=meeting.texts("topics"),
            persons=meeting.texts("persons"),
            sections=meeting.texts("sections"),
            published=meeting.checked("published", is_moment, "a date, or a date, T and a time"),
            partial=meeting.flag("partial"),
            warnings=meeting.texts("warnings"),
        )
    except ReadingError as error:
        raise ReadingError(name, str(error)) from error


class _Object:
    """A JSON object that is asked for values of a kind."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise ReadingError("", f"The meeting object is damaged: {where} is no object.")
        self._value = value
        self._where = where

    def _wrong(self, key: str, expected: str) -> ReadingError:
        found = self._value.get(key, "nothing")
        return ReadingError(
            "",
            f"The meeting object is damaged: “{key}” of {self._where} should be {expected}, "
            f"not {str(found)[:60]!r}.",
        )

    def text(self, key: str) -> str:
        value = self._value.get(key)
        if not isinstance(value, str):
            raise self._wrong(key, "text")
        return value

    def optional(self, key: str) -> str | None:
        value = self._value.get(key)
        if value is not None and not isinstance(value, str):
            raise self._wrong(key, "text or null")
        return value

    def checked(self, key: str, accepts: Callable[[str], bool], expected: str) -> str | None:
        value = self.optional(key)
        if value is not None and not accepts(value):
            raise self._wrong(key, expected)
        return value

    def id(self) -> str:
        value = self.text("id")
        if not _ID.fullmatch(value):
            raise self._wrong("id", "an id such as 2013-05-29/astana-k3f9")
        return value

    def seconds(self, key: str) -> float | None:
        value = self._value.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self._wrong(key, "a number of seconds")
        return value

    def number(self, key: str) -> int:
        value = self._value.get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._wrong(key, "a whole number")
        return value

    def flag(self, key: str) -> bool:
        value = self._value.get(key)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._value.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(key, "a list of texts")
        return tuple(value)

    def child(self, key: str) -> _Object:
        return _Object(self._value.get(key), f"“{key}”")

    def children(self, key: str, make: Callable[[_Object], T]) -> tuple[T, ...]:
        value = self._value.get(key)
        if not isinstance(value, list):
            raise self._wrong(key, "a list")
        return tuple(make(_Object(item, f"entry {i} of “{key}”")) for i, item in enumerate(value))

    def spans(self) -> tuple[Span, ...]:
        value = self._value.get("spans")
        if not isinstance(value, list):
            raise self._wrong("spans", "a list")
        try:
            spans = tuple(Span(int(a), int(b), SpanKind(kind)) for a, b, kind in value)
        except (TypeError, ValueError) as error:
            raise self._wrong("spans", "a list of [start, end, kind]") from error
        return spans


def _participant(value: _Object) -> Participant:
    return Participant(value.text("name"), value.optional("role"), value.text("label"))


def _reference(value: _Object) -> Reference:
    return Reference(value.text("title"), value.optional("date"), value.optional("url"))


def _block(value: _Object) -> Block:
    kind = value.text("kind")
    try:
        known = BlockKind(kind)
    except ValueError as error:
        raise ReadingError(
            "", f"The meeting object has a block of unknown kind {kind!r}."
        ) from error
    return Block(
        known, value.text("text"), value.spans(), value.seconds("start"), value.seconds("end")
    )


def _part(value: _Object) -> Turn | Block:
    if value.text("kind") != "turn":
        return _block(value)
    attribution = value.text("attribution")
    try:
        how = Attribution(attribution)
    except ValueError as error:
        raise ReadingError("", f"A turn has the unknown attribution {attribution!r}.") from error
    return Turn(
        number=value.number("number"),
        speaker=value.optional("speaker"),
        role=value.optional("role"),
        label=value.text("label"),
        label_note=value.optional("label_note"),
        attribution=how,
        blocks=value.children("blocks", _block),
        start=value.seconds("start"),
        end=value.seconds("end"),
    )
