"""Reading a large catalogue in a thread, while the screen is loaded.

Most of the time that takes, reading and summing up the bytes, needs no lock of Python's.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from tui.library.errors import LibraryError
from tui.library.layout import Layout

if TYPE_CHECKING:
    from tui.library.catalogue import Catalogue

_LARGE = 1 << 20
"""Bytes from which on it is worth a thread: some three thousand meetings."""


def read_ahead(path: Path) -> Callable[[], Catalogue | None]:
    """Begin to read a library's catalogue.

    Nothing depends on it: who gets nothing reads the catalogue, and says what is wrong with it.

    Args:
        path: The library's folder.

    Returns:
        What waits for the catalogue and returns it; None where it is small, absent or damaged.
    """
    layout = Layout(path)
    try:
        if layout.catalogue.stat().st_size < _LARGE:
            return _nothing
    except OSError:
        return _nothing
    from tui.library.current import load_catalogue  # here, and not in two threads at once

    found: list[Catalogue] = []

    def read() -> None:
        with suppress(LibraryError):
            found.append(load_catalogue(layout))

    thread = Thread(target=read, daemon=True)
    thread.start()

    def wait() -> Catalogue | None:
        thread.join()
        return found[0] if found else None

    return wait


def _nothing() -> None:
    """Have read nothing."""
