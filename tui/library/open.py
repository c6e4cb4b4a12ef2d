"""Opening a library, and making one where there is none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tui.data import data_folder
from tui.library.catalogue import Catalogue, Header
from tui.library.current import load_catalogue
from tui.library.errors import Damaged, LibraryError, NotFound, ReadOnly
from tui.library.files import Files
from tui.library.layout import FORMAT, Layout
from tui.library.library import Library, Progress, fill

SEEDS = "seeds"
"""The import by which the meetings that come with Stenogram are known, and removable."""


def open_library(
    path: Path | None = None,
    *,
    read_only: bool = False,
    seed: bool = True,
    on_progress: Progress | None = None,
    files: Callable[..., Files] = Files,
    catalogue: Catalogue | None = None,
) -> Library:
    """Open a library; one that is absent is made first, with the seeds, in one transaction.

    Opening a library that is there takes no lock and reads its catalogue only.

    Args:
        path: The folder; None for the user's usual one.
        read_only: Never write; an absent library is an error.
        seed: Whether a library made here holds the seeds.
        on_progress: Told of every seed as it is read.
        files: Makes the way to the disk.
        catalogue: Its catalogue, where that is read already.

    Raises:
        NotFound: It is absent, and nothing may be written.
        Damaged: The catalogue cannot be trusted.
        NewerFormat: A later release wrote it.
        LibraryError: It cannot be read or made; the message says why.
    """
    layout = Layout(_folder(path))
    try:
        catalogue = catalogue or load_catalogue(layout)
    except NotFound:
        if read_only:
            _refuse_left(layout)
            raise NotFound(
                f"{layout.root}: there is no library, and --read-only makes none. "
                "Run it once without, or choose another with --library."
            ) from None
        _create(layout, files(), empty=not seed, on_progress=on_progress)
        catalogue = load_catalogue(layout)
    except LibraryError:
        _check_folder(layout)
        raise
    writer = files(shared=catalogue.header.shared)
    return Library(layout, writer, catalogue, read_only=read_only)


def create_library(
    path: Path | None = None,
    *,
    empty: bool = False,
    shared: bool = False,
    on_progress: Progress | None = None,
    files: Callable[..., Files] = Files,
) -> Library:
    """Make a library where there is none.

    Args:
        path: The folder; None for the user's usual one.
        empty: Leave the seeds out.
        shared: Let others read the files, as the umask says.
        on_progress: Told of every seed as it is read.
        files: Makes the way to the disk.

    Raises:
        LibraryError: There is one already, or the folder cannot be written.
    """
    layout = Layout(_folder(path))
    if not _create(layout, files(shared=shared), empty=empty, on_progress=on_progress):
        raise LibraryError(
            f"{layout.root}: there is a library already. Nothing was changed. "
            "Name another folder with --library."
        )
    return open_library(layout.root, files=files)


def _folder(path: Path | None) -> Path:
    if path is None:
        from tui.settings.paths import library_path

        path = library_path()
    return path.expanduser()


def _create(layout: Layout, files: Files, *, empty: bool, on_progress: Progress | None) -> bool:
    """Make a library under the lock; False where another process was quicker."""
    _check_vacant(layout)
    try:
        files.make_folder(layout.root)
        _close(layout, files)
    except PermissionError as error:
        raise ReadOnly(
            f"{layout.root}: not allowed to make a library here ({error.strerror}). "
            "Choose another folder with --library."
        ) from error
    except OSError as error:
        raise LibraryError(
            f"{layout.root}: no library can be made here ({error.strerror}). "
            "Choose another folder with --library."
        ) from error
    from tui.library.lock import exclusive  # only where a library is made

    with exclusive(layout, files):
        if layout.catalogue.exists():
            return False
        _check_vacant(layout)
        _fill_new(layout, files, empty=empty, on_progress=on_progress)
    return True


def _close(layout: Layout, files: Files) -> None:
    """Make a private library's folder private, also where it was there already."""
    if os.name == "posix" and not files.shared and layout.root.stat().st_mode & 0o077:
        files.make_private(layout.root)


def _refuse_left(layout: Layout) -> None:
    """Tell a library that lost its catalogue from none at all."""
    try:
        _check_vacant(layout)
    except Damaged:
        raise
    except LibraryError:
        return


def _check_folder(layout: Layout) -> None:
    if layout.root.exists() and not layout.root.is_dir():
        raise LibraryError(
            f"{layout.root}: this is a file, and a library is a folder. Nothing was changed. "
            "Name a folder with --library or $STENOGRAM_LIBRARY."
        )


def _check_vacant(layout: Layout) -> None:
    """See that nothing is overwritten, unless another process has made a library meanwhile."""
    from tui.library.vacancy import check_vacant

    try:
        check_vacant(layout)
    except LibraryError:
        if not layout.catalogue.exists():
            raise


def _fill_new(layout: Layout, files: Files, *, empty: bool, on_progress: Progress | None) -> None:
    from uuid import uuid4

    from tui.library.sameness import Known
    from tui.library.shards import ShardReader
    from tui.library.sources import expand
    from tui.library.transaction import Transaction

    header = Header(uuid=str(uuid4()), format=FORMAT, generation=0, shared=files.shared)
    transaction = Transaction(layout, files, ShardReader(layout), None, header)
    if not empty:
        seeds = list(expand([data_folder("seeds")]))

        def report(at: int, name: str) -> None:
            if on_progress is not None:
                on_progress(at, len(seeds), name)

        fill(transaction, Known(None), lambda _: None, seeds, SEEDS, on_file=report)
    transaction.commit()
