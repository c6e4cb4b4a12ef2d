"""Changes to a library, made true by one replacement of one file."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from tui.library import originals, shards
from tui.library.catalogue import LIBRARY, MEETINGS, SHARDS, Catalogue, Header, stamp_of
from tui.library.errors import LibraryError, ReadOnly
from tui.library.files import TEMPORARY, Files
from tui.library.head import write_head
from tui.library.layout import SHARD, Layout
from tui.library.rows import Capture, describe
from tui.library.sealed import Line
from tui.library.storage import Database
from tui.model import Meeting
from tui.reading.schema import encode, is_day

RETIRED = "retired"
"""In the header: originals that this generation let go, and the next commit deletes."""


class UnstorableText(ValueError):
    """A text that JSON has no way to write, such as half of a surrogate pair."""


@dataclass(frozen=True, slots=True)
class _New:
    """A meeting to be stored: as read, and as the shard will hold it."""

    meeting: Meeting
    line: Line
    captures: tuple[Capture, ...]
    current: int


class Transaction:
    """Collects changes while the lock is held; :meth:`commit` makes them true together.

    Until the catalogue is replaced, a reader and a crash see the generation before: what
    is written first is named by no catalogue yet.
    """

    def __init__(
        self,
        layout: Layout,
        files: Files,
        reader: shards.ShardReader,
        catalogue: Catalogue | None,
        header: Header,
    ) -> None:
        """Begin on top of a generation.

        Args:
            layout: Where the library lies.
            files: The way to the disk.
            reader: To read the shards that are rewritten.
            catalogue: The generation before; None for a new library.
            header: Of the generation before; for a new library with generation 0.
        """
        self._layout = layout
        self._files = files
        self._reader = reader
        self._before = catalogue
        self._header = replace(header, generation=header.generation + 1)
        self._new: dict[str, _New] = {}
        self._captures: dict[str, tuple[Sequence[Capture], int]] = {}
        self._leaving: dict[str, str] = {}
        self._originals: dict[str, bytes] = {}
        self._released: set[str] = set()
        self._written: dict[tuple[str, str], Meeting] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to commit."""
        return not (self._new or self._captures or self._leaving or self._originals)

    @property
    def meetings(self) -> Mapping[str, Meeting]:
        """The meetings that are put so far, by id."""
        return {key: new.meeting for key, new in self._new.items()}

    def put(self, meeting: Meeting, captures: Sequence[Capture], current: int) -> None:
        """Store a meeting's words, in place of those under the same id.

        Raises:
            UnstorableText: A text cannot be written as JSON, or the date is none; nothing was
                taken.
        """
        if meeting.date is not None and not is_day(meeting.date):
            raise UnstorableText(f"its date “{meeting.date[:40]}” is not a day of the calendar")
        try:
            line = Line(orjson.dumps(encode(meeting)))
        except TypeError as error:
            raise UnstorableText(f"it holds text that cannot be stored ({error})") from error
        if self._before is not None and meeting.id in self._before:
            self._leaving[meeting.id] = self._before.row(meeting.id).shard
        self._captures.pop(meeting.id, None)
        self._new[meeting.id] = _New(meeting, line, tuple(captures), current)

    def current(self, meeting: str) -> int:
        """Position among a meeting's captures of the one whose words are stored."""
        if meeting in self._new:
            return self._new[meeting].current
        if meeting in self._captures:
            return self._captures[meeting][1]
        return int(self._before.document(meeting)["current"]) if self._before is not None else 0

    def annotate(self, meeting: str, captures: Sequence[Capture], current: int) -> None:
        """Leave a meeting's words and say anew what they were read from."""
        if meeting in self._new:
            new = self._new[meeting]
            self._new[meeting] = replace(new, captures=tuple(captures), current=current)
        else:
            self._captures[meeting] = (tuple(captures), current)

    def drop(self, meeting: str) -> None:
        """Let a stored meeting go."""
        assert self._before is not None
        self._leaving[meeting] = self._before.row(meeting).shard

    def keep_original(self, sha256: str, data: bytes) -> None:
        """Store an imported file."""
        self._originals[sha256] = data

    def misses_original(self, sha256: str) -> bool:
        """Whether a file that was imported is no longer kept as it was."""
        if self._before is None or sha256 in self._originals:
            return False
        return not originals.is_sound(self._layout, sha256)

    def release_original(self, sha256: str) -> None:
        """Let a file go that no capture names any longer."""
        self._released.add(sha256)

    @property
    def written(self) -> Mapping[tuple[str, str], Meeting]:
        """After the commit: the meetings that were put, by shard and id."""
        return self._written

    def commit(self) -> Catalogue:
        """Write everything, then replace the catalogue.

        Returns:
            The new generation.

        Raises:
            LibraryError: The disk did not take it; the library is as it was.
            Damaged: A shard that had to be rewritten cannot be read; likewise.
        """
        try:
            data = self._write()
        except PermissionError as error:
            raise ReadOnly(
                f"{error.filename or self._layout.root}: not allowed to write "
                f"({error.strerror}). Nothing was saved; the library is as it was."
            ) from error
        except OSError as error:
            raise LibraryError(
                f"{error.filename or self._layout.root}: {error.strerror or error}. "
                "Nothing was saved; the library is as it was. Make room or choose another "
                "folder with --library, then do it again."
            ) from error
        try:
            self._files.sync_folder(self._layout.root)
        except OSError as error:
            raise LibraryError(
                f"{self._layout.root}: {error.strerror or error}. The change was written, but the "
                "disk did not confirm it: it may be gone after a power cut. Look at the disk."
            ) from error
        after = Catalogue(self._layout.catalogue, data)
        with contextlib.suppress(OSError):
            after.stamp = stamp_of(self._layout.catalogue.stat())
        write_head(self._layout, self._files, after)
        self._sweep(after)
        return after

    def _write(self) -> bytes:
        layout, files = self._layout, self._files
        for folder in (layout.transcripts, layout.originals):
            files.make_folder(folder)
        if self._before is None:
            files.sync_folder(layout.root)
            with contextlib.suppress(PermissionError):  # one may pass through it, and not read it
                files.sync_folder(layout.root.absolute().parent)
        if self._originals:
            originals.store(layout, files, self._originals)
            files.sync_folder(layout.originals)
        planned = shards.plan(
            self._before,
            self._reader,
            {key: new.line for key, new in self._new.items()},
            {key: new.meeting.date for key, new in self._new.items()},
            self._leaving,
            self._header.generation,
        )
        written = shards.write(layout, files, planned)
        catalogue = Database(layout.catalogue, files, fresh=self._before is None)
        catalogue.put(LIBRARY, {LIBRARY: self._header.encode() | {RETIRED: self._retired()}})
        catalogue.take(SHARDS, planned.retired)
        catalogue.put(SHARDS, written)
        catalogue.take(MEETINGS, self._leaving)
        catalogue.put(MEETINGS, self._rows(planned))
        if self._before is not None:
            files.keep(layout.catalogue, layout.previous)
        return catalogue.commit(sync_folder=False)

    def _retired(self) -> list[str]:
        return sorted(self._released - self._originals.keys())

    def _rows(self, planned: shards.Plan) -> Mapping[str, Mapping[str, Any]]:
        """The catalogue's documents of every meeting that changed or moved."""
        rows: dict[str, Mapping[str, Any]] = {}
        for shard, meetings in planned.written.items():
            for key in meetings:
                if key in self._new:
                    new = self._new[key]
                    rows[key] = describe(new.meeting, new.captures, new.current, shard)
                    self._written[shard, key] = new.meeting
                elif self._before is not None:
                    rows[key] = {**self._before.document(key), "shard": shard}
        for key, (captures, current) in self._captures.items():
            if self._before is not None and key not in self._leaving:
                row = rows.get(key) or self._before.document(key)
                changed = {"captures": [c.encode() for c in captures], "current": current}
                rows[key] = {**row, **changed}
        return rows

    def _sweep(self, after: Catalogue) -> None:
        """Delete what neither this generation nor the one before names."""
        named = set(after.shards) | set(self._before.shards if self._before is not None else ())
        gone = self._before.retired if self._before is not None else ()
        layout = self._layout
        with contextlib.suppress(OSError):
            for path in sorted(layout.transcripts.iterdir()):
                name = path.name.removesuffix(TEMPORARY)
                if not SHARD.fullmatch(name.removesuffix(".json")):
                    continue
                # Before a first commit there was no generation that could have let one go.
                retired = self._before is not None and path.stem not in named
                if name != path.name or retired:
                    self._files.remove(path)
            for written in (layout.catalogue, layout.previous, layout.head, layout.decisions):
                unfinished = written.with_name(written.name + TEMPORARY)
                if unfinished.exists():
                    self._files.remove(unfinished)
            for sha256 in gone:
                if sha256 not in self._originals:
                    self._files.remove(self._layout.original(sha256))
