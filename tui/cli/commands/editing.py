"""``stenogram edit``: what a person corrects by hand, and takes back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.failures import EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import Output, note
from tui.cli.table import Column, lines

if TYPE_CHECKING:
    from tui.library.decisions import Decisions
    from tui.library.library import Library

_EXAMPLES = """\b
stenogram edit 2013-05-29 --date 2013-05-30          it was a day later
stenogram edit 2013-05-29#t3 --speaker "Anna Berg"   who speaks in this turn
stenogram edit 2013-05-29#t3 --role "Minister"       in this office
stenogram edit --list                                what was decided
stenogram edit --undo 4                              take one of them back
"""

_COLUMNS = (Column(right=True, style={"fg": "cyan"}), Column(), Column(shrinks=1), Column())


@click.command("edit", short_help="Correct a meeting or a turn by hand.", epilog=_EXAMPLES)
@click.argument("id_", metavar="ID", required=False, shell_complete=complete_meeting)
@click.option("--speaker", metavar="NAME", help='Who speaks in the turn ID names; "" for unknown.')
@click.option("--role", metavar="OFFICE", help='In which office, in that turn; "" for none.')
@click.option("--date", metavar="DATE", help='The day, as 2013-05-29; "" for unknown.')
@click.option("--time", metavar="TIME", help='The time, as 12:45; "" for unknown.')
@click.option("--title", metavar="TITLE", help="The title.")
@click.option("--place", metavar="PLACE", help='The place; "" for unknown.')
@click.option("--list", "listed", is_flag=True, help="List what was decided, in this order.")
@click.option("--undo", type=int, multiple=True, metavar="N", help="Take decision N back.")
@click.option("--json", "as_json", is_flag=True, help="With --list, one JSON object a decision.")
@common_options
@click.pass_obj
def command(
    common: Common,
    id_: str | None,
    speaker: str | None,
    role: str | None,
    date: str | None,
    time: str | None,
    title: str | None,
    place: str | None,
    listed: bool,
    undo: tuple[int, ...],
    as_json: bool,
) -> int:
    """Correct by hand what was read wrong: who speaks in a turn, when a meeting was, its title.

    The words, the labels and the meeting's id stay. A correction holds whenever the source is
    read again, and can be taken back. The keys of --list --json are number, made, kind,
    meeting, text and holds.
    """
    fields = {"date": date, "time": time, "title": title, "place": place}
    wanted = {field: value for field, value in fields.items() if value is not None}
    of_turn = {"speaker": speaker, "role": role}
    spoken = {option: value for option, value in of_turn.items() if value is not None}
    asked = [bool(wanted or spoken), listed, bool(undo)]
    if sum(asked) != 1:
        raise click.UsageError("Say what is right (--speaker, --date …), or --list, or --undo N.")
    if asked[0] and id_ is None:
        raise click.UsageError("Name the meeting or the turn that is to be corrected.")
    if undo and id_ is not None:
        raise click.UsageError("--undo takes a decision's number and no ID.")
    with common.open_library() as library:
        if listed:
            return _list(library, Output(common), id_, as_json)
        if undo:
            return _undo(library, undo)
        assert id_ is not None
        return _correct(library, id_, wanted, spoken)


def _correct(library: Library, id_: str, wanted: dict[str, str], spoken: dict[str, str]) -> int:
    from tui.library import deciding
    from tui.library.decision_words import in_words
    from tui.library.people import usual_name
    from tui.library.replaying import replay

    name, _, anchor = id_.partition("#")
    turn = re.fullmatch(r"t(\d+)(?:\.\d+)?", anchor)
    if spoken and turn is None:
        raise click.UsageError(
            f"--{next(iter(spoken))} needs a turn's id, such as 2013-05-29/astana#t3."
        )
    if spoken:
        library.resolve(id_)
    if "speaker" in spoken:
        spoken["speaker"] = usual_name(library.people(), spoken["speaker"])
    before = {decision.number for decision in library.decisions.all}

    def change(held: Decisions) -> Decisions:
        meeting = library.meeting(name)
        for field, value in wanted.items():
            held, _ = deciding.correct(held, meeting, field, value)
        number = int(turn[1]) if turn else 0
        if "speaker" in spoken:
            held, _ = deciding.correct_speaker(held, meeting, number, spoken["speaker"])
        if "role" in spoken:
            # Another speaker has no office until one is given.
            held, _ = deciding.correct_role(held, replay(held, meeting), number, spoken["role"])
        return held

    made = [one for one in library.decide(change).all if one.number not in before]
    for one in made:
        note(f"{one.meeting}: {in_words(one)}. `stenogram edit --undo {one.number}` takes it back.")
    if not made:
        note("It is so already; nothing was changed.")
    return EXIT_FOUND


def _undo(library: Library, numbers: tuple[int, ...]) -> int:
    from tui.library.deciding import undo
    from tui.library.decision_words import in_words

    said: list[str] = []

    def change(held: Decisions) -> Decisions:
        said[:] = [in_words(one) for one in held.all if one.number in numbers]
        for number in dict.fromkeys(numbers):
            held = undo(held, number)
        return held

    library.decide(change)
    for words in said:
        note(f"Taken back: {words}")
    return EXIT_FOUND


def _list(library: Library, output: Output, id_: str | None, as_json: bool) -> int:
    from tui.library.decision_words import in_words

    key = library.row(id_.partition("#")[0]).entry.id if id_ else None
    decisions = [one for one in library.decisions.all if key in (None, one.meeting)]
    rows = []
    for one in decisions:
        holds, why = _holds(library, one.number, one.meeting)
        if as_json:
            output.json(
                {
                    "number": one.number,
                    "made": one.made,
                    "kind": one.kind,
                    "meeting": one.meeting,
                    "text": in_words(one),
                    "holds": holds,
                }
            )
        rows.append((str(one.number), one.meeting or "people", in_words(one), why))
    if not as_json:
        for line in lines(output, _COLUMNS, rows):
            output.line(line)
    if not decisions:
        note("Nothing was decided by hand.")
    return EXIT_FOUND if decisions else EXIT_NOTHING


def _holds(library: Library, number: int, meeting: str | None) -> tuple[bool, str]:
    """Whether a decision has something to be laid over, and else why not."""
    if meeting is None:
        return True, ""
    if meeting not in library.catalogue:
        return False, "the meeting is not in the library"
    for correction in library.corrections(meeting):
        if correction.decision.number == number and not correction.holds:
            return False, "its turn is not found in the present words"
    return True, ""
