"""``stenogram export``: meetings as JSON Lines, for another program or another library."""

from __future__ import annotations

from contextlib import suppress

import click

from tui.cli.common import Common, common_options
from tui.cli.damage import exit_code
from tui.cli.failures import EXIT_NOTHING
from tui.cli.output import Output
from tui.cli.query import understood, unfolded
from tui.cli.words import QUERY_HELP, QueryCommand

_EXAMPLES = """\b
stenogram export > all.jsonl                           everything
stenogram --library copy init --empty
stenogram --library copy import all.jsonl              and back: the same ids
stenogram export at:astana --corrected > astana.jsonl  some, as corrected
"""


@click.command(
    "export",
    cls=QueryCommand,
    short_help="Print meetings as JSON Lines, to be imported again.",
    epilog=_EXAMPLES + "\n" + QUERY_HELP,
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[QUERY…]")
@click.option(
    "--corrected",
    is_flag=True,
    help="Lay what people decided over the meetings, instead of printing it beside them.",
)
@common_options
@click.pass_obj
def command(common: Common, words: tuple[str, ...], corrected: bool) -> int:
    """Print the meetings that a query leaves, oldest first, one object a line.

    The meetings are as their sources have them; what people decided follows on the last line,
    so that importing all of it gives the same library. Earlier captures and the imported
    files themselves are in `stenogram backup`.
    """
    from tui.library.errors import LibraryError
    from tui.library.exporting import decisions_object, meeting_object

    query = understood(words) if words else None
    output = Output(common)
    with common.open_library() as library:
        asked = None if query is None else unfolded(query, library)
        ids = [row.entry.id for row in reversed(library.timeline(asked))]
        for key in ids:
            with suppress(LibraryError):  # named at the end, with the meetings that are missing
                output.json(meeting_object(library, key, corrected=corrected))
        chosen = None if query is None else frozenset(ids)
        decided = None if corrected else decisions_object(library.decisions, chosen)
        if decided is not None:
            output.json(decided)
    return exit_code(library, found=True) if ids else EXIT_NOTHING
