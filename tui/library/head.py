"""The newest rows, so that a first screen waits for nothing else."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import orjson

from tui.library.catalogue import Catalogue
from tui.library.entries import decode_entry
from tui.library.files import Files
from tui.library.layout import FORMAT, Layout
from tui.model import Entry

ROWS = 200
"""More meetings than any list shows at once."""


@dataclass(frozen=True, slots=True)
class Head:
    """What ``head.json`` says; the catalogue may know better.

    Attributes:
        uuid: The library it was written for.
        generation: The generation it was written from.
        meetings: How many meetings there were.
        shared: Whether others may read the library.
        entries: The newest of them, newest first.
    """

    uuid: str
    generation: int
    meetings: int
    shared: bool
    entries: tuple[Entry, ...]


def read_head(layout: Layout) -> Head | None:
    """Read ``head.json``; None where it is absent, damaged or of another format."""
    try:
        document = orjson.loads(layout.head.read_bytes())
        if document["format"] != FORMAT:
            return None
        return Head(
            document["uuid"],
            document["generation"],
            document["meetings"],
            bool(document.get("shared")),
            tuple(decode_entry(row["id"], row) for row in document["rows"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_head(layout: Layout, files: Files, catalogue: Catalogue) -> None:
    """Write ``head.json``; that it cannot be written is no harm."""
    document = {
        "format": FORMAT,
        "uuid": catalogue.header.uuid,
        "generation": catalogue.header.generation,
        "meetings": len(catalogue),
        "shared": catalogue.header.shared,
        "rows": catalogue.newest(ROWS),
    }
    with contextlib.suppress(OSError):
        files.write(layout.head, orjson.dumps(document))
