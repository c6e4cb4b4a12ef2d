"""``stenogram notebook list`` and ``show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_ERROR, EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import Output, complain, note
from tui.cli.table import plural

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.library.notebook.standing import Checked


def complete_note(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Return the ids of notes that begin as typed; nothing where no notebook can be read."""
    from tui.library.errors import LibraryError

    common = context.obj if isinstance(context.obj, Common) else Common()
    try:
        with common.for_reading().open_library() as library:
            notes = library.notebook().notes.all()
    except (LibraryError, OSError):
        return []
    return [each.id for each in notes if each.id.startswith(begun)]


@click.command("list", short_help="List notes, in your order.")
@click.argument("words", nargs=-1, metavar="[WORD…]")
@click.option("--tag", metavar="TAG", help="Only notes with this tag.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a note.")
@common_options
@click.pass_obj
def list_(common: Common, words: tuple[str, ...], tag: str | None, as_json: bool) -> int:
    """List what you marked and saved, in your order; with WORDs what holds all of them.

    Every note is looked for in the library as it is now: it stands, has moved, is touched by a
    new capture (which has other words there or right beside, or another speaker), or is an
    orphan (not found, or not for certain). What was kept stays as it was.

    The keys of --json are id, made, changed, kind (mark or quote), meeting, address, speaker,
    role, date, time, title, place, url, partial, words, remark, tags, standing, why, at (where
    the words are now) and quotes.
    """
    from tui.cli.note_rows import COLUMNS, as_cells
    from tui.cli.note_rows import as_json as row_of
    from tui.cli.table import lines
    from tui.library.notebook.carrying import tagged
    from tui.library.notebook.searching import NoteSearch
    from tui.library.notebook.standing import check

    with common.open_library_with_notebook() as library:
        notebook = library.notebook()
        notes = NoteSearch(tagged(notebook.notes.all(), tag)).fitting(" ".join(words))
        checked = list(check(notes, library))
    output = Output(common)
    if as_json:
        for one in checked:
            output.json(row_of(one))
    else:
        for line in lines(output, COLUMNS, [as_cells(one) for one in checked]):
            output.line(line)
    output.flush()
    _tell_flagged(checked)
    if not notes:
        note("Nothing is kept yet." if not notebook.notes.all() else "Nothing found.")
    for problem in notebook.notes.problems:
        complain(problem)
    if notebook.notes.problems:
        return EXIT_ERROR
    return EXIT_FOUND if notes else EXIT_NOTHING


def _tell_flagged(checked: list[Checked]) -> None:
    flagged = [one for one in checked if one.is_flagged]
    if flagged:
        note(
            f"{plural(len(flagged), 'note')} to look at: "
            f"`stenogram notebook show {flagged[0].note.id}` says why."
        )


def touched_notes(library: Library, meeting: str | None) -> tuple[str, ...]:
    """Say which of the reader's notes a new capture of a meeting touches."""
    from tui.library.errors import LibraryError
    from tui.library.notebook.standing import check

    notebook = library.notebook()
    try:
        if not notebook.has_notes:
            return ()
        mine = [each for each in notebook.notes.all() if each.meeting == meeting]
    except LibraryError as error:
        return (f"whether it touches a note of yours is not known: {error}",)
    return tuple(
        f"your note {one.note.id} at {one.note.address}: {one.why}"
        for one in check(mine, library)
        if one.is_flagged
    )


@click.command("show", short_help="Print a note with its citation.")
@click.argument("id_", metavar="ID", shell_complete=complete_note)
@click.option("--json", "as_json", is_flag=True, help="A JSON object, with the keys of list.")
@common_options
@click.pass_obj
def show(common: Common, id_: str, as_json: bool) -> int:
    """Print a note: words and citation as they were kept, remark, tags, and what became of it."""
    from tui.cli.note_rows import as_json as row_of
    from tui.library.notebook.standing import check
    from tui.quoting.citation import cite

    with common.open_library_with_notebook() as library:
        (checked,) = check([library.notebook().notes.note(id_)], library)
    output = Output(common)
    if as_json:
        output.json(row_of(checked))
        return EXIT_FOUND
    kept = checked.note
    parts = [cite(one.quote, "plain") for one in kept.kept]
    if kept.remark:
        parts.append(kept.remark)
    if kept.tags:
        parts.append(" ".join(f"#{tag}" for tag in kept.tags))
    if checked.why:
        parts.append(f"{checked.why[:1].upper()}{checked.why[1:]}.")
    parts += [f"The present reading: {found.now}" for found in checked.found if found.now]
    for line in "\n\n".join(parts).split("\n"):
        output.line(output.words(line))
    return EXIT_FOUND
