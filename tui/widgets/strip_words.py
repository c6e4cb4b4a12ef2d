"""The words on the time strip: what there is, which time is shown, which is being picked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.widgets.time_scale import exact_range_label, range_label

NAME = "stenogram"
"""What the first line begins with."""

_GAP = 3


def nothing(undated: int, filtered: bool) -> str:
    """Say why there are no bars.

    Args:
        undated: How many meetings there are, none of which has a date.
        filtered: Whether a query narrowed the timeline.
    """
    if undated:
        return f"{_counted(undated, 'meeting')} without a date"
    return "No meeting answers the filter" if filtered else "No meetings yet"


def shown(span: tuple[int, int] | None, undated: int) -> Sequence[str]:
    """Say which time the strip shows, the fullest way first.

    Args:
        span: Ordinals of the first and the last day; None where nothing is dated.
        undated: How many meetings have no place on the strip.
    """
    when = range_label(*span) if span else ""
    beside = f"{undated:,} undated" if undated else ""
    return (" · ".join(part for part in (beside, when) if part), when)


def picked(first: int, last: int, meetings: int) -> Sequence[str]:
    """Say which time is being picked, the fullest way first.

    Args:
        first: Ordinal of its first day.
        last: Ordinal of its last day.
        meetings: How many meetings it holds.
    """
    when = exact_range_label(first, last)
    return (f"{when} · {_counted(meetings, 'meeting')}", when)


def first_line(summary: str, choices: Sequence[str], width: int) -> tuple[str, str]:
    """Fit a summary and a time to what the name leaves of a line.

    Args:
        summary: Parts separated by `` · ``; the last are dropped for want of room.
        choices: Ways to say the time, the fullest first; the first that fits is taken.
        width: Cells of the whole line.

    Returns:
        What follows the name, filled up with blanks, and what stands at the right.
    """
    room = width - len(NAME) - _GAP
    right = next((choice for choice in choices if cell_len(choice) <= room), "")
    parts = summary.split(" · ")
    free = room - (cell_len(right) + _GAP if right else 0)
    while parts and cell_len(" · ".join(parts)) > free:
        parts.pop()
    left = " " * _GAP + " · ".join(parts)
    return left + " " * (width - len(NAME) - cell_len(left) - cell_len(right)), right


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
