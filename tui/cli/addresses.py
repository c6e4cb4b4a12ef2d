"""An id as typed, followed to the meeting, the passage and the paragraph it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.library.addresses import locate
from tui.model import Block, Meeting, Passage

if TYPE_CHECKING:
    from tui.library.archive import Archive


class Found(NamedTuple):
    """What an address names.

    Attributes:
        meeting: The meeting.
        passage: The turn or the block outside speech; None where the whole meeting is meant.
        paragraph: The number of the paragraph in the turn, from 1; None where all are meant.
    """

    meeting: Meeting
    passage: Passage | None = None
    paragraph: int | None = None

    @property
    def address(self) -> str:
        """The whole address, however much of it was typed."""
        from tui.reading.identity import address

        anchor = self.passage.anchor if self.passage is not None else ""
        return address(self.meeting.id, f"{anchor}.{self.paragraph}" if self.paragraph else anchor)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the passage that are meant; none for a whole meeting."""
        if self.passage is None:
            return ()
        if self.paragraph is None:
            return self.passage.blocks
        return (self.passage.blocks[self.paragraph - 1],)


def find(archive: Archive, address: str, capture: int | None = None) -> Found:
    """Follow an address.

    Args:
        archive: Where the meetings are.
        address: As typed.
        capture: Number of the capture to look in; None for the current words.

    Raises:
        LibraryError: It names nothing, or more than one meeting.
    """
    name, mark, anchor = address.partition("#")
    meeting = archive.meeting(name) if capture is None else archive.capture(name, capture)
    if not mark or not anchor:
        return Found(meeting)
    place = locate(meeting, anchor)
    passage = next(each for each in meeting.passages() if each.anchor == place.anchor)
    paragraph = place.block + 1 if re.fullmatch(r"t\d+\.\d+", anchor.strip().lower()) else None
    return Found(meeting, passage, paragraph)
