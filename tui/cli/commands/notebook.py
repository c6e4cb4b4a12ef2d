"""``stenogram notebook``: what one person kept."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import Output, note


@click.group("notebook", short_help="Print what you kept.")
@common_options
def command() -> None:
    """Print what you kept while reading. It is yours alone, also for a shared library."""


@command.command("last", short_help="Print the words copied last.")
@common_options
@click.pass_obj
def last(common: Common) -> int:
    """Print the words you copied last, for when a terminal dropped them."""
    with common.open_library() as library:
        words = library.notebook().register()
    if words is None:
        note("Nothing was copied yet.")
        return EXIT_NOTHING
    output = Output(common)
    for line in words.split("\n"):
        output.line(output.words(line))
    return EXIT_FOUND
