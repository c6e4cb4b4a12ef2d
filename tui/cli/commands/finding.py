"""``stenogram find``: a concordance, one row a hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import click

from tui.cli.common import Common, common_options
from tui.cli.concordance import ORDERS, Row, is_exchange, rows
from tui.cli.damage import exit_code
from tui.cli.failures import EXIT_FOUND
from tui.cli.forms import chosen_form
from tui.cli.output import Output, note
from tui.cli.query import in_words, understood
from tui.cli.table import plural
from tui.cli.words import QUERY_HELP, QueryCommand

DEFAULT_CONTEXT = 8

_LONGEST_ID = 48
"""An id longer than this may break the column rather than widen it for all."""


@click.command(
    "find",
    cls=QueryCommand,
    short_help="Find words and show them in their surroundings.",
    epilog=QUERY_HELP,
)
@click.argument("words", nargs=-1, required=True, type=click.UNPROCESSED, metavar="QUERY…")
@click.option(
    "--context",
    type=click.IntRange(min=0),
    default=DEFAULT_CONTEXT,
    metavar="WORDS",
    show_default=True,
    help="Words to show on either side.",
)
@click.option(
    "--sort",
    type=click.Choice(list(ORDERS)),
    default="date",
    show_default=True,
    help="The order; by the words left or right of the hit, the nearest first.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show the first N hits.")
@click.option("--json", "as_json", flag_value="json", help="One JSON object a hit.")
@click.option("--csv", "as_csv", flag_value="csv", help="Comma-separated values with a heading.")
@click.option("--markdown", "as_markdown", flag_value="markdown", help="A Markdown table.")
@click.option("--explain", is_flag=True, help="Say what the query means and search nothing.")
@common_options
@click.pass_obj
def command(
    common: Common,
    words: tuple[str, ...],
    context: int,
    sort: str,
    limit: int | None,
    as_json: str | None,
    as_csv: str | None,
    as_markdown: str | None,
    explain: bool,
) -> int:
    """Find what QUERY asks for and print one row a hit, oldest first.

    The keys of a row are id, meeting, date, time, place, title, speaker (null outside
    speech), role, kind, left, hit and right; for an exchange (a >> b) also answer;
    in JSON, where the source has times, also start, in seconds.
    """
    from tui.cli import hit_formats

    asked = {"--json": as_json, "--csv": as_csv, "--markdown": as_markdown}
    form = chosen_form(asked, default="text")
    query = understood(words)
    output = Output(common)
    with common.open_library() as library:
        if explain:
            output.line(output.words(in_words(query, library)))
            return EXIT_FOUND
        found: Iterator[Row] = rows(library, query, context)
        order = ORDERS[sort]
        if order is not None:
            found = iter(sorted(found, key=order))
        tally = Tally()
        shown = tally.counted(islice(found, limit))
        if form == "json":
            hit_formats.write_json(shown, output)
        elif form == "csv":
            hit_formats.write_csv(shown, output, answers=is_exchange(query))
        elif form == "markdown":
            hit_formats.write_markdown(shown, output)
        else:
            longest = max((len(row.entry.id) for row in library.timeline()), default=0)
            hit_formats.write_text(
                shown,
                output,
                address_width=min(longest, _LONGEST_ID) + len("#t999"),
                context=context,
                grouped=order is None,
            )
        output.flush()
        if not tally.hits:
            if query.has_passage_clauses:
                note(f"Nothing found: {in_words(query, library)}")
            else:
                note(
                    f"The query names meetings and no words in them: {in_words(query, library)}\n"
                    "`stenogram list` with the same query lists them."
                )
        elif output.width is not None:
            # Only a person is told, so only then is it worth looking for another hit.
            more = tally.hits == limit and next(found, None) is not None
            note(tally.summary(more=more))
        return exit_code(library, found=tally.hits > 0)


class Tally:
    """Counts rows while they pass."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.hits = 0
        self._passages: set[str] = set()
        self._meetings: set[str] = set()

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows as they are."""
        for row in rows:
            self.hits += 1
            self._passages.add(row.id)
            self._meetings.add(row.meeting)
            yield row

    def summary(self, *, more: bool) -> str:
        """Say how many passed, in how many places, and whether there are more."""
        counts = (
            f"{plural(self.hits, 'hit')} in {plural(len(self._passages), 'passage')}"
            f" of {plural(len(self._meetings), 'meeting')}"
        )
        return f"{counts}; --limit ends here." if more else f"{counts}."
