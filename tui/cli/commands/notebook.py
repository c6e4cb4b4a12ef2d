"""``stenogram notebook``: what one person kept."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.notebook_carrying import export, import_
from tui.cli.notebook_changing import add, edit, move, redo, remove, undo
from tui.cli.notebook_listing import list_, show
from tui.cli.output import Output, note

_EXAMPLES = """\b
stenogram notebook list '#trade'                         notes with a tag
stenogram notebook add 2013-05-29/astana#t3 --tag trade  mark a turn
stenogram notebook edit k3f9 --remark "see 2012"         say something of it
stenogram notebook export --tag trade --format html      hand notes on
stenogram notebook export > notes.jsonl                  to import elsewhere
"""


@click.group(
    "notebook", short_help="What you marked and saved: list, edit, export.", epilog=_EXAMPLES
)
@common_options
def command() -> None:
    """List, edit and hand on what you kept while reading.

    The notebook is yours alone, also for a library that is shared or read-only.
    """


for subcommand in (list_, show, add, edit, move, remove, undo, redo, export, import_):
    command.add_command(subcommand)


@command.command("searches", short_help="Print the saved searches.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a search.")
@common_options
@click.pass_obj
def searches(common: Common, as_json: bool) -> int:
    """Print the searches you saved, by name; saved:NAME asks one again.

    The keys of --json are name and query.
    """
    from tui.cli.table import Column, lines

    with common.open_library_with_notebook() as library:
        saved = library.notebook().saved_searches()
    output = Output(common)
    if as_json:
        for name, query in saved.items():
            output.json({"name": name, "query": query})
    else:
        for line in lines(output, (Column(style={"bold": True}), Column()), list(saved.items())):
            output.line(line)
    if not saved:
        note("No search was saved yet.")
    return EXIT_FOUND if saved else EXIT_NOTHING


@command.command("last", short_help="Print the words copied last.")
@common_options
@click.pass_obj
def last(common: Common) -> int:
    """Print the words you copied last, for when a terminal dropped them."""
    with common.open_library_with_notebook() as library:
        words = library.notebook().register()
    if words is None:
        note(f"Nothing was copied yet from {library.path}.")
        return EXIT_NOTHING
    output = Output(common)
    for line in words.split("\n"):
        output.line(output.words(line))
    return EXIT_FOUND
