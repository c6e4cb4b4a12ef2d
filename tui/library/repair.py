"""Mending a library from what is left of it: originals, the generation before, shards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from tui.library.catalogue import LIBRARY, MEETINGS, SHARDS, Catalogue, Header
from tui.library.errors import Damaged, LibraryError
from tui.library.files import Files
from tui.library.head import read_head
from tui.library.layout import FORMAT, SHARD, Layout
from tui.library.lost_found import set_aside
from tui.library.reading_in import RECOVERED
from tui.library.removing import read_again
from tui.library.rows import Capture, describe
from tui.library.sealed import Lines, unpack
from tui.library.shards import ShardReader
from tui.library.storage import Database
from tui.library.transaction import Transaction
from tui.model import Meeting
from tui.reading.errors import ReadingError
from tui.reading.schema import decode


def restore_catalogue(layout: Layout, files: Files) -> tuple[str, bool]:
    """Write a new catalogue from the generation before and the shards that came after it.

    Shards that it does not name, unreadable ones among them, are moved out of the way of the
    next commit, which would delete them.

    Returns:
        What was done, in a sentence, and whether something may be lost.
    """
    resealed = _reseal(layout, files)
    if resealed:
        return resealed, False
    try:
        before: Catalogue | None = Catalogue.read(layout.previous)
    except (LibraryError, OSError):
        before = None
    base = before.header.generation if before is not None else 0
    shards = _shards(layout)
    highest = max([base, *(generation for generation, _ in shards)], default=0)
    catalogue = Database(layout.catalogue, files, fresh=True)
    header = _header(layout, before)
    catalogue.put(LIBRARY, {LIBRARY: replace(header, generation=highest + 1).encode()})
    if before is not None:
        catalogue.put(SHARDS, before.shards)
        catalogue.put(MEETINGS, {key: before.document(key) for key in before})
    found = 0
    for generation, path in sorted(shards):
        if generation <= base:
            continue
        found += _adopt(catalogue, before, path)
    named = {row["shard"] for row in catalogue.rows(MEETINGS).values()}
    catalogue.take(SHARDS, catalogue.rows(SHARDS).keys() - named)
    named.update(before.shards if before is not None else ())
    aside = [path for _, path in sorted(shards) if path.stem not in named]
    moved = [path.name for path in aside if set_aside(layout, files, path)]
    catalogue.commit()
    told = (
        f"Restored the generation before ({len(before)} meetings)"
        if before is not None
        else "Made it anew"
    )
    told = (
        f"{told}, with {found} meetings from later files. What was removed last may be back, "
        "and what was said of a meeting's other readings may be gone."
    )
    if moved:
        told += f" Moved to {layout.lost.name}: {', '.join(moved)}."
    return told, before is None


def _reseal(layout: Layout, files: Files) -> str:
    """Seal a catalogue again that only its checksum speaks against: edited by hand, most likely."""
    try:
        data = layout.catalogue.read_bytes()
        tables = unpack(layout.catalogue, data, sealed=False)
        header = Header.decode(layout.catalogue, tables)
        catalogue = Database(layout.catalogue, files, fresh=True)
        catalogue.put(LIBRARY, {LIBRARY: header.encode()})
        catalogue.put(SHARDS, dict(tables.get(SHARDS, Lines({}))))
        catalogue.put(MEETINGS, dict(tables.get(MEETINGS, Lines({}))))
        reader, edited = ShardReader(layout), Catalogue.of(layout.catalogue, tables)
        for row in edited.rows():
            decode(reader.read(edited, row.shard)[row.entry.id])
    except (OSError, ValueError, TypeError, KeyError, LibraryError, ReadingError):
        return ""
    catalogue.commit()
    return "Its content reads and agrees with the words, so it was sealed as it is."


def _shards(layout: Layout) -> list[tuple[int, Path]]:
    if not layout.transcripts.is_dir():
        return []
    return [
        (int(named["generation"]), path)
        for path in layout.transcripts.glob("*.json")
        if (named := SHARD.fullmatch(path.stem))
    ]


def _header(layout: Layout, before: Catalogue | None) -> Header:
    if before is not None:
        return before.header
    head = read_head(layout.head)
    uuid = head.uuid if head is not None else str(uuid4())
    # Whether it was shared is not to be seen from a folder that was there before it.
    return Header(uuid, FORMAT, 0, shared=head is not None and head.shared)


def _adopt(catalogue: Database, before: Catalogue | None, path: Path) -> int:
    """Take the meetings of a shard that no catalogue names into one that is being made."""
    named = SHARD.fullmatch(path.stem)
    assert named is not None
    try:
        data = path.read_bytes()
        lines = unpack(path, data).get(MEETINGS, Lines({}))
        meetings = [decode(lines[key]) for key in lines]
    except (OSError, ValueError, Damaged, ReadingError):
        return 0
    rows = {}
    for meeting in meetings:
        captures, current = _captures(meeting, before)
        rows[meeting.id] = describe(meeting, captures, current, path.stem)
    digest = hashlib.sha256(data).hexdigest()
    shard = {"year": named["year"], "bytes": len(data), "sha256": digest}
    catalogue.put(SHARDS, {path.stem: shard})
    catalogue.put(MEETINGS, rows)
    return len(rows)


def _captures(meeting: Meeting, before: Catalogue | None) -> tuple[tuple[Capture, ...], int]:
    """What a meeting was read from, as far as the generation before and the words say."""
    known = before.row(meeting.id).captures if before is not None and meeting.id in before else ()
    for position, capture in enumerate(known):
        if capture.sha256 == meeting.source.sha256:
            return known, position
    source = meeting.source
    own = Capture(source.sha256, source.name, source.url, source.format, 0, RECOVERED)
    return (*known, own), len(known)


def restore_meetings(
    layout: Layout, files: Files, catalogue: Catalogue, meetings: Iterable[str]
) -> tuple[str, bool]:
    """Bring back meetings whose words cannot be read, or let them go.

    Returns:
        What was done, in a sentence, and whether a meeting is lost.
    """
    transaction = Transaction(layout, files, ShardReader(layout), catalogue, catalogue.header)
    again, older, gone = [], [], []
    for key in meetings:
        row = catalogue.row(key)
        try:
            meeting = read_again(layout, row.captures[row.current])
            again.append(key)
        except Damaged:
            found = _of_previous(layout, key)
            if found is None:
                transaction.drop(key)
                gone.append(key)
                continue
            meeting = found
            older.append(key)
        transaction.put(replace(meeting, id=key), row.captures, row.current)
    transaction.commit()
    told = [
        f"{what} {', '.join(sorted(keys))}."
        for what, keys in (
            ("Read again from the original:", again),
            ("Taken from the generation before:", older),
            ("Lost, neither original nor earlier words are left:", gone),
        )
        if keys
    ]
    return " ".join(told), bool(gone)


def _of_previous(layout: Layout, key: str) -> Meeting | None:
    try:
        previous = Catalogue.read(layout.previous)
        shard = previous.document(key)["shard"]
        return decode(ShardReader(layout).read(previous, shard)[key])
    except (OSError, KeyError, ValueError, LibraryError, ReadingError):
        return None
