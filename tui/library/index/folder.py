"""Where an index lies, and whether what lies there can be used."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.index import schema as s
from tui.library.index.journal import Journal, JournalError

if TYPE_CHECKING:
    import tantivy

_CURRENT = "current"
_JOURNAL = "journal.jsonl"
_META = "meta.json"
_TRIES = 5
_MOMENT = 0.01
"""Seconds until a folder that was being written to is removed again."""
_FOOTER_MAGIC = 1337


class IndexUnusable(Exception):
    """The index cannot be asked; the message says why. Nothing but time is lost by it."""


@contextmanager
def engine() -> Iterator[None]:
    """Let whatever the engine does about damaged files be one error.

    Raises:
        IndexUnusable: It failed, or panicked, which is no `Exception` in its bindings.
    """
    try:
        yield
    except (ValueError, OSError, RuntimeError, SystemError) as error:
        raise IndexUnusable(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise IndexUnusable(f"the search engine gave up ({error})") from error


@dataclass(frozen=True, slots=True)
class Folder:
    """One index: the engine's files and the journal.

    Attributes:
        path: The folder; another index has another.
    """

    path: Path

    @classmethod
    def current(cls, root: Path) -> Folder:
        """The index in use.

        Raises:
            IndexUnusable: There is none.
        """
        try:
            name = (root / _CURRENT).read_text(encoding="ascii").strip()
        except (OSError, ValueError) as error:
            raise IndexUnusable("there is no index") from error
        if not name.isalnum():
            raise IndexUnusable("it is not said which index is in use")
        return cls(root / name)

    @classmethod
    def new(cls, root: Path) -> Folder:
        """Make the folder of an index that is not in use yet."""
        path = root / secrets.token_hex(4)
        path.mkdir(mode=0o777 if root.stat().st_mode & 0o077 else 0o700)
        return cls(path)

    def adopt(self) -> None:
        """Let this be the index in use, and delete every other."""
        root = self.path.parent
        pointer = root / _CURRENT
        temporary = pointer.with_name(_CURRENT + ".tmp")
        temporary.write_text(self.path.name, encoding="ascii")
        temporary.chmod(self.path.stat().st_mode & 0o666)
        temporary.replace(pointer)
        for other in root.iterdir():
            if other.is_dir() and other != self.path:
                shutil.rmtree(other, ignore_errors=True)

    @property
    def journal(self) -> Path:
        """The file that says what the index holds."""
        return self.path / _JOURNAL

    def stamp(self) -> tuple[int, int, int]:
        """Tells one state of the index from another, without reading either.

        Raises:
            IndexUnusable: There is none.
        """
        try:
            status = self.journal.stat()
        except OSError as error:
            raise IndexUnusable("there is no index") from error
        return status.st_ino, status.st_mtime_ns, status.st_size

    def opstamp(self) -> int:
        """The stamp of the engine's last commit.

        Raises:
            IndexUnusable: The engine's files are not there, or are not its own.
        """
        return _opstamp(self._list_of_files())

    def _list_of_files(self) -> bytes:
        try:
            return (self.path / _META).read_bytes()
        except OSError as error:
            raise IndexUnusable(f"its list of files cannot be read ({error})") from error

    def read_journal(self, library: str) -> Journal:
        """Read what the index holds.

        Raises:
            IndexUnusable: It is not said, or not of this library.
        """
        try:
            return Journal.read(self.journal, library)
        except JournalError as error:
            raise IndexUnusable(str(error)) from error

    def open(self) -> tantivy.Index:
        """Open the engine's files, to read or to write.

        Raises:
            IndexUnusable: They are missing, damaged or of another release.
        """
        import tantivy

        if not (self.path / _META).exists():
            raise IndexUnusable("its files are missing")
        with engine():
            return s.prepared(tantivy.Index.open(str(self.path)))

    def searcher(self, opstamp: int) -> tantivy.Searcher:
        """Open the state that one commit of the engine left.

        Raises:
            IndexUnusable: The state is another, or cannot be read.
        """
        for _ in range(_TRIES):
            before = self._list_of_files()
            if _opstamp(before) != opstamp:
                raise IndexUnusable("it is being changed, or a change was broken off")
            try:
                searcher = self._searcher(before)
            except IndexUnusable:
                # Files are merged, and the merged ones deleted, without another commit.
                if self._list_of_files() == before:
                    raise
                continue
            if self.opstamp() == opstamp:
                return searcher
        raise IndexUnusable("it is being changed")

    def _searcher(self, list_of_files: bytes) -> tantivy.Searcher:
        if os.access(self.path, os.W_OK):
            index = self.open()
            with engine():
                index.reload()
                return index.searcher()
        # Even to read, the engine takes a lock that it must be able to write.
        with _shadow() as shadow:
            for file in self.path.iterdir():
                if not file.name.endswith(".lock") and file.name != _META:
                    (shadow / file.name).symlink_to(file.absolute())
            (shadow / _META).write_bytes(list_of_files)
            index = Folder(shadow).open()
            with engine():
                index.config_reader(reload_policy="manual")
                return index.searcher()

    def damage(self) -> str:
        """Compare every file with the checksum at its end; "" where all agree."""
        for file in sorted(self.path.iterdir()):
            if file.suffix in {".idx", ".term", ".pos", ".store", ".fast", ".fieldnorm", ".del"}:
                problem = _broken(file)
                if problem:
                    return f"{file.name}: {problem}"
        return ""

    def close_to_others(self) -> None:
        """Take the engine's files from everybody but their owner; it follows the umask."""
        if os.name != "posix":
            return
        for path in (self.path, *self.path.iterdir()):
            try:
                if path.stat().st_mode & 0o077:
                    path.chmod(0o700 if path.is_dir() else 0o600)
            except FileNotFoundError:  # merged away meanwhile
                continue


@contextmanager
def _shadow() -> Iterator[Path]:
    """A folder for a moment; the engine's own threads may write into it while it is removed."""
    with tempfile.TemporaryDirectory(prefix="stenogram-index-", ignore_cleanup_errors=True) as name:
        yield Path(name)
    for _ in range(_TRIES):
        if not Path(name).exists():
            return
        time.sleep(_MOMENT)
        shutil.rmtree(name, ignore_errors=True)


def _opstamp(list_of_files: bytes) -> int:
    try:
        return int(json.loads(list_of_files)["opstamp"])
    except (ValueError, KeyError, TypeError) as error:
        raise IndexUnusable(f"its list of files cannot be read ({error})") from error


def _broken(file: Path) -> str:
    """What is wrong with one of the engine's files, which end in a checksum of the rest.

    The last bytes are: JSON with a "crc" of what stands before it, its length, a magic number.
    """
    data = file.read_bytes()
    length = int.from_bytes(data[-8:-4], "little")
    if int.from_bytes(data[-4:], "little") != _FOOTER_MAGIC or length > len(data) - 8:
        return "it is cut short"
    try:
        footer = json.loads(data[-8 - length : -8])
        sound = int(footer["crc"]) == zlib.crc32(memoryview(data)[: -8 - length])
    except (ValueError, KeyError, TypeError):
        return "its checksum cannot be read"
    return "" if sound else "the checksum does not agree"
