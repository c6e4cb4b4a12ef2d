"""The backup as a file of its own: complete under its name, or not there."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from tui.library.backup.errors import BackupError
from tui.library.backup.making import Made, make
from tui.library.backup.restoring import check
from tui.library.errors import LibraryError
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.library import Library


def back_up(library: Library, path: Path) -> Made:
    """Write a backup, read it back, and only then give it its name; 0600, on the disk.

    An older backup of the same library under that name is replaced; nothing else is.

    Args:
        library: What to back up, with the user's own notebook for it.
        path: The file to make.

    Raises:
        BackupError: Something else has that name, or what was written does not read back.
        LibraryError: The library cannot be read.
        OSError: The disk did not take it. An older backup is as it was.
    """
    _check_free(library, path)
    files = Files(shared=library.catalogue.header.shared)
    folder = path.absolute().parent
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=folder)
    except OSError as error:  # which names a file that nobody asked for
        raise OSError(error.errno, error.strerror, str(folder)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as target:
            made = make(
                Layout(library.path),
                library.notebook().path,
                target,
                lock=None if library.read_only else files,
            )
            target.flush()
            os.fsync(target.fileno())
            target.seek(0)
            check(target)
        temporary.replace(path)
        files.sync_folder(folder)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    return made


def _check_free(library: Library, path: Path) -> None:
    if not path.exists():
        return
    known = None
    with suppress(LibraryError, OSError), path.open("rb") as source:
        known = check(source)
    if known is None or known.library != library.uuid:
        raise BackupError(
            f"{path}: this is no backup of this library. Nothing was written over it. "
            "Name another file, or move it away first."
        )
