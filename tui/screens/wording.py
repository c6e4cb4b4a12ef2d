"""Sentences of the reading screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tui.model import Entry, Meeting, TimelineRow

EMPTY_LIBRARY = (
    "This library holds no meetings yet.\n\n"
    "Leave with q and bring some in:\n\n"
    "    stenogram import FILE-OR-FOLDER\n\n"
    "stenogram --help lists what else there is."
)

TOO_SMALL = "This window is too small to read in. Make it at least 24 × 6."

NO_HITS = "Nothing fits the filter.\n\nPress / to change it, esc to lift it."


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun: ``1 turn``, ``2,000 turns``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def summary(rows: Sequence[TimelineRow]) -> str:
    """Say how large the library is.

    A name of one word is a person of its meeting only, as in :mod:`tui.library.people`, whose
    finer rules the first screen does not wait for.
    """
    turns = sum(row.entry.turns for row in rows)
    people = len(
        {(name, "" if " " in name else row.entry.id) for row in rows for name in row.entry.speakers}
    )
    return " · ".join(
        (
            counted(len(rows), "meeting"),
            counted(turns, "turn"),
            counted(people, "person", "people"),
        )
    )


def day(iso: str | None) -> str:
    """Write an ISO date as people do: ``29 May 2013``; ``undated`` where there is none."""
    if iso is None:
        return "undated"
    try:
        parsed = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{parsed.day} {parsed:%B} {parsed.year}"


def line(entry: Entry) -> str:
    """Write a meeting in one line."""
    return " · ".join(part for part in (day(entry.date), entry.place, entry.title) if part)


def fold(meeting: Meeting, order: Sequence[str]) -> str:
    """Write the line that stands for the list on a narrow screen."""
    number = f"{order.index(meeting.id) + 1} of {len(order)}" if meeting.id in order else ""
    parts = (day(meeting.date), meeting.place, number)
    return "‹ " + " · ".join(part for part in parts if part) + " ›"


def defect(error: BaseException | None) -> str:
    """Say that the program itself failed, without words of any document."""
    where = error.__traceback__ if error is not None else None
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = "" if where is None else f" ({Path(where.tb_frame.f_code.co_filename).name})"
    return f"A defect of this program, nothing of yours is lost: {type(error).__name__}{place}"
