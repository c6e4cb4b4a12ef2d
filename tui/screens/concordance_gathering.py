"""Reading a concordance out of the archive; for worker threads only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tui.library.archive import Archive
from tui.library.concording import rows, searched_words, usual_names
from tui.library.errors import LibraryError
from tui.model import Hit
from tui.screens.concordance_counts import group_name
from tui.screens.concordance_sitting import Arrangement, Sitting
from tui.screens.wording import day
from tui.search.concordance import Row, is_exchange, rows_of
from tui.search.groups import By, Counts, grouped
from tui.search.orders import MOST_SORTED
from tui.search.query import Query
from tui.search.sample import Sample, name_of_row, take_sample
from tui.widgets.concordance import Collected, Heading

CONTEXT = 24
"""Words read on either side of a hit: what a wide line can show."""

TELL_EVERY = 0.3
"""Seconds between two words of progress: each is sent over the wire."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Hits in an order that asks for all of them.

    Attributes:
        sheet: The hits.
        note: What was left out, "" where nothing was.
        groups: What each group holds, by its name, where they are grouped.
    """

    sheet: Collected
    note: str
    groups: Mapping[str, Counts]


def meeting_rows(archive: Archive, meeting: str, query: Query) -> tuple[Row, ...]:
    """Read the rows of one meeting; none where it can no longer be read."""
    try:
        hits = archive.hits_in(meeting, query)
        answers: tuple[Hit, ...] = ()
        if is_exchange(query):
            answers = tuple(pair.other for pair in archive.pairs_in(meeting, query))
        return tuple(rows_of(archive.meeting(meeting), hits, CONTEXT, answers))
    except LibraryError:
        return ()


def gather(
    archive: Archive,
    query: Query,
    arrangement: Arrangement,
    *,
    cancelled: Callable[[], bool],
    tell: Callable[[int], None],
) -> Gathered | None:
    """Read every hit, sample, sort and group them.

    Args:
        archive: Where the hits are.
        query: What finds them.
        arrangement: How they are to stand. Of more than ``MOST_SORTED``, a sample stands so.
        cancelled: Whether nobody waits for them any longer.
        tell: Is told now and then how many were read.

    Returns:
        The hits; None where nobody waits.
    """
    found = _telling(rows(archive, query, CONTEXT, cancelled=cancelled), tell)
    size = min(arrangement.sample or MOST_SORTED, MOST_SORTED)
    # As `find` takes it, so that the same command gives the same sample.
    sample: Sample[Row] = take_sample(found, size, arrangement.seed, name_of_row)
    if cancelled():
        return None
    order = arrangement.order
    taken = sample.items if order.streams else sorted(sample.items, key=order.key)
    note = "" if sample.is_all else str(sample)
    by = arrangement.by
    if by is None:
        return Gathered(Collected(taken), note, {})
    return _grouped(taken, by, note, usual_names(archive) if by is By.SPEAKER else str)


def _grouped(taken: Iterable[Row], by: By, note: str, usual: Callable[[str], str]) -> Gathered:
    ordered: list[Row] = []
    headings: list[Heading] = []
    groups: dict[str, Counts] = {}
    for group, rows_ in grouped(taken, by, usual=usual):
        name = group_name(group.key)
        groups[name] = group.counts
        headings.append(Heading(_heading(rows_, by, group.key), len(ordered), len(rows_), name))
        ordered += rows_
    return Gathered(Collected(ordered, headings), note, groups)


def _heading(group: tuple[Row, ...], by: By, key: str | None) -> str:
    row = group[0]
    if by is By.MEETING:
        return " · ".join(part for part in (day(row.date), row.place, row.title) if part)
    if by is By.YEAR:
        return key or "undated"
    unnamed = any(row.kind == "turn" for row in group)
    return key or ("unnamed speakers, and outside speech" if unnamed else "outside speech")


def count(archive: Archive, sitting: Sitting, *, cancelled: Callable[[], bool]) -> Sitting | None:
    """Count what is not known yet: hits that are still being found, and the words searched.

    Args:
        archive: Where the hits are.
        sitting: What is known.
        cancelled: Whether nobody waits for it any longer.

    Returns:
        The sitting with all counts, however its hits stand; None where nobody waits.
    """
    words = sitting.counts.words
    if not sitting.complete:
        timeline = archive.timeline(sitting.query, cancelled=cancelled)
        if cancelled():
            return None
        fresh = Sitting.over(sitting.text, sitting.query, sitting.generation, timeline)
        sitting = replace(sitting, rows=fresh.rows, counts=fresh.counts, complete=True)
    if words is None:
        words = searched_words(archive, sitting.query, cancelled=cancelled).words
    if sitting.lacks_words and (by := sitting.arrangement.by) is not None:
        found = searched_words(archive, sitting.query, by, cancelled=cancelled)
        sitting = replace(sitting, words={**sitting.words, by: found.groups})
    if cancelled():
        return None
    return replace(sitting, counts=replace(sitting.counts, words=words))


def _telling(found: Iterator[Row], tell: Callable[[int], None]) -> Iterator[Row]:
    due = time.monotonic() + TELL_EVERY
    for number, row in enumerate(found, start=1):
        yield row
        if number % 64 == 0 and time.monotonic() > due:
            tell(number)
            due = time.monotonic() + TELL_EVERY
