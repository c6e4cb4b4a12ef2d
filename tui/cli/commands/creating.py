"""``stenogram init``: a library made on purpose."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_FOUND
from tui.cli.output import note


@click.command("init", short_help="Make a library.")
@click.option("--empty", is_flag=True, help="Leave out the meetings that come with Stenogram.")
@click.option("--shared", is_flag=True, help="Let others read it, as far as your umask allows.")
@common_options
@click.pass_obj
def command(common: Common, empty: bool, shared: bool) -> int:
    """Make a library where there is none.

    Any other command makes one by itself the first time, with the meetings that come with
    Stenogram, for your eyes alone. This one makes it empty, or for others to read.
    """
    from tui.library.open import create_library

    path = common.library_path()
    common.must_write("a library")
    with create_library(path, empty=empty, shared=shared) as library:
        count = len(library.timeline())
    note(
        f"Made a library of {count} meetings in {path}"
        if count
        else f"Made an empty library in {path}"
    )
    return EXIT_FOUND
