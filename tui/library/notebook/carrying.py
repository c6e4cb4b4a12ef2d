"""A notebook as JSON Lines, to be handed on, and taken in again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from tui.library.notebook.notebook import Notebook
from tui.quoting.note import Note
from tui.quoting.note_rows import NoteRowError, from_row, to_row

SEARCH_SCHEMA = "stenogram/search@1"
"""Names the form of a saved search's object."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a file of JSON Lines holds.

    Attributes:
        notes: The notes, in their order.
        searches: Saved searches by name.
        problems: What could not be read: the number of the line, and why.
    """

    notes: tuple[Note, ...]
    searches: dict[str, str]
    problems: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a parcel.

    Attributes:
        added: Notes that are new.
        changed: Notes that were changed later than those here.
        known: How many notes were here already.
        searches: Names of saved searches that are new.
        kept: Names under which another search is saved here; it stays.
    """

    added: tuple[Note, ...]
    changed: tuple[Note, ...]
    known: int
    searches: tuple[str, ...]
    kept: tuple[str, ...]


def rows(notebook: Notebook, tag: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the objects that hold a notebook, one a line: notes, then saved searches.

    Args:
        notebook: The notebook.
        tag: Only notes with this tag, and no searches; None for everything.

    Raises:
        LibraryError: The notebook cannot be read.
    """
    yield from (to_row(note) for note in tagged(notebook.notes.all(), tag))
    if tag is None:
        for name, text in notebook.saved_searches().items():
            yield {"schema": SEARCH_SCHEMA, "name": name, "text": text}


def tagged(notes: tuple[Note, ...], tag: str | None) -> tuple[Note, ...]:
    """The notes with a tag, in any letters; all of them where None is asked for."""
    if tag is None:
        return notes
    wanted = tag.removeprefix("#").casefold()
    return tuple(note for note in notes if wanted in map(str.casefold, note.tags))


def unpack(data: bytes) -> Parcel:
    """Read JSON Lines; a line that is nothing of ours costs itself alone."""
    notes: list[Note] = []
    searches: dict[str, str] = {}
    problems: list[tuple[int, str]] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
            if not isinstance(row, dict):
                raise NoteRowError("it is no object")
            if row.get("schema") == SEARCH_SCHEMA:
                searches[str(row["name"])] = str(row["text"])
            else:
                notes.append(from_row(row))
        except (orjson.JSONDecodeError, NoteRowError, KeyError) as error:
            problems.append((number, str(error)))
    return Parcel(tuple(notes), searches, tuple(problems))


def bring(notebook: Notebook, parcel: Parcel) -> Brought:
    """Take a parcel into a notebook; the same once more adds nothing.

    Raises:
        LibraryError: The notebook cannot be written; what was said to be brought stays.
    """
    added, changed = notebook.notes.bring(parcel.notes)
    here = notebook.saved_searches()
    new = [name for name in parcel.searches if name not in here]
    for name in new:
        notebook.save_search(name, parcel.searches[name])
    kept = [name for name, text in parcel.searches.items() if here.get(name, text) != text]
    known = len(parcel.notes) - len(added) - len(changed)
    return Brought(added, changed, known, tuple(new), tuple(kept))
