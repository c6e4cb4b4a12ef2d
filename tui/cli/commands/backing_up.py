"""``stenogram backup``: a library, its decisions and your notebook in one file."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import note
from tui.cli.table import plural
from tui.safe import visible


@click.command("backup", short_help="Save the library and your notebook in one file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common_options
@click.pass_obj
def command(common: Common, file: Path) -> int:
    """Save the library, what was corrected in it, and your own notebook for it in FILE.

    FILE is a .tar.gz for your eyes alone, of one moment, whatever is imported meanwhile; it
    was read back and compared before it got its name. An older backup of the same library is
    replaced, nothing else is. `stenogram restore` makes a library of it again. The exit code
    is 1 where a file of the library is missing or damaged: the rest is in the backup.
    """
    from tui.library.backup.saving import back_up

    if str(file) == "-":
        raise click.UsageError("A backup is read back and compared; name a file, not -.")
    common.must_write("a backup")
    with common.open_library() as library:
        made = back_up(library, file)
    for problem in made.problems:
        note(visible(problem))
    size = file.stat().st_size
    note(
        f"{visible(str(file))}: {plural(made.meetings, 'meeting')} in "
        f"{plural(made.files, 'file')}, {size:,} bytes, read back and compared."
    )
    return EXIT_NOTHING if made.problems else EXIT_FOUND
