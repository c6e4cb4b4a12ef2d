"""An answer that grows: meeting after meeting is counted, and what is found told now and then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from time import monotonic, sleep

from tui.library.archive import Answer
from tui.model import Entry
from tui.timeline import Counts, FoundTimeline, Timeline

_BREATH = 0.0005
"""Seconds between two meetings for whoever paints what is found meanwhile."""
_REST = 0.25
"""Seconds without another question before the hits behind an answer are counted."""
_LOOK = 0.02
"""Seconds between two looks whether somebody still waits."""
_SLOWING, _SLOWEST = 1.5, 2.0
"""How much longer each wait between two answers is than the one before, up to some seconds."""


def growing(
    listing: Timeline,
    told: FoundTimeline,
    rest: tuple[str, ...],
    count: Callable[[Entry], Counts | None],
    *,
    start: str | None,
    pace: float,
    cancelled: Callable[[], bool],
) -> Iterator[Answer]:
    """Count what is not counted yet.

    Args:
        listing: Every meeting.
        told: What is told of meetings already.
        rest: The meetings to be counted; some may be among those.
        count: Counts one; None where the query does not leave it.
        start: The meeting to begin with, from which on it goes round.
        pace: Seconds until the first telling; later ones take longer. Infinite for none.
        cancelled: Asked between meetings.

    Yields:
        What was found so far; the last one is complete unless nobody waited any longer.
    """
    if not rest:
        yield Answer(told, complete=True, settled=True)
        return
    settled = bool(told) and frozenset(rest).issubset(told.ids)
    if told:
        yield Answer(told, complete=False, settled=settled)
        if pace < inf and _is_cancelled_within(_REST, cancelled):
            return
    found = told.counts()
    due = monotonic() + pace
    uncounted = set(rest)
    for key in _from(rest, start, listing.ids):
        if cancelled():
            rows = FoundTimeline(listing, found, frozenset(uncounted))
            yield Answer(rows, complete=False, settled=settled)
            return
        counts = count(listing.entry(key))
        uncounted.discard(key)
        if counts is None:
            found.pop(key, None)
        else:
            found[key] = counts
        if pace < inf:
            sleep(_BREATH)
        if monotonic() >= due or (counts is not None and len(found) == 1 and pace < inf):
            rows = FoundTimeline(listing, found, frozenset(uncounted))
            yield Answer(rows, complete=False, settled=settled)
            pace = min(pace * _SLOWING, _SLOWEST)
            due = monotonic() + pace
    yield Answer(FoundTimeline(listing, found, frozenset()), complete=True, settled=True)


def _is_cancelled_within(seconds: float, cancelled: Callable[[], bool]) -> bool:
    """Wait, and say whether meanwhile nobody waited any longer."""
    until = monotonic() + seconds
    while not cancelled():
        left = until - monotonic()
        if left <= 0:
            return False
        sleep(min(left, _LOOK))
    return True


def _from(keys: tuple[str, ...], start: str | None, order: tuple[str, ...]) -> tuple[str, ...]:
    """The same meetings, in the same order, beginning at a place in it and going round."""
    places = {key: place for place, key in enumerate(order)} if start else {}
    if start not in places:
        return keys
    first = next((n for n, key in enumerate(keys) if places[key] >= places[start]), 0)
    return keys[first:] + keys[:first]
