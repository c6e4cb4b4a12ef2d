"""Makes a backup of one generation, while others may go on writing."""

from __future__ import annotations

import hashlib
import io
import tarfile
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from tui import __version__
from tui.library.backup.contents import ABOUT, LIBRARY, NOTEBOOK, SUMS, About, encode_sums
from tui.library.backup.errors import BackupError
from tui.library.catalogue import Catalogue
from tui.library.errors import Damaged
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.lock import exclusive

_TRIES = 3
"""Attempts beside a writer before it is asked to wait."""

_LEVEL = 1
"""Of gzip: originals are compressed already, and words shrink well enough at the quickest."""


class _MovedOn(Exception):
    """Two generations came meanwhile, and a file of the one that was being copied is gone."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a backup holds.

    Attributes:
        about: Which library and generation.
        meetings: How many.
        files: How many files, the backup's own two left out.
        problems: What is missing or damaged in the library itself, and so in the backup.
    """

    about: About
    meetings: int
    files: int
    problems: tuple[str, ...]


@dataclass(slots=True)
class _Tape:
    """A tar file being written, and the digests of what is on it."""

    tar: tarfile.TarFile
    sums: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, data: bytes) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode, member.mtime = len(data), 0o600, int(time.time())
        self.tar.addfile(member, io.BytesIO(data))
        self.sums[name] = hashlib.sha256(data).hexdigest()


def make(layout: Layout, notebook: Path, target: IO[bytes], *, lock: Files | None) -> Made:
    """Write a backup of one generation, the decisions and the notebook.

    Nobody has to wait for it, unless commits come so fast that no generation lasts long
    enough; then it holds the lock, if it may.

    Args:
        layout: The library.
        notebook: The user's notebook for it, which need not exist.
        target: An empty file open for writing, which can be emptied again.
        lock: The way to the lock; None where the library must not be written.

    Raises:
        LibraryError: The catalogue cannot be read; likewise Locked.
        OSError: A file cannot be read, or the target not written.
    """
    for left in reversed(range(_TRIES)):
        with exclusive(layout, lock) if lock is not None and not left else nullcontext():
            try:
                return _copy(layout, notebook, target)
            except _MovedOn:
                target.seek(0)
                target.truncate()
    raise BackupError(
        f"{layout.root}: the library changed faster than it could be copied. "
        "No backup was made. Try again when the import is done."
    )


def _copy(layout: Layout, notebook: Path, target: IO[bytes]) -> Made:
    data = layout.catalogue.read_bytes()
    catalogue = Catalogue(layout.catalogue, data)
    about = About(
        library=catalogue.header.uuid,
        generation=catalogue.header.generation,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        program=__version__,
    )
    problems: list[str] = []
    with tarfile.open(fileobj=target, mode="w:gz", compresslevel=_LEVEL) as tar:
        tape = _Tape(tar)
        tape.add(ABOUT, about.encode())
        tape.add(_name(layout, layout.catalogue), data)
        for path in _named(layout, catalogue):
            content = _read(path)
            if content is None:
                if layout.catalogue.read_bytes() != data:
                    raise _MovedOn
                problems.append(f"{path}: missing in the library")
                continue
            problems += _doubts(layout, catalogue, path, content)
            tape.add(_name(layout, path), content)
        if (written := _read(notebook)) is not None:
            tape.add(NOTEBOOK, written)
        count = len(tape.sums) - 1
        tape.add(SUMS, encode_sums(tape.sums))
    return Made(about, len(catalogue), count, tuple(problems))


def _named(layout: Layout, catalogue: Catalogue) -> Iterator[Path]:
    """Every file beside the catalogue that is not derived from others."""
    for shard in sorted(catalogue.shards):
        yield layout.shard(shard)
    digests = {
        str(capture["sha256"])
        for meeting in catalogue
        for capture in catalogue.document(meeting)["captures"]
    }
    for digest in sorted(digests):
        yield layout.original(digest)
    yield from (path for path in (layout.decisions, layout.damaged_decisions) if path.exists())
    if layout.lost.is_dir():
        yield from sorted(path for path in layout.lost.iterdir() if path.is_file())


def _name(layout: Layout, path: Path) -> str:
    return str(LIBRARY / path.relative_to(layout.root).as_posix())


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _doubts(layout: Layout, catalogue: Catalogue, path: Path, content: bytes) -> Iterator[str]:
    """Say what is wrong with a file that the library knows the digest of."""
    if path.parent == layout.transcripts:
        if hashlib.sha256(content).hexdigest() != catalogue.shards[path.stem]["sha256"]:
            yield f"{path}: damaged in the library; it was copied as it is"
    elif path.parent == layout.originals:
        from tui.library.originals import load

        try:
            load(layout, path.stem)
        except Damaged as error:
            yield f"{path}: {error.what}; it was copied as it is"
