"""A picture as cells: what each column of each row shows.

Rich measures text, and the frame believes Rich: a character takes the cells that the
layout gave it, whatever a terminal would make of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import split_graphemes
from rich.segment import Segment

from tui.safe import visible
from tui.terminal.pen import Pen, Pens

# Characters that take one cell everywhere, and of which none combines with its neighbour:
# Latin, Greek, Cyrillic, typographic punctuation, arrows, box drawing, braille.
_ONE_CELL_EACH = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2190-\u2199\u2500-\u25fc\u2800-\u28ff]*"
)

# Terminals of different age disagree on the width of symbols that have an emoji form.
_EMOJI = re.compile("[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")

_FIRST_WIDE = "\u1100"

UNKNOWN: str | None = None
"""Stands for a cell of which nobody knows what it shows."""

RIGHT_HALF = ""
"""Stands in the second cell of a wide character."""


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """One line of a picture.

    Attributes:
        characters: What each cell shows: a character with what combines with it,
            ``RIGHT_HALF``, or ``UNKNOWN``.
        pens: How each cell is drawn; None where unknown.
        doubtful: Whether it holds something of which terminals disagree how wide it is.
    """

    characters: list[str | None]
    pens: list[Pen | None]
    doubtful: bool = False

    @classmethod
    def unknown(cls, width: int) -> Row:
        """A row of which nothing is known."""
        return cls([UNKNOWN] * width, [None] * width)

    @classmethod
    def blank(cls, width: int, pen: Pen) -> Row:
        """A row of erased cells."""
        return cls([" "] * width, [pen] * width)

    def copy(self) -> Row:
        """A row that can be painted without changing this one."""
        return Row(self.characters.copy(), self.pens.copy(), self.doubtful)

    def same(self, other: Row) -> bool:
        """Whether both show the same."""
        return self.characters == other.characters and self.pens == other.pens

    def paint(self, x: int, segments: Iterable[Segment], pens: Pens) -> None:
        """Draw segments from a column on; what does not fit is cut off.

        Control characters are left out, wherever they come from.
        """
        start = x
        for segment in segments:
            pen = pens.of(segment.style)
            cells, ink, doubtful = _inked(segment.text, pen, pens.blank(pen))
            room = max(0, len(self.characters) - x)
            if len(cells) > room:
                cells, ink = cells[:room], ink[:room]
                if cells and _is_wide(cells[-1]):
                    cells = (*cells[:-1], " ")
            end = x + len(cells)
            self.characters[x:end] = cells
            self.pens[x:end] = ink
            self.doubtful |= doubtful
            x = end
        self._mend(start)
        self._mend(x)
        if self.doubtful:
            self.doubtful = any(map(is_doubtful, filter(None, self.characters)))

    def _mend(self, x: int) -> None:
        """Replace what is left of a wide character cut in two before a column."""
        if not 0 < x < len(self.characters):
            return
        if self.characters[x] == RIGHT_HALF and not _is_wide(self.characters[x - 1]):
            self.characters[x] = " "
        elif _is_wide(self.characters[x - 1]) and self.characters[x] != RIGHT_HALF:
            self.characters[x - 1] = " "


def _is_wide(character: str | None) -> bool:
    if not character or (len(character) == 1 and character < _FIRST_WIDE):
        return False
    return split_graphemes(character)[1] > 1


# The same words come again with every frame.
@lru_cache(maxsize=8192)
def _inked(text: str, pen: Pen, blank: Pen) -> tuple[tuple[str, ...], tuple[Pen, ...], bool]:
    """Divide a text into cells with their pens, and tell whether terminals disagree on it."""
    cells, doubtful = _cells(text)
    return cells, tuple(blank if cell == " " else pen for cell in cells), doubtful


def _cells(text: str) -> tuple[tuple[str, ...], bool]:
    if _ONE_CELL_EACH.fullmatch(text):
        return tuple(text), False
    cells: list[str] = []
    doubtful = False
    for start, end, size in split_graphemes(text)[0]:
        if not size:
            continue  # a control character, or a mark with nothing to stand on
        base, marks = text[start], text[start + 1 : end]
        shown = visible(base)
        if shown != base:
            cells += [shown, *" " * (size - 1)]
            continue
        cluster = base + "".join(mark for mark in marks if visible(mark) == mark)
        doubtful = doubtful or is_doubtful(cluster)
        cells.append(cluster)
        if size > 1:
            cells.append(RIGHT_HALF)
    return tuple(cells), doubtful


def is_doubtful(cluster: str) -> bool:
    """Whether terminals disagree how many cells a character with its marks takes."""
    if _EMOJI.match(cluster):
        return True
    return any(not unicodedata.combining(mark) for mark in cluster[1:])
