"""TinyDB on files that are read once and replaced in one step.

TinyDB's own storage writes in place and parses the whole file at every read. This one keeps
changes in memory until :meth:`DocumentStorage.commit` replaces the file, sealed; see
:mod:`tui.library.sealed`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from tui.library.files import Files
from tui.library.sealed import Line, pack, plain, read_tables


class DocumentStorage(Storage):
    """A sealed file behind TinyDB: read once, changed in memory, replaced on commit."""

    def __init__(
        self, path: Path, files: Files, *, sealed: bool = True, fresh: bool = False
    ) -> None:
        """Name the file; nothing is read or written yet.

        Args:
            path: The file.
            files: The way to the disk.
            sealed: See :func:`unpack`.
            fresh: Whether to begin with nothing, whatever the file holds.
        """
        self._path = path
        self._files = files
        self._sealed = sealed
        self._tables: dict[str, Any] | None = {} if fresh else None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Give TinyDB the tables; the file is read the first time only.

        Raises:
            Damaged: See :func:`unpack`.
            OSError: The file is there and cannot be read.
        """
        if self._tables is None:
            tables = read_tables(self._path, sealed=self._sealed)
            self._tables = {name: lines.undecoded() for name, lines in tables.items()}
        return self._tables or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take TinyDB's tables into memory."""
        self._tables = data

    def commit(self, *, sync_folder: bool = True) -> bytes:
        """Replace the file by what is in memory and return its bytes.

        Args:
            sync_folder: Whether the file's new name is made durable at once.

        Raises:
            OSError: The disk does not take it; the file is as it was.
        """
        data = pack(self._tables or {})
        self._files.write(self._path, data)
        if sync_folder:
            self._files.sync_folder(self._path.parent)
        return data


class NamedTable(Table):
    """A table whose documents are found by a name, such as a meeting's id."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB knows how, its hints do not


class Database(TinyDB):
    """TinyDB over :class:`DocumentStorage`, with documents found by name."""

    table_class = NamedTable

    def __init__(
        self, path: Path, files: Files, *, sealed: bool = True, fresh: bool = False
    ) -> None:
        """Open a file, which need not exist; see :class:`DocumentStorage`."""
        self._file = DocumentStorage(path, files, sealed=sealed, fresh=fresh)
        super().__init__(storage=lambda: self._file)

    def put(self, table: str, documents: Mapping[str, Mapping[str, Any]]) -> None:
        """Insert documents, in place of those of the same names."""
        self.take(table, documents)
        self.table(table).insert_multiple(
            Document(document, cast(int, name)) for name, document in documents.items()
        )

    def put_undecoded(self, table: str, lines: Mapping[str, Line]) -> None:
        """Insert documents that are JSON already, in place of those of the same names."""
        tables = self._file.read() or {}
        self._file.write({**tables, table: {**tables.get(table, {}), **lines}})

    def take(self, table: str, names: Mapping[str, object] | set[str]) -> None:
        """Remove the documents with these names, where they are."""
        there = (self._file.read() or {}).get(table, {})
        present = [cast(int, name) for name in names if name in there]
        if present:
            self.table(table).remove(doc_ids=present)

    def document(self, table: str, name: str) -> dict[str, Any] | None:
        """One document, or None."""
        found = self.table(table).get(doc_id=cast(int, name))
        return dict(found) if isinstance(found, Document) else None

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """All documents of a table by name."""
        there = (self._file.read() or {}).get(table, {})
        return {name: plain(there[name]) for name in there}

    def commit(self, *, sync_folder: bool = True) -> bytes:
        """See :meth:`DocumentStorage.commit`."""
        return self._file.commit(sync_folder=sync_folder)
