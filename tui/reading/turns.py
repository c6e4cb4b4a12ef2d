"""A turn from a printed label: what readers of plain print and of markup share."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Attribution, Block, BlockKind, Turn
from tui.reading.printed_label import Label


def turn_of(
    label: Label | None,
    blocks: Iterable[Block],
    attribution: Attribution = Attribution.PRINTED,
    start: float | None = None,
    end: float | None = None,
) -> Turn:
    """Return a turn, not yet numbered.

    Args:
        label: Who speaks; None where the source does not say, which makes it inferred.
        blocks: What is said, and what interrupts it.
        attribution: How the speaker is known.
        start: Seconds from the beginning of the recording.
        end: Likewise.
    """
    if label is None:
        return Turn(0, None, None, "", None, Attribution.INFERRED, tuple(blocks), start, end)
    return Turn(
        0,
        label.speaker,
        label.role,
        label.printed,
        label.note,
        attribution if label.speaker else Attribution.INFERRED,
        tuple(blocks),
        start,
        end,
    )


def trailing(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """Split blocks after the last spoken paragraph: what follows it is not of the turn."""
    end = len(blocks)
    while end and blocks[end - 1].kind is not BlockKind.PARAGRAPH:
        end -= 1
    return blocks[:end], blocks[end:]
