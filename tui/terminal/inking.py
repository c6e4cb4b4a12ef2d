"""Drawing with one pen after the other, where that takes fewer changes of the pen.

A page of words has a bar in the speaker's colour before each line, a help three inks in each
row. A change of the pen takes up to twenty bytes, a move to the row below three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import copy
from itertools import groupby, pairwise
from typing import NamedTuple

from tui.terminal.frame import RIGHT_HALF, Row
from tui.terminal.pen import Pen, alike, change

# A row of more pens than that is a picture of its own kind, and not worth a second try.
_MOST_IN_ROW = 6
# As many pens are drawn for themselves over a frame; what the others draw comes at the end.
_MOST_IN_FRAME = 6
# A pen that is taken up in fewer rows saves nothing worth the work.
_FEWEST_ROWS = 4
# Bytes that a move within a frame takes, or a little more.
_MOVE = 8


class Strokes:
    """What changes in a row, pen by pen.

    Args:
        shown: What it shows.
        wanted: What it should show.
    """

    def __init__(self, shown: Row, wanted: Row) -> None:
        """Find what changes."""
        self.row = shown
        self.wanted = wanted
        cells = zip(shown.characters, wanted.characters, shown.pens, wanted.pens, strict=True)
        self.changed = [
            x for x, (old, new, was, pen) in enumerate(cells) if old != new or was is not pen
        ]
        """The columns that are not as they should be."""
        inked = (wanted.pens[x] for x in self.changed if wanted.characters[x] != " ")
        self.turns = [pen for pen, _ in groupby(inked)]
        """The pens in the order in which they are taken up from left to right."""
        # Wide characters could lose their halves in between.
        wide = any(row.doubtful or RIGHT_HALF in row.characters for row in (shown, wanted))
        self.can_be_parted = not wide and None not in self.turns

    def draw(self, pen: Pen) -> Stroke | None:
        """Take on what a pen draws, and blanks behind it that look the same with it."""
        drawn, rest = [], []
        characters, pens = self.wanted.characters, self.wanted.pens
        before: Pen | None = pen  # what is drawn on the left, to which blanks belong
        for x in self.changed:
            ink = pens[x]
            if characters[x] != " ":
                before = ink
            if ink is pen or (before is pen and ink is not None and alike(pen, ink)):
                drawn.append(x)
            else:
                rest.append(x)
        if not drawn:
            return None
        self.row, self.changed = self.row.copy(), rest
        for x in drawn:
            self.row.characters[x], self.row.pens[x] = characters[x], pens[x]
        return Stroke(self.row, stretches(drawn))

    def draw_rest(self) -> Stroke:
        """Take on all that is left to draw."""
        drawn, self.row, self.changed = self.changed, self.wanted, []
        return Stroke(self.row, stretches(drawn))


class Stroke(NamedTuple):
    """A step from one row to another.

    Attributes:
        row: The row after it.
        stretches: First column and one past the last of each stretch in which it differs.
    """

    row: Row
    stretches: list[tuple[int, int]]


def stretches(columns: Sequence[int]) -> list[tuple[int, int]]:
    """Join columns, ascending, that stand side by side."""
    found: list[tuple[int, int]] = []
    start = end = -1
    for x in columns:
        if x != end:
            if end > 0:
                found.append((start, end))
            start = x
        end = x + 1
    return [*found, (start, end)] if end > 0 else found


def steps(held: Pen, strokes: Strokes) -> list[Stroke]:
    """Return how a row is drawn with one pen after the other.

    Nothing where that cannot pay: where no pen is taken up again.

    Args:
        held: The pen in hand.
        strokes: What changes in the row; left as it is.
    """
    pens = [pen for pen in dict.fromkeys(strokes.turns) if pen is not None]
    if len(strokes.turns) == len(pens) or len(pens) > _MOST_IN_ROW or not strokes.can_be_parted:
        return []
    if held in pens:
        pens = [held, *(pen for pen in pens if pen is not held)]
    drawing = copy(strokes)
    drawn = [stroke for pen in pens[:-1] if (stroke := drawing.draw(pen)) is not None]
    return [*drawn, drawing.draw_rest()]


def shared_pens(rows: Sequence[Strokes]) -> list[Pen]:
    """Return the pens that are worth drawing with over a whole frame, the busiest first.

    None where changes of the pen from row to row would take fewer bytes than the moves.

    Args:
        rows: Those whose changes can be parted.
    """
    each = [[pen for pen in dict.fromkeys(strokes.turns) if pen is not None] for strokes in rows]
    taken = [pen for pens in each for pen in pens]
    changes = sum(len(change(held, pen)) for held, pen in pairwise(taken))
    if changes < _MOVE * (len(taken) - len(rows)):
        return []
    counts = Counter(taken).most_common(_MOST_IN_FRAME)
    return [pen for pen, count in counts if count >= _FEWEST_ROWS]
