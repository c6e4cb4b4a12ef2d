"""Taking meetings out of a library."""

from __future__ import annotations

from dataclasses import replace

from tui.library.catalogue import Catalogue
from tui.library.errors import Damaged
from tui.library.layout import Layout
from tui.library.originals import load
from tui.library.rows import Capture, Row
from tui.library.transaction import Transaction
from tui.model import Entry, Meeting
from tui.reading.errors import ReadingError


def leaving(catalogue: Catalogue, target: str) -> tuple[Entry, ...]:
    """Return the meetings that an id's beginning names, or that an import brought a part of.

    Raises:
        NotFound: Neither a meeting nor an import goes by this name; likewise Ambiguous.
    """
    brought = tuple(
        row.entry
        for row in catalogue.rows()
        if any(capture.imported == target for capture in row.captures)
    )
    return brought or (catalogue.row(catalogue.find(target)).entry,)


def remove_meeting(transaction: Transaction, catalogue: Catalogue, beginning: str) -> str:
    """Let a meeting and the files it was read from go.

    Raises:
        NotFound: No id begins so; likewise Ambiguous.
    """
    key = catalogue.find(beginning)
    transaction.drop(key)
    gone = {capture.sha256 for capture in catalogue.row(key).captures}
    _release(transaction, catalogue, gone, {key: ()})
    return key


def remove_import(
    transaction: Transaction, catalogue: Catalogue, layout: Layout, import_id: str
) -> tuple[str, ...]:
    """Undo an import: meetings that it alone brought go, others go back to an older capture.

    Returns:
        The meetings it touched; none where there is no such import.

    Raises:
        Damaged: An original that must be read again cannot be.
    """
    remaining: dict[str, tuple[Capture, ...]] = {}
    gone: set[str] = set()
    for row in catalogue.rows():
        leaving = [capture for capture in row.captures if capture.imported == import_id]
        if not leaving:
            continue
        key = row.entry.id
        gone |= {capture.sha256 for capture in leaving}
        remaining[key] = tuple(c for c in row.captures if c.imported != import_id)
        if not remaining[key]:
            transaction.drop(key)
        else:
            _go_back(transaction, layout, row, remaining[key])
    _release(transaction, catalogue, gone, remaining)
    return tuple(remaining)


def _go_back(
    transaction: Transaction, layout: Layout, row: Row, captures: tuple[Capture, ...]
) -> None:
    """Keep the current words where their capture stays, else read the newest that does."""
    words = row.captures[row.current]
    if words in captures:
        transaction.annotate(row.entry.id, captures, captures.index(words))
    else:
        meeting = read_again(layout, captures[-1])
        transaction.put(replace(meeting, id=row.entry.id), captures, len(captures) - 1)


def read_again(layout: Layout, capture: Capture) -> Meeting:
    """Read a meeting from its original.

    Raises:
        Damaged: The original is missing or damaged, or no longer understood.
    """
    from tui.reading.registry import read

    data = load(layout, capture.sha256)
    try:
        return read(data, capture.name, format=capture.format)[capture.position]
    except (ReadingError, IndexError) as error:
        path = layout.original(capture.sha256)
        raise Damaged(path, f"the original is not understood any longer ({error})") from error


def _release(
    transaction: Transaction,
    catalogue: Catalogue,
    gone: set[str],
    remaining: dict[str, tuple[Capture, ...]],
) -> None:
    """Let the files go that no meeting names any longer."""
    for row in catalogue.rows():
        gone -= {capture.sha256 for capture in remaining.get(row.entry.id, row.captures)}
    for sha256 in gone:
        transaction.release_original(sha256)
