"""The catalogue: one row a meeting, without its words."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.library.entries import decode_entry
from tui.library.errors import Ambiguous, Damaged, NewerFormat, NotFound
from tui.library.layout import FORMAT, Layout
from tui.library.sealed import Lines, check_seal, split
from tui.model import Entry
from tui.timeline import Timeline
from tui.values import value

if TYPE_CHECKING:
    from tui.library.head import Whereabouts
    from tui.library.rows import Row

_LARGE = 1 << 17
"""Bytes from which on to read where the rows stand is quicker than to look for them."""

MEETINGS, SHARDS, LIBRARY = "meetings", "shards", "library"
"""The tables of ``catalogue.json``; the last holds one document of the same name."""


@value
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


Stamp = tuple[int, int, int]
"""Tells one file from the one that replaces it, without reading either."""


def stamp_of(status: os.stat_result) -> Stamp:
    """Take a file's stamp."""
    return status.st_ino, status.st_mtime_ns, status.st_size


def chronologically(entry: Entry) -> tuple[str, str, str]:
    """Order meetings by when they were, those without a date first."""
    return entry.date or "", entry.time or "", entry.id


class Catalogue:
    """One generation of the catalogue, as it lies on disk; never changes.

    Rows stay undecoded until they are asked for, so that opening a large library costs
    little more than reading the file.
    """

    def __init__(self, path: Path, data: bytes, *, head: Path | None = None) -> None:
        """Take the bytes of ``catalogue.json``.

        Args:
            path: The file, for messages.
            data: Its bytes.
            head: Where it may be read what stands where in them.

        Raises:
            Damaged: They are not, or no longer, a catalogue.
            NewerFormat: A later release wrote them.
        """
        self._data, self._checksum = data, check_seal(path, data)
        if head is not None and len(data) >= _LARGE:
            from tui.library.head import read_whereabouts  # small libraries do without

            self._known = read_whereabouts(head, self._checksum)
        self._tables = split(path, data) if self._known is None else self._known.within(data)
        self._take(path, self._tables)

    _known: Whereabouts | None = None
    """What was read instead of being looked for."""

    misses_head: bool = False
    """Whether it was read without a head, and large enough that another reading wants one."""

    def _take(self, path: Path, tables: Mapping[str, Lines]) -> None:
        self.path = path
        self.stamp: Stamp | None = None
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
        with path.open("rb") as file:
            stamp = stamp_of(os.fstat(file.fileno()))
            catalogue = cls(path, file.read(), head=Layout(path.parent).head)
        catalogue.misses_head = catalogue._known is None and len(catalogue._data) >= _LARGE
        catalogue.stamp = stamp
        return catalogue

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
        from tui.library.rows import decode_row

        try:
            return decode_row(meeting, self._rows[meeting])
        except (TypeError, ValueError) as error:
            raise Damaged(self.path, f"the row of {meeting} is damaged ({error})") from error

    def rows(self) -> Iterator[Row]:
        """Decode every row."""
        return (self.row(meeting) for meeting in self._rows)

    @cached_property
    def _timetable(self) -> tuple[tuple[str, str, str], ...]:
        """When each meeting of :attr:`entries` was, for which no row is decoded.

        Date, time and id; "" where there is no date. The time is looked up, and else "", only
        where several meetings share a day, for it decides on their order alone.
        """
        dates = [date or "" for date in self._rows.texts("date")]
        on_day = Counter(dates)
        sharing = [key for key, date in zip(self._rows, dates, strict=True) if on_day[date] > 1]
        times = dict(zip(sharing, self._rows.texts("time", sharing), strict=True))
        return tuple(
            sorted(
                (date, times.get(key) or "", key)
                for key, date in zip(self._rows, dates, strict=True)
            )
        )

    @cached_property
    def timeline(self) -> Timeline:
        """The rows of a screen, newest first, made when they are looked at."""
        if self._known is not None:
            return Timeline(tuple(self._rows), self._known.dates, self.entry)
        dates, _, ids = zip(*self._timetable[::-1], strict=True) if len(self) else ((), (), ())
        return Timeline(ids, dates, self.entry)

    @property
    def whereabouts(self) -> Whereabouts | None:
        """What another reading of the same bytes need not look for; None where it must."""
        from tui.library.head import Whereabouts  # for those who write

        if self._known is not None:
            return self._known
        if not all(table.lies_in(self._data) for table in self._tables.values()):
            return None
        starts = {name: dict(table.starts) for name, table in self._tables.items()}
        if len(self):
            starts[MEETINGS] = {key: starts[MEETINGS][key] for key in self.timeline.ids}
        return Whereabouts(self._checksum, starts, self.timeline.dates)

    def entry(self, meeting: str) -> Entry:
        """What a list shows of a meeting.

        Raises:
            KeyError: There is no such meeting.
            Damaged: The row is not one.
        """
        document = self._rows[meeting]
        try:
            return decode_entry(meeting, document)
        except (KeyError, TypeError, ValueError) as error:
            raise Damaged(self.path, f"the row of {meeting} is damaged ({error})") from error

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What a list shows of every meeting, oldest first, those without a date before them."""
        return tuple(self.entry(meeting) for meeting in reversed(self.timeline.ids))

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
                f"No meeting’s id begins with “{beginning}”. `stenogram list` shows every id."
            )
        if len(candidates) > 1:
            raise Ambiguous(beginning, candidates)
        return candidates[0]
