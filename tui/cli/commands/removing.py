"""``stenogram remove``: a meeting, or all that one import brought."""

from __future__ import annotations

import sys

import click

from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.failures import EXIT_FOUND
from tui.cli.output import Output
from tui.safe import visible


@click.command("remove", short_help="Remove a meeting, or all that one import brought.")
@click.argument("ids", nargs=-1, required=True, metavar="ID…", shell_complete=complete_meeting)
@click.option("--yes", is_flag=True, help="Do not ask.")
@common_options
@click.pass_obj
def command(common: Common, ids: tuple[str, ...], yes: bool) -> int:
    """Remove meetings by their ids, or by the id of the import that brought them.

    Asks first where a person sits at the terminal.
    """
    with common.open_library() as library:
        if not yes and sys.stdin.isatty() and sys.stderr.isatty():
            names = ", ".join(visible(id_) for id_ in ids)
            click.confirm(f"Remove {names} from {library.path}?", abort=True, err=True)
        output = Output(common, writes=True)
        for id_ in ids:
            for meeting in library.remove(id_):
                output.line(output.words(meeting))
    return EXIT_FOUND
