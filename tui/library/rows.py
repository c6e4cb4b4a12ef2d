"""A row of the catalogue: what is known of a meeting without reading its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tui.library.entries import decode_entry
from tui.model import Entry, Meeting


@dataclass(frozen=True, slots=True)
class Capture:
    """One reading of one source file.

    Attributes:
        sha256: Digest of the file; names it in ``originals/``.
        name: The file's name.
        url: The page's address, where the source records it.
        format: The reader that understood it.
        position: Which of the file's meetings this is, from 0.
        imported: Id of the import that brought it.
    """

    sha256: str
    name: str
    url: str | None
    format: str
    position: int
    imported: str

    @classmethod
    def decode(cls, document: Mapping[str, Any]) -> Capture:
        """Read one from the catalogue."""
        return cls(**{name: document[name] for name in cls.__slots__})

    def encode(self) -> dict[str, Any]:
        """The document kept in the catalogue."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Appearance:
    """Somebody who speaks in a meeting.

    Attributes:
        name: As the reader gives it, without the office.
        label: The fullest label.
        roles: Each office printed with them, and the first turn that shows it.
        turns: Number of turns.
        first: Number of the first turn.
    """

    name: str
    label: str
    roles: tuple[tuple[str, int], ...]
    turns: int
    first: int


@dataclass(frozen=True, slots=True)
class Row:
    """All that the catalogue knows of a meeting.

    Attributes:
        entry: What a list shows.
        url: The source's address.
        captures: Every reading, oldest first.
        current: Position in ``captures`` of the one whose words are stored.
        shard: Name of the file with the words.
        people: Those who speak, in order of their first turn.
        passages: How many passages the meeting has.
        geography: The page's tags for places.
        topics: The page's tags for subjects.
    """

    entry: Entry
    url: str | None
    captures: tuple[Capture, ...]
    current: int
    shard: str
    people: tuple[Appearance, ...]
    passages: int
    geography: tuple[str, ...]
    topics: tuple[str, ...]


def describe(
    meeting: Meeting, captures: Iterable[Capture], current: int, shard: str
) -> dict[str, Any]:
    """Make the catalogue's document of a meeting."""
    turns = meeting.turns
    return {
        "title": meeting.title,
        "date": meeting.date,
        "time": meeting.time,
        "place": meeting.place,
        "speakers": [person.name for person in meeting.people],
        "turns": len(turns),
        "words": sum(len(block.text.split()) for turn in turns for block in turn.paragraphs),
        "partial": meeting.partial,
        "passages": sum(1 for _ in meeting.passages()),
        "people": _appearances(meeting),
        "geography": list(meeting.geography),
        "topics": list(meeting.topics),
        "url": meeting.source.url,
        "captures": [capture.encode() for capture in captures],
        "current": current,
        "shard": shard,
    }


def _appearances(meeting: Meeting) -> list[dict[str, Any]]:
    labels = {person.name: person.label for person in meeting.people}
    people: dict[str, dict[str, Any]] = {}
    for turn in meeting.turns:
        if turn.speaker is None:
            continue
        person = people.setdefault(
            turn.speaker,
            {"label": labels.get(turn.speaker, turn.label), "roles": {}, "turns": 0}
            | {"first": turn.number},
        )
        person["turns"] += 1
        if turn.role:
            person["roles"].setdefault(turn.role, turn.number)
    return [
        {"name": name, **person, "roles": list(person["roles"].items())}
        for name, person in people.items()
    ]


def decode_row(meeting: str, document: Mapping[str, Any]) -> Row:
    """Read the catalogue's document of a meeting."""
    return Row(
        entry=decode_entry(meeting, document),
        url=document["url"],
        captures=tuple(Capture.decode(capture) for capture in document["captures"]),
        current=document["current"],
        shard=document["shard"],
        people=tuple(
            Appearance(
                person["name"],
                person["label"],
                tuple((role, turn) for role, turn in person["roles"]),
                person["turns"],
                person["first"],
            )
            for person in document["people"]
        ),
        passages=document["passages"],
        geography=tuple(document["geography"]),
        topics=tuple(document["topics"]),
    )
