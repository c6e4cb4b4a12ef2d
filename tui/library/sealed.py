"""Files of documents that are whole: tables of JSON, one document a line, ended by a seal.

The layout is TinyDB's. That a document has a line of its own lets opening a large file split
lines and decode only the documents that are asked for; the seal is a checksum of all that
stands before it. Reading needs no TinyDB: a screen that opens a library does not wait for its
import. Writing goes through :mod:`tui.library.storage`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import orjson

from tui.library.errors import Damaged

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
        sealed: Whether a missing or wrong seal is damage; else what it stands under is let pass
            if it reads as a whole.

    Raises:
        Damaged: The seal does not agree, or it is no such file at all.
    """
    content, found, seal = data.rpartition(_SEAL)
    intact = found and _sealed_digest(seal) == hashlib.sha256(content).hexdigest()
    if intact:
        return split(path, data)
    if not sealed:
        return _parse(path, data)
    if not found:
        raise Damaged(path, _describe(data))
    raise Damaged(path, "the checksum does not agree: the file was changed or damaged")


def split(path: Path, data: bytes) -> dict[str, Lines]:
    """Split bytes that are known to be whole, without computing their checksum again.

    Raises:
        Damaged: They are no such file at all.
    """
    tables = _split(data.rpartition(_SEAL)[0])
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


def plain(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document as a dict of its own."""
    if isinstance(document, Line):
        return cast(dict[str, Any], orjson.loads(document.raw))
    return dict(document)


def read_tables(path: Path, *, sealed: bool = True) -> dict[str, Lines]:
    """Read a file's tables; an absent file has none.

    Raises:
        Damaged: See :func:`unpack`.
        OSError: The file is there and cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    return unpack(path, data, sealed=sealed)
