"""Marks and saved quotations: kept, changed, ordered, and taken back."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tui.library.errors import Ambiguous, LibraryError, NotFound
from tui.library.notebook.file import NotebookFile, Stamp
from tui.library.notebook.journal import Journal
from tui.library.notebook.shelf import Row, Shelf, Step
from tui.quoting.note import Kept, Note
from tui.quoting.note_rows import NoteRowError, from_row, to_row

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


class Notes:
    """The notes of one notebook, in the reader's order.

    Every change is on the disk before the method returns, is made on what other processes
    wrote until then, and can be taken back, also after the program has ended.
    """

    def __init__(self, file: NotebookFile) -> None:
        """Take the notebook's file; nothing is read yet."""
        self._file = file
        self._journal = Journal(file)
        self._known: tuple[Stamp | None, tuple[Note, ...]] = (None, ())
        self._problems: list[str] = []

    def all(self) -> tuple[Note, ...]:
        """Every note, in order.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        stamp = self._file.stamp()
        if stamp is None or stamp != self._known[0]:
            self._known = (stamp, tuple(self._readable(self._journal.shelf())))
        return self._known[1]

    @property
    def problems(self) -> tuple[str, ...]:
        """Why notes are missing from `all`, as far as it was asked; they stay in the file."""
        return tuple(self._problems)

    def note(self, beginning: str) -> Note:
        """A note by the beginning of its id.

        Raises:
            NotFound: No id begins so.
            LibraryError: Several do, or the notebook cannot be read.
        """
        return self._one(self.all(), beginning)

    def add(
        self,
        kept: Sequence[Kept],
        *,
        whole: bool,
        remark: str = "",
        tags: Sequence[str] = (),
    ) -> Note:
        """Keep a quotation, or a mark of a whole turn.

        Args:
            kept: One quotation a turn, of one meeting, in reading order.
            whole: Whether a whole turn or block is marked.
            remark: What the reader says of it.
            tags: What it is grouped by.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        now = _now()
        made = Note("", now, now, tuple(kept), _clean(remark), tuple(map(_clean, tags)), whole)

        def step(shelf: Shelf) -> Step:
            nonlocal made
            made = replace(made, id=_new_id(shelf.rows))
            what = "mark" if whole else "saved quotation"
            return Step(f"{what} at {made.address}", {made.id: (to_row(made), None)})

        self._journal.do(step)
        return made

    def edit(
        self, beginning: str, *, remark: str | None = None, tags: Sequence[str] | None = None
    ) -> Note:
        """Change a note's remark or tags; the words never change.

        Raises:
            NotFound: No id begins so.
            LibraryError: Several do, or the notebook cannot be written; it is as it was.
        """
        edited: list[Note] = []

        def step(shelf: Shelf) -> Step | None:
            before = self._in(shelf, beginning)
            after = replace(
                before,
                remark=before.remark if remark is None else _clean(remark),
                tags=before.tags if tags is None else tuple(map(_clean, tags)),
            )
            edited.append(after)
            if after == before:
                return None
            edited[0] = after = replace(after, changed=_now())
            what = f"change of the note at {after.address}"
            return Step(what, {after.id: (to_row(after), shelf.order.index(after.id))})

        self._journal.do(step)
        return edited[0]

    def remove(self, beginnings: Sequence[str]) -> tuple[Note, ...]:
        """Remove notes.

        Raises:
            NotFound: No id begins so; nothing was removed.
            LibraryError: Several do, or the notebook cannot be written; it is as it was.
        """
        removed: list[Note] = []

        def step(shelf: Shelf) -> Step:
            removed[:] = [self._in(shelf, beginning) for beginning in beginnings]
            what = f"removal of the note at {removed[0].address}"
            if len(removed) > 1:
                what = f"removal of {len(removed)} notes"
            return Step(what, {note.id: (None, None) for note in removed})

        if beginnings:
            self._journal.do(step)
        return tuple(removed)

    def move(self, beginning: str, to: int) -> int:
        """Put a note elsewhere in the order; the others keep theirs.

        Args:
            beginning: The beginning of the note's id.
            to: Its new place, from 0; past either end means that end.

        Returns:
            Where it stands now.

        Raises:
            NotFound: No id begins so.
            LibraryError: Several do, or the notebook cannot be written; it is as it was.
        """
        place = to

        def step(shelf: Shelf) -> Step | None:
            nonlocal place
            note = self._in(shelf, beginning)
            place = max(0, min(to, len(shelf.order) - 1))
            if shelf.order.index(note.id) == place:
                return None
            what = f"new place of the note at {note.address}"
            return Step(what, {note.id: (to_row(note), place)})

        self._journal.do(step)
        return place

    def bring(self, notes: Iterable[Note]) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
        """Take in notes from elsewhere, at the end, in their order.

        One that is here already stays as it is, unless the other was changed later.

        Returns:
            Those added, and those brought up to date.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        added: dict[str, Note] = {}
        newer: dict[str, Note] = {}

        def step(shelf: Shelf) -> Step | None:
            arriving = tuple(notes)
            elsewhere = _origins(shelf, without={note.id for note in arriving})
            rows = dict(shelf.rows)
            for note in arriving:
                name, origin = note.id, _origin(to_row(note))
                if name in rows and _origin(rows[name]) != origin:
                    # Two notebooks gave one id by chance.
                    name = elsewhere.get(origin) or _new_id(rows)
                here = rows.get(name)
                if here is not None and note.changed <= str(here.get("changed", "")):
                    continue
                changed = added if here is None or name in added else newer
                changed[name] = replace(note, id=name)
                rows[name] = to_row(changed[name])
            if not added and not newer:
                return None
            changes: dict[str, tuple[Row | None, int | None]] = {
                name: (to_row(note), shelf.order.index(name)) for name, note in newer.items()
            }
            changes |= {name: (to_row(note), None) for name, note in added.items()}
            return Step(f"import of {len(changes)} notes", changes)

        self._journal.do(step)
        return tuple(added.values()), tuple(newer.values())

    def undo(self) -> str | None:
        """Take the last step back, whoever of the reader's processes made it.

        Returns:
            What was taken back; None where there is nothing.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        return self._journal.undo()

    def redo(self) -> str | None:
        """Do again what was taken back last; None where there is nothing.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        return self._journal.redo()

    def _readable(self, shelf: Shelf) -> Iterator[Note]:
        self._problems = []
        for name in shelf.order:
            try:
                yield self._note(name, shelf.rows[name])
            except LibraryError as error:
                self._problems.append(str(error))

    def _in(self, shelf: Shelf, beginning: str) -> Note:
        name = _one_id(shelf.order, beginning)
        return self._note(name, shelf.rows[name])

    def _one(self, notes: Sequence[Note], beginning: str) -> Note:
        name = _one_id([note.id for note in notes], beginning)
        return next(note for note in notes if note.id == name)

    def _note(self, name: str, row: Mapping[str, Any]) -> Note:
        try:
            return from_row(row)
        except NoteRowError as error:
            raise LibraryError(
                f"{self._file.path}: the note {name} cannot be read: {error}. Nothing was changed."
            ) from error


def _one_id(ids: Sequence[str], beginning: str) -> str:
    beginning = beginning.strip().lower()
    fits = [name for name in ids if name.startswith(beginning)] if beginning else []
    if beginning in fits:
        return beginning
    if not fits:
        raise NotFound(
            f"No note’s id begins with “{beginning}”. `stenogram notebook list` has them all."
        )
    if len(fits) > 1:
        raise Ambiguous(beginning, fits, what="notes")
    return fits[0]


def _origin(row: Mapping[str, Any]) -> str:
    """What makes two notes the same one, whatever became of remark and tags."""
    words = [(one.get("meeting"), one.get("anchor"), one.get("words")) for one in row["kept"]]
    return repr((row.get("made"), words))


def _origins(shelf: Shelf, *, without: Set[str]) -> dict[str, str]:
    return {_origin(row): name for name, row in shelf.rows.items() if name not in without}


def _new_id(taken: Mapping[str, object]) -> str:
    """Name a note by four letters of chance, more where those are taken."""
    length = 4
    while True:
        name = "".join(secrets.choice(_LETTERS) for _ in range(length))
        if name not in taken:
            return name
        length += 1


def _clean(text: str) -> str:
    """The text without what UTF-8 cannot hold."""
    return text.strip().encode("utf-8", "replace").decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
