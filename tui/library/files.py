"""The one seam through which the store changes the disk.

Each primitive step announces itself to :meth:`Files.before`, so that a test can stop
the process at every one of them in turn rather than at a sample.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

_TOGETHER = 16
"""Files that the disk is asked to sync at once."""
_OPEN = 64
"""Files that are open at once; many systems allow a process 256."""
TEMPORARY = ".tmp"
"""Ending of a file that is being written; one that is left over means nothing."""


class Files:
    """Changes files so that each is, after a crash, either as before or complete.

    A private library lets nobody else read: folders 0700, files 0600. A shared one
    follows the umask.
    """

    def __init__(self, *, shared: bool = False) -> None:
        """Choose who may read what is written."""
        self.shared = shared
        self._file_mode = 0o666 if shared else 0o600
        self._folder_mode = 0o777 if shared else 0o700

    def before(self, step: str, path: Path) -> None:
        """Called before every step that changes the disk.

        Args:
            step: ``folder``, ``create``, ``write``, ``sync``, ``rename``, ``link``,
                ``sync folder``, ``remove``, ``lock`` or ``mode``.
            path: The file or folder it changes.
        """

    def make_folder(self, path: Path) -> None:
        """Create a folder and its parents; no error when it is there."""
        if path.is_dir():
            return
        self.before("folder", path)
        path.mkdir(mode=self._folder_mode, parents=True, exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Put ``data`` at ``path`` by way of a temporary file, synced and renamed.

        The name itself is durable only after :meth:`sync_folder`.

        Raises:
            OSError: The disk is full, read-only, gone …; ``path`` is as it was.
        """
        temporary = path.with_name(path.name + TEMPORARY)
        try:
            self._fill(temporary, data)
            self.before("rename", path)
            temporary.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise

    def write_all(self, files: Iterable[tuple[Path, bytes]]) -> None:
        """Put many files in their places, each as :meth:`write` does.

        They are synced together: a disk that is asked for many at once writes them in one go,
        where one after the other each would wait for its own turn.

        Raises:
            OSError: As for :meth:`write`; those renamed before are complete, the others are
                as they were.
        """
        from concurrent.futures import ThreadPoolExecutor  # few commits write many files

        with ThreadPoolExecutor(_TOGETHER) as pool:
            for batch in _batches(files, _OPEN):
                temporaries = [path.with_name(path.name + TEMPORARY) for path, _ in batch]
                try:
                    with contextlib.ExitStack() as stack:
                        handles = [
                            stack.enter_context(self._filled(temporary, data))
                            for temporary, (_, data) in zip(temporaries, batch, strict=True)
                        ]
                        for temporary in temporaries:
                            self.before("sync", temporary)
                        list(pool.map(os.fsync, [handle.fileno() for handle in handles]))
                    for temporary, (path, _) in zip(temporaries, batch, strict=True):
                        self.before("rename", path)
                        temporary.replace(path)
                except OSError:
                    for temporary in temporaries:
                        with contextlib.suppress(OSError):
                            temporary.unlink()
                    raise

    def _fill(self, path: Path, data: bytes) -> None:
        with self._filled(path, data) as handle:
            self.before("sync", path)
            os.fsync(handle.fileno())

    @contextlib.contextmanager
    def _filled(self, path: Path, data: bytes) -> Iterator[BinaryIO]:
        """Create a file with its bytes, not yet synced; it is closed on leaving."""
        self.before("create", path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, self._file_mode), "wb") as handle:
            middle = len(data) // 2  # two steps, so that a torn write is a state like any other
            for piece in (data[:middle], data[middle:]):
                self.before("write", path)
                handle.write(piece)
                handle.flush()
            yield handle

    def keep(self, path: Path, copy: Path) -> None:
        """Let ``copy`` be what ``path`` is now, whatever ``path`` becomes later."""
        temporary = copy.with_name(copy.name + TEMPORARY)
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        self.before("link", temporary)
        try:
            temporary.hardlink_to(path)
        except OSError:  # a file system without hard links
            self.write(copy, path.read_bytes())
            return
        self.before("rename", copy)
        temporary.replace(copy)

    def sync_folder(self, path: Path) -> None:
        """Make the names in a folder durable, where the platform can."""
        self.before("sync folder", path)
        if not hasattr(os, "O_DIRECTORY"):
            return
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Delete a file; no error when it is gone."""
        self.before("remove", path)
        path.unlink(missing_ok=True)

    def move(self, path: Path, target: Path) -> None:
        """Give a file another name, on the same file system."""
        self.before("rename", target)
        path.replace(target)

    def make_private(self, path: Path) -> None:
        """Take a file or folder from everybody but its owner."""
        self.before("mode", path)
        path.chmod(0o700 if path.is_dir() else 0o600)


def _batches(files: Iterable[tuple[Path, bytes]], size: int) -> Iterator[list[tuple[Path, bytes]]]:
    waiting = iter(files)
    while batch := list(islice(waiting, size)):
        yield batch
