"""Opening the screen, and the way there that most starts take."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.failures import EXIT_INTERRUPTED
from tui.lean import load_textual

if TYPE_CHECKING:
    from tui.library.catalogue import Catalogue

COMPLETION_VARIABLE = "_STENOGRAM_COMPLETE"


def run_plainly(arguments: list[str]) -> int | None:
    """Open the screen for ``stenogram`` alone, or with a library and nothing else.

    It does what the command line would make of these words, without loading what
    understands all the others.

    Args:
        arguments: What follows the program's name.

    Returns:
        The exit code; None where the words are others, or there is something to say first.
    """
    plain, library = read_plainly(arguments)
    if not plain or os.environ.get(COMPLETION_VARIABLE) or why_no_screen():
        return None
    try:
        return open_screen(library)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception as failure:
        from tui.cli.main import ended_by

        return ended_by(failure)


def read_plainly(arguments: list[str]) -> tuple[bool, Path | None]:
    """Return whether a command line names a library at most, and which one."""
    if not arguments:
        return True, None
    plain = len(arguments) == 2 and arguments[0] == "--library"
    if plain and arguments[1] and not arguments[1].startswith("-"):
        return True, Path(arguments[1])
    return False, None


def open_screen(
    library: Path | None,
    *,
    read_only: bool = False,
    guest: bool = False,
    words: tuple[str, ...] = (),
    diff: bool = True,
    mouse: bool = True,
) -> int:
    """Open the screen; see :func:`tui.launch.run`."""
    # Nothing made on the way to the first paint is garbage; the app collects again after it.
    gc.disable()
    catalogue = _begin_ahead(library, fill=not (read_only or guest))
    load_textual()
    from tui.launch import run

    return run(
        library,
        read_only=read_only,
        guest=guest,
        words=words,
        diff=diff,
        mouse=mouse,
        catalogue=catalogue,
    )


def _begin_ahead(library: Path | None, *, fill: bool) -> Callable[[], Catalogue | None]:
    """Let the library be filled, by a first launch, or read beside the loading of the screen."""
    from tui.library.filling_ahead import fill_ahead
    from tui.library.reading_ahead import read_ahead
    from tui.settings.config import load_config
    from tui.settings.paths import config_file, library_path

    folder = library_path(library, configured=load_config(config_file())[0].library)
    filled = fill_ahead(folder) if fill else None
    read = read_ahead(folder)

    def wait() -> Catalogue | None:
        if filled is not None:
            filled()
        return read()

    return wait


def why_no_screen() -> str | None:
    """Say, as a clause, why there can be no screen here; None where there can."""
    if not sys.stdout.isatty():
        return "standard output is no terminal"
    if not sys.stdin.isatty():
        return "standard input is no terminal"
    from tui.terminal.capabilities import why_no_screen

    return why_no_screen()
