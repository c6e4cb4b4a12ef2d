"""Escape sequences that take a terminal from one row of cells to another.

Cursor and erasing: ECMA-48 CUP, CHA, VPA, CUU, CUD, CUF, CUB, ECH, EL, ED.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy

from tui.terminal.frame import RIGHT_HALF, Row, is_doubtful
from tui.terminal.inking import Stroke, Strokes, shared_pens, steps, stretches
from tui.terminal.pen import PLAIN, Pen, alike, change
from tui.terminal.scrolling import Scroll

# As many unchanged cells are written again rather than jumped over: a jump takes that many bytes.
_SHORT_GAP = 4
# From so many blanks on, ECH and the jump behind it are shorter than the blanks.
_LONG_BLANK = 9
_LONG_BLANKS = [" "] * _LONG_BLANK
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

    def scroll(self, scroll: Scroll) -> None:
        """Move rows; the rows that come in show nothing that is known."""
        self._out.append(scroll.sequence)
        self._x = self._y = None

    def can_erase(self, pen: Pen | None) -> bool:
        """Whether an erased cell looks like a space of this pen."""
        if pen is None or pen.shows_on_blanks:
            return False
        return self._colour_erase or not pen.background

    def rows(self, changed: Sequence[tuple[int, Row, Row]]) -> None:
        """Write rows: what differs between what each shows and what it should show.

        The pens that many rows share are taken up once for all of them.

        Args:
            changed: The rows' numbers, what they show, what they should show.
        """
        rows = [(y, Strokes(shown, wanted)) for y, shown, wanted in changed]
        parted = [(y, strokes) for y, strokes in rows if strokes.can_be_parted]
        for pen in shared_pens([strokes for _, strokes in parted]):
            for y, strokes in parted:
                stroke = strokes.draw(pen)
                if stroke is not None:
                    self._draw(y, stroke)
        for y, strokes in rows:
            if strokes.changed:
                self._row(y, strokes)

    def _row(self, y: int, strokes: Strokes) -> None:
        """Write a row from left to right, or one pen after the other."""
        parts = steps(self._pen, strokes)

        def pen_by_pen() -> None:
            for stroke in parts:
                self._draw(y, stroke)

        def left_to_right() -> None:
            if strokes.can_be_parted:
                self._draw(y, copy(strokes).draw_rest())
            else:
                changes = self._changes(strokes.row, strokes.wanted)
                self._draw(y, Stroke(strokes.wanted, changes))

        self._shortest(left_to_right, pen_by_pen if parts else None)

    def _shortest(self, plain: Callable[[], None], other: Callable[[], None] | None) -> None:
        """Write in the shorter of two ways to the same picture."""
        x, y, pen, length = self._x, self._y, self._pen, len(self._out)
        plain()
        if other is None:
            return
        ended, out = (self._x, self._y, self._pen), self._out[length:]
        del self._out[length:]
        self._x, self._y, self._pen = x, y, pen
        other()
        if _length(self._out[length:]) >= _length(out):
            self._out[length:] = out
            self._x, self._y, self._pen = ended

    def _draw(self, y: int, stroke: Stroke) -> None:
        """Write the stretches of a row that differ, from left to right."""
        wanted, changes = stroke
        tail = self._tail(wanted)
        done = 0  # up to this column the row is as it should be
        for start, end in changes:
            if start - done <= _SHORT_GAP and self._rewrites(y, done, start, wanted):
                start = done
            start = max(start, done)
            if end > tail and self._width - max(start, tail) >= _LONG_TAIL:
                start = self._stretch(y, start, tail, tail, wanted)
                self._erase(max(start, tail), y, wanted, "\x1b[K")
                return
            done = max(done, self._stretch(y, start, end, changes[-1][1], wanted))

    def _changes(self, shown: Row, wanted: Row) -> list[tuple[int, int]]:
        """List the stretches of columns that differ."""
        if shown.doubtful or wanted.doubtful:
            # Cells may stand elsewhere than thought: every one is put where it belongs.
            return [(0, self._width)]
        cells = zip(shown.characters, wanted.characters, shown.pens, wanted.pens, strict=True)
        differing: list[int] = []
        for x, (old, new, held, pen) in enumerate(cells):
            half = new == RIGHT_HALF and differing[-1:] == [x - 1]  # of what changed
            if half or old != new or held is not pen:
                differing.append(x)
        return stretches(differing)

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
        """Whether a gap can be written with the pen in hand, from where the cursor is."""
        return (
            start < end
            and (self._x, self._y) == (start, y)
            and RIGHT_HALF not in row.characters[start : end + 1]
            and all(
                row.pens[x] is self._pen or (row.characters[x] == " " and self._suits(row.pens[x]))
                for x in range(start, end)
            )
        )

    def _suits(self, blank: Pen | None) -> bool:
        """Whether a space written now looks like one of this pen."""
        return alike(self._pen, blank)

    def _stretch(self, y: int, x: int, end: int, last: int, row: Row) -> int:
        """Write all cells from one column to before another; return the column behind.

        Blanks are erased beyond it, up to the last column of the row that changed.
        """
        while x < end:
            blanks = self._blanks(x, last, row)
            if blanks >= _LONG_BLANK:
                self._erase(x, y, row, f"\x1b[{blanks}X")
                x += blanks
            elif row.doubtful:
                x = self._one(y, x, row)
            else:
                x = self._many(y, x, end, row)
        return x

    def _blanks(self, x: int, end: int, row: Row) -> int:
        """Count the blanks from a column on that can be erased together."""
        pen = row.pens[x]
        if row.characters[x] != " " or not self.can_erase(pen):
            return 0
        start = x
        while x < end and row.characters[x] == " " and row.pens[x] is pen:
            x += 1
        return x - start

    def _erase(self, x: int, y: int, row: Row, sequence: str) -> None:
        self._move(x, y)
        pen = row.pens[x]
        if pen is not None and not self._suits(pen):
            self._take(pen)
        self._out.append(sequence)

    def _many(self, y: int, x: int, end: int, row: Row) -> int:
        """Write as much as one pen draws; return the column behind it."""
        characters, pens = row.characters, row.pens
        first = pens[x]
        if first is None:
            return x + 1  # nobody knows yet what belongs here
        self._move(x, y)
        if not (characters[x] == " " and self._suits(first)):
            self._take(first)
        pen, start = self._pen, x
        blank = first if characters[x] == " " else None  # the one known to suit
        x += 1
        while x < end:
            if characters[x] == " ":
                if characters[x : x + _LONG_BLANK] == _LONG_BLANKS:
                    break  # perhaps to be erased
                if pens[x] is not blank and not self._suits(pens[x]):
                    break
                blank = pens[x]
            elif pens[x] is not pen:
                break
            x += 1
        self._out.append("".join(filter(None, characters[start:x])))
        # Behind the last column the cursor waits, and terminals differ on where.
        self._x = x if x < self._width else None
        return x

    def _one(self, y: int, x: int, row: Row) -> int:
        """Write one character; behind a doubtful one nobody knows where the cursor is."""
        character = row.characters[x]
        end = x + (2 if row.characters[x + 1 : x + 2] == [RIGHT_HALF] else 1)
        self._many(y, x, end, row)
        if character and is_doubtful(character):
            self._x = None
        return end

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


def _length(sequences: Iterable[str]) -> int:
    return sum(map(len, sequences))


def _relative(distance: int, onward: str, back: str) -> str:
    if distance == -1 and back == "D":
        return "\b"
    direction = onward if distance > 0 else back
    return f"\x1b[{abs(distance) if abs(distance) > 1 else ''}{direction}"
