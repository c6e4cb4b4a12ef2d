"""One writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tui.library.errors import LibraryError, Locked, ReadOnly
from tui.library.files import Files
from tui.library.layout import Layout

PATIENCE = 60.0
"""Seconds to wait for another writer before giving up."""


@contextmanager
def exclusive(layout: Layout, files: Files, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the library's lock, which the system takes from a process that dies.

    Raises:
        Locked: Another process kept it for longer than ``patience`` seconds.
        ReadOnly: This user may not write here.
        LibraryError: The file system has no locks.
    """
    from filelock import FileLock, Timeout  # costs as much as a small library's whole opening

    files.before("lock", layout.lock)
    lock = FileLock(layout.lock) if files.shared else FileLock(layout.lock, mode=0o600)
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        raise Locked(
            f"{layout.root}: another process has been writing for {patience:g} seconds. "
            "Nothing was changed. Try again when it is done."
        ) from None
    except PermissionError as error:
        raise ReadOnly(
            f"{layout.root}: you may not write here ({error.strerror}). Nothing was changed. "
            "Open it with --read-only, or choose another library with --library."
        ) from error
    except (NotImplementedError, OSError) as error:
        raise LibraryError(
            f"{layout.root}: the file system gives no lock ({error}), so that two writers could "
            "harm each other. Nothing was changed. Keep the library on a local disk."
        ) from error
    try:
        yield
    finally:
        lock.release()
