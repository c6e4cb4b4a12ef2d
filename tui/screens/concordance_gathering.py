"""Reading a concordance out of the archive; for worker threads only."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tui.library.archive import Archive
from tui.library.concording import choose, searched_words
from tui.library.errors import LibraryError
from tui.library.speakers import ids_beside
from tui.model import Hit
from tui.screens.concordance_counts import group_name
from tui.screens.concordance_sitting import Arrangement, Sitting
from tui.screens.wording import day
from tui.search.concordance import Row, is_exchange, rows_of
from tui.search.groups import By, Counts, Group
from tui.search.query import Query
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
        arrangement: How they are to stand. Of more than can be sorted, a
            sample stands so.
        cancelled: Whether nobody waits for them any longer.
        tell: Is told now and then how many were read.

    Returns:
        The hits; None where nobody waits.
    """
    by = arrangement.by
    # As `find` chooses them, so that the same command gives the same rows.
    chosen = choose(
        archive,
        query,
        arrangement.order,
        CONTEXT,
        by=by,
        sample=arrangement.sample,
        seed=arrangement.seed,
        progress=_now_and_then(tell),
        cancelled=cancelled,
    )
    if cancelled():
        return None
    found = tuple(chosen.rows)
    note = "" if chosen.sample is None or chosen.sample.is_all else str(chosen.sample)
    ids = ids_beside(archive, (group.meetings for group in chosen.groups))
    headings: list[Heading] = []
    first = 0
    for group in chosen.groups:
        end = first + group.counts.hits
        said = _heading(found[first:end], by, group, ids)
        headings.append(Heading(said, first, end - first, group_name(group.key)))
        first = end
    counts = {group_name(group.key): group.counts for group in chosen.groups}
    return Gathered(Collected(found, headings), note, counts)


def _heading(rows: tuple[Row, ...], by: By | None, group: Group, ids: Mapping[str, str]) -> str:
    row = rows[0]
    if by is By.MEETING:
        return " · ".join(part for part in (day(row.date), row.place, row.title) if part)
    if by is By.YEAR:
        return group.key or "undated"
    if group.key is not None:
        return group.person(ids)
    unnamed = any(row.kind == "turn" for row in rows)
    return "unnamed speakers, and outside speech" if unnamed else "outside speech"


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


def _now_and_then(tell: Callable[[int], None]) -> Callable[[int], None]:
    due = time.monotonic() + TELL_EVERY

    def progress(number: int) -> None:
        nonlocal due
        if time.monotonic() > due:
            tell(number)
            due = time.monotonic() + TELL_EVERY

    return progress
