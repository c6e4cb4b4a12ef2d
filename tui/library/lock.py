"""One writer at a time."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from tui.library.errors import LibraryError, Locked, ReadOnly
from tui.library.files import Files
from tui.library.layout import Layout

PATIENCE = 60.0
"""Seconds to wait for another writer before giving up."""


def is_held(layout: Layout) -> bool:
    """Whether somebody is writing, asked without waiting and without making anything.

    Where the platform cannot tell, somebody may be.
    """
    try:
        handle = os.open(layout.lock, os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        from fcntl import LOCK_NB, LOCK_SH, LOCK_UN, flock

        flock(handle, LOCK_SH | LOCK_NB)  # refused only while a writer has it
        flock(handle, LOCK_UN)
    except (ImportError, OSError):
        return True
    finally:
        os.close(handle)
    return False


@contextmanager
def exclusive(layout: Layout, files: Files, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the library's lock, which the system takes from a process that dies.

    Raises:
        Locked: Another process kept it for longer than ``patience`` seconds.
        ReadOnly: This user may not write here, or nobody may.
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
        if isinstance(error, OSError) and error.errno == errno.EROFS:
            raise ReadOnly(
                f"{layout.root}: this file system is mounted read-only. Nothing was changed. "
                "Open the library with --read-only, or choose another with --library."
            ) from error
        raise LibraryError(
            f"{layout.root}: the file system gives no lock ({error}), so that two writers could "
            "harm each other. Nothing was changed. Keep the library on a local disk."
        ) from error
    try:
        yield
    finally:
        lock.release()
