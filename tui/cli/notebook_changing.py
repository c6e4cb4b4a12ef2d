"""``stenogram notebook add``, ``edit``, ``move``, ``remove``, ``undo`` and ``redo``."""

from __future__ import annotations

import click

from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.notebook_listing import complete_note
from tui.cli.output import Output, note

_TAKES_BACK = "`stenogram notebook undo` takes it back."


@click.command("add", short_help="Mark a turn, or save words of it.")
@click.argument("address", metavar="ADDRESS", shell_complete=complete_meeting)
@click.option("--words", metavar="WORDS", help="Save these words of it, exactly as they stand.")
@click.option("--remark", metavar="TEXT", default="", help="What you say of it.")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="A tag; may be given again.")
@common_options
@click.pass_obj
def add(common: Common, address: str, words: str | None, remark: str, tags: tuple[str, ...]) -> int:
    """Mark what ADDRESS names, such as 2013-05-29/astana#t3, a paragraph #t3.2 or a block #b2.

    For a whole meeting its title is marked. Prints the id of the note.
    """
    from tui.cli.addresses import find
    from tui.quoting.keeping import keep_passage, keep_words

    read = _tags(tags)
    with common.open_library_with_notebook() as library:
        found = find(library, address)
        anchor = found.passage.anchor if found.passage is not None else "title"
        if words is None:
            kept = keep_passage(found.meeting, anchor, found.paragraph)
        else:
            kept = keep_words(found.meeting, anchor, words)
        made = library.notebook().notes.add(kept, whole=words is None, remark=remark, tags=read)
    Output(common, writes=True).line(made.id)
    note(f"{'Marked' if made.whole else 'Saved from'} {made.address}. {_TAKES_BACK}")
    for seam in made.first.seams:
        note(seam.advice)
    return EXIT_FOUND


def _tags(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of ``--tag``.

    Raises:
        click.UsageError: One could not be told from a number in a remark.
    """
    from tui.quoting.note import is_number, tags_of

    tags = tags_of(" ".join(given))
    for tag in filter(is_number, tags):
        raise click.UsageError(f"--tag {tag}: #{tag} is a number in a remark; add a letter.")
    return tags


@click.command("edit", short_help="Change a note's remark or tags.")
@click.argument("id_", metavar="ID", shell_complete=complete_note)
@click.option("--remark", metavar="TEXT", help='The remark; "" for none.')
@click.option("--tag", "tags", metavar="TAG", multiple=True, help='All its tags; "" for none.')
@common_options
@click.pass_obj
def edit(common: Common, id_: str, remark: str | None, tags: tuple[str, ...]) -> int:
    """Change the remark or the tags of the note ID. The words never change."""
    if remark is None and not tags:
        raise click.UsageError("Say what is to change: --remark TEXT, --tag TAG.")
    read = _tags(tags) if tags else None
    with common.open_library_with_notebook() as library:
        edited = library.notebook().notes.edit(id_, remark=remark, tags=read)
    note(f"Changed the note {edited.id}. {_TAKES_BACK}")
    return EXIT_FOUND


@click.command("move", short_help="Put a note elsewhere in the order.")
@click.argument("id_", metavar="ID", shell_complete=complete_note)
@click.argument("place", metavar="PLACE", type=click.IntRange(min=1))
@common_options
@click.pass_obj
def move(common: Common, id_: str, place: int) -> int:
    """Put the note ID at the place PLACE of the list, from 1."""
    with common.open_library_with_notebook() as library:
        now = library.notebook().notes.move(id_, place - 1)
    note(f"It stands at place {now + 1}. {_TAKES_BACK}")
    return EXIT_FOUND


@click.command("remove", short_help="Remove notes.")
@click.argument("ids", metavar="ID…", nargs=-1, required=True, shell_complete=complete_note)
@common_options
@click.pass_obj
def remove(common: Common, ids: tuple[str, ...]) -> int:
    """Remove notes from the notebook; all of them, or none where one is not found."""
    with common.open_library_with_notebook() as library:
        removed = library.notebook().notes.remove(ids)
    for each in removed:
        note(f"Removed {each.id}, {each.address}.")
    note(_TAKES_BACK)
    return EXIT_FOUND


@click.command("undo", short_help="Take the last change back.")
@common_options
@click.pass_obj
def undo(common: Common) -> int:
    """Take back the last change of the notes, on screen or here; again, the one before."""
    with common.open_library_with_notebook() as library:
        what = library.notebook().notes.undo()
    note(f"Taken back: {what}." if what else "There is nothing to take back.")
    return EXIT_FOUND if what else EXIT_NOTHING


@click.command("redo", short_help="Do again what was taken back.")
@common_options
@click.pass_obj
def redo(common: Common) -> int:
    """Do again what was taken back last."""
    with common.open_library_with_notebook() as library:
        what = library.notebook().notes.redo()
    note(f"Done again: {what}." if what else "There is nothing to do again.")
    return EXIT_FOUND if what else EXIT_NOTHING
