"""``stenogram notebook export`` and ``import``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_ERROR, EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import Output, complain, note
from tui.cli.table import plural

JSON_LINES = "jsonl"
_FORMATS = (JSON_LINES, "markdown", "html", "csl-json", "bibtex", "ris")


@click.command("export", short_help="Hand notes on, in a format of your choice.")
@click.option("--tag", metavar="TAG", help="Only notes with this tag.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=JSON_LINES,
    show_default=True,
    help="jsonl keeps everything and can be imported; it holds saved searches, too.",
)
@common_options
@click.pass_obj
def export(common: Common, tag: str | None, form: str) -> int:
    """Print the notebook, or the notes with a tag, in your order."""
    from tui.library.notebook.carrying import rows, tagged

    with common.open_library_with_notebook() as library:
        notebook = library.notebook()
        notes = tagged(notebook.notes.all(), tag)
        lines = list(rows(notebook, tag))
    output = Output(common)
    if form == JSON_LINES:
        for row in lines:
            output.json(row)
    elif notes:
        from tui.quoting.notes_export import TITLE, export_notes

        title = TITLE if tag is None else f"{TITLE}: {tag.removeprefix('#')}"
        for line in export_notes(notes, form, title=title).removesuffix("\n").split("\n"):
            output.line(output.words(line))
    for problem in notebook.notes.problems:
        complain(problem)
    if notebook.notes.problems:
        return EXIT_ERROR
    found = bool(lines) if form == JSON_LINES else bool(notes)
    if not found:
        note("There is no note to export.")
    return EXIT_FOUND if found else EXIT_NOTHING


@click.command("import", short_help="Take in what was exported as jsonl.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@common_options
@click.pass_obj
def import_(common: Common, file: Path) -> int:
    """Take notes and saved searches from FILE, as export --format jsonl writes them.

    `-` is standard input. What is here already is left alone, unless it was changed later
    there; the same file again changes nothing. A line that cannot be read is named with the
    reason and skipped; the exit code is then 2.
    """
    from tui.library.notebook.carrying import bring, unpack

    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    parcel = unpack(data)
    for number, why in parcel.problems:
        complain(f"{file}, line {number}: {why}. It was skipped.")
    with common.open_library_with_notebook() as library:
        brought = bring(library.notebook(), parcel)
    said = [
        f"{plural(len(brought.added), 'note')} added",
        f"{len(brought.changed)} brought up to date" if brought.changed else "",
        f"{brought.known} known already" if brought.known else "",
        f"{plural(len(brought.searches), 'saved search')}" if brought.searches else "",
    ]
    note(", ".join(part for part in said if part) + ".")
    for name in brought.kept:
        note(f"Another search is saved as “{name}” here; it stays.")
    return EXIT_ERROR if parcel.problems else EXIT_FOUND
