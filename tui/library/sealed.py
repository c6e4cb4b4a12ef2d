"""Files of documents that are whole: tables of JSON, one document a line, ended by a seal.

The layout is TinyDB's. That a document has a line of its own lets opening a large file split
lines and decode only the documents that are asked for; the seal is a checksum of all that
stands before it. Reading needs no TinyDB: a screen that opens a library does not wait for its
import. Writing goes through :mod:`tui.library.storage`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import orjson

from tui.library.errors import Damaged

_SEAL = b',\n"seal":'
"""What the last table of a file begins with."""

_QUOTE = ord('"')


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

    __slots__ = ("_data", "_starts")

    def __init__(self, lines: Mapping[str, bytes]) -> None:
        """Take the documents' undecoded JSON by id."""
        self._starts: dict[str, int] = {}
        length = 0
        for key, line in lines.items():
            self._starts[key] = length
            length += len(line) + 1
        self._data = b"\n".join(lines.values())

    @classmethod
    def within(cls, data: bytes, starts: dict[str, int]) -> Lines:
        """Take the documents' JSON where it stands in a file's bytes, without a copy.

        Args:
            data: The bytes.
            starts: Where each document begins, by id; a comma or not, and the end of its line
                follow it.
        """
        lines = cls.__new__(cls)
        lines._data, lines._starts = data, starts
        return lines

    @property
    def starts(self) -> Mapping[str, int]:
        """Where each document begins, by id; see ``within``."""
        return self._starts

    def lies_in(self, data: bytes) -> bool:
        """Whether it was taken out of these bytes, without a copy."""
        return self._data is data

    def __getitem__(self, key: str) -> dict[str, Any]:
        """Decode one document."""
        return cast(dict[str, Any], orjson.loads(self._raw(self._starts[key])))

    def __contains__(self, key: object) -> bool:
        """Whether there is such a document, without decoding it."""
        return key in self._starts

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._starts)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._starts)

    def texts(self, name: str, keys: Iterable[str] | None = None) -> list[str | None]:
        """Read one text out of many documents without decoding the rest of them.

        Args:
            name: The text's name, which no document inside a document has.
            keys: The documents' ids; all of them unless given.

        Returns:
            The texts, in the order of the ids; None where a document has none.
        """
        # Inside a text the quotes would stand behind backslashes.
        data, needle = self._data, b'"%b":"' % name.encode()
        texts: list[str | None] = []
        for key in self._starts if keys is None else keys:
            start = self._starts[key]
            end = data.find(b"\n", start)
            at = data.find(needle, start, end if end >= 0 else len(data))
            if at < 0:
                texts.append(None)
                continue
            begin = at + len(needle)
            text = data[begin : data.find(b'"', begin)]
            texts.append(self[key][name] if b"\\" in text else text.decode())
        return texts

    def undecoded(self) -> dict[str, Line]:
        """The table as TinyDB may change it, without decoding what it does not change."""
        return {key: Line(raw) for key, raw in self.raw()}

    def raw(self) -> Iterator[tuple[str, bytes]]:
        """Go through the documents undecoded."""
        return ((key, self._raw(start)) for key, start in self._starts.items())

    def _raw(self, start: int) -> bytes:
        end = self._data.find(b"\n", start)
        return self._data[start : end if end >= 0 else None].removesuffix(b",")


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
    try:
        check_seal(path, data)
    except Damaged:
        if sealed:
            raise
        return _parse(path, data)
    return split(path, data)


def check_seal(path: Path, data: bytes) -> str:
    """See that a file's bytes are as they were written.

    Returns:
        The checksum, which no other bytes have.

    Raises:
        Damaged: The seal is missing or does not agree.
    """
    end = data.rfind(_SEAL)
    if end < 0:
        raise Damaged(path, _describe(data))
    digest = _sealed_digest(data[end + len(_SEAL) :])
    if digest is None or digest != hashlib.sha256(memoryview(data)[:end]).hexdigest():
        raise Damaged(path, "the checksum does not agree: the file was changed or damaged")
    return digest


def split(path: Path, data: bytes) -> dict[str, Lines]:
    """Split bytes that are known to be whole, without computing their checksum again.

    Raises:
        Damaged: They are no such file at all.
    """
    tables = _split(data, max(data.rfind(_SEAL), 0))
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


def _split(data: bytes, end: int) -> dict[str, Lines] | None:
    """Read the layout that :func:`pack` writes, up to an end; None where the lines are others."""
    tables: dict[str, Lines] = {}
    starts: dict[str, int] = {}
    here = data.find(b"\n", 0, end)
    while 0 <= here < end:
        start = here + 1
        here = data.find(b"\n", start, end)
        after = here if here >= 0 else end
        colon = data.find(b'":{', start, after)
        if colon < 0:
            if data[start:after] not in (b"}", b"},", b""):
                return None
            continue
        key = data[start + 1 : colon]
        if data[start] != _QUOTE or key.endswith(b"\\"):
            return None
        name = orjson.loads(b'"%b"' % key) if b"\\" in key else key.decode()
        if colon + 3 == after:
            starts = {}
            tables[name] = Lines.within(data, starts)
        else:
            starts[name] = colon + 2
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
