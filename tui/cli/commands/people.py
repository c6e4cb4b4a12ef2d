"""``stenogram people``: everyone who speaks."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import Output, note
from tui.cli.table import Column, lines, plural

_COLUMNS = (
    Column(style={"fg": "cyan"}),  # id
    Column(shrinks=4, least=12, style={"bold": True}),  # name
    Column(right=True, shrinks=3),  # meetings
    Column(right=True, shrinks=2),  # turns
    Column(shrinks=1),  # roles
)


@click.command("people", short_help="List everyone who speaks.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a person.")
@common_options
@click.pass_obj
def command(common: Common, as_json: bool) -> int:
    """List the people of the library: every spelling of a name is one person.

    The keys of --json are id, name, spellings, roles and meetings.
    """
    output = Output(common)
    with common.open_library() as library:
        people = library.people()
    if as_json:
        for person in people:
            output.json(
                {
                    "id": person.id,
                    "name": person.name,
                    "spellings": list(person.spellings),
                    "roles": list(person.roles),
                    "meetings": list(person.meetings),
                }
            )
    else:
        rows = [
            (
                person.id,
                person.name,
                plural(len(person.meetings), "meeting"),
                plural(person.turns, "turn"),
                "; ".join(person.roles),
            )
            for person in people
        ]
        for line in lines(output, _COLUMNS, rows):
            output.line(line)
    if not people:
        note("Nobody speaks in this library.")
    return EXIT_FOUND if people else EXIT_NOTHING
