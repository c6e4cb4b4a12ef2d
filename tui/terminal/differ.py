"""The picture a terminal shows, and what to send so that it shows the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.segment import Segment

from tui.terminal.ascii_forms import in_ascii
from tui.terminal.frame import Row
from tui.terminal.pen import Pen, Pens
from tui.terminal.scrolling import find_scroll
from tui.terminal.writer import Writer


class Differ:
    """Keeps two pictures: what the terminal shows, and what it should show.

    Paint the latter in any order, then ask for the difference.

    Args:
        pens: Turns styles into ways of drawing.
        colour_erase: Whether erased cells take the current background on this terminal.
        unicode: Whether characters beyond ASCII arrive there.
    """

    def __init__(self, pens: Pens, *, colour_erase: bool, unicode: bool = True) -> None:
        """Begin with a screen of no size; see ``fit``."""
        self.pens = pens
        self._colour_erase = colour_erase
        self._unicode = unicode
        self._shown: list[Row] = []
        self._wanted: list[Row] = []
        self._painted: set[int] = set()
        self._width = 0

    def forget(self) -> None:
        """Know nothing of what the terminal shows: it was resized, or another wrote on it."""
        self._shown = [Row.unknown(self._width) for _ in self._wanted]
        self._painted.update(range(len(self._wanted)))

    def fit(self, width: int, height: int) -> None:
        """Take on the size of the screen; another size than before is an unknown screen."""
        if (width, height) != (self._width, len(self._wanted)):
            self._width = width
            self._wanted = [Row.unknown(width) for _ in range(height)]
            self.forget()

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of the screen."""
        return self._width, len(self._wanted)

    @property
    def shown(self) -> list[Row] | None:
        """What the terminal shows, row by row; None where that is not known."""
        known = self._shown and not any(None in row.pens for row in self._shown)
        return [row.copy() for row in self._shown] if known else None

    def presume(self, rows: list[Row]) -> None:
        """Take rows as what the terminal shows, if they fill the screen."""
        if {len(row.characters) for row in rows} == {self._width} and len(rows) == self.size[1]:
            self._shown = rows

    def whole(self) -> str:
        """Return what shows the terminal's picture on any screen of its size."""
        anew = Differ(self.pens, colour_erase=self._colour_erase)
        anew.fit(*self.size)
        anew._wanted = [row.copy() for row in self._shown]
        return anew.difference()

    def paint(self, x: int, y: int, segments: Iterable[Segment]) -> None:
        """Draw into the picture that the terminal should show; beyond its edges nothing is."""
        if 0 <= y < len(self._wanted):
            if not self._unicode:
                segments = [Segment(in_ascii(text), style) for text, style, _ in segments]
            self._wanted[y].paint(x, segments, self.pens)
            self._painted.add(y)

    def difference(self) -> str:
        """Return what to send, "" if nothing, and take it as shown."""
        writer = Writer(self._width, colour_erase=self._colour_erase)
        if self._all_unknown():
            self._clear(writer)
        else:
            self._scroll(writer)
        changed = self._changed()
        writer.rows([(y, self._shown[y], self._wanted[y]) for y in changed])
        for y in changed:
            self._shown[y] = self._wanted[y].copy()
        self._painted.clear()
        return writer.finish()

    def _changed(self) -> list[int]:
        return [y for y in sorted(self._painted) if not self._wanted[y].same(self._shown[y])]

    def _scroll(self, writer: Writer) -> None:
        """Let the terminal move what only moved."""
        scroll = find_scroll(self._shown, self._wanted, self._changed())
        if scroll is not None:
            writer.scroll(scroll)
            self._shown = scroll.applied(self._shown, self._width)
            self._painted.update(range(scroll.top, scroll.bottom))

    def _all_unknown(self) -> bool:
        return len(self._painted) == len(self._shown) > 0 and all(
            set(row.pens) == {None} for row in self._shown
        )

    def _clear(self, writer: Writer) -> None:
        """Begin an unknown screen by erasing it in its commonest ground."""
        grounds: Counter[Pen] = Counter()
        for row in self._wanted:
            for character, pen in zip(row.characters, row.pens, strict=True):
                if character == " " and pen is not None and writer.can_erase(pen):
                    grounds[pen] += 1
        if grounds:
            ((ground, _),) = grounds.most_common(1)
            writer.clear(ground)
            self._shown = [Row.blank(self._width, ground) for _ in self._shown]
