"""Places in the words as pairs of integers, and the words between two of them.

Textual hands a selection about as two offsets in a widget. Ours count characters of the
stored text across (x) and blocks of the meeting downward (y), not columns and screen lines,
so a selection outlives a resize and what it holds is what the source says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textual.geometry import Offset
from textual.selection import Selection

from tui.model import Place
from tui.widgets.dialogue.outline import Outline
from tui.widgets.sentences import sentences

_BLOCK_BITS = 20
_WORD = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]")


class Spot(NamedTuple):
    """A character of the meeting, in reading order.

    Attributes:
        part: The part of the outline.
        block: Index into the part's blocks.
        offset: Character in the block's text.
    """

    part: int
    block: int
    offset: int

    @property
    def key(self) -> int:
        """The block, as the y of a Textual offset."""
        return self.part << _BLOCK_BITS | self.block

    def to_offset(self) -> Offset:
        """Return the spot as Textual's selections hold it."""
        return Offset(self.offset, self.key)


class Pinned(int):
    """A character offset that stands for every cell of a segment.

    Textual adds the position inside a segment to the offset of its beginning. A margin or a
    rule has no characters of the text: any point of it means the same place.
    """

    def __add__(self, other: int) -> Pinned:
        """Return the same offset, whatever is added."""
        return self


def spot_of(offset: Offset, outline: Outline) -> Spot:
    """Return the spot that a Textual offset means, held inside its block."""
    part, block = offset.y >> _BLOCK_BITS, offset.y & (1 << _BLOCK_BITS) - 1
    part = max(0, min(part, len(outline) - 1))
    blocks = outline.blocks(part)
    if not blocks:
        return Spot(part, 0, 0)
    block = min(block, len(blocks) - 1)
    return Spot(part, block, max(0, min(int(offset.x), len(blocks[block].text))))


def ends(selection: Selection, outline: Outline) -> tuple[Spot, Spot]:
    """Return the first spot of a selection and the one past its last."""
    start = Spot(0, 0, 0) if selection.start is None else spot_of(selection.start, outline)
    end = end_of(outline) if selection.end is None else spot_of(selection.end, outline)
    return min(start, end), max(start, end)


def end_of(outline: Outline) -> Spot:
    """Return the spot past the meeting's last character."""
    part = len(outline) - 1
    blocks = outline.blocks(part)
    return Spot(part, len(blocks) - 1, len(blocks[-1].text)) if blocks else Spot(part, 0, 0)


def words_between(outline: Outline, start: Spot, end: Spot) -> str:
    """Return the stored text between two spots, an empty line between blocks."""
    pieces = []
    for part in range(start.part, end.part + 1):
        for index, block in enumerate(outline.blocks(part)):
            here = (part, index)
            if not start[:2] <= here <= end[:2]:
                continue
            first = start.offset if here == start[:2] else 0
            last = end.offset if here == end[:2] else len(block.text)
            pieces.append(block.text[first:last])
    return "\n\n".join(piece for piece in pieces if piece)


def place_of(outline: Outline, spot: Spot) -> Place:
    """Return the spot as everything outside the dialogue names it."""
    anchor, block = outline.spot(spot.part, spot.block)
    return Place(outline.meeting.id, anchor, block, spot.offset)


def next_word(outline: Outline, spot: Spot) -> Spot:
    """Return the end of the word at or after a spot, in the next block where none is left."""
    for part, index, text in _texts(outline, spot, 1):
        begin = spot.offset if (part, index) == spot[:2] else 0
        found = _WORD.search(text, begin)
        if found is not None:
            return Spot(part, index, found.end())
    return end_of(outline)


def previous_word(outline: Outline, spot: Spot) -> Spot:
    """Return the beginning of the word before a spot."""
    for part, index, text in _texts(outline, spot, -1):
        limit = spot.offset if (part, index) == spot[:2] else len(text)
        starts = [found.start() for found in _WORD.finditer(text) if found.start() < limit]
        if starts:
            return Spot(part, index, starts[-1])
    return Spot(0, 0, 0)


def word_around(outline: Outline, spot: Spot) -> tuple[Spot, Spot]:
    """Return where the word at a spot begins and ends; the spot twice where there is none."""
    blocks = outline.blocks(spot.part)
    text = blocks[spot.block].text if blocks else ""
    for found in _WORD.finditer(text):
        if found.start() <= spot.offset < found.end():
            return spot._replace(offset=found.start()), spot._replace(offset=found.end())
    return spot, spot


def block_around(outline: Outline, spot: Spot) -> tuple[Spot, Spot]:
    """Return where the block at a spot begins and ends."""
    blocks = outline.blocks(spot.part)
    length = len(blocks[spot.block].text) if blocks else 0
    return spot._replace(offset=0), spot._replace(offset=length)


def part_around(outline: Outline, spot: Spot) -> tuple[Spot, Spot]:
    """Return where the turn, or what stands outside speech, at a spot begins and ends."""
    last = max(0, len(outline.blocks(spot.part)) - 1)
    end = block_around(outline, Spot(spot.part, last, 0))[1]
    return Spot(spot.part, 0, 0), end


def sentence_around(outline: Outline, spot: Spot) -> tuple[Spot, Spot]:
    """Return where the sentence at a spot begins and ends; the block where it has none."""
    blocks = outline.blocks(spot.part)
    found = sentences(blocks[spot.block].text) if blocks else []
    for first, last in found:
        if spot.offset < last:
            return spot._replace(offset=first), spot._replace(offset=last)
    if found:
        return spot._replace(offset=found[-1][0]), spot._replace(offset=found[-1][1])
    return block_around(outline, spot)


def sentence_after(outline: Outline, spot: Spot) -> tuple[Spot, Spot] | None:
    """Return where the first sentence at or after a spot begins and ends; None at the end."""
    for part, index, text in _texts(outline, spot, 1):
        begin = spot.offset if (part, index) == spot[:2] else 0
        for first, last in sentences(text):
            if first >= begin:
                return Spot(part, index, first), Spot(part, index, last)
    return None


def sentence_before(outline: Outline, spot: Spot) -> tuple[Spot, Spot] | None:
    """Return where the last sentence before a spot begins and ends; None at the beginning."""
    for part, index, text in _texts(outline, spot, -1):
        limit = spot.offset if (part, index) == spot[:2] else len(text)
        for first, last in reversed(sentences(text)):
            if last <= limit:
                return Spot(part, index, first), Spot(part, index, last)
    return None


def _texts(outline: Outline, spot: Spot, step: int) -> Iterator[tuple[int, int, str]]:
    part, index = spot.part, spot.block
    while 0 <= part < len(outline):
        blocks = outline.blocks(part)
        while 0 <= index < len(blocks):
            yield part, index, blocks[index].text
            index += step
        part += step
        if 0 <= part < len(outline):
            index = 0 if step > 0 else len(outline.blocks(part)) - 1
