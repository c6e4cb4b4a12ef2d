"""Escape sequences that take a terminal from one row of cells to another.

Cursor and erasing: ECMA-48 CUP, CHA, VPA, CUU, CUD, CUF, CUB, ECH, EL, ED.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise

from tui.terminal.frame import RIGHT_HALF, Row, is_doubtful
from tui.terminal.pen import PLAIN, Pen, change
from tui.terminal.scrolling import Scroll

# As many unchanged cells are written again rather than jumped over: a jump takes that many bytes.
_SHORT_GAP = 4
# From so many blanks on, ECH and the jump behind it are shorter than the blanks.
_LONG_BLANK = 9
_LONG_BLANKS = [" "] * _LONG_BLANK
# From so many blanks at the end of a row on, EL is no longer than the blanks.
_LONG_TAIL = 3
# A row of more pens than that is a picture of its own kind, and not worth a second try.
_MOST_PENS = 6


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

    def row(self, y: int, shown: Row, wanted: Row) -> None:
        """Write what differs between what a row shows and what it should show.

        From left to right, or one pen after the other: whichever is shorter.
        """
        before = self._x, self._y, self._pen, len(self._out)
        self._from_the_left(y, shown, wanted)
        steps = self._pen_by_pen(before[2], shown, wanted)
        if not steps:
            return
        after = self._x, self._y, self._pen
        plain = self._out[before[3] :]
        del self._out[before[3] :]
        self._x, self._y, self._pen, _ = before
        for earlier, later in pairwise(steps):
            self._from_the_left(y, earlier, later)
        if _length(self._out[before[3] :]) >= _length(plain):
            self._out[before[3] :] = plain
            self._x, self._y, self._pen = after

    def _pen_by_pen(self, held: Pen, shown: Row, wanted: Row) -> list[Row]:
        """Return rows from what is shown to what should be, in which each takes one pen more.

        Nothing where that cannot pay: where no pen is taken up again, or where wide
        characters could lose their halves in between.
        """
        cells = list(zip(shown.characters, wanted.characters, shown.pens, wanted.pens, strict=True))
        changed = [
            x for x, (old, new, was, pen) in enumerate(cells) if old != new or was is not pen
        ]
        inked = [wanted.pens[x] for x in changed if wanted.characters[x] != " "]
        turns = [pen for pen, _ in groupby(inked) if pen is not None]
        pens = list(dict.fromkeys(turns))
        if len(turns) == len(pens) or len(pens) > _MOST_PENS or None in inked:
            return []
        if any(row.doubtful or RIGHT_HALF in row.characters for row in (shown, wanted)):
            return []
        if held in pens:
            pens = [held, *(pen for pen in pens if pen is not held)]
        steps = [shown]
        for pen in pens[:-1]:
            row = steps[-1].copy()
            for x in changed:
                ink = wanted.pens[x]
                blank = wanted.characters[x] == " " and ink is not None
                if ink is pen or (blank and _alike(pen, ink)):
                    row.characters[x], row.pens[x] = wanted.characters[x], ink
            steps.append(row)
        return [*steps, wanted]

    def _from_the_left(self, y: int, shown: Row, wanted: Row) -> None:
        tail = self._tail(wanted)
        changes = self._changes(shown, wanted)
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
        stretches: list[tuple[int, int]] = []
        start = end = -1
        cells = zip(shown.characters, wanted.characters, shown.pens, wanted.pens, strict=True)
        for x, (old, new, held, pen) in enumerate(cells):
            if old == new and held is pen and not (new == RIGHT_HALF and x == end):
                continue  # unchanged, and not the other half of what changed
            if x != end:
                if end > 0:
                    stretches.append((start, end))
                start = x
            end = x + 1
        if end > 0:
            stretches.append((start, end))
        return stretches

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
        return _alike(self._pen, blank)

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


def _alike(held: Pen, blank: Pen | None) -> bool:
    """Whether a space of one pen looks like a space of the other."""
    if held is blank or blank is None:
        return held is blank
    return held.background == blank.background and not (
        held.shows_on_blanks or blank.shows_on_blanks
    )


def _length(sequences: Iterable[str]) -> int:
    return sum(map(len, sequences))


def _relative(distance: int, onward: str, back: str) -> str:
    if distance == -1 and back == "D":
        return "\b"
    direction = onward if distance > 0 else back
    return f"\x1b[{abs(distance) if abs(distance) > 1 else ''}{direction}"
