"""What one person made and keeps: the register and the filters used before.

A notebook is a file in the user's own data folder, one a library (by the library's uuid), so
that a shared or read-only library has one for each of its readers, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.library.errors import LibraryError, Locked, NewerFormat
from tui.library.files import Files
from tui.library.sealed import read_tables

if TYPE_CHECKING:
    from tui.library.storage import Database

HISTORY = 500
"""Queries remembered; older ones are forgotten."""

_PATIENCE = 10.0

_REGISTER, _QUERIES, _NOTEBOOK = "register", "queries", "notebook"

FORMAT = 1
"""Number of the notebook's format on disk."""


class Notebook:
    """One person's notebook for one library.

    Every change is on the disk before the method returns, and several processes may write
    in turn. The file is sealed, but a broken seal is let pass where the content still reads:
    a notebook edited by hand is worth more than a checksum.
    """

    def __init__(self, folder: Path, library: str) -> None:
        """Name the notebook; its file is made by the first change.

        Args:
            folder: Where the user's notebooks are.
            library: The library's uuid.
        """
        self._path = folder / f"{library}.json"
        self._files = Files()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def register(self) -> str | None:
        """The words copied last, or None.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        found = self._read(_REGISTER).get(_REGISTER)
        return str(found["text"]) if found and "text" in found else None

    def set_register(self, text: str) -> None:
        """Keep the words copied last.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        clean = text.encode("utf-8", "replace").decode()
        self._change(lambda notebook: notebook.put(_REGISTER, {_REGISTER: {"text": clean}}))

    def queries(self) -> tuple[str, ...]:
        """Queries used before, each once, the latest first.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        rows = self._read(_QUERIES)
        latest_first = sorted(filter(str.isdecimal, rows), key=int, reverse=True)
        return tuple(str(rows[number].get("text", "")) for number in latest_first)

    def remember_query(self, text: str) -> None:
        """Make a query the latest of the history.

        Raises:
            LibraryError: The notebook cannot be written; it is as it was.
        """
        clean = text.strip().encode("utf-8", "replace").decode()
        if not clean:
            return

        def append(notebook: Database) -> None:
            rows = {n: row for n, row in notebook.rows(_QUERIES).items() if n.isdecimal()}
            last = max(map(int, rows), default=0)
            gone = {name for name, row in rows.items() if row.get("text") == clean}
            gone |= {name for name in rows if int(name) <= last - HISTORY + 1}
            notebook.take(_QUERIES, gone)
            notebook.put(_QUERIES, {str(last + 1): {"text": clean}})

        self._change(append)

    def _read(self, table: str) -> dict[str, dict[str, Any]]:
        try:
            return dict(read_tables(self._path, sealed=False).get(table, {}))
        except OSError as error:
            raise LibraryError(
                f"{self._path}: your notebook cannot be read ({error.strerror})."
            ) from error

    def _change(self, change: Callable[[Database], None]) -> None:
        from tui.library.storage import Database

        with self._lock():
            self._check_format()
            notebook = Database(self._path, self._files, sealed=False)
            try:
                notebook.put(_NOTEBOOK, {_NOTEBOOK: {"format": FORMAT, "library": self._path.stem}})
                change(notebook)
                notebook.commit()
            except OSError as error:
                raise LibraryError(
                    f"{self._path}: {error.strerror}. "
                    "Nothing was saved; your notebook is as it was."
                ) from error

    def _check_format(self) -> None:
        about = self._read(_NOTEBOOK).get(_NOTEBOOK, {})
        if int(about.get("format", FORMAT)) > FORMAT:
            raise NewerFormat(
                f"{self._path}: your notebook was written by a newer Stenogram. "
                "Nothing was saved; install that release to go on writing in it."
            )

    @contextmanager
    def _lock(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        try:
            self._files.make_folder(self._path.parent)
            lock = FileLock(self._path.with_suffix(".lock"), mode=0o600)
            lock.acquire(timeout=_PATIENCE)
        except Timeout:
            raise Locked(
                f"{self._path}: another process is writing your notebook. Nothing was saved."
            ) from None
        except (NotImplementedError, OSError) as error:
            raise LibraryError(
                f"{self._path}: your notebook cannot be written ({error}). Nothing was saved."
            ) from error
        try:
            yield
        finally:
            lock.release()
