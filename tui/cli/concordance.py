"""Hits as rows: where, who, and the words before, in and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.model import Hit, Meeting, Passage

if TYPE_CHECKING:
    from tui.library.archive import Archive
    from tui.search.query import Query

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

ANSWER_KEYS = ("id", "speaker", "role", "left", "hit", "right")
"""The keys of the answer in a row of an exchange."""


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
        answer: For an exchange, the other side of the pair; None otherwise.
        start: When the paragraph begins, in seconds from the beginning of the recording; None
            where the source has no times.
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
    answer: Row | None = None
    start: float | None = None

    def as_dict(self) -> dict[str, str | None]:
        """Return the row as it is exported, its keys in order, without the answer."""
        return {key: getattr(self, key) for key in KEYS}

    def as_answer(self) -> dict[str, str | None]:
        """Return what an answer has of its own beside the row that it answers."""
        return {key: getattr(self, key) for key in ANSWER_KEYS}


def rows(archive: Archive, query: Query, words: int) -> Iterator[Row]:
    """Yield a row a hit, reading each meeting once; in the order of time, so they stream.

    A meeting that can no longer be read, or was removed or revised since the hit was found, is
    left out; the archive keeps account of what is damaged.

    Args:
        archive: Where the meetings are.
        query: What to find.
        words: How many words to show on either side.
    """
    from tui.library.errors import LibraryError

    reading: str | None = None
    meeting: Meeting | None = None
    passages: dict[str, Passage] = {}
    answers: Iterator[Hit] = iter(())
    for hit in archive.hits(query):
        if hit.meeting != reading:
            reading = hit.meeting
            try:
                meeting = archive.meeting(reading)
                answers = iter(_answers(archive, meeting, query))
            except LibraryError:
                meeting = None
                continue
            passages = {passage.anchor: passage for passage in meeting.passages()}
        if meeting is None or hit.anchor not in passages:
            continue
        row = _row(meeting, passages[hit.anchor], hit, words)
        other = next(answers, None)
        if other is not None and other.anchor in passages:
            row = replace(row, answer=_row(meeting, passages[other.anchor], other, words))
        yield row


def _answers(archive: Archive, meeting: Meeting, query: Query) -> tuple[Hit, ...]:
    """Return the other side of each pair of an exchange, as the hits come; else nothing."""
    if not is_exchange(query):
        return ()
    return tuple(pair.other for pair in archive.pairs_in(meeting.id, query))


def is_exchange(query: Query) -> bool:
    """Whether a query asks for pairs of turns, one of which answers the other."""
    from tui.search.query import Exchange

    return isinstance(query.root, Exchange)


def _row(meeting: Meeting, passage: Passage, hit: Hit, words: int) -> Row:
    from tui.reading.identity import address
    from tui.search.rows import kind_of, left_and_right
    from tui.times import start_of

    left, found, right = left_and_right(passage, hit, words)
    kind = kind_of(passage, hit)
    turn = passage.turn if kind == "turn" else None
    return Row(
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
        start=start_of(passage, hit.focus.block),
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
