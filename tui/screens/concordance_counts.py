"""How much stands under each heading of a concordance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from tui.model import TimelineRow
from tui.screens.wording import line
from tui.search.groups import By, Counts
from tui.widgets.concordance import Dated, Segment

AT_LEAST = "≥ "
"""Stands before numbers that may still grow."""

_NONE = "(none)"
"""What the group of rows without a speaker or a date is known by: no key is written so."""


def group_name(key: str | None) -> str:
    """Return what a group is known by, of its key as `tui.search.groups.Group` has it."""
    return key or _NONE


def in_time(rows: Iterable[TimelineRow], by: By | None) -> tuple[Dated, dict[str, Counts]]:
    """Return the sheet of some meetings in the order of time, and what each group holds.

    Args:
        rows: The meetings, oldest first.
        by: Whether it is grouped by year or by meeting.
    """
    if by is None:
        return Dated(Segment(row.entry.id, row.hits) for row in rows), {}
    by_meeting = by is By.MEETING

    def group(row: TimelineRow) -> str:
        return row.entry.id if by_meeting else group_name((row.entry.date or "")[:4])

    counts: dict[str, Counts] = {}
    segments: list[Segment] = []
    for name, some in groupby(rows, key=group):
        members = list(some)
        counts[name] = Counts.of_meetings(members)
        entry = members[0].entry
        said = line(entry) if by_meeting else (entry.date or "")[:4] or "undated"
        segments += [Segment(row.entry.id, row.hits, name, said) for row in members]
    return Dated(segments), counts


def told(
    groups: Mapping[str, Counts], words: Mapping[str | None, int] | None, *, least: bool
) -> dict[str, tuple[str, ...]]:
    """Say for each group how much it holds, in several lengths, the longest first.

    Args:
        groups: What each holds, by its name.
        words: The words searched in each, by its key; None where nobody counted, or where a
            frequency would be that of a sample.
        least: Whether there may be more.
    """
    by_name = {group_name(key): number for key, number in (words or {}).items()}
    return {
        name: _lengths(replace(counts, words=by_name.get(name, 0)) if words else counts, least)
        for name, counts in groups.items()
    }


def _lengths(counts: Counts, least: bool) -> tuple[str, ...]:
    hits, turns, meetings, rate = counts.parts
    parts = [hits, turns, meetings]
    if counts.per_10000 is not None:
        parts.append(rate)
    before = AT_LEAST if least else ""
    return tuple(before + " · ".join(parts[:end]) for end in range(len(parts), 0, -1))
