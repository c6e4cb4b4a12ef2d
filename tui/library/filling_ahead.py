"""Making a library that is absent, in a process of its own, while the screen is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tui.library.layout import Layout


def fill_ahead(path: Path) -> Callable[[], None]:
    """Begin to make a library where there is none, as ``open_library`` would.

    To be called before the process has threads. Nothing depends on it: whoever opens the
    library waits at its lock, finds it made or makes it, and says what went wrong.

    Args:
        path: The library's folder.

    Returns:
        What waits until it is made, or could not be.
    """
    # Elsewhere a process is no quick thing, or not to be divided.
    if sys.platform != "linux" or Layout(path).catalogue.exists():
        return _nothing
    try:
        process = os.fork()
    except OSError:
        return _nothing
    if process == 0:
        _fill_and_end(path)

    def wait() -> None:
        # Where the parent's parent ignores how its children end, there is nothing to fetch.
        with suppress(ChildProcessError):
            os.waitpid(process, 0)

    return wait


def _nothing() -> None:
    """Wait for nothing."""


def _fill_and_end(path: Path) -> None:
    """Make the library, in silence: whoever opens it meets the same difficulty and says so."""
    code = 1
    try:
        from tui.library.open import open_library

        open_library(path)
        code = 0
    finally:
        os._exit(code)  # none of the first process's duties at its end are this one's
