"""Every reading of one meeting, read again from the files that were imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from tui.library.comparison import same_words
from tui.library.errors import Damaged, NotFound
from tui.library.layout import Layout
from tui.library.removing import read_again
from tui.library.rows import Capture, Row
from tui.library.sameness import Change, compare
from tui.model import Meeting


@dataclass(frozen=True, slots=True)
class Reading:
    """One capture of a meeting, numbered.

    Attributes:
        number: Counts the captures from 1, the oldest first.
        capture: Which file it was read from.
        imported: When that was; None where it is not known.
        meeting: What it says, without anybody's corrections, under the id the library gave
            the meeting; None where the file cannot be read again.
        words: Words spoken in it; None likewise.
        current: Whether it is the one whose words are shown and searched.
        problem: Why the file cannot be read again; "" where it can.
    """

    number: int
    capture: Capture
    imported: datetime | None
    meeting: Meeting | None
    words: int | None
    current: bool
    problem: str = ""


def readings(layout: Layout, row: Row) -> tuple[Reading, ...]:
    """Read every capture of a meeting again, oldest first; nothing of it is kept."""
    return tuple(_reading(layout, row, at) for at in range(len(row.captures)))


def reading(layout: Layout, row: Row, number: int) -> Meeting:
    """Read one capture of a meeting again.

    Raises:
        NotFound: The meeting has no capture of this number.
        Damaged: The file it was read from is missing, damaged or not understood any longer.
    """
    if not 1 <= number <= len(row.captures):
        count = len(row.captures)
        known = "one capture, number 1" if count == 1 else f"captures 1 to {count}"
        raise NotFound(
            f"{row.entry.id} has {known}, and none of number {number}. "
            f"`stenogram show {row.entry.id} --captures` lists them."
        )
    return replace(read_again(layout, row.captures[number - 1]), id=row.entry.id)


def is_revised(layout: Layout, row: Row) -> bool:
    """Whether the words of a meeting changed between its captures.

    The same words in another layout are no change. An excerpt from elsewhere is none
    either; fewer or more words under one address are. What cannot be read is passed over.
    """
    distinct = {(capture.sha256, capture.position): capture for capture in row.captures}
    return len(distinct) > 1 and _any_changed(layout.root, tuple(distinct.values()))


@lru_cache(maxsize=65536)
def _any_changed(root: Path, captures: tuple[Capture, ...]) -> bool:
    """Compare captures; their files never change, so that an answer holds for good."""
    read: list[tuple[Capture, Meeting]] = []
    for capture in captures:
        try:
            meeting = read_again(Layout(root), capture)
        except Damaged:
            continue
        if any(_changed(before, (capture, meeting)) for before in read):
            return True
        read.append((capture, meeting))
    return False


def to_compare(row: Row, meeting: Callable[[int], Meeting]) -> tuple[int, int]:
    """Which two captures to lay side by side where nobody says: the later of them second.

    They are the current one and the last of the others with other words, else the last.

    Args:
        row: The meeting.
        meeting: Reads a capture by its number.

    Raises:
        NotFound: There is only one capture.
        Damaged: One of them cannot be read again.
    """
    current = row.current + 1
    others = [number for number in range(len(row.captures), 0, -1) if number != current]
    if not others:
        raise NotFound(f"{row.entry.id} has one capture, so that there is nothing to compare.")
    shown = meeting(current)
    other = next((n for n in others if not same_words(meeting(n), shown)), others[0])
    return min(current, other), max(current, other)


def _reading(layout: Layout, row: Row, at: int) -> Reading:
    capture = row.captures[at]
    meeting, problem = None, ""
    try:
        meeting = reading(layout, row, at + 1)
    except Damaged as error:
        problem = error.what
    return Reading(
        at + 1,
        capture,
        _when(capture.imported),
        meeting,
        _spoken(meeting) if meeting is not None else None,
        at == row.current,
        problem,
    )


def _spoken(meeting: Meeting) -> int:
    return sum(len(block.text.split()) for turn in meeting.turns for block in turn.paragraphs)


def _when(import_id: str) -> datetime | None:
    """Read when an import was out of its id."""
    try:
        return datetime.strptime(import_id[:15], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _changed(before: tuple[Capture, Meeting], after: tuple[Capture, Meeting]) -> bool:
    (one, first), (other, second) = before, after
    if same_words(first, second):
        return False
    if one.url and one.url == other.url:
        return True
    return Change.EXCERPT not in (compare(first, second), compare(second, first))
