"""``stenogram show``: a meeting, a turn or a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

import click

from tui.cli import revisions, transcript
from tui.cli.addresses import Found, find
from tui.cli.common import Common, common_options
from tui.cli.completions import complete_meeting
from tui.cli.corrections import corrections
from tui.cli.damage import exit_code
from tui.cli.forms import chosen_form
from tui.cli.output import Output, note

_EXAMPLES = """\b
stenogram show 2013-05-29/astana        the meeting whose id begins so
stenogram show 2013-05-29/astana#t2     its second turn
stenogram show 2013-05-29/astana#t2.1   the first paragraph of that turn
stenogram show 2013-05-29 --captures    which files it was read from, when
stenogram show 2013-05-29 --diff 1 2    words that two readings do not share
"""


@click.command("show", short_help="Print a meeting, a turn or a paragraph.", epilog=_EXAMPLES)
@click.argument("id_", metavar="ID", shell_complete=complete_meeting)
@click.argument("sides", nargs=-1, type=int, metavar="[A B]")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown", "json"]),
    help="How to print it.  [default: text]",
)
@click.option("--json", "json_", flag_value="json", help="The same as --format json.")
@click.option("--captures", is_flag=True, help="List the readings of the meeting.")
@click.option("--capture", type=int, metavar="N", help="Print reading N, as its file has it.")
@click.option("--diff", is_flag=True, help="Show which words readings A and B do not share.")
@common_options
@click.pass_obj
def command(
    common: Common,
    id_: str,
    sides: tuple[int, ...],
    format_: str | None,
    json_: str | None,
    captures: bool,
    capture: int | None,
    diff: bool,
) -> int:
    """Print what ID names: a meeting, a turn or paragraph of it, or a block outside speech.

    A meeting that was imported several times, or whose page was, has a capture a reading.
    """
    form = chosen_form({"--format": format_, "--json": json_}, default="text")
    if len(sides) not in ((0, 2) if diff else (0,)):
        raise click.UsageError("Two captures go with --diff, as in --diff 1 2.")
    if captures + diff + (capture is not None) > 1:
        raise click.UsageError("--captures, --capture and --diff do not go together.")
    if form == "markdown" and (captures or diff):
        raise click.UsageError("--captures and --diff print text or JSON.")
    output = Output(common)
    with common.open_library() as library:
        meeting = id_.partition("#")[0]
        if captures:
            return revisions.list_captures(library, meeting, output, as_json=form == "json")
        if diff:
            as_json = form == "json"
            return revisions.show_differences(library, meeting, sides, output, as_json=as_json)
        found = find(library, id_, capture)
        corrected = corrections(library, found.meeting.id) if capture is None else ()
    if form == "json":
        output.json(_as_json(found))
    elif form == "markdown":
        for line in _markdown(found):
            output.line(output.words(line))
    else:
        for line in _text(found, output, corrected):
            output.line(line)
    if form != "text" or found.passage is not None:
        for line in corrected:
            note(line)
    return exit_code(library, found=True)


def _as_json(found: Found) -> dict[str, object]:
    """Return the meeting object, or the object of a part of it with its meeting's data."""
    from tui.reading import schema

    meeting = found.meeting
    if found.passage is None:
        return schema.encode(meeting)
    turn = found.passage.turn
    part = turn if turn is not None and found.paragraph is None else found.blocks[0]
    body = cast("list[dict[str, object]]", schema.encode(replace(meeting, body=(part,)))["body"])
    of_turn = {} if turn is None or part is turn else {"speaker": turn.speaker, "role": turn.role}
    return {
        "id": found.address,
        "meeting": meeting.id,
        "date": meeting.date,
        "time": meeting.time,
        "place": meeting.place,
        "title": meeting.title,
        **of_turn,
        **body[0],
    }


def _text(found: Found, output: Output, corrected: Sequence[str]) -> Iterator[str]:
    if found.passage is None:
        yield from transcript.text_lines(found.meeting, output, corrected)
    elif found.passage.turn is not None:
        blocks = found.blocks if found.paragraph else found.passage.turn.blocks
        yield from transcript.turn_lines(found.passage.turn, blocks, output)
    else:
        yield from transcript.block_lines(found.passage.blocks[0], output)


def _markdown(found: Found) -> Iterator[str]:
    if found.passage is None:
        yield from transcript.markdown_lines(found.meeting)
    elif found.passage.turn is not None:
        blocks = found.blocks if found.paragraph else found.passage.turn.blocks
        yield from transcript.markdown_turn(found.passage.turn, blocks)
    else:
        yield transcript.markdown_block(found.passage.blocks[0])
