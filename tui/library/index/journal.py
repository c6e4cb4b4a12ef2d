"""What an index holds: which meetings, read from where, up to which generation.

Beside the engine's files lies one that says so, a line a change. A change is announced in it,
and on the disk, before the engine commits; that it is done, and the stamp of the engine's
commit, is added afterwards. So a process killed in between costs the meetings of that change
another indexing, and nothing else.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from tui.library.index.schema import VERSION

_SPARE = 20_000
"""Entries a journal may hold beyond twice what it needs before it is written anew."""


class JournalError(ValueError):
    """A journal is missing, damaged, or about another library or by another release."""


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting as it is indexed.

    Attributes:
        number: The number under which the index knows it.
        shard: The file its words were read from.
        digest: Of those words as stored.
        mark: Of the decisions that changed it; "" where none did.
    """

    number: int
    shard: str
    digest: str
    mark: str


@dataclass(slots=True)
class Change:
    """What becomes different in an index.

    Attributes:
        put: Meetings to be indexed, anew or again.
        moved: Meetings whose words are the same and lie in another file now.
        dropped: Meetings that are gone, and their numbers.
    """

    put: dict[str, Held] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.put or self.moved or self.dropped)


class Journal:
    """The state of one index, and the way to change what is said of it.

    Attributes:
        held: The meetings by their ids.
        shards: For each file with words the ids of those read from it.
        pending: Numbers of meetings in a change that was announced and perhaps not done.
        generation: The library's generation that the index is up to; 0 for none.
        decisions: The generation of the decisions likewise.
        opstamp: The stamp of the engine's last commit; None where none is known.
    """

    def __init__(self, path: Path, library: str) -> None:
        """Begin an empty one; nothing is written."""
        self.path = path
        self.held: dict[str, Held] = {}
        self.shards: dict[str, set[str]] = defaultdict(set)
        self.pending: set[int] = set()
        self.generation = self.decisions = 0
        self.opstamp: int | None = None
        self._library = library
        self._next = 0
        self._entries = 0

    @classmethod
    def read(cls, path: Path, library: str) -> Journal:
        """Read what is said of an index.

        Args:
            path: The file.
            library: The library's uuid.

        Raises:
            JournalError: Nothing that can be used is said there.
        """
        try:
            lines = path.read_bytes().split(b"\n")
            journal = cls(path, library)
            if orjson.loads(lines[0]) != _heading(library):
                raise JournalError("it was made by another release, or for another library")
            for line in lines[1:-1]:
                journal._take(orjson.loads(line))
        except (OSError, orjson.JSONDecodeError, KeyError, TypeError, IndexError) as error:
            raise JournalError(f"what it holds cannot be read ({error})") from error
        return journal

    def create(self) -> None:
        """Write an empty journal."""
        self._write(self.path, [_heading(self._library)])

    def number(self, meeting: str) -> int:
        """The number of a meeting, which it keeps; the next free one for one that is new."""
        held = self.held.get(meeting)
        if held is not None:
            return held.number
        self._next += 1
        return self._next - 1

    def is_pending(self, meeting: str) -> bool:
        """Whether a change of a meeting was announced and perhaps not done."""
        return bool(self.pending) and self.held[meeting].number in self.pending

    def announce(self, change: Change) -> None:
        """Say, on the disk, what is about to be changed."""
        document = {
            "put": {key: [h.number, h.shard, h.digest, h.mark] for key, h in change.put.items()},
            "moved": change.moved,
            "dropped": change.dropped,
        }
        self._append(document, sync=True)
        self._take(document)

    def conclude(self, generation: int, decisions: int, opstamp: int | None) -> None:
        """Say that it is done, and up to which generation the index is now."""
        document = {"done": [generation, decisions, opstamp, self._next]}
        self._append(document)
        self._take(document)
        if self._entries > 2 * len(self.held) + _SPARE:
            self._compact()

    def _take(self, document: Mapping[str, Any]) -> None:
        if "done" in document:
            self.generation, self.decisions, self.opstamp, self._next = document["done"]
            self.pending.clear()
            return
        for key in document["dropped"]:
            self._forget(key)
        for key, (number, shard, digest, mark) in document["put"].items():
            self._hold(key, Held(number, shard, digest, mark))
        for key, shard in document["moved"].items():
            held = self.held[key]
            self._hold(key, Held(held.number, shard, held.digest, held.mark))
        self.pending.update(document["dropped"].values())
        self.pending.update(number for number, *_ in document["put"].values())
        self._entries += sum(len(document[name]) for name in ("put", "moved", "dropped"))

    def _hold(self, key: str, held: Held) -> None:
        self._forget(key)
        self.held[key] = held
        self.shards[held.shard].add(key)
        self._next = max(self._next, held.number + 1)

    def _forget(self, key: str) -> None:
        before = self.held.pop(key, None)
        if before is not None:
            self.shards[before.shard].discard(key)
            if not self.shards[before.shard]:
                del self.shards[before.shard]

    def _append(self, document: Mapping[str, Any], *, sync: bool = False) -> None:
        with self.path.open("ab") as file:
            file.write(orjson.dumps(document) + b"\n")
            file.flush()
            if sync:
                os.fsync(file.fileno())

    def _compact(self) -> None:
        """Write the journal anew, without what later lines took back."""
        held = {key: [h.number, h.shard, h.digest, h.mark] for key, h in self.held.items()}
        lines = [
            _heading(self._library),
            {"put": held, "moved": {}, "dropped": {}},
            {"done": [self.generation, self.decisions, self.opstamp, self._next]},
        ]
        temporary = self.path.with_name(self.path.name + ".tmp")
        self._write(temporary, lines)
        temporary.replace(self.path)
        self._entries = len(held)

    def _write(self, path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
        with path.open("wb") as file:
            file.write(b"".join(orjson.dumps(line) + b"\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())


def _heading(library: str) -> dict[str, Any]:
    return {"index": VERSION, "library": library}
