"""A meeting's passages as running texts: what a quotation of each would be, whole.

The words of every quotation cut from a passage are a stretch of its running text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tui.model import BlockKind, Meeting, Place, SpanKind, Turn
from tui.quoting.pieces import Piece, pieces_of
from tui.quoting.quote import OMISSION

PARAGRAPHS = "\n\n"
"""Parts two paragraphs of a running text."""

_Joint = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class RunningText:
    """One passage, its paragraphs and marks of omission joined as a quotation joins them.

    Attributes:
        anchor: The passage's anchor.
        text: The words.
        turn: The turn, or None outside speech.
        joints: Where a stretch of a block begins: the position in the text, the index of the
            block among the passage's blocks, and the character in the block; ascending.
    """

    anchor: str
    text: str
    turn: Turn | None
    joints: tuple[_Joint, ...]

    def place(self, meeting: str, position: int) -> Place:
        """Where in the meeting a position of the text is."""
        at = max(0, bisect_right(self.joints, (position, len(self.joints), 0)) - 1)
        start, block, offset = self.joints[at]
        return Place(meeting, self.anchor, block, offset + max(0, position - start))

    def position(self, block: int, offset: int) -> int:
        """Where in the text a place of the passage is; the nearest position, if in between."""
        before = [joint for joint in self.joints if joint[1:] <= (block, offset)]
        if not before:
            return 0
        start, at, first = before[-1]
        following = [joint[0] for joint in self.joints if joint[0] > start]
        end = following[0] if following else len(self.text)
        return min(end, start + (offset - first if at == block else end - start))


def running_texts(meeting: Meeting) -> Iterator[RunningText]:
    """Yield the passages that have words, in reading order."""
    for _, part in groupby(pieces_of(meeting), key=lambda piece: piece.turn or piece.anchor):
        pieces = [piece for piece in part if piece.block.text.strip()]
        spoken = _spoken(pieces)
        if spoken is not None:
            yield spoken
        for piece in pieces:
            if not piece.spoken:
                text = piece.block.text
                start = len(text) - len(text.lstrip())
                joints = ((0, piece.index, start),)
                yield RunningText(piece.anchor, text.strip(), None, joints)


def place_of_words(meeting: Meeting, anchor: str, words: str) -> Place:
    """Return where words of a passage begin; its own beginning where they do not stand so.

    Args:
        meeting: Where the passage stands.
        anchor: The passage's anchor.
        words: As stored; only those of the first paragraph are looked for.
    """
    first = words.partition("\n")[0].strip()
    passage = next((text for text in running_texts(meeting) if text.anchor == anchor), None)
    at = passage.text.find(first) if passage is not None and first else -1
    if passage is None or at < 0:
        return Place(meeting.id, anchor)
    return passage.place(meeting.id, at)


def _spoken(pieces: list[Piece]) -> RunningText | None:
    text, omitted = "", False
    joints: list[_Joint] = []
    turn, anchor = None, ""
    for piece in pieces:
        if not piece.spoken:
            omitted = omitted or piece.block.kind is BlockKind.ELISION
            continue
        if joints:
            text += f"{PARAGRAPHS}{OMISSION}{PARAGRAPHS}" if omitted else PARAGRAPHS
        words, stretches = _words(piece)
        joints += [(len(text) + at, piece.index, offset) for at, offset in stretches]
        text += words
        turn, anchor, omitted = piece.turn, piece.anchor, False
    return RunningText(anchor, text, turn, tuple(joints)) if joints else None


def _words(piece: Piece) -> tuple[str, list[tuple[int, int]]]:
    """Return a paragraph's words, omissions marked, and where its stretches begin."""
    source, text, position = piece.block.text, "", 0
    stretches: list[tuple[int, int]] = [(0, 0)]
    for span in piece.block.spans:
        if span.kind is SpanKind.ELISION:
            text += source[position : span.start]
            stretches.append((len(text), span.start))
            text += OMISSION
            position = span.end
            stretches.append((len(text), position))
    text += source[position:]
    blank = len(text) - len(text.lstrip())
    return text.strip(), [
        (max(0, at - blank), offset + max(0, blank - at)) for at, offset in stretches
    ]
