"""What people corrected: never derived, replayed over every reading.

``decisions.json`` holds one document a decision: its number, what kind it is, what it is about
and what it says. Replacing that file is the one commit point of a decision. The words and the
catalogue stay as they were read; :mod:`tui.library.replaying` lays the decisions over them. A
kind that this release does not know is kept and left alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.library.errors import Damaged, LibraryError, NewerFormat, ReadOnly
from tui.library.files import Files
from tui.library.layout import FORMAT, Layout
from tui.library.sealed import Lines, unpack
from tui.values import value

if TYPE_CHECKING:
    from tui.library.catalogue import Stamp
    from tui.model import Entry, Meeting

_TABLE, _LIBRARY = "decisions", "library"

FIELD, SPEAKER, ROLE = "field", "speaker", "role"
"""Kinds about one meeting: its date, time, title or place; who speaks in one of its turns; in
which office."""

ABOUT_TURNS = frozenset({SPEAKER, ROLE})

MERGE, NAME, SPLIT = "merge", "name", "split"
"""Kinds about people: several names are one human; a name is another; a name is, in some
meetings, another human's."""

_RESERVED = 100
"""More decisions than one change makes."""

NAMINGS = frozenset({MERGE, NAME, SPLIT})


@value
class Decision:
    """One correction.

    Attributes:
        number: Names it, for taking it back; never given twice in one library.
        made: When, as an ISO moment in UTC.
        kind: See ``FIELD``, ``SPEAKER``, ``ROLE``, ``MERGE``, ``NAME``, ``SPLIT``.
        meeting: Id of the meeting it is about; None where it is about people.
        value: What was decided, in the kind's own terms.
    """

    number: int
    made: str
    kind: str
    meeting: str | None
    value: Mapping[str, Any]


class Decisions:
    """Every correction of a library, in the order in which they were made; never changes."""

    def __init__(self, decisions: Iterable[Decision] = (), *, generation: int = 0) -> None:
        """Take the decisions.

        Args:
            decisions: In the order in which they were made.
            generation: Counts the changes of the file, and numbers the decisions.
        """
        self.all = tuple(decisions)
        self.generation = generation
        self.stamp: Stamp | None = None

    def __len__(self) -> int:
        """How many decisions hold."""
        return len(self.all)

    @classmethod
    def read(cls, layout: Layout) -> Decisions:
        """Read ``decisions.json``; an absent one decides nothing.

        Raises:
            Damaged: It cannot be trusted.
            NewerFormat: A later release wrote it.
        """
        return cls._of(layout.decisions)

    @classmethod
    def _of(cls, path: Path) -> Decisions:
        from tui.library.catalogue import stamp_of

        try:
            with path.open("rb") as file:
                stamp = stamp_of(os.fstat(file.fileno()))
                tables = unpack(path, file.read())
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise Damaged(path, f"the file cannot be read ({error.strerror})") from error
        try:
            header = tables[_LIBRARY][_LIBRARY]
            if header["format"] > FORMAT:
                raise NewerFormat(
                    f"{path}: the decisions have format {header['format']}, this release reads "
                    f"up to {FORMAT}. Nothing was changed. Install a newer Stenogram."
                )
            rows = tables.get(_TABLE, Lines({}))
            found = cls(
                (
                    Decision(int(number), row["made"], row["kind"], row["meeting"], row["value"])
                    for number, row in sorted((int(key), rows[key]) for key in rows)
                ),
                generation=int(header["generation"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Damaged(path, f"the decisions cannot be understood ({error})") from error
        found.stamp = stamp
        return found

    def write(self, layout: Layout, files: Files) -> None:
        """Replace ``decisions.json``, and keep what it was; the caller holds the lock.

        Raises:
            OSError: The disk does not take it; the file is as it was.
        """
        from tui.library.catalogue import stamp_of
        from tui.library.storage import Database

        database = Database(layout.decisions, files, fresh=True)
        database.put(_LIBRARY, {_LIBRARY: {"format": FORMAT, "generation": self.generation}})
        database.put(
            _TABLE,
            {
                str(one.number): {
                    "made": one.made,
                    "kind": one.kind,
                    "meeting": one.meeting,
                    "value": one.value,
                }
                for one in self.all
            },
        )
        if layout.decisions.exists():
            files.keep(layout.decisions, layout.earlier_decisions)
        database.commit()
        self.stamp = stamp_of(layout.decisions.stat())

    @classmethod
    def restore(cls, layout: Layout, files: Files) -> str:
        """Set a damaged ``decisions.json`` aside and go back to the state before the last change.

        Returns:
            What was done, in a sentence.

        Raises:
            OSError: The disk does not take it.
        """
        files.keep(layout.decisions, layout.damaged_decisions)
        try:
            before = cls._of(layout.earlier_decisions)
        except Damaged:
            before = cls()
        # Numbers that the damaged file may have given are not given again.
        restored = cls(before.all, generation=before.generation + _RESERVED)
        files.remove(layout.decisions)
        restored.write(layout, files)
        return (
            f"Went back to the {len(before)} decisions before the last change; the damaged file "
            f"is kept as {layout.damaged_decisions.name}."
        )

    def adding(self, kind: str, meeting: str | None, value: Mapping[str, Any]) -> Decisions:
        """Return these decisions and one more."""
        generation = self.generation + 1
        made = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        one = Decision(generation, made, kind, meeting, value)
        return Decisions((*self.all, one), generation=generation)

    def without(self, numbers: Collection[int]) -> Decisions:
        """Return the decisions that stay when these are taken back."""
        kept = (one for one in self.all if one.number not in numbers)
        return Decisions(kept, generation=self.generation + 1)

    def about(self, meeting: str) -> tuple[Decision, ...]:
        """The decisions about one meeting alone."""
        return tuple(one for one in self.all if one.meeting == meeting)

    def replay(self, meeting: Meeting) -> Meeting:
        """Lay what was decided over what was read."""
        if not self.all:
            return meeting
        from tui.library.replaying import replay

        return replay(self, meeting)

    def entry(self, entry: Entry, meeting: Callable[[str], Meeting]) -> Entry:
        """Lay what was decided over a row of the catalogue.

        Args:
            entry: The row, as it was read.
            meeting: Gives a meeting by its id, decisions included.
        """
        if not self.all:
            return entry
        from tui.library.replaying import corrected_entry

        return corrected_entry(self, entry, meeting)


@contextmanager
def explained(layout: Layout) -> Iterator[None]:
    """Turn what the disk says to a decision into words.

    Raises:
        ReadOnly: It may not be written.
        LibraryError: The disk did not take it, or did not confirm it.
    """
    try:
        yield
    except PermissionError as error:
        raise ReadOnly(
            f"{error.filename or layout.root}: not allowed to write ({error.strerror}). "
            "Nothing was saved; the decisions are as they were."
        ) from error
    except OSError as error:
        raise LibraryError(
            f"{error.filename or layout.decisions}: {error.strerror or error}. The decision may "
            "not be kept. Look at the disk, then at `stenogram edit --list`."
        ) from error
