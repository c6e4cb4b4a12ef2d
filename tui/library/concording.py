"""A concordance out of an archive: its rows, and the words that were searched for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.library.archive import never
from tui.library.errors import LibraryError
from tui.model import Hit, Meeting, Turn
from tui.search.concordance import Row, is_exchange, rows_of
from tui.search.groups import By, Group, grouped
from tui.search.orders import MOST_SORTED, Order
from tui.search.part import is_told_by_entries, searched_part
from tui.search.sample import DEFAULT_SEED, Sample, name_of_row, take_sample
from tui.search.speaker import Who, by_name

if TYPE_CHECKING:
    from tui.library.archive import Archive
    from tui.search.query import Query


def rows(
    archive: Archive,
    query: Query,
    words: int | None,
    *,
    cancelled: Callable[[], bool] = never,
) -> Iterator[Row]:
    """Yield a row a hit, reading each meeting once; in the order of time, so they stream.

    A meeting that can no longer be read, or was removed or revised since the hit was found, is
    left out; the archive keeps account of what is damaged.

    Args:
        archive: Where the meetings are.
        query: What to find.
        words: How many words to show on either side; None for the whole passage.
        cancelled: Asked between meetings; when true, the rows end.
    """
    for meeting, hits in _by_meeting(archive, query, cancelled):
        answers: tuple[Hit, ...] = ()
        if is_exchange(query):
            answers = tuple(pair.other for pair in archive.pairs_in(meeting.id, query))
        yield from rows_of(meeting, hits, words, answers)


def _by_meeting(
    archive: Archive, query: Query, cancelled: Callable[[], bool]
) -> Iterator[tuple[Meeting, Iterator[Hit]]]:
    """Yield the meetings that hold hits, and their hits as they are found."""
    found = archive.hits(query, cancelled=cancelled)
    for key, hits in groupby(found, key=attrgetter("meeting")):
        try:
            meeting = archive.meeting(key)
        except LibraryError:
            continue
        yield meeting, hits


@dataclass(frozen=True, slots=True)
class Chosen:
    """Rows in the order asked for.

    Attributes:
        rows: Each once; those in the order of time stream, the others are all found before
            the first of them comes.
        sample: How they were chosen, to be stated with them; None where they are all there are.
        groups: What each group holds, in the order in which their rows come; none where the
            rows are not grouped.
    """

    rows: Iterator[Row]
    sample: Sample[Row] | None = None
    groups: tuple[Group, ...] = ()


def choose(
    archive: Archive,
    query: Query,
    order: Order,
    words: int,
    *,
    by: By | None = None,
    sample: int | None = None,
    seed: int = DEFAULT_SEED,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] = never,
) -> Chosen:
    """Return the rows of a query in an order, or a sample of them.

    In the order of time they are never held in memory. For another order, or for groups, at
    most `MOST_SORTED` are: where there are more hits, a sample of so many is sorted.

    Args:
        archive: Where the meetings are.
        query: What to find.
        order: How the rows stand.
        words: How many words to show on either side.
        by: What the rows are grouped by, the order then being that within a group.
        sample: How many of the hits to take; None for as many as can be had.
        seed: What they are taken by; the same ones each time.
        progress: Told now and then how many hits are found, where all have to be first.
        cancelled: Asked between meetings; when true, what was found so far is arranged.
    """
    found = rows(archive, query, max(words, order.reach), cancelled=cancelled)
    streams = order.streams and by is None
    if sample is None and streams:
        return Chosen(found)
    size = MOST_SORTED if sample is None else sample
    if not streams:
        size = min(size, MOST_SORTED)
    taken = take_sample(_watched(found, progress), size, seed, name_of_row)
    chosen = taken.items if order.streams else sorted(taken.items, key=order.key)
    groups: tuple[Group, ...] = ()
    if by is not None:
        parts = grouped(chosen, by, who=who_speaks(archive) if by is By.SPEAKER else by_name)
        groups = tuple(group for group, _ in parts)
        chosen = [row for _, some in parts for row in some]
    stated = taken if sample is not None or not taken.is_all else None
    if order.reach <= words:
        return Chosen(iter(chosen), stated, groups)
    return Chosen((row.within(words) for row in chosen), stated, groups)


_EVERY = 64
"""Hits after which progress is told."""


def _watched(found: Iterator[Row], progress: Callable[[int], None] | None) -> Iterator[Row]:
    for number, row in enumerate(found, start=1):
        if progress is not None and number % _EVERY == 0:
            progress(number)
        yield row


@dataclass(frozen=True, slots=True)
class Searched:
    """How many words were spoken in the part of a library that a query searches.

    Attributes:
        words: Altogether.
        groups: By year, person's id or meeting; empty where nobody asked.
    """

    words: int
    groups: Mapping[str | None, int] = field(default_factory=dict)


def searched_words(
    archive: Archive,
    query: Query,
    by: By | None = None,
    *,
    cancelled: Callable[[], bool] = never,
) -> Searched:
    """Count the words that a frequency is related to; see `tui.search.groups.Counts`.

    The catalogue answers at once where the query limits its search by days, meetings, titles
    and places alone and no speakers are asked for; else every meeting of that part is read.

    Args:
        archive: Where the meetings are.
        query: What is looked for.
        by: Whether to count by year, speaker or meeting as well.
        cancelled: Asked between meetings; when true, what was counted so far is returned.
    """
    part = searched_part(query)
    who = who_speaks(archive) if by is By.SPEAKER else by_name
    groups: dict[str | None, int] = defaultdict(int)
    total = 0
    for meeting, date, speaker, words in _spoken(archive, part, by, cancelled):
        total += words
        match by:
            case By.YEAR:
                groups[date[:4] if date else None] += words
            case By.SPEAKER:
                groups[speaker and who(meeting, speaker).id] += words
            case By.MEETING:
                groups[meeting] += words
            case None:
                pass
    return Searched(total, dict(groups))


def who_speaks(archive: Archive) -> Who:
    """Return what tells whom the speakers' names mean."""
    from tui.library.speakers import Speakers

    return Speakers(archive.people()).who


def _spoken(
    archive: Archive, part: Query, by: By | None, cancelled: Callable[[], bool]
) -> Iterator[tuple[str, str | None, str | None, int]]:
    """Yield meeting, date, speaker and words, of whole meetings or of single turns."""
    if by is not By.SPEAKER and is_told_by_entries(part):
        from tui.search.known import Known
        from tui.search.truth import EntryFacts, judge

        known = Known()
        for row in archive.timeline():
            entry = row.entry
            if part.root is None or judge(part.root, EntryFacts(entry, known)):
                yield entry.id, entry.date, None, entry.words
        return
    if part.has_passage_clauses:
        for meeting, hits in _by_meeting(archive, part, cancelled):
            anchors = {hit.anchor for hit in hits}
            for turn in meeting.turns:
                if f"t{turn.number}" in anchors:
                    yield meeting.id, meeting.date, turn.speaker, _words(turn)
        return
    for row in archive.timeline(part, cancelled=cancelled):
        if cancelled():
            return
        try:
            meeting = archive.meeting(row.entry.id)
        except LibraryError:
            continue
        for turn in meeting.turns:
            yield meeting.id, meeting.date, turn.speaker, _words(turn)


def _words(turn: Turn) -> int:
    """Count a turn's words as the catalogue does."""
    return sum(len(block.text.split()) for block in turn.paragraphs)
