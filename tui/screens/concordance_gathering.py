"""Reading a concordance out of the archive; for worker threads only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from tui.library.archive import Archive
from tui.library.concording import rows, searched_words
from tui.library.errors import LibraryError
from tui.model import Hit, TimelineRow
from tui.screens.concordance_sitting import Arrangement, Sitting
from tui.screens.wording import day
from tui.search.concordance import Row, is_exchange, rows_of
from tui.search.groups import By, Counter, Counts
from tui.search.orders import MOST_SORTED
from tui.search.query import Query
from tui.search.sample import Sample, name_of, take_sample
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
    """

    sheet: Collected
    note: str


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
    sample: Sample[Row] = take_sample(found, size, arrangement.seed, _name)
    if cancelled():
        return None
    order = arrangement.order
    taken = sample.items if order.streams else sorted(sample.items, key=order.key)
    note = "" if sample.is_all else str(sample)
    return Gathered(_collected(taken, arrangement.by), note)


@dataclass(frozen=True, slots=True)
class Counted:
    """What only reading every hit can tell.

    Attributes:
        counts: How much there is, and among how many words.
        rows: The meetings with hits, oldest first, all their hits counted.
    """

    counts: Counts
    rows: tuple[TimelineRow, ...]


def count(archive: Archive, sitting: Sitting, *, cancelled: Callable[[], bool]) -> Counted | None:
    """Count what was found, and the words it was found among; None where nobody waits."""
    searched = searched_words(archive, sitting.query, cancelled=cancelled)
    counter = Counter()
    hits: dict[str, int] = {}
    for row in rows(archive, sitting.query, 0, cancelled=cancelled):
        counter.add(row)
        hits[row.meeting] = hits.get(row.meeting, 0) + 1
    if cancelled():
        return None
    final = tuple(
        row if row.hits == hits.get(row.entry.id) else _recounted(row, hits.get(row.entry.id, 0))
        for row in sitting.rows
    )
    return Counted(counter.counts(searched.words), final)


def _recounted(row: TimelineRow, hits: int) -> TimelineRow:
    return replace(row, hits=hits, counted=True)


def _name(row: Row) -> str:
    return name_of(row.found) + (f" {name_of(row.answer.found)}" if row.answer else "")


def _telling(found: Iterator[Row], tell: Callable[[int], None]) -> Iterator[Row]:
    due = time.monotonic() + TELL_EVERY
    for number, row in enumerate(found, start=1):
        yield row
        if number % 64 == 0 and time.monotonic() > due:
            tell(number)
            due = time.monotonic() + TELL_EVERY


def _collected(taken: Iterable[Row], by: By | None) -> Collected:
    if by is None:
        return Collected(taken)
    groups: dict[str | None, list[Row]] = {}
    for row in taken:
        groups.setdefault(by.of(row), []).append(row)
    ordered: list[Row] = []
    headings: list[Heading] = []
    for key in sorted(groups, key=lambda key: _rank(groups[key], by, key)):
        group = groups[key]
        spoken = next((row for row in group if row.kind == "turn"), group[0])
        headings.append(Heading(_heading(spoken, by, key), len(ordered), len(group)))
        ordered += group
    return Collected(ordered, headings)


def _rank(group: list[Row], by: By, key: str | None) -> tuple[object, ...]:
    """Speakers by their hits, most first; years and meetings by date; what has neither, last."""
    if by is By.SPEAKER:
        return key is None, -len(group), key or ""
    first = group[0]
    return first.date is None, first.date or "", first.time or "", key or ""


def _heading(row: Row, by: By, key: str | None) -> str:
    if by is By.MEETING:
        return " · ".join(part for part in (day(row.date), row.place, row.title) if part)
    if by is By.YEAR:
        return key or "undated"
    return key or (
        "outside speech" if row.kind != "turn" else "unnamed speakers, and outside speech"
    )
