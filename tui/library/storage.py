"""TinyDB on files that are whole: sealed, read once, replaced in one step.

TinyDB's own storage writes in place and parses the whole file at every read. This one

* writes one document a line (still the JSON that TinyDB knows), so that opening a file
  splits lines and decodes only the documents that are asked for;
* keeps changes in memory until :meth:`DocumentStorage.commit` replaces the file;
* ends the file with a checksum of all that stands before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from tui.library.errors import Damaged
from tui.library.files import Files

_SEAL = b',\n"seal":'
"""What the last table of a file begins with."""


class Line(Mapping[str, Any]):
    """A document that is decoded only if somebody looks into it, and else written as it was."""

    __slots__ = ("raw",)

    def __init__(self, raw: bytes) -> None:
        """Take its JSON."""
        self.raw = raw

    def __getitem__(self, key: str) -> Any:
        """Look up a field."""
        return orjson.loads(self.raw)[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the names of the fields."""
        return iter(orjson.loads(self.raw))

    def __len__(self) -> int:
        """How many fields there are."""
        return len(orjson.loads(self.raw))


class Lines(Mapping[str, dict[str, Any]]):
    """A table as it lies in the file: documents are decoded when they are asked for."""

    def __init__(self, lines: dict[str, bytes]) -> None:
        """Take the documents' undecoded JSON by id."""
        self._lines = lines

    def __getitem__(self, key: str) -> dict[str, Any]:
        """Decode one document."""
        return cast(dict[str, Any], orjson.loads(self._lines[key]))

    def __contains__(self, key: object) -> bool:
        """Whether there is such a document, without decoding it."""
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._lines)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._lines)

    def undecoded(self) -> dict[str, Line]:
        """The table as TinyDB may change it, without decoding what it does not change."""
        return {key: Line(raw) for key, raw in self._lines.items()}

    def raw(self) -> Iterator[tuple[str, bytes]]:
        """Go through the documents undecoded."""
        return iter(self._lines.items())


def pack(tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> bytes:
    """Write tables as JSON, one document a line, sealed."""
    parts = [b"{"]
    for number, (name, table) in enumerate(tables.items()):
        parts.append((b",\n" if number else b"\n") + orjson.dumps(name) + b":{\n")
        rows = table.raw() if isinstance(table, Lines) else _encoded(table)
        parts.append(b",\n".join(orjson.dumps(key) + b":" + row for key, row in rows))
        parts.append(b"\n}")
    content = b"".join(parts)
    seal = {"sha256": {"of": hashlib.sha256(content).hexdigest()}}
    return content + _SEAL + orjson.dumps(seal) + b"\n}\n"


def _encoded(table: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, bytes]]:
    return (
        (key, row.raw if isinstance(row, Line) else orjson.dumps(row)) for key, row in table.items()
    )


def unpack(path: Path, data: bytes, *, sealed: bool = True) -> dict[str, Lines]:
    """Split a file's bytes into tables.

    Args:
        path: The file, for the message.
        data: Its bytes.
        sealed: Whether a missing or wrong checksum is damage, or is let pass.

    Raises:
        Damaged: The checksum does not agree, or it is no such file at all.
    """
    content, found, seal = data.rpartition(_SEAL)
    if sealed:
        if not found:
            raise Damaged(path, _describe(data))
        if _sealed_digest(seal) != hashlib.sha256(content).hexdigest():
            raise Damaged(path, "the checksum does not agree: the file was changed or damaged")
    tables = _split(content) if found else None
    return tables if tables is not None else _parse(path, data)


def _describe(data: bytes) -> str:
    if not data:
        return "the file is empty"
    return "the file is cut short, or is not one of Stenogram's"


def _sealed_digest(seal: bytes) -> str | None:
    try:
        document = orjson.loads(seal.strip().removesuffix(b"}"))
        return cast(str, document["sha256"]["of"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None


def _split(content: bytes) -> dict[str, Lines] | None:
    """Read the layout that :func:`pack` writes; None where the lines are others."""
    tables: dict[str, Lines] = {}
    current: dict[str, bytes] = {}
    for line in content.split(b"\n")[1:]:
        if line.endswith(b":{"):
            current = {}
            tables[orjson.loads(line[:-2])] = Lines(current)
        elif line.startswith(b'"'):
            key, found, document = line.partition(b'":{')
            if not found or key.endswith(b"\\"):
                return None
            current[orjson.loads(key + b'"')] = b"{" + document.removesuffix(b",")
        elif line not in (b"}", b"},", b""):
            return None
    return tables


def _parse(path: Path, data: bytes) -> dict[str, Lines]:
    """Read any JSON that has TinyDB's shape."""
    try:
        document = orjson.loads(data)
        return {
            name: Lines({key: orjson.dumps(row) for key, row in table.items()})
            for name, table in document.items()
            if name != "seal"
        }
    except (orjson.JSONDecodeError, AttributeError) as error:
        raise Damaged(path, f"the file is not the JSON it should be ({error})") from error


def _plain(document: Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(document, Line):
        return cast(dict[str, Any], orjson.loads(document.raw))
    return dict(document)


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
            try:
                data = self._path.read_bytes()
            except FileNotFoundError:
                return None
            tables = unpack(self._path, data, sealed=self._sealed)
            self._tables = {name: lines.undecoded() for name, lines in tables.items()}
        return self._tables

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
        return {name: _plain(there[name]) for name in there}

    def commit(self, *, sync_folder: bool = True) -> bytes:
        """See :meth:`DocumentStorage.commit`."""
        return self._file.commit(sync_folder=sync_folder)
