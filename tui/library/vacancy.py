"""Whether a folder without a catalogue is free for a new library, or is what is left of one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tui.data import data_folder
from tui.library.errors import Damaged, LibraryError
from tui.library.files import TEMPORARY
from tui.library.layout import SHARD, Layout
from tui.library.sealed import Lines, unpack

_FIRST_GENERATION = 1

_DECISIONS = "decisions*.json"


def check_vacant(layout: Layout) -> None:
    """See that a new library overwrites nothing.

    An interrupted first launch leaves only what the next one writes again.

    Raises:
        Damaged: The folder holds a library that lost its catalogue.
        LibraryError: It holds other things, is a file, or cannot be read.
    """
    if layout.root.exists() and not layout.root.is_dir():
        raise LibraryError(
            f"{layout.root}: this is a file, and a library is a folder. Nothing was changed. "
            "Name a folder with --library."
        )
    try:
        _refuse_strange(layout)
        left = is_left(layout)
    except OSError as error:
        raise LibraryError(
            f"{layout.root}: the folder cannot be read ({error.strerror}). "
            "Check who may read it, or choose another with --library."
        ) from error
    if left:
        raise Damaged(
            layout.catalogue, "the catalogue is missing, the rest of the library is there"
        )


def is_left(layout: Layout) -> bool:
    """Whether a folder holds more of a library than an interrupted first launch leaves.

    Raises:
        OSError: It cannot be read.
    """
    # The head is written after the first commit: where it stands, there was a catalogue.
    if layout.previous.exists() or layout.head.exists() or any(layout.root.glob(_DECISIONS)):
        return True
    shards = _files(layout.transcripts)
    originals = _files(layout.originals)
    if not shards and not originals:
        return False
    seeds = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in data_folder("seeds").iterdir()
        if path.is_file()
    }
    return not (
        all(path.stem in seeds for path in originals)
        and all(_holds_only(path, seeds) for path in shards)
    )


def _holds_only(path: Path, seeds: set[str]) -> bool:
    """Whether a shard is of a first generation, and of nothing but the seeds."""
    named = SHARD.fullmatch(path.stem)
    if named is None or int(named["generation"]) != _FIRST_GENERATION:
        return False
    try:
        lines = unpack(path, path.read_bytes()).get("meetings", Lines({}))
        return all(lines[key]["source"]["sha256"] in seeds for key in lines)
    except (Damaged, KeyError, TypeError, ValueError):
        return False


def _refuse_strange(layout: Layout) -> None:
    ours = {
        layout.previous,
        layout.head,
        layout.transcripts,
        layout.originals,
        layout.lost,
        layout.index,
        layout.lock,
    }
    ours.update(layout.root.glob(_DECISIONS))
    inside = (path for path in _files(layout.root) if path not in ours)
    shards = (path for path in _files(layout.transcripts) if not SHARD.fullmatch(path.stem))
    originals = (path for path in _files(layout.originals) if path.suffix != ".gz")
    for strange in (*inside, *shards, *originals):
        raise LibraryError(
            f"{layout.root}: the folder holds other things ({strange.name} …) and no library. "
            "Nothing was changed. Name an empty or a new folder with --library."
        )


def _files(folder: Path) -> list[Path]:
    """What a folder holds beside files that were not finished."""
    return [path for path in _content(folder) if path.suffix != TEMPORARY]


def _content(folder: Path) -> Iterator[Path]:
    return folder.iterdir() if folder.is_dir() else iter(())
