"""The concordance: hits as rows of where, who, and the words before, in and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tui.model import Hit, Meeting, Passage
from tui.search.query import Exchange, Query
from tui.search.rows import kind_of, left_and_right, nearest_words
from tui.times import start_of

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
        found: The hit itself: where the row leads.
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
    found: Hit
    answer: Row | None = None
    start: float | None = None

    def as_dict(self) -> dict[str, str | None]:
        """Return the row as it is exported, its keys in order, without the answer."""
        return {key: getattr(self, key) for key in KEYS}

    def as_answer(self) -> dict[str, str | None]:
        """Return what an answer has of its own beside the row that it answers."""
        return {key: getattr(self, key) for key in ANSWER_KEYS}

    def within(self, words: int) -> Row:
        """Return the row with at most so many words on either side, its answer's likewise."""
        left, right = nearest_words(self.left, self.hit, self.right, words)
        answer = self.answer.within(words) if self.answer else None
        return replace(self, left=left, right=right, answer=answer)


def row_of(meeting: Meeting, passage: Passage, hit: Hit, words: int | None) -> Row:
    """Return one hit in its surroundings.

    Args:
        meeting: Where it lies.
        passage: The passage that its anchor names.
        hit: The hit.
        words: How many words to show on either side; None for the whole passage.
    """
    left, found, right = left_and_right(passage, hit, words)
    kind = kind_of(passage, hit)
    turn = passage.turn if kind == "turn" else None
    return Row(
        id=f"{meeting.id}#{hit.anchor}",
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
        found=hit,
        start=start_of(passage, hit.focus.block),
    )


def rows_of(
    meeting: Meeting, hits: Iterable[Hit], words: int | None, answers: Iterable[Hit] = ()
) -> Iterator[Row]:
    """Yield a row a hit, in the order of the hits.

    A hit whose passage the meeting no longer has (it was read anew since) is left out.

    Args:
        meeting: Where all of them lie.
        hits: The hits.
        words: How many words to show on either side; None for the whole passage.
        answers: For an exchange, the other side of each pair, as the hits come.
    """
    passages: Mapping[str, Passage] = {each.anchor: each for each in meeting.passages()}
    others = iter(answers)
    for hit in hits:
        other = next(others, None)
        if not _stands_in(passages, hit):
            continue
        row = row_of(meeting, passages[hit.anchor], hit, words)
        if other is not None and _stands_in(passages, other):
            row = replace(row, answer=row_of(meeting, passages[other.anchor], other, words))
        yield row


def _stands_in(passages: Mapping[str, Passage], hit: Hit) -> bool:
    passage = passages.get(hit.anchor)
    return passage is not None and hit.focus.block < max(len(passage.blocks), 1)


def is_exchange(query: Query) -> bool:
    """Whether a query asks for pairs of turns, one of which answers the other."""
    return isinstance(query.root, Exchange)
