"""Where everything stands in the catalogue, so that a start need not look for it.

To open a large catalogue is to find the beginning of each row in it and to put the rows into
the order of time. ``head.json`` keeps what was found: it is written after each commit, says by
the catalogue's checksum for which bytes it holds, and may be deleted at any time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.library.errors import LibraryError
from tui.library.sealed import Lines, pack, unpack
from tui.values import value

if TYPE_CHECKING:
    from tui.library.catalogue import Catalogue
    from tui.library.files import Files
    from tui.library.layout import Layout

_HEAD, _STARTS = "head", "starts"
"""Tables of the file: one document of the first's own name; one for each of the catalogue's."""


@value
class Head:
    """What ``head.json`` says of the library as a whole.

    Attributes:
        uuid: The library it was written for.
        generation: The generation it was written from.
        shared: Whether others may read the library.
    """

    uuid: str
    generation: int
    shared: bool


@value
class Whereabouts:
    """Where the documents of one catalogue stand, and their order in time.

    Attributes:
        catalogue: The checksum of the catalogue for whose bytes this holds.
        starts: For each of its tables where each document begins, by id; meetings newest first.
        dates: The meetings' ISO dates, "" where there is none; in the same order.
    """

    catalogue: str
    starts: Mapping[str, dict[str, int]]
    dates: tuple[str, ...]

    def within(self, data: bytes) -> dict[str, Lines]:
        """The tables of that catalogue, in its bytes."""
        return {name: Lines.within(data, starts) for name, starts in self.starts.items()}


def read_head(path: Path) -> Head | None:
    """Read whose head ``head.json`` is; None where it is absent or damaged."""
    try:
        document = unpack(path, path.read_bytes())[_HEAD][_HEAD]
        return Head(document["uuid"], document["generation"], document["shared"])
    except (OSError, LibraryError, KeyError, TypeError, ValueError):
        return None


def read_whereabouts(path: Path, catalogue: str) -> Whereabouts | None:
    """Read what ``head.json`` knows of one catalogue.

    Args:
        path: The file.
        catalogue: The catalogue's checksum.

    Returns:
        None where the file is absent or damaged, or was written for another catalogue.
    """
    try:
        tables = unpack(path, path.read_bytes())
        head = tables[_HEAD][_HEAD]
        if head.get("catalogue") != catalogue:
            return None
        starts = {
            name: dict(zip(found["ids"], found["starts"], strict=True))
            for name, found in tables[_STARTS].items()
        }
        return Whereabouts(catalogue, starts, tuple(head["dates"]))
    except (OSError, LibraryError, KeyError, TypeError, ValueError):
        return None


def write_head(layout: Layout, files: Files, catalogue: Catalogue) -> None:
    """Write ``head.json``; that it cannot be written is no harm."""
    header, known = catalogue.header, catalogue.whereabouts
    head = {"uuid": header.uuid, "generation": header.generation, "shared": header.shared}
    tables: dict[str, dict[str, dict[str, Any]]] = {_HEAD: {_HEAD: head}}
    if known is not None:
        head |= {"catalogue": known.catalogue, "dates": known.dates}
        tables[_STARTS] = {
            name: {"ids": list(found), "starts": list(found.values())}
            for name, found in known.starts.items()
        }
    with contextlib.suppress(OSError):
        files.write(layout.head, pack(tables))
