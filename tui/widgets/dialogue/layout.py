"""Which lines a part of a meeting takes up at a given width. Pure: no styles, no screen."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from tui.model import Block, BlockKind
from tui.widgets.dialogue.heading import Heading
from tui.widgets.dialogue.outline import HEADING, Outline
from tui.widgets.dialogue.wrapping import count_lines, wrap

SIGNS = {
    BlockKind.HEADING: "§ ",
    BlockKind.CAPTION: "▫ ",
    BlockKind.SEE_ALSO: "→ ",
    BlockKind.ELISION: "⋯ ",
    BlockKind.ASIDE: "◦ ",
    BlockKind.PULL_QUOTE: "» ",
    BlockKind.NARRATIVE: "◦ ",
}
"""What stands before a block that nobody spoke, so that it is told from speech without colour."""


class LineKind(Enum):
    """What a line of the dialogue is for."""

    TEXT = auto()
    """Words of a block."""
    META = auto()
    """Date and place, or speaker shares, under the title."""
    NAME = auto()
    """Whose turn it is."""
    SILENCE = auto()
    """Stands for the words of a turn that has none."""
    GAP = auto()
    """White space inside a part."""
    BLANK = auto()
    """White space after a part."""


class Line(NamedTuple):
    """One line of a part.

    Attributes:
        kind: What it is for.
        block: Index into the part's blocks; for a META line, the row of the heading's details.
        start: First character of the block's text on this line.
        end: One past the last.
        first: Whether the block begins here.
    """

    kind: LineKind
    block: int = 0
    start: int = 0
    end: int = 0
    first: bool = False


def sign(part: int, block: Block, *, in_turn: bool) -> str:
    """Return the sign before a block; "" for speech, the title and prose outside the turns."""
    if part == HEADING or (block.kind is BlockKind.NARRATIVE and not in_turn):
        return ""
    return SIGNS.get(block.kind, "")


def lay_out(outline: Outline, part: int, width: int, heading: Heading) -> tuple[Line, ...]:
    """Lay out one part.

    Args:
        outline: The meeting.
        part: Which part of it.
        width: Cells for words.
        heading: What stands under the title, for the same width.

    Returns:
        Its lines, the last of them blank.
    """
    if part == HEADING:
        return _lay_out_heading(outline, width, heading)
    in_turn = outline.turn(part) is not None
    lines: list[Line] = [Line(LineKind.NAME)] if in_turn else []
    blocks = outline.blocks(part)
    for index, block in enumerate(blocks):
        if index:
            lines.append(Line(LineKind.GAP, index))
        _lay_out_block(lines, block, index, width, sign(part, block, in_turn=in_turn))
    if not blocks:
        lines.append(Line(LineKind.SILENCE))
    lines.append(Line(LineKind.BLANK, max(0, len(blocks) - 1)))
    return tuple(lines)


def height(outline: Outline, part: int, width: int, heading: Heading) -> int:
    """Return how many lines ``lay_out`` would give, without making them."""
    if part == HEADING:
        return len(lay_out(outline, part, width, heading))
    in_turn = outline.turn(part) is not None
    blocks = outline.blocks(part)
    words = sum(
        count_lines(block.text, max(1, width - len(sign(part, block, in_turn=in_turn))))
        for block in blocks
    )
    name, gaps, blank = int(in_turn), max(0, len(blocks) - 1), 1
    return name + (words if blocks else 1) + gaps + blank


def _lay_out_heading(outline: Outline, width: int, heading: Heading) -> tuple[Line, ...]:
    lines: list[Line] = []
    title, *summary = outline.blocks(HEADING)
    lines.extend(
        Line(LineKind.TEXT, 0, start, end, start == 0) for start, end in wrap(title.text, width)
    )
    lines.extend(Line(LineKind.META, row) for row in range(len(heading)))
    for block in summary:
        lines.append(Line(LineKind.GAP, 1))
        _lay_out_block(lines, block, 1, width)
    lines.append(Line(LineKind.BLANK, len(summary)))
    return tuple(lines)


def _lay_out_block(
    lines: list[Line], block: Block, index: int, width: int, before: str = ""
) -> None:
    inner = max(1, width - len(before))
    lines.extend(
        Line(LineKind.TEXT, index, start, end, start == 0) for start, end in wrap(block.text, inner)
    )
