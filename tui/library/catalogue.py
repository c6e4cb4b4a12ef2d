"""The catalogue: one row a meeting, without its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tui.library.errors import Ambiguous, Damaged, NewerFormat, NotFound
from tui.library.layout import FORMAT
from tui.library.storage import Lines, unpack
from tui.model import Entry, Meeting

MEETINGS, SHARDS, LIBRARY = "meetings", "shards", "library"
"""The tables of ``catalogue.json``; the last holds one document of the same name."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is true of the library as a whole.

    Attributes:
        uuid: Names the library wherever it is moved to; notebooks refer to it.
        format: Number of the format on disk.
        generation: Counts the commits, from 1.
        shared: Whether others may read the files, as the umask says.
    """

    uuid: str
    format: int
    generation: int
    shared: bool

    @classmethod
    def decode(cls, path: Path, tables: Mapping[str, Mapping[str, Any]]) -> Header:
        """Read the header out of a catalogue's tables.

        Raises:
            Damaged: There is none.
            NewerFormat: A later release wrote it.
        """
        try:
            document = tables[LIBRARY][LIBRARY]
            number = int(document["format"])
            if number > FORMAT:
                raise NewerFormat(
                    f"{path}: the library has format {number}, this release reads up to {FORMAT}. "
                    "Nothing was changed. Install a newer Stenogram to open it."
                )
            return cls(
                str(document["uuid"]), number, int(document["generation"]), bool(document["shared"])
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Damaged(
                path, f"the catalogue does not say what library it is ({error})"
            ) from error

    def encode(self) -> dict[str, Any]:
        """The document kept in the catalogue."""
        return {
            "uuid": self.uuid,
            "format": self.format,
            "generation": self.generation,
            "shared": self.shared,
        }


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


def decode_entry(meeting: str, document: Mapping[str, Any]) -> Entry:
    """Read what a list shows out of the catalogue's document."""
    return Entry(
        meeting,
        document["title"],
        document["date"],
        document["time"],
        document["place"],
        tuple(document["speakers"]),
        document["turns"],
        document["words"],
        document["partial"],
    )


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


def _chronologically(entry: Entry) -> tuple[str, str, str]:
    return entry.date or "", entry.time or "", entry.id


class Catalogue:
    """One generation of the catalogue, as it lies on disk; never changes.

    Rows stay undecoded until they are asked for, so that opening a large library costs
    little more than reading the file.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        """Take the bytes of ``catalogue.json``.

        Raises:
            Damaged: They are not, or no longer, a catalogue.
            NewerFormat: A later release wrote them.
        """
        self._take(path, unpack(path, data))

    def _take(self, path: Path, tables: Mapping[str, Lines]) -> None:
        self.path = path
        self.header = Header.decode(path, tables)
        self._rows = tables.get(MEETINGS, Lines({}))
        self.shards: Mapping[str, Mapping[str, Any]] = dict(tables.get(SHARDS, Lines({})))
        self.retired: tuple[str, ...] = tuple(tables[LIBRARY][LIBRARY].get("retired", ()))

    @classmethod
    def read(cls, path: Path) -> Catalogue:
        """Read a catalogue from the disk.

        Raises:
            OSError: There is none, or it cannot be read.
            Damaged: See the constructor; likewise NewerFormat.
        """
        return cls(path, path.read_bytes())

    @classmethod
    def of(cls, path: Path, tables: Mapping[str, Lines]) -> Catalogue:
        """Take tables whose checksum nobody asks for; for mending them."""
        catalogue = cls.__new__(cls)
        catalogue._take(path, tables)
        return catalogue

    def __len__(self) -> int:
        """How many meetings there are."""
        return len(self._rows)

    def __contains__(self, meeting: object) -> bool:
        """Whether there is a meeting of this id."""
        return meeting in self._rows

    def __iter__(self) -> Iterator[str]:
        """Go through the ids, in no order that means anything."""
        return iter(self._rows)

    def document(self, meeting: str) -> Mapping[str, Any]:
        """The row as it lies in the file.

        Raises:
            KeyError: There is no such meeting.
        """
        return self._rows[meeting]

    def row(self, meeting: str) -> Row:
        """Everything known of a meeting without reading its words.

        Raises:
            KeyError: There is no such meeting.
            Damaged: The row is not one.
        """
        try:
            return decode_row(meeting, self._rows[meeting])
        except (TypeError, ValueError) as error:
            raise Damaged(self.path, f"the row of {meeting} is damaged ({error})") from error

    def rows(self) -> Iterator[Row]:
        """Decode every row."""
        return (self.row(meeting) for meeting in self._rows)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What a list shows of every meeting, oldest first, those without a date before them."""
        try:
            return tuple(sorted(map(self._entry, self._rows), key=_chronologically))
        except (KeyError, TypeError, ValueError) as error:
            raise Damaged(self.path, f"a row is damaged ({error})") from error

    def newest(self, number: int) -> tuple[Entry, ...]:
        """The last of :attr:`entries`, newest first, without decoding the others."""
        dated = sorted((key for key in self._rows if key[:1].isdigit()), reverse=True)
        last = dated[number - 1 : number]
        day = last[0].partition("/")[0] if last else ""
        rest = [] if last else [key for key in self._rows if not key[:1].isdigit()]
        wanted = [key for key in dated if key.partition("/")[0] >= day] + rest
        newest = sorted(map(self._entry, wanted), key=_chronologically, reverse=True)
        return tuple(newest[:number])

    def _entry(self, meeting: str) -> Entry:
        return decode_entry(meeting, self._rows[meeting])

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every meeting's id, in alphabetical order."""
        return tuple(sorted(self._rows))

    def find(self, beginning: str) -> str:
        """The one meeting whose id begins so; a whole id wins over those it begins.

        Raises:
            NotFound: No id begins so.
            Ambiguous: Several do.
        """
        beginning = beginning.strip().lower()
        if beginning in self._rows:
            return beginning
        first = bisect_left(self.ids, beginning)
        after = bisect_left(self.ids, beginning + "\U0010ffff")
        candidates = self.ids[first:after]
        if not candidates or not beginning:
            raise NotFound(
                f"No meeting's id begins with {beginning!r}. “stenogram list” shows every id."
            )
        if len(candidates) > 1:
            raise Ambiguous(beginning, candidates)
        return candidates[0]
