"""Drawing with one pen after the other, where that takes fewer changes of the pen.

A page of words has a bar in the speaker's colour before each line, a help three inks in each
row. A change of the pen takes up to twenty bytes, a move to the row below three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from tui.terminal.frame import RIGHT_HALF, Row
from tui.terminal.pen import Pen, alike

# A row of more pens than that is a picture of its own kind, and not worth a second try.
_MOST_IN_ROW = 6
# As many pens are drawn for themselves over a frame; what the others draw comes at the end.
_MOST_IN_FRAME = 6
# A pen that is taken up in fewer rows saves nothing worth the work.
_FEWEST_ROWS = 4


class Strokes:
    """What changes in a row, pen by pen.

    Args:
        shown: What it shows.
        wanted: What it should show.
    """

    def __init__(self, shown: Row, wanted: Row) -> None:
        """Find what changes."""
        self.row = shown
        self._wanted = wanted
        cells = zip(shown.characters, wanted.characters, shown.pens, wanted.pens, strict=True)
        self._changed = [
            x for x, (old, new, was, pen) in enumerate(cells) if old != new or was is not pen
        ]
        inked = (wanted.pens[x] for x in self._changed if wanted.characters[x] != " ")
        self.turns = [pen for pen, _ in groupby(inked)]
        """The pens in the order in which they are taken up from left to right."""

    @property
    def can_be_parted(self) -> bool:
        """Whether wide characters cannot lose their halves in between, and all is known."""
        rows = (self.row, self._wanted)
        wide = any(row.doubtful or RIGHT_HALF in row.characters for row in rows)
        return not wide and None not in self.turns

    def draw(self, pen: Pen) -> Row:
        """Take on what a pen draws, and the blanks that look the same with it."""
        row, rest = self.row.copy(), []
        for x in self._changed:
            ink = self._wanted.pens[x]
            blank = self._wanted.characters[x] == " " and ink is not None
            if ink is pen or (blank and alike(pen, ink)):
                row.characters[x], row.pens[x] = self._wanted.characters[x], ink
            else:
                rest.append(x)
        if len(rest) < len(self._changed):
            self.row, self._changed = row, rest
        return self.row


def steps(held: Pen, shown: Row, wanted: Row) -> list[Row]:
    """Return rows from what is shown to what should be, in which each takes one pen more.

    Nothing where that cannot pay: where no pen is taken up again.

    Args:
        held: The pen in hand.
        shown: What the row shows.
        wanted: What it should show.
    """
    strokes = Strokes(shown, wanted)
    pens = [pen for pen in dict.fromkeys(strokes.turns) if pen is not None]
    if len(strokes.turns) == len(pens) or len(pens) > _MOST_IN_ROW or not strokes.can_be_parted:
        return []
    if held in pens:
        pens = [held, *(pen for pen in pens if pen is not held)]
    return [shown, *(strokes.draw(pen) for pen in pens[:-1]), wanted]


def shared_pens(rows: Sequence[Strokes]) -> list[Pen]:
    """Return the pens that are worth drawing with over a whole frame, the busiest first."""
    turns: Counter[Pen] = Counter()
    for strokes in rows:
        turns.update(pen for pen in strokes.turns if pen is not None)
    return [pen for pen, count in turns.most_common(_MOST_IN_FRAME) if count >= _FEWEST_ROWS]
