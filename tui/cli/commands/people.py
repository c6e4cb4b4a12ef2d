"""``stenogram people``: everyone who speaks, and who is one human with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.first_word import first_word
from tui.cli.output import Output, note
from tui.cli.people_rows import (
    COLUMNS,
    as_cells,
    as_json_row,
    portrait,
    say_differing,
    shown_ids,
    tenures,
)
from tui.cli.table import Column, lines, plural

if TYPE_CHECKING:
    from tui.library.decisions import Decisions

_LISTING = "the list"
"""The hidden command that a name is given to; its own name holds a space, so nobody types it."""

_EXAMPLES = """\b
stenogram people                              everyone who speaks
stenogram people nazarbayev                   one of them: offices, by turn
stenogram people suggest                      names that may be one person's
stenogram people merge "Anna Berg" "A. Berg"  they are one person
stenogram people split "Anna Berg"            take that back
stenogram people name SPEAKER_00 "Anna Berg" --in 2013-05-29
"""


class People(click.Group):
    """A group whose first word is a subcommand, or else a name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give what is no subcommand to the list of people."""
        words = [word for word in args if not word.startswith("-")]
        if not any(word in ("--help", "-h") for word in args) or words:
            first = first_word(self, ctx, args)
            if first >= len(args) or args[first] not in self.commands:
                args = [_LISTING, *args]
        return super().parse_args(ctx, args)


@click.group(
    "people",
    cls=People,
    short_help="Everyone who speaks; who is one person, who is not.",
    subcommand_metavar="[NAME | COMMAND]",
    epilog=_EXAMPLES,
)
@common_options
def command() -> None:
    """List the people of the library, or those a NAME means: every spelling is one person.

    `--json` prints one object a person with the keys id, name, spellings, roles and meetings;
    with a NAME also tenures: each office as printed, its date, and the turn that shows it;
    and contradictions: days on which several offices are printed, and the turns that do.
    """


@command.command(_LISTING, hidden=True)
@click.argument("name", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a person.")
@common_options
@click.pass_obj
def listing(common: Common, name: tuple[str, ...], as_json: bool) -> int:
    """List the people of the library, or those a NAME means."""
    output = Output(common)
    with common.open_library() as library:
        people = library.people()
        ids = shown_ids(library, people, output)
    if name:
        from tui.library.people_meant import find_people

        people = find_people(people, " ".join(name))
    if as_json:
        for person in people:
            output.json(as_json_row(person) | (tenures(person) if name else {}))
    elif name:
        for person in people:
            for line in portrait(person, output):
                output.line(line)
    else:
        for line in lines(output, COLUMNS, [as_cells(person, ids) for person in people]):
            output.line(line)
        say_differing(people)
    if not people:
        note("Nobody goes by that name." if name else "Nobody speaks in this library.")
    return EXIT_FOUND if people else EXIT_NOTHING


@command.command("merge", short_help="Decide that people are one human.")
@click.argument("names", nargs=-1, required=True, metavar="A B…")
@click.option("--as", "to", metavar="NAME", help="The name to keep, rather than the first.")
@common_options
@click.pass_obj
def merge(common: Common, names: tuple[str, ...], to: str | None) -> int:
    """Decide that A, B … are one human, called A. Labels stay as printed."""
    from tui.library import deciding
    from tui.library.people_meant import find_people

    with common.open_library() as library:
        known = library.decide(lambda held: deciding.merge(held, library.people(), names, to))
        joined = find_people(library.people(), known.all[-1].value["to"])
    _say_last(known)
    for person in joined:
        for contradiction in () if person.local else person.contradictions:
            note(f"{person.name} is {contradiction}.")
    return EXIT_FOUND


@command.command("split", short_help="Take a merge back, or part two of one name.")
@click.argument("name")
@click.option(
    "--in",
    "ids",
    multiple=True,
    metavar="ID",
    shell_complete=complete_meeting,
    help="A meeting in which the name is another person's.",
)
@click.option("--as", "to", metavar="NAME", help="What that person is called.")
@common_options
@click.pass_obj
def split(common: Common, name: str, ids: tuple[str, ...], to: str | None) -> int:
    """Take back the merges that made NAME; with --in and --as, part two of one name."""
    from tui.library import deciding
    from tui.library.decisions import SPLIT

    if bool(ids) != bool(to):
        raise click.UsageError("--in and --as go together.")
    with common.open_library() as library:
        if to:
            keys = [library.row(each).entry.id for each in ids]
            known = library.decide(
                lambda held: deciding.name(
                    held, library.people(), name, to, meetings=keys, kind=SPLIT
                )
            )
            _say_last(known)
        else:
            before = len(library.decisions)
            known = library.decide(lambda held: deciding.split(held, library.people(), name))
            note(f"{plural(before - len(known), 'decision')} taken back.")
    return EXIT_FOUND


@command.command("name", short_help="Rename a person, or name a label.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--in",
    "ids",
    multiple=True,
    metavar="ID",
    shell_complete=complete_meeting,
    help="Only in this meeting; may be repeated.",
)
@click.option("--everywhere", is_flag=True, help="A label of several meetings: in all of them.")
@common_options
@click.pass_obj
def name_(common: Common, old: str, new: str, ids: tuple[str, ...], everywhere: bool) -> int:
    """Call the person OLD by the name NEW, or say who stands behind a label as SPEAKER_00."""
    from tui.library import deciding

    with common.open_library() as library:
        keys = [library.row(each).entry.id for each in ids]
        known = library.decide(
            lambda held: deciding.name(
                held, library.people(), old, new, meetings=keys, everywhere=everywhere
            )
        )
    _say_last(known)
    return EXIT_FOUND


@command.command("suggest", short_help="Names that may be one person's.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a pair.")
@common_options
@click.pass_obj
def suggest(common: Common, as_json: bool) -> int:
    """List pairs of names so alike that they may be one person's. Nothing is merged.

    The keys of --json are ids, names and reason.
    """
    from tui.library.suggesting import suggestions

    output = Output(common)
    with common.open_library() as library:
        people = library.people()
        pairs = suggestions(people)
        ids = shown_ids(library, people, output)
    if as_json:
        for one, other, reason in pairs:
            names = [one.name, other.name]
            output.json({"ids": [one.id, other.id], "names": names, "reason": reason})
    else:
        columns = (Column(style={"fg": "cyan"}), Column(style={"fg": "cyan"}), Column(shrinks=1))
        rows = [(ids[one.id], ids[other.id], reason) for one, other, reason in pairs]
        for line in lines(output, columns, rows):
            output.line(line)
    note(
        "`stenogram people merge A B` makes two of them one person."
        if pairs
        else "No two names are alike."
    )
    return EXIT_FOUND if pairs else EXIT_NOTHING


def _say_last(known: Decisions) -> None:
    from tui.library.decision_words import in_words

    last = known.all[-1]
    note(f"{in_words(last)}. `stenogram edit --undo {last.number}` takes it back.")
