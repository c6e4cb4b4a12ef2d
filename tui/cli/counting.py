"""How much was found, altogether or by year, speaker or meeting, in every form."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.concordance import Asked, chosen_rows
from tui.cli.hit_formats import summary
from tui.cli.output import Output, note
from tui.cli.table import GAP, Column, cut, lines, width_of
from tui.quoting.markdown import escape

if TYPE_CHECKING:
    from tui.library.stored import StoredArchive
    from tui.search.groups import Counts, Group
    from tui.search.query import Query

_FOR_PROGRAMS = ("json", "csv")
"""Forms that say who somebody is by an id of its own, rather than beside the name."""

_HEADINGS = {"per_10000": "per 10,000 words"}
_SHORT_HEADINGS = {"per_10000": "per 10,000"}


def write_counts(library: StoredArchive, query: Query, asked: Asked, output: Output) -> bool:
    """Count what a query finds and write it; nothing where nothing was found.

    Args:
        library: Where the meetings are.
        query: What is counted.
        asked: What to count by, of which sample, in which form.
        output: Where it goes.

    Returns:
        Whether anything was found.
    """
    from tui.library.concording import searched_words, who_speaks
    from tui.library.speakers import ids_beside
    from tui.search.groups import By, Counts, Grouping
    from tui.search.speaker import by_name

    by = By(asked.by) if asked.by else None
    if by is None and asked.sample is None:
        # The list counts alike, and no row has to be made for it.
        found = Counts.of_meetings(library.timeline(query))
        if found.hits:
            found = replace(found, words=searched_words(library, query).words)
            _write([found.as_dict()], asked.form, output, text=_in_words(found))
        return found.hits > 0
    grouping = Grouping(by or By.MEETING, who_speaks(library) if by is By.SPEAKER else by_name)
    chosen = chosen_rows(library, query, asked, words=0)
    for row in chosen.rows:
        grouping.add(row)
    if not grouping.whole.hits:
        return False
    searched = None if chosen.sample is not None else searched_words(library, query, by)
    whole = grouping.whole.counts(searched.words if searched else None)
    if by is None:
        _write([whole.as_dict()], asked.form, output, text=_in_words(whole))
    else:
        groups = grouping.groups(searched.groups if searched else None)[: asked.limit]
        named = ((group.key or "",) if by is By.MEETING else group.meetings for group in groups)
        ids = ids_beside(library, named) if output.width is not None else {}
        _write([_row(by, group, asked.form, ids) for group in groups], asked.form, output)
    if chosen.sample is not None:
        note(f"This is {chosen.sample}.")
    if by is not None and output.width is not None:
        note(f"{_in_words(whole)}")
    return True


def heading(
    group: Group,
    by: str,
    words: Mapping[str | None, int] | None,
    ids: Mapping[str, str],
    width: int | None,
) -> str:
    """Say what a group is, and how much it holds, as much of that as there is room for.

    Args:
        group: The group.
        by: What it is one of.
        words: The words searched in each group; None where a frequency would be a sample's.
        ids: How ids of meetings are written beside a name; in full those that it lacks.
        width: Cells of the terminal; None where a line may be as long as it is.
    """
    counts = group.counts
    if words is not None:
        counts = replace(counts, words=words.get(group.key, 0))
    hits, turns, meetings, rate = counts.parts
    parts = [hits, turns, meetings] if by != "meeting" else [hits, turns]
    if counts.per_10000 is not None:
        parts.append(rate)
    if by == "speaker" and group.key is not None:
        name = group.person(ids)
    else:
        name = "  ".join(part for part in (_shown(by, group.key), group.title) if part)
    while width is not None and parts and width_of(_joined(name, parts)) > width:
        parts.pop()
    return _joined(name, parts) if width is None else cut(_joined(name, parts), width)


def _joined(name: str, parts: Sequence[str]) -> str:
    return f"{name}{GAP}{' · '.join(parts)}".rstrip()


def _row(by: str, group: Group, form: str, ids: Mapping[str, str]) -> dict[str, object]:
    head: dict[str, object] = {by: group.key}
    if by == "meeting":
        head = {by: group.key if form in _FOR_PROGRAMS else ids.get(group.key or "", group.key)}
        head["title"] = group.title
    elif by == "speaker" and group.key is not None:
        head[by] = group.title if form in _FOR_PROGRAMS else group.person(ids)
    if by == "speaker" and form in _FOR_PROGRAMS:
        head["person"] = group.key
    return head | group.counts.as_dict()


def _in_words(counts: Counts) -> str:
    rate = counts.per_10000
    if rate is None:
        return f"{summary(counts)}."
    return f"{summary(counts)}; {rate:,.2f} per 10,000 of the {counts.words:,} words searched."


def _write(
    rows: Sequence[Mapping[str, object]], form: str, output: Output, *, text: str = ""
) -> None:
    """Write rows of counts; ``text`` stands for a single one of them where text is asked for."""
    if form == "json":
        for row in rows:
            output.json(row)
        return
    if form == "text" and text:
        output.line(text)
        return
    keys = list(rows[0])
    if form == "csv":
        _write_csv(keys, rows, output)
    elif form == "markdown":
        output.line(f"| {' | '.join(_HEADINGS.get(key, key) for key in keys)} |")
        output.line(f"|{'|'.join('---:' if _is_number(key) else '---' for key in keys)}|")
        for row in rows:
            cells = (output.words(_shown(key, row[key])) for key in keys)
            output.line(f"| {' | '.join(map(_escaped, cells))} |")
    else:
        headings = _HEADINGS
        if output.width is not None:
            # Of a meeting there is one.
            keys = [key for key in keys if not (key == "meetings" and "meeting" in keys)]
            headings = _SHORT_HEADINGS
        columns = [_column(key) for key in keys]
        heading = [headings.get(key, key) for key in keys]
        body = [[_shown(key, row[key]) for key in keys] for row in rows]
        for line in lines(output, columns, [heading, *body]):
            output.line(line)


def _write_csv(keys: Sequence[str], rows: Sequence[Mapping[str, object]], output: Output) -> None:
    from tui.cli.hit_formats import guarded

    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(keys)
    for row in rows:
        cells = ("" if row[key] is None else str(row[key]) for key in keys)
        writer.writerow([guarded(output.words(cell)) for cell in cells])
    for line in buffer.getvalue().rstrip("\n").split("\n"):
        output.line(line)


def _column(key: str) -> Column:
    if key == "words":
        # The frequency tells more, and a name cut short may be another's.
        return Column(right=True, shrinks=1)
    if _is_number(key):
        return Column(right=True)
    if key == "title":
        return Column(shrinks=2, least=24)
    return Column(shrinks=3, least=40, style={"fg": "cyan"})


def _is_number(key: str) -> bool:
    return key in ("hits", "turns", "meetings", "words", "per_10000")


def _shown(key: str, value: object) -> str:
    if value is None:
        return {"speaker": "(no speaker)", "year": "(no date)"}.get(key, "–")
    if key == "per_10000":
        return f"{value:,.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _escaped(cell: str) -> str:
    return r"\|".join(escape(part) for part in cell.split("|"))
