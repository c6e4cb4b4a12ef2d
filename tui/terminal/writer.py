"""Escape sequences that take a terminal from one row of cells to another.

Cursor and erasing: ECMA-48 CUP, CHA, VPA, CUU, CUD, CUF, CUB, ECH, EL, ED.
"""

from __future__ import annotations

from tui.terminal.frame import RIGHT_HALF, Row, is_doubtful
from tui.terminal.pen import PLAIN, Pen, change

# As many unchanged cells are written again rather than jumped over: a jump takes that many bytes.
_SHORT_GAP = 4
# From so many blanks on, ECH and the jump behind it are shorter than the blanks.
_LONG_BLANK = 9
# From so many blanks at the end of a row on, EL is no longer than the blanks.
_LONG_TAIL = 3


class Writer:
    """Collects what to send, and knows where the cursor is and what it draws with.

    Args:
        width: Columns of the screen.
        colour_erase: Whether erased cells take the current background.
    """

    def __init__(self, width: int, *, colour_erase: bool) -> None:
        """Begin with the cursor anywhere and the pen plain."""
        self._width = width
        self._colour_erase = colour_erase
        self._out: list[str] = []
        # None: unknown. Others may have moved the cursor since the last frame.
        self._x: int | None = None
        self._y: int | None = None
        self._pen = PLAIN

    def finish(self) -> str:
        """Put down the pen and return everything to send."""
        self._take(PLAIN)
        return "".join(self._out)

    def clear(self, pen: Pen) -> None:
        """Erase the screen; it then shows blanks of this pen, which must be erasable."""
        self._take(pen)
        self._out.append("\x1b[2J")

    def can_erase(self, pen: Pen | None) -> bool:
        """Whether an erased cell looks like a space of this pen."""
        if pen is None or pen.shows_on_blanks:
            return False
        return self._colour_erase or not pen.background

    def row(self, y: int, shown: Row, wanted: Row) -> None:
        """Write what differs between what a row shows and what it should show."""
        characters, pens = wanted.characters, wanted.pens
        if shown.doubtful or wanted.doubtful:
            # Cells may stand elsewhere than thought: every one is put where it belongs.
            changed = list(range(self._width))
        else:
            old, ink = shown.characters, shown.pens
            changed = [
                x for x in range(self._width) if characters[x] != old[x] or pens[x] is not ink[x]
            ]
        tail = self._tail(wanted)
        x = 0  # everything before this column is done
        for position, column in enumerate(changed):
            if column < x:
                continue
            if column >= tail and self._width - column >= _LONG_TAIL:
                self._erase_tail(column, y, pens[column])
                return
            if position and column - x <= _SHORT_GAP and self._rewrites(y, x, column, wanted):
                for between in range(x, column):
                    self._put(between, y, wanted)
            x = self._erase_or_put(column, y, changed[-1], wanted)

    def _tail(self, row: Row) -> int:
        """Return where the blanks that EL can erase begin."""
        pen = row.pens[-1]
        if not self.can_erase(pen):
            return self._width
        x = self._width
        while x and row.characters[x - 1] == " " and row.pens[x - 1] is pen:
            x -= 1
        return x

    def _rewrites(self, y: int, start: int, end: int, row: Row) -> bool:
        """Whether the cells between can be written with the pen in hand, from where one is."""
        return (self._x, self._y) == (start, y) and all(
            _cells_of(row, x) == 1
            and (
                row.pens[x] is self._pen or (row.characters[x] == " " and self._blanks(row.pens[x]))
            )
            for x in range(start, end)
        )

    def _blanks(self, pen: Pen | None) -> bool:
        """Whether a space written now looks like one of this pen."""
        held = self._pen
        if pen is None:
            return False
        return held is pen or (
            held.background == pen.background
            and not held.shows_on_blanks
            and not pen.shows_on_blanks
        )

    def _erase_or_put(self, x: int, y: int, last: int, row: Row) -> int:
        """Write the cell, or the run of blanks that begins with it; return the next column."""
        pen = row.pens[x]
        if row.characters[x] == " " and self.can_erase(pen):
            end = x
            while end <= last and row.characters[end] == " " and row.pens[end] is pen:
                end += 1
            if end - x >= _LONG_BLANK:
                self._move(x, y)
                self._ready_to_erase(pen)
                self._out.append(f"\x1b[{end - x}X")
                return end
        return self._put(x, y, row)

    def _erase_tail(self, x: int, y: int, pen: Pen | None) -> None:
        self._move(x, y)
        self._ready_to_erase(pen)
        self._out.append("\x1b[K")

    def _ready_to_erase(self, pen: Pen | None) -> None:
        if pen is not None and not self._blanks(pen):
            self._take(pen)

    def _put(self, x: int, y: int, row: Row) -> int:
        """Write one character; return the column behind it."""
        character, pen = row.characters[x], row.pens[x]
        cells = _cells_of(row, x)
        if character and pen is not None:
            self._move(x, y)
            if not (character == " " and self._blanks(pen)):
                self._take(pen)
            self._out.append(character)
            # Behind the last column the cursor waits, and terminals differ on where.
            known = x + cells < self._width and not is_doubtful(character)
            self._x = x + cells if known else None
        return x + cells

    def _take(self, pen: Pen) -> None:
        self._out.append(change(self._pen, pen))
        self._pen = pen

    def _move(self, x: int, y: int) -> None:
        """Bring the cursor to a cell by the shortest way."""
        if (self._x, self._y) != (x, y):
            self._out.append(min(self._ways(x, y), key=len))
            self._x, self._y = x, y

    def _ways(self, x: int, y: int) -> list[str]:
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else (f"\x1b[{y + 1}H" if y else "\x1b[H")]
        if self._y == y:
            ways.append(f"\x1b[{x + 1}G" if x else "\r")
            if self._x is not None:
                ways.append(_relative(x - self._x, "C", "D"))
        elif self._x == x and self._y is not None:
            ways.append(_relative(y - self._y, "B", "A"))
        elif self._y is not None and x == 0 and y == self._y + 1:
            ways.append("\r\n")  # never on the last row, where it would scroll
        return ways


def _cells_of(row: Row, x: int) -> int:
    """Return how many cells the character takes that begins in a column."""
    following = row.characters[x + 1 : x + 2]
    return 2 if following == [RIGHT_HALF] else 1


def _relative(distance: int, onward: str, back: str) -> str:
    if distance == -1 and back == "D":
        return "\b"
    direction = onward if distance > 0 else back
    return f"\x1b[{abs(distance) if abs(distance) > 1 else ''}{direction}"
