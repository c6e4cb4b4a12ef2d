"""The notebook's file: read when it has changed, replaced in one step, one writer at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.library.errors import Damaged, LibraryError, Locked, NewerFormat
from tui.library.files import Files
from tui.library.sealed import Lines, unpack

if TYPE_CHECKING:
    from tui.library.finding import Finding
    from tui.library.storage import Database

FORMAT = 1
"""Number of the notebook's format on disk. Tables that a release does not know it keeps."""

Stamp = tuple[int, int, int]
"""What tells one version of a file from the next: its inode, time and size."""

_PATIENCE = 10.0
NOTES = "notes"
"""The table of marks and saved quotations."""

_NOTEBOOK = "notebook"
_ADVICE = (
    "Nothing was changed and nothing is written over it. `stenogram doctor --repair` goes back "
    "to the notebook before its last change; or mend the file, or move it away to begin anew."
)


class NotebookFile:
    """The file of one person's notebook.

    It is sealed, but a broken seal is let pass where the content still reads: a notebook
    edited by hand is worth more than a checksum.
    """

    def __init__(self, path: Path, files: Files | None = None) -> None:
        """Name the file; it is made by the first change.

        Args:
            path: The file; its stem is the library's uuid.
            files: The way to the disk.
        """
        self.path = path
        self._files = files or Files()
        self.changes = 0
        """How often this process changed it."""
        self._read: tuple[Stamp | None, dict[str, Lines]] = (None, {})

    @property
    def earlier(self) -> Path:
        """What the file was before its last change."""
        return self.path.with_suffix(".json.previous")

    def examine(self, *, repair: bool) -> Finding | None:
        """Say what is wrong with the file; None where it can be read, or there is none.

        Args:
            repair: Go back to the notebook before its last change, the damaged one set aside.

        Raises:
            LibraryError: The disk or another writer does not let it.
        """
        from tui.library.finding import Finding

        try:
            self._tables()
        except Damaged as error:
            if not repair:
                return Finding(self.path, error.what)
            with self._lock():
                done = self._go_back()
            return Finding(self.path, error.what, done, lost=True)
        return None

    def _go_back(self) -> str:
        """Put the earlier notebook in the place of a damaged one, and say so; "" if none reads."""
        try:
            data = self.earlier.read_bytes()
            unpack(self.earlier, data, sealed=False)
        except (Damaged, OSError):
            return ""
        damaged = self.path.with_suffix(".json.damaged")
        self._files.keep(self.path, damaged)
        self._files.write(self.path, data)
        self._files.sync_folder(self.path.parent)
        return f"Went back to before its last change; the damaged file is kept as {damaged.name}."

    def stamp(self) -> Stamp | None:
        """Which version of the file stands on the disk; None where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def rows(self, table: str) -> Mapping[str, dict[str, Any]]:
        """The rows of a table by name; none where there is no file.

        Raises:
            LibraryError: The file cannot be read.
        """
        stamp = self.stamp()
        if stamp is None or stamp != self._read[0]:
            self._read = (stamp, self._tables())
        return self._read[1].get(table, {})

    def _tables(self) -> dict[str, Lines]:
        try:
            return unpack(self.path, self.path.read_bytes(), sealed=False)
        except FileNotFoundError:
            return {}
        except Damaged as error:
            raise Damaged(self.path, f"your notebook cannot be read: {error.what}", _ADVICE) from (
                error
            )
        except OSError as error:
            raise LibraryError(
                f"{self.path}: your notebook cannot be read ({error.strerror})."
            ) from error

    def change(self, change: Callable[[Database], bool | None]) -> None:
        """Let nobody else write, change the tables, and replace the file.

        The change is on the disk when this returns. Nothing is written where ``change`` raises,
        or returns False because there is nothing to do.

        Raises:
            LibraryError: The notebook cannot be read or written; it is as it was.
        """
        from tui.library.storage import Database  # TinyDB is not for the first paint

        with self._lock():
            self._check_format()
            notebook = Database(self.path, self._files, sealed=False)
            try:
                notebook.put(_NOTEBOOK, {_NOTEBOOK: {"format": FORMAT, "library": self.path.stem}})
                if change(notebook) is not False:
                    if self.path.exists():
                        self._files.keep(self.path, self.earlier)
                    notebook.commit()
                    self.changes += 1
            except OSError as error:
                raise LibraryError(
                    f"{self.path}: {error.strerror}. Nothing was saved; your notebook is as it was."
                ) from error

    def _check_format(self) -> None:
        about = self.rows(_NOTEBOOK).get(_NOTEBOOK, {})
        if int(about.get("format", FORMAT)) > FORMAT:
            raise NewerFormat(
                f"{self.path}: your notebook was written by a newer Stenogram. "
                "Nothing was saved; install that release to go on writing in it."
            )

    @contextmanager
    def _lock(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        try:
            self._files.make_folder(self.path.parent)
            lock = FileLock(self.path.with_suffix(".lock"), mode=0o600)
            lock.acquire(timeout=_PATIENCE)
        except Timeout:
            raise Locked(
                f"{self.path}: another process is writing your notebook. Nothing was saved."
            ) from None
        except (NotImplementedError, OSError) as error:
            raise LibraryError(
                f"{self.path}: your notebook cannot be written ({error}). Nothing was saved."
            ) from error
        try:
            yield
        finally:
            lock.release()
