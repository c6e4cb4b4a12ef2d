"""Hits as rows: where, who, and the words before, in and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model import Hit, Meeting, Passage

if TYPE_CHECKING:
    from tui.library.archive import Archive

KEYS = (
    "id",
    "meeting",
    "date",
    "time",
    "place",
    "title",
    "speaker",
    "role",
    "kind",
    "left",
    "hit",
    "right",
)
"""The keys of a row, in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class Row:
    """One hit in its surroundings.

    Attributes:
        id: The address of the passage, such as ``2013-05-29/astana-k3f9#t3``.
        meeting: The meeting's id.
        date: ISO date or None.
        time: ``HH:MM`` or None.
        place: As printed.
        title: As printed.
        speaker: Who says it; None outside speech.
        role: The office printed with that turn; None where none is, and outside speech.
        kind: ``turn``, or what stands outside speech: ``narrative``, ``caption``, ``editor`` …
        left: The words before, as many as were asked for, with the space beside the hit.
        hit: The words found, as the source has them.
        right: The words after.
    """

    id: str
    meeting: str
    date: str | None
    time: str | None
    place: str
    title: str
    speaker: str | None
    role: str | None
    kind: str
    left: str
    hit: str
    right: str

    def as_dict(self) -> dict[str, str | None]:
        """Return the row as it is exported, its keys in order."""
        return {key: getattr(self, key) for key in KEYS}


def rows(archive: Archive, hits: Iterable[Hit], words: int) -> Iterator[Row]:
    """Yield a row a hit, reading each meeting once while its hits come together.

    Args:
        archive: Where the meetings are.
        hits: In any order; in the order of the meetings they stream.
        words: How many words to show on either side.
    """
    from tui.reading.identity import address
    from tui.search.rows import kind_of, left_and_right

    meeting: Meeting | None = None
    passages: dict[str, Passage] = {}
    for hit in hits:
        if meeting is None or meeting.id != hit.meeting:
            meeting = archive.meeting(hit.meeting)
            passages = {passage.anchor: passage for passage in meeting.passages()}
        passage = passages[hit.anchor]
        left, found, right = left_and_right(passage, hit, words)
        kind = kind_of(passage, hit)
        turn = passage.turn if kind == "turn" else None
        yield Row(
            id=address(meeting.id, hit.anchor),
            meeting=meeting.id,
            date=meeting.date,
            time=meeting.time,
            place=meeting.place,
            title=meeting.title,
            speaker=turn.speaker if turn else None,
            role=turn.role if turn else None,
            kind=kind,
            left=left,
            hit=found,
            right=right,
        )


def _by_left(row: Row) -> tuple[str, ...]:
    """Order by the words before, the nearest first."""
    return tuple(reversed(row.left.casefold().split()))


def _by_right(row: Row) -> tuple[str, ...]:
    return (*row.hit.casefold().split(), *row.right.casefold().split())


def _by_speaker(row: Row) -> tuple[bool, str]:
    """Order by name; what nobody said comes last."""
    return row.speaker is None, (row.speaker or "").casefold()


ORDERS: dict[str, Callable[[Row], tuple[object, ...]] | None] = {
    "date": None,
    "speaker": _by_speaker,
    "left": _by_left,
    "right": _by_right,
}
"""How rows may be sorted; ``date`` is how they come, so it streams."""
