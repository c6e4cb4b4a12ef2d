"""Makes a library out of a backup, whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from tui.library.backup.contents import (
    ABOUT,
    LIBRARY,
    NOTEBOOK,
    SUMS,
    About,
    decode_sums,
    is_ours,
)
from tui.library.backup.errors import BackupError
from tui.library.catalogue import Catalogue
from tui.library.errors import LibraryError
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.vacancy import check_vacant

_UNFINISHED = ".restoring"

_LARGEST = 2**30
"""Bytes of a file in a backup. Each is held in memory until it is proven, and a few bytes can
claim, or unpack to, more than there is."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came out of a backup.

    Attributes:
        about: Which library and generation it is of.
        meetings: How many.
        notebook: The notebook it was put in; None where the backup holds none.
    """

    about: About
    meetings: int
    notebook: Path | None


def check(source: IO[bytes]) -> About:
    """Read a backup from end to end and prove every file in it.

    Args:
        source: The backup, at its beginning.

    Raises:
        BackupError: It is none, or is damaged.
        OSError: It cannot be read.
    """
    about, sums, proof = None, {}, None
    for name, data in _members(source):
        if name == ABOUT:
            about = About.decode(data)
        if name == SUMS:
            proof = data
        else:
            sums[name] = hashlib.sha256(data).hexdigest()
    return _prove(about, sums, proof)


def restore(
    source: IO[bytes], root: Path, notebooks: Path, *, files: Callable[..., Files] = Files
) -> Restored:
    """Make the library of a backup, and put the notebook back.

    The folder gets its name only when every file in it is proven and on the disk. A notebook
    that is there already is left alone unless it is the same.

    Args:
        source: The backup, at its beginning.
        root: The folder to make; it must not exist, or be empty.
        notebooks: The folder of the user's notebooks.
        files: Makes the way to the disk.

    Raises:
        BackupError: The backup is damaged, or a notebook is there that differs; nothing was
            changed.
        LibraryError: There is a library, or something else, in the folder.
        OSError: The disk did not take it; nothing was changed.
    """
    target = Layout(root)
    if target.catalogue.exists():
        raise BackupError(
            f"{root}: there is a library already. Nothing was changed. "
            "Name another folder with --library."
        )
    check_vacant(target)
    with _unfinished(root) as folder:
        restored, written = _unpack(source, Layout(folder), files)
        _put_back(written, notebooks, restored.about, files())
        _give_name(folder, root, files())
    path = notebooks / f"{restored.about.library}.json"
    return Restored(restored.about, restored.meetings, None if written is None else path)


@contextmanager
def _unfinished(root: Path) -> Iterator[Path]:
    """A folder beside the one to be made, gone afterwards unless it was given that name."""
    folder = root.with_name(root.name + _UNFINISHED)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(
    source: IO[bytes], layout: Layout, files_of: Callable[..., Files]
) -> tuple[Restored, bytes | None]:
    """Write every file of a library, proven; returns the notebook's bytes beside it."""
    about, sums, proof, notebook = None, {}, None, None
    files, catalogue = files_of(), None
    for name, data in _members(source):
        if name == SUMS:
            proof = data
            continue
        sums[name] = hashlib.sha256(data).hexdigest()
        if name == ABOUT:
            about = About.decode(data)
        elif name == NOTEBOOK:
            notebook = data
        else:
            path = layout.root / PurePosixPath(name).relative_to(LIBRARY)
            if path == layout.catalogue:
                catalogue = Catalogue(path, data)
                files = files_of(shared=catalogue.header.shared)
            files.make_folder(path.parent)
            files.write(path, data)
    known = _prove(about, sums, proof)
    if catalogue is None or catalogue.header.uuid != known.library:
        raise _damaged("its catalogue is missing, or another library's")
    for folder in (layout.transcripts, layout.originals, layout.root):
        files.make_folder(folder)
        files.sync_folder(folder)
    return Restored(known, len(catalogue), None), notebook


def _put_back(notebook: bytes | None, folder: Path, about: About, files: Files) -> None:
    if notebook is None:
        return
    path = folder / f"{_safe(about.library)}.json"
    if path.exists():
        if path.read_bytes() == notebook:
            return
        raise BackupError(
            f"{path}: you have a notebook for this library, and it is not the backup's. Nothing "
            "was changed. Move it away to take the backup's; then bring what only yours has "
            "back with `stenogram notebook import`."
        )
    files.make_folder(folder)
    files.write(path, notebook)
    files.sync_folder(folder)


def _safe(uuid: str) -> str:
    if not uuid.replace("-", "").isalnum():
        raise _damaged("it names no library")
    return uuid


def _give_name(folder: Path, root: Path, files: Files) -> None:
    if root.exists():  # vacant: at most what an interrupted first launch left
        shutil.rmtree(root)
    files.move(folder, root)
    files.sync_folder(root.absolute().parent)


def _members(source: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a backup; a name that a backup cannot hold ends it."""
    try:
        with tarfile.open(fileobj=source, mode="r|gz") as tar:
            for member in tar:
                if not member.isfile() or not is_ours(member.name):
                    raise _damaged(f"it holds “{member.name[:80]}”, which no backup does")
                if member.size > _LARGEST:
                    raise _damaged(f"{member.name} is larger than any file of a library")
                content = tar.extractfile(member)
                if content is not None:
                    yield member.name, content.read()
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise _damaged(f"it cannot be unpacked: {error}") from error


def _prove(about: About | None, sums: dict[str, str], proof: bytes | None) -> About:
    if about is None or proof is None:
        raise _damaged("it is no backup, or its end is missing")
    expected = decode_sums(proof)
    for name in expected.keys() | sums.keys():
        if expected.get(name) != sums.get(name):
            raise _damaged(f"{name} is not as it was written")
    return about


def _damaged(what: str) -> LibraryError:
    return BackupError(
        f"The backup cannot be used: {what[:1].lower()}{what[1:]}. Nothing was changed. "
        "Take another backup."
    )
