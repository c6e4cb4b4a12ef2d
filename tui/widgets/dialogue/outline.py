"""A meeting as a sequence of parts to lay out, and the anchors that name them.

The heading is part 0; every turn, and every block outside speech, is a part. Nothing here
walks the whole meeting before it must: a part is found, and its anchors numbered, on demand.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cached_property

from tui.model import Block, BlockKind, Meeting, Turn

HEADING = 0
"""The part that holds title, date, place, shares and summary."""


class Outline:
    """The parts of one meeting.

    Args:
        meeting: The meeting to show.
    """

    def __init__(self, meeting: Meeting) -> None:
        """Take the meeting without walking it."""
        self.meeting = meeting
        self._body = meeting.body
        heading = [Block(BlockKind.HEADING, meeting.title)]
        if meeting.summary:
            heading.append(Block(BlockKind.NARRATIVE, meeting.summary))
        self._heading = tuple(heading)
        # Blocks that nobody spoke before each part, as far as was asked for.
        self._unspoken = [0, 0]

    def __len__(self) -> int:
        """Return how many parts there are; at least the heading."""
        return len(self._body) + 1

    def turn(self, part: int) -> Turn | None:
        """Return the turn that a part is, or None for the heading and blocks outside speech."""
        if part == HEADING:
            return None
        item = self._body[part - 1]
        return item if isinstance(item, Turn) else None

    def blocks(self, part: int) -> tuple[Block, ...]:
        """Return a part's blocks; the heading's are title and summary."""
        if part == HEADING:
            return self._heading
        item = self._body[part - 1]
        return item.blocks if isinstance(item, Turn) else (item,)

    def spot(self, part: int, block: int) -> tuple[str, int]:
        """Name a block of a part as a passage does.

        Args:
            part: The part.
            block: Index into ``blocks(part)``; an index past the end means the turn itself.

        Returns:
            The passage's anchor, and the block's index among the passage's blocks.
        """
        if part == HEADING:
            return ("title", 0) if block <= 0 else ("summary", 0)
        turn = self.turn(part)
        blocks = self.blocks(part)
        if turn is None:
            return f"b{self._unspoken_before(part) + 1}", 0
        if not 0 <= block < len(blocks):
            return f"t{turn.number}", 0
        before = blocks[:block]
        spoken = sum(other.kind is BlockKind.PARAGRAPH for other in before)
        if blocks[block].kind is BlockKind.PARAGRAPH:
            return f"t{turn.number}", spoken
        return f"b{self._unspoken_before(part) + block - spoken + 1}", 0

    def find(self, anchor: str, block: int = 0) -> tuple[int, int] | None:
        """Find a passage's block.

        Args:
            anchor: The passage's anchor: ``t3``, ``b2``, ``title`` or ``summary``.
            block: Index among the passage's blocks.

        Returns:
            The part and the index into its ``blocks``; None where this meeting has no such
            passage. A paragraph that is not there gives the turn's first block.
        """
        if anchor == "title":
            return HEADING, 0
        if anchor == "summary":
            return (HEADING, 1) if len(self._heading) > 1 else None
        if anchor[1:].isdecimal():
            number = int(anchor[1:])
            if anchor[0] == "t":
                return self._find_turn(number, block)
            if anchor[0] == "b":
                return self._find_unspoken(number)
        return None

    def reading_order(self, anchor: str) -> tuple[int, int]:
        """Return a key by which passages stand in the order in which hits come.

        What interrupts a turn follows the whole turn.

        Args:
            anchor: The passage's anchor; one that is not there stands at the beginning.
        """
        if anchor[:1] == "t" and anchor[1:].isdecimal():
            return self._part_of_turn(int(anchor[1:])) or HEADING, 0
        found = self.find(anchor)
        if found is None or found[0] != HEADING:
            return (HEADING, 0) if found is None else (found[0], int(anchor[1:]))
        return found

    def turns_from(self, part: int, step: int, speaker: str | None = None) -> int | None:
        """Find the next or the previous turn.

        Args:
            part: Where to start; itself not considered.
            step: 1 onward, -1 back.
            speaker: Only turns of this speaker; None takes any.

        Returns:
            The turn's part, or None where there is no further one.
        """
        part += step
        while HEADING < part < len(self):
            turn = self.turn(part)
            if turn is not None and (speaker is None or turn.speaker == speaker):
                return part
            part += step
        return None

    def _find_turn(self, number: int, block: int) -> tuple[int, int] | None:
        part = self._part_of_turn(number)
        if part is None:
            return None
        spoken = [
            index
            for index, candidate in enumerate(self.blocks(part))
            if candidate.kind is BlockKind.PARAGRAPH
        ]
        return part, spoken[block] if 0 <= block < len(spoken) else 0

    def _find_unspoken(self, number: int) -> tuple[int, int] | None:
        if number < 1:
            return None
        counts = self._unspoken
        while counts[-1] < number:
            if len(counts) > len(self):
                return None
            counts.append(counts[-1] + self._count_unspoken(len(counts) - 1))
        part = bisect_left(counts, number) - 1
        wanted = number - counts[part]
        for index, block in enumerate(self.blocks(part)):
            wanted -= block.kind is not BlockKind.PARAGRAPH or self.turn(part) is None
            if not wanted:
                return part, index
        return None

    def _count_unspoken(self, part: int) -> int:
        item = self._body[part - 1]
        if not isinstance(item, Turn):
            return 1
        return sum(block.kind is not BlockKind.PARAGRAPH for block in item.blocks)

    def _unspoken_before(self, part: int) -> int:
        counts = self._unspoken
        while len(counts) <= part:
            counts.append(counts[-1] + self._count_unspoken(len(counts) - 1))
        return counts[part]

    def _part_of_turn(self, number: int) -> int | None:
        return self._turns[number - 1] if 0 < number <= len(self._turns) else None

    @cached_property
    def _turns(self) -> array[int]:
        """The part of each turn, by its number less one."""
        turns = (part for part, item in enumerate(self._body, 1) if isinstance(item, Turn))
        return array("I", turns)
