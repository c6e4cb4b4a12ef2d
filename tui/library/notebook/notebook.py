"""One person's notebook: notes, the register, the filters used before, the searches saved."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.errors import LibraryError, NotFound
from tui.library.files import Files
from tui.library.notebook.file import NOTES, NotebookFile, Stamp

if TYPE_CHECKING:
    from tui.library.finding import Finding
    from tui.library.notebook.notes import Notes
    from tui.library.storage import Database

HISTORY = 500
"""Queries remembered; older ones are forgotten."""

_LOOK_EVERY = 0.2
"""Seconds for which `Notebook.is_noted`, asked turn by turn, takes it that nobody else wrote."""

_REGISTER, _QUERIES, _SEARCHES = "register", "queries", "searches"


class Notebook:
    """One person's notebook for one library.

    It is a file in the user's own data folder, one a library (by the library's uuid), so that
    a shared or read-only library has one for each of its readers, too. Every change is on the
    disk before the method returns, and several processes may write in turn.
    """

    def __init__(self, folder: Path, library: str, *, files: Files | None = None) -> None:
        """Name the notebook; its file is made by the first change.

        Args:
            folder: Where the user's notebooks are.
            library: The library's uuid.
            files: The way to the disk.
        """
        self._file = NotebookFile(folder / f"{library}.json", files)
        self._noted: Mapping[str, frozenset[str]] = {}
        self._looked = -_LOOK_EVERY
        self._changes = 0

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def stamp(self) -> Stamp | None:
        """Which version of the file stands on the disk; another one after every change."""
        return self._file.stamp()

    def examine(self, *, repair: bool) -> Finding | None:
        """Say what is wrong with the file, and mend it where asked; None where it is sound.

        Raises:
            LibraryError: The disk or another writer does not let it.
        """
        return self._file.examine(repair=repair)

    # Notes ----------------------------------------------------------------------------

    @property
    def has_notes(self) -> bool:
        """Whether anything is marked or saved; costs less than reading it.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        return bool(self._file.rows(NOTES))

    @cached_property
    def notes(self) -> Notes:
        """Marks and saved quotations."""
        from tui.library.notebook.notes import Notes  # not for the first paint

        return Notes(self._file)

    def noted(self) -> Mapping[str, frozenset[str]]:
        """Anchors of the passages that are marked or quoted, by meeting, as they were kept.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        anchors: dict[str, set[str]] = {}
        for note in self.notes.all():
            anchors.setdefault(note.meeting, set()).update(kept.passage for kept in note.kept)
        return {meeting: frozenset(here) for meeting, here in anchors.items()}

    def is_noted(self, meeting: str, anchor: str) -> bool:
        """Whether a passage is marked, or words of it are saved: what ``is:noted`` asks.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        now = time.monotonic()
        if now - self._looked >= _LOOK_EVERY or self._changes != self._file.changes:
            self._changes = self._file.changes
            self._noted, self._looked = self.noted(), now
        return anchor in self._noted.get(meeting, ())

    # Register and queries -------------------------------------------------------------

    def register(self) -> str | None:
        """The words copied last, or None.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        found = self._file.rows(_REGISTER).get(_REGISTER)
        return str(found["text"]) if found and "text" in found else None

    def set_register(self, text: str) -> None:
        """Keep the words copied last.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        clean = _storable(text)
        self._file.change(lambda notebook: notebook.put(_REGISTER, {_REGISTER: {"text": clean}}))

    def queries(self) -> tuple[str, ...]:
        """Queries used before, each once, the latest first.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        rows = self._file.rows(_QUERIES)
        latest_first = sorted(filter(str.isdecimal, rows), key=int, reverse=True)
        return tuple(str(rows[number].get("text", "")) for number in latest_first)

    def remember_query(self, text: str) -> None:
        """Make a query the latest of the history.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        clean = _storable(text.strip())
        if not clean:
            return

        def append(notebook: Database) -> None:
            rows = {n: row for n, row in notebook.rows(_QUERIES).items() if n.isdecimal()}
            last = max(map(int, rows), default=0)
            gone = {name for name, row in rows.items() if row.get("text") == clean}
            gone |= {name for name in rows if int(name) <= last - HISTORY + 1}
            notebook.take(_QUERIES, gone)
            notebook.put(_QUERIES, {str(last + 1): {"text": clean}})

        self._file.change(append)

    # Saved searches -------------------------------------------------------------------

    def saved_searches(self) -> Mapping[str, str]:
        """The queries saved under a name, by name, in the order of the names.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        rows = self._file.rows(_SEARCHES)
        return {name: str(rows[name].get("text", "")) for name in sorted(rows, key=str.casefold)}

    def save_search(self, name: str, text: str) -> None:
        """Keep a query under a name, in place of one of the same name.

        Args:
            name: As ``saved:`` will ask for it; white space is normalised.
            text: The query.

        Raises:
            LibraryError: The name or the query is empty, or the notebook cannot be written; it
                is as it was.
        """
        name, text = _name(name), _storable(text.strip())
        if not text:
            raise LibraryError("A search without words cannot be saved. Nothing was changed.")
        self._file.change(lambda notebook: notebook.put(_SEARCHES, {name: {"text": text}}))

    def forget_search(self, name: str) -> None:
        """Forget a saved query.

        Raises:
            NotFound: None is saved under that name.
            LibraryError: The notebook cannot be written; it is as it was.
        """
        name = _name(name)

        def forget(notebook: Database) -> None:
            _saved(notebook, name)
            notebook.take(_SEARCHES, {name})

        self._file.change(forget)

    def rename_search(self, name: str, to: str) -> None:
        """Give a saved query another name.

        Raises:
            NotFound: None is saved under ``name``.
            LibraryError: Another is saved under ``to``, ``to`` is empty, or the notebook cannot
                be written; it is as it was.
        """
        name, to = _name(name), _name(to)

        def rename(notebook: Database) -> None:
            row = _saved(notebook, name)
            if to == name:
                return
            if notebook.document(_SEARCHES, to) is not None:
                raise LibraryError(
                    f"A search is saved as “{to}” already. Nothing was changed; "
                    "forget that one first, or choose another name."
                )
            notebook.take(_SEARCHES, {name})
            notebook.put(_SEARCHES, {to: row})

        self._file.change(rename)


def _saved(notebook: Database, name: str) -> dict[str, str]:
    row = notebook.document(_SEARCHES, name)
    if row is None:
        raise NotFound(f"No search is saved as “{name}”. Nothing was changed.")
    return row


def _name(name: str) -> str:
    clean = _storable(" ".join(name.split()))
    if not clean:
        raise LibraryError("A saved search needs a name. Nothing was changed.")
    return clean


def _storable(text: str) -> str:
    """The text without what UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode()
