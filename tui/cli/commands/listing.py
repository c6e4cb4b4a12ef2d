"""``stenogram list``: the timeline as rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from tui.cli.common import Common, common_options
from tui.cli.damage import exit_code
from tui.cli.output import Output, note
from tui.cli.query import understood, unfolded
from tui.cli.table import Column, lines, plural
from tui.cli.words import QUERY_HELP, QueryCommand
from tui.model import TimelineRow

if TYPE_CHECKING:
    from tui.library.library import Library

_COLUMNS = (
    Column(style={"fg": "cyan"}),  # id, with the date
    Column(shrinks=5),  # time
    Column(shrinks=3, least=12),  # place, which the id tells as well
    Column(shrinks=4, least=20),  # speakers
    Column(right=True, shrinks=2, style={"dim": True}),  # turns
    Column(right=True, style={"bold": True}),  # hits
    Column(shrinks=1, least=24),  # title
)


@click.command(
    "list",
    cls=QueryCommand,
    short_help="List meetings, newest first.",
    epilog=QUERY_HELP,
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[QUERY…]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a meeting.")
@common_options
@click.pass_obj
def command(common: Common, words: tuple[str, ...], as_json: bool) -> int:
    """List the meetings of the library, newest first; with a QUERY those it finds.

    The keys of --json are id, date, time, place, title, speakers, turns, words and hits.
    """
    query = understood(words) if words else None
    with common.open_library() as library:
        if query is not None:
            query = unfolded(query, library)
        rows = library.timeline(query)
        output = Output(common)
        if as_json:
            for row in rows:
                output.json(_as_json(row))
        else:
            counted = query is not None and query.has_passage_clauses
            ids = _ids(library, output)
            for line in lines(output, _COLUMNS, [_as_cells(row, counted, ids) for row in rows]):
                output.line(line)
        output.flush()
        if not rows:
            empty = "The library is empty: `stenogram import PATH…` fills it."
            note("Nothing found." if library.timeline() else empty)
        return exit_code(library, found=bool(rows))


def _ids(library: Library, output: Output) -> Mapping[str, str]:
    """Return how ids are written: on a terminal as short as they may be typed, else in full."""
    if output.width is None:
        return {}
    from tui.library.short_ids import short_ids

    return short_ids(row.entry.id for row in library.timeline())


def _as_json(row: TimelineRow) -> dict[str, object]:
    entry = row.entry
    return {
        "id": entry.id,
        "date": entry.date,
        "time": entry.time,
        "place": entry.place,
        "title": entry.title,
        "speakers": list(entry.speakers),
        "turns": entry.turns,
        "words": entry.words,
        "hits": row.hits,
    }


def _as_cells(row: TimelineRow, counted: bool, ids: Mapping[str, str]) -> tuple[str, ...]:
    entry = row.entry
    return (
        ids.get(entry.id, entry.id),
        entry.time or "",
        entry.place,
        ", ".join(entry.speakers),
        plural(entry.turns, "turn") if entry.turns else "no dialogue",
        plural(row.hits, "hit") if counted else "",
        entry.title,
    )
