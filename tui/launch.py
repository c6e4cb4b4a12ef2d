"""Opening the screen over a library, and keeping where the reader was."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES

from tui import first_frame
from tui.app import StenogramApp
from tui.library.consulting import consult
from tui.library.errors import LibraryError
from tui.library.layout import Layout
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.open import open_library
from tui.model import Place
from tui.settings.config import Config, ConfigProblem, load_config
from tui.settings.paths import config_file, library_path, notebook_folder, state_folder
from tui.settings.state import FILE_NAME, StateNotSaved, load_state, update_state
from tui.terminal.hanging_up import leaving_with
from tui.terminal.mouse import without_motion
from tui.terminal.pacing import asking
from tui.terminal.taking_over import taking_over
from tui.themes import THEMES

if TYPE_CHECKING:
    from tui.library.catalogue import Catalogue


def run(
    library: Path | None,
    *,
    read_only: bool = False,
    guest: bool = False,
    words: tuple[str, ...] = (),
    diff: bool = True,
    mouse: bool = True,
    catalogue: Callable[[], Catalogue | None] | None = None,
) -> int:
    """Open the screen and stay until the reader leaves.

    Args:
        library: The library's folder; None takes the usual one.
        read_only: Never write to the library.
        guest: Keep nothing at all: no notebook, no reading place, no picture. The library
            is then never written either.
        words: A query, or one address such as ``2013-05-29/astana#t3``.
        diff: Send only the cells that changed.
        mouse: Let the screen have the mouse.
        catalogue: Waits for the library's catalogue, where it is being read already.

    Returns:
        The exit code: 0, or 2 where the library could not be opened.
    """
    config, problems = _config(config_file())
    state_file = state_folder() / FILE_NAME
    folder = library_path(library, configured=config.library)
    try:
        known = catalogue() if catalogue is not None else None
        archive = open_library(folder, read_only=read_only or guest, catalogue=known)
        rows = archive.timeline()
        place, query = _beginning(archive, words)
    except LibraryError as error:
        first_frame.withdraw()
        print(f"stenogram: {error}", file=sys.stderr)
        return 2
    notebook = None if guest else Notebook(notebook_folder(), archive.uuid)
    if notebook is not None:
        consult(archive, lambda: notebook)
    app = StenogramApp(
        archive,
        rows,
        notebook=notebook,
        config=config,
        state=None if guest else load_state(state_file),
        place=place,
        query=query,
        notices=_notices(problems),
    )
    app.cell_diff = diff
    app.driver_class = leaving_with(asking(without_motion(app.driver_class)))
    if first_frame.stands():
        app.driver_class = taking_over(app.driver_class, first_frame.hand_over)
    if guest:
        app.run(mouse=mouse and config.mouse)
        _print_further(problems)
        return app.return_code or 0
    found = _statuses(folder)

    def keep(picture: tuple[str, str]) -> None:
        if _statuses(folder) == found:
            _leave_picture(picture, folder, archive.uuid, state_file)

    app.keep_picture = keep
    app.run(mouse=mouse and config.mouse)
    _print_further(problems)
    try:
        update_state(state_file, app.final_state)
    except StateNotSaved as error:
        print(f"stenogram: {error}", file=sys.stderr)
    first_frame.discard()
    if app.last_picture is not None:
        keep(app.last_picture)
    return app.return_code or 0


def _library_files(folder: Path) -> tuple[Path, Path]:
    """Return the files that decide on what a library's screen shows."""
    layout = Layout(folder.expanduser())
    return layout.catalogue, layout.decisions


def _statuses(folder: Path) -> list[tuple[int, int] | None]:
    """Tell one state of a library from another: what others changed may not be on screen."""
    return [
        (path.stat().st_mtime_ns, path.stat().st_ino) if path.exists() else None
        for path in _library_files(folder)
    ]


def _leave_picture(picture: tuple[str, str], folder: Path, uuid: str, state_file: Path) -> None:
    """Keep the last picture for the next start, with all that decides on it."""
    files = (
        *_library_files(folder),
        notebook_folder() / f"{uuid}.json",
        state_file,
        config_file(),
    )
    first_frame.keep(sys.argv[1:], [str(path.absolute()) for path in files], *picture)


def _config(path: Path) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """Read the configuration; what its values may be is loaded for a file that is there."""
    if not path.exists():
        return Config(), ()
    from tui.quoting.citation import STYLES
    from tui.screens.command_ids import COMMAND_IDS

    return load_config(
        path,
        themes={*BUILTIN_THEMES, *(theme.name for theme in THEMES)},
        commands=COMMAND_IDS,
        styles=STYLES,
    )


def _beginning(library: Library, words: tuple[str, ...]) -> tuple[Place | None, str]:
    """Tell an address from a query: one word that names a meeting is an address."""
    text = " ".join(words)
    if len(words) == 1 and (text[:1].isdigit() or text.startswith("undated/") or "#" in text):
        try:
            return library.resolve(text), ""
        except LibraryError:
            if "#" in text or "/" in text:
                raise
    return None, text


def _notices(problems: tuple[ConfigProblem, ...]) -> tuple[str, ...]:
    """Put what is wrong with the configuration into one line of the screen."""
    if not problems:
        return ()
    first, *others = problems
    where = first.path.name if first.line is None else f"{first.path.name}, line {first.line}"
    more = f" ({len(others)} more: printed when you quit)" if others else ""
    return (f"{where}: {first.message}{more}",)


def _print_further(problems: tuple[ConfigProblem, ...]) -> None:
    """Print what the one line of the screen had no room for."""
    for problem in problems[1:]:
        print(problem, file=sys.stderr)
