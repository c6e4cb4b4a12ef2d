"""``stenogram remove``: a meeting, or all that one import brought."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import Output, note
from tui.cli.table import plural
from tui.model import Entry
from tui.safe import visible

_SHOWN = 10
"""Meetings named before the question; the rest are counted."""


@click.command("remove", short_help="Remove a meeting, or all that one import brought.")
@click.argument("ids", nargs=-1, required=True, metavar="ID…", shell_complete=complete_meeting)
@click.option("--yes", is_flag=True, help="Do not ask.")
@common_options
@click.pass_obj
def command(common: Common, ids: tuple[str, ...], yes: bool) -> int:
    """Remove meetings by their ids, or by the id of the import that brought them.

    Asks first where a person sits at the terminal; the exit code is 1 where the answer is no.
    """
    with common.open_library() as library:
        entries = {entry.id: entry for id_ in ids for entry in library.leaving(id_)}
        if not yes and sys.stdin.isatty() and sys.stderr.isatty():
            for line in _named(list(entries.values())):
                note(line)
            if not click.confirm(f"Remove from {visible(str(library.path))}?", err=True):
                note("Nothing was removed.")
                return EXIT_NOTHING
        output = Output(common, writes=True)
        for id_ in ids:
            for meeting in library.remove(id_):
                output.line(output.words(meeting))
    return EXIT_FOUND


def _named(entries: list[Entry]) -> Iterator[str]:
    for entry in entries[:_SHOWN]:
        turns = plural(entry.turns, "turn") if entry.turns else "no dialogue"
        yield f"{entry.id}  {entry.title or 'Untitled'}, {turns}"
    if len(entries) > _SHOWN:
        yield f"… and {plural(len(entries) - _SHOWN, 'more meeting')}"
