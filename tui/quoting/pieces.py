"""A meeting's blocks in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.model import Block, BlockKind, Meeting, Turn


@dataclass(frozen=True, slots=True)
class Piece:
    """One block, under the anchor of the passage it belongs to.

    Attributes:
        anchor: The passage's anchor.
        index: Which of the passage's blocks it is, from 0.
        block: The block.
        turn: The turn that the block belongs to, whether it is spoken or interrupts it.
    """

    anchor: str
    index: int
    block: Block
    turn: Turn | None

    @property
    def start(self) -> float | None:
        """When its words begin; the turn's time is that of its first paragraph."""
        if self.block.start is None and self.turn is not None and self.index == 0 and self.spoken:
            return self.turn.start
        return self.block.start

    @property
    def spoken(self) -> bool:
        """Whether somebody says it."""
        return self.turn is not None and self.block.kind is BlockKind.PARAGRAPH


def pieces_of(meeting: Meeting) -> Iterator[Piece]:
    """Yield the blocks in reading order, under the anchors that passages give them."""
    yield Piece("title", 0, Block(BlockKind.HEADING, meeting.title), None)
    if meeting.summary:
        yield Piece("summary", 0, Block(BlockKind.NARRATIVE, meeting.summary), None)
    unspoken = 0
    for part in meeting.body:
        turn = part if isinstance(part, Turn) else None
        paragraph = 0
        for block in part.blocks if isinstance(part, Turn) else (part,):
            if turn is not None and block.kind is BlockKind.PARAGRAPH:
                yield Piece(f"t{turn.number}", paragraph, block, turn)
                paragraph += 1
            else:
                unspoken += 1
                yield Piece(f"b{unspoken}", 0, block, turn)
