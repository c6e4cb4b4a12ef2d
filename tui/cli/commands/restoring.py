"""``stenogram restore``: a library made of a backup."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_FOUND
from tui.cli.output import note
from tui.cli.table import plural
from tui.safe import visible


@click.command("restore", short_help="Make a library of a backup.")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@common_options
@click.pass_obj
def command(common: Common, file: Path) -> int:
    """Make the library of a backup, where there is none, and put your notebook back.

    Every file is compared with what was saved before the library gets its name. Nothing is
    ever written over: name a new folder with --library, or move the present library away.
    """
    from tui.library.backup.restoring import restore
    from tui.settings.paths import notebook_folder

    common.must_write("a library")
    path = common.library_path()
    with file.open("rb") as source:
        restored = restore(source, path, notebook_folder())
    about = restored.about
    note(
        f"{visible(str(path))}: {plural(restored.meetings, 'meeting')}, "
        f"as they were on {visible(about.made)}."
    )
    if restored.notebook is not None:
        note(f"{visible(str(restored.notebook))}: your notebook.")
    return EXIT_FOUND
