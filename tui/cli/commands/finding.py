"""``stenogram find``: a concordance, one row a hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from tui.cli.common import Common, common_options
from tui.cli.concordance import Asked, chosen_rows
from tui.cli.damage import exit_code
from tui.cli.failures import EXIT_FOUND
from tui.cli.forms import chosen_form
from tui.cli.output import Output, note
from tui.cli.query import in_words, understood, unfolded
from tui.cli.words import QUERY_HELP, QueryCommand

if TYPE_CHECKING:
    from tui.library.concording import Chosen
    from tui.library.stored import StoredArchive
    from tui.search.concordance import Row
    from tui.search.groups import Counter
    from tui.search.query import Query

DEFAULT_CONTEXT = 8

_SORTS = ("date", "speaker", "left", "right")
_REACHES = ("left:1", "left:2", "left:3", "right:1", "right:2", "right:3")
_LONGEST_DIAGNOSIS = 10.0
"""Seconds after which no more is tried to say why there is nothing."""


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
    type=click.Choice([*_SORTS, *_REACHES]),
    metavar=f"[{'|'.join(_SORTS)}]",
    help="The order; by what stands left or right of the hit (the hit itself does not count, "
    "nor do capitals and punctuation), word by word from the nearest outward. left:1 to "
    "left:3 and right:1 to right:3 compare so many words only. What is alike stays in the "
    "order of date. Up to 100,000 hits are sorted; of more, a stated sample.  [default: date]",
)
@click.option(
    "--by",
    type=click.Choice(["year", "speaker", "meeting"]),
    help="Count by year, speaker or meeting and show one row each instead of the hits; "
    "with --sort, show the hits too, group by group.",
)
@click.option("--count", is_flag=True, help="Show only how much was found.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show the first N rows.")
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    metavar="N",
    help="Take N of the hits, the same ones each time, in the order asked for.",
)
@click.option(
    "--seed", type=int, metavar="S", help="Another number takes another sample.  [default: 1]"
)
@click.option("--json", "as_json", flag_value="json", help="One JSON object a row.")
@click.option("--csv", "as_csv", flag_value="csv", help="Comma-separated values with a heading.")
@click.option("--markdown", "as_markdown", flag_value="markdown", help="A Markdown table.")
@click.option("--explain", is_flag=True, help="Say what the query means and search nothing.")
@common_options
@click.pass_obj
def command(
    common: Common,
    words: tuple[str, ...],
    as_json: str | None,
    as_csv: str | None,
    as_markdown: str | None,
    explain: bool,
    context: int,
    sort: str | None,
    by: str | None,
    count: bool,
    limit: int | None,
    sample: int | None,
    seed: int | None,
) -> int:
    """Find what QUERY asks for and print one row a hit, oldest first.

    The keys of a row are id, meeting, date, time, place, title, speaker (null outside
    speech), role, kind, left, hit and right; for an exchange (a >> b) also answer;
    in JSON, where the source has times, also start, in seconds.

    Those of --count are hits, turns, meetings, words and per_10000; --by puts year,
    speaker (with the person's id) or meeting (with its title) before them. A name that
    says who somebody is in one meeting only, such as Anna or Question, is counted for
    each meeting by itself.

    The frequency is that of the hits in speech per 10,000 words spoken in the part that
    was searched: all turns the query leaves when the words it looks for are left out,
    such as everything that somebody said for by:. A sample has no frequency.
    """
    forms = {"--json": as_json, "--csv": as_csv, "--markdown": as_markdown}
    form = chosen_form(forms, default="text")
    if seed is not None and sample is None and sort in (None, "date") and by is None:
        raise click.UsageError("--seed is for --sample: say how many hits to take.")
    if count and by is not None:
        raise click.UsageError("--count and --by do not go together; --by counts already.")
    asked = Asked(context, sort, by, count, limit, sample, seed, form)
    query = understood(words)
    output = Output(common)
    with common.open_library() as library:
        if explain:
            output.line(output.words(in_words(query, library)))
            return EXIT_FOUND
        query = unfolded(query, library)
        if asked.only_counts:
            from tui.cli.counting import write_counts

            found = write_counts(library, query, asked, output)
        else:
            found = _write_hits(library, query, asked, output)
        output.flush()
        if not found:
            _say_why(library, query)
        return exit_code(library, found=found)


def _write_hits(library: StoredArchive, query: Query, asked: Asked, output: Output) -> bool:
    from tui.cli import hit_formats
    from tui.search.concordance import is_exchange
    from tui.search.groups import Counter

    chosen = chosen_rows(library, query, asked, words=asked.context)
    counter = Counter()
    shown = _counted(islice(chosen.rows, asked.limit), counter)
    if asked.form == "json":
        hit_formats.write_json(shown, output)
    elif asked.form == "csv":
        hit_formats.write_csv(shown, output, answers=is_exchange(query))
    elif asked.form == "markdown":
        hit_formats.write_markdown(shown, output, answers=is_exchange(query))
    else:
        hit_formats.write_text(
            shown,
            output,
            ids=(row.entry.id for row in library.timeline()),
            context=asked.context,
            under_meetings=asked.sort in (None, "date") and not chosen.groups,
            headings=_headings(library, query, asked, chosen, output),
        )
    output.flush()
    if counter.hits and chosen.sample is not None:
        note(f"This is {chosen.sample}.")
    if counter.hits and output.width is not None:
        # Only a person is told, so only then is it worth looking for another hit.
        more = counter.hits == asked.limit and next(chosen.rows, None) is not None
        note(hit_formats.summary(counter.counts()) + ("; --limit ends here." if more else "."))
    return counter.hits > 0


def _headings(
    library: StoredArchive, query: Query, asked: Asked, chosen: Chosen, output: Output
) -> dict[int, str]:
    """Return what stands above each group, by the place of its first row."""
    if asked.by is None or not chosen.groups:
        return {}
    from tui.cli.counting import heading
    from tui.library.concording import searched_words
    from tui.library.speakers import ids_beside
    from tui.search.groups import By

    words = None if chosen.sample else searched_words(library, query, By(asked.by)).groups
    namesakes = (group.meetings for group in chosen.groups)
    ids = ids_beside(library, namesakes) if output.width is not None else {}
    headings: dict[int, str] = {}
    first = 0
    for group in chosen.groups:
        headings[first] = heading(group, asked.by, words, ids, output.width)
        first += group.counts.hits
    return headings


def _counted(rows: Iterable[Row], counter: Counter) -> Iterator[Row]:
    for row in rows:
        counter.add(row)
        yield row


def _say_why(library: StoredArchive, query: Query) -> None:
    """Say on standard error why there is nothing, and what there would be."""
    if not query.has_passage_clauses:
        if next(iter(library.timeline(query)), None) is None:
            note(f"No meeting is such: {in_words(query, library)}")
            return
        note(
            f"The query names meetings and no words in them: {in_words(query, library)}\n"
            "`stenogram list` with the same query lists them."
        )
        return
    from time import monotonic

    from tui.library.diagnosing import diagnose

    until = monotonic() + _LONGEST_DIAGNOSIS
    diagnosis = diagnose(library, query, cancelled=lambda: monotonic() > until)
    note("\n".join((f"Nothing found: {in_words(query, library)}", *diagnosis.lines())))
