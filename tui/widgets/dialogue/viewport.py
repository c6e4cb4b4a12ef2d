"""What of a meeting is in sight: lines found from the top one down, never from the beginning.

The view is held by its top line, a part and a line of that part. Heights of parts out of
sight may be guesses, and replacing a guess moves nothing on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.widgets.dialogue.heading import Heading, Share, details
from tui.widgets.dialogue.heights import Heights
from tui.widgets.dialogue.layout import Line, LineKind, lay_out
from tui.widgets.dialogue.layout import height as height_of
from tui.widgets.dialogue.outline import HEADING, Outline

_KEPT = 512
_SAMPLE = 12


class Row(NamedTuple):
    """A line of the dialogue.

    Attributes:
        part: The part it belongs to.
        at: Which of the part's lines it is.
    """

    part: int
    at: int


class Viewport:
    """Lines of a meeting at one width, and the stretch of them in sight.

    Args:
        outline: The meeting.
        shares: Who spoke how much, where it is known.
        width: Cells for words.
        height: Lines in sight.
        before: The same meeting at another width, for better estimates.
    """

    def __init__(
        self,
        outline: Outline,
        shares: tuple[Share, ...],
        width: int,
        height: int,
        before: Viewport | None = None,
    ) -> None:
        """Look at the beginning; lay out only a sample."""
        self.outline = outline
        self.width = max(1, width)
        self.height = max(1, height)
        self.heading: Heading = details(outline.meeting, shares, self.width)
        self.top = Row(0, 0)
        self._laid_out: dict[int, tuple[Line, ...]] = {}
        self.heights: Heights
        if before is not None:
            self.heights = before.heights.rescaled(before.width / self.width)
        else:
            sample = range(min(_SAMPLE, len(outline)))
            seen = [len(lay_out(outline, part, self.width, self.heading)) for part in sample]
            self.heights = Heights.alike(max(2, sum(seen) // len(seen)), len(outline))

    def lines(self, part: int) -> tuple[Line, ...]:
        """Return a part's lines, laid out now if they were not."""
        found = self._laid_out.get(part)
        if found is None:
            found = lay_out(self.outline, part, self.width, self.heading)
            if len(self._laid_out) >= _KEPT:
                self._laid_out.clear()
            self._laid_out[part] = found
            self.heights.set_exact(part, len(found))
        return found

    def line(self, row: Row) -> Line:
        """Return the line that a row is."""
        return self.lines(row.part)[row.at]

    def rows(self, start: Row | None = None) -> Iterator[Row]:
        """Yield rows onward from one, the top one unless told, to the meeting's end."""
        part, index = start or self.top
        while part < len(self.outline):
            for at in range(index, len(self.lines(part))):
                yield Row(part, at)
            part, index = part + 1, 0

    def visible(self) -> list[Row]:
        """Return the rows in sight, fewer than the height at a meeting's end."""
        found = []
        for row in self.rows():
            found.append(row)
            if len(found) == self.height:
                break
        return found

    def moved(self, row: Row, lines: int) -> Row:
        """Return the row so many lines further on, or back; held at both ends."""
        part, index = row
        index += lines
        while index < 0 and part > 0:
            part -= 1
            index += len(self.lines(part))
        if index < 0:
            return Row(0, 0)
        while index >= len(self.lines(part)):
            if part == len(self.outline) - 1:
                return Row(part, len(self.lines(part)) - 1)
            index -= len(self.lines(part))
            part += 1
        return Row(part, index)

    def last_row(self) -> Row:
        """Return the meeting's last line of words."""
        part = len(self.outline) - 1
        return Row(part, max(0, len(self.lines(part)) - 2))

    def last_top(self) -> Row:
        """Return the top row at which the meeting's end is in sight."""
        return self.moved(self.last_row(), 1 - self.height)

    def scroll(self, lines: int) -> bool:
        """Move the view; say whether it moved."""
        return self.put_top(self.moved(self.top, lines))

    def put_top(self, row: Row) -> bool:
        """Put a row at the top, as far as the end allows; say whether the view moved."""
        top = min(row, self.last_top())
        changed = top != self.top
        self.top = top
        return changed

    def y(self, row: Row) -> int:
        """Return how many lines stand above a row: an estimate while heights are."""
        return self.heights.top(row.part) + row.at

    def at_y(self, y: int) -> Row:
        """Return the row at about so many lines from the beginning."""
        part, index = self.heights.find(y)
        return Row(part, min(index, len(self.lines(part)) - 1))

    def find(self, part: int, block: int, offset: int) -> Row:
        """Return the row on which a character of a part's block stands."""
        found = 0
        for index, line in enumerate(self.lines(part)):
            if line.kind is not LineKind.TEXT or line.block > block:
                continue
            if (line.block, line.start) <= (block, offset) or line.first:
                found = index
        return Row(part, found)

    def about_y(self, part: int, block: int, offset: int) -> int:
        """Return about how many lines stand above a character, laying nothing out for it."""
        if part in self._laid_out:
            return self.y(self.find(part, block, offset))
        blocks = self.outline.blocks(part)
        before = sum(len(other.text) for other in blocks[:block]) + offset
        whole = max(1, sum(len(other.text) for other in blocks))
        return self.heights.top(part) + self.heights.height(part) * before // (whole + 1)

    def words_from(self, row: Row) -> tuple[int, int, int]:
        """Return part, block and character of the first words at or after a row."""
        for at in self.rows(row):
            line = self.line(at)
            if line.kind is LineKind.TEXT:
                return at.part, line.block, line.start
            if at.part != row.part and line.kind is LineKind.SILENCE:
                return at.part, 0, 0
        return row.part, 0, 0

    def line_beyond(self, part: int, block: int, offset: int, step: int) -> tuple[int, int, int]:
        """Return the place one line of words below a character, or above it.

        Args:
            part: The character's part.
            block: Its block.
            offset: Its position in the block's text.
            step: 1 onward: the end of the next line, or of this one if it is not reached;
                -1 back: the beginning of this line, or of the one before.
        """
        row = self.find(part, block, offset)
        line = self.line(row)
        if step > 0 and offset < line.end:
            return part, block, line.end
        if step < 0 and offset > line.start:
            return part, block, line.start
        while True:
            further = self.moved(row, step)
            if further == row:
                return part, block, offset
            row, line = further, self.line(further)
            if line.kind is LineKind.TEXT and line.end > line.start:
                return row.part, line.block, line.end if step > 0 else line.start

    def set_shares(self, shares: tuple[Share, ...]) -> None:
        """Put who spoke how much under the title, now that it is known."""
        before = len(self.lines(HEADING))
        self.heading = details(self.outline.meeting, shares, self.width)
        self._laid_out.pop(HEADING, None)
        after = len(self.lines(HEADING))
        if self.top.part == HEADING and self.top.at:
            self.top = Row(HEADING, max(0, min(after - 1, self.top.at + after - before)))

    def measure(self, part: int) -> None:
        """Make a part's height exact without keeping its lines."""
        if part not in self._laid_out:
            self.heights.set_exact(part, height_of(self.outline, part, self.width, self.heading))
