"""A row of the concordance as runs of words: what stands in which column, before any colour."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from tui.safe import visible
from tui.search.concordance import Row
from tui.widgets.concordance.sheets import Heading
from tui.widgets.row_text import fit, surname

Run = tuple[str, str]
"""Words, and what they are: the last part of their component class."""

WIDE = 96
"""Cells from which names stand in full where they fit, and the turn's number at the edge."""

NARROW = 60
"""Cells below which only the words are left."""

ANSWERS = "↳ "
"""Stands before the other side of an exchange."""

_DATE = 10
_NAME, _SURNAME = 20, 11
_ANCHOR = 5
_GAP = 2
_SIGN = 2
_LEAN = 6
"""Cells at most by which the left context is shorter: the match takes room to the right."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is, in cells; 0 leaves it out.

    Attributes:
        date: The day.
        name: The speaker.
        left: The words before the match.
        right: The match and the words after it.
        anchor: The turn's number.
    """

    date: int
    name: int
    left: int
    right: int
    anchor: int

    @classmethod
    def of(cls, width: int, *, centred: bool = True) -> Columns:
        """Share a line out.

        Args:
            width: Cells of the line.
            centred: Whether the matches stand in the middle; else words begin at the left,
                as for a query that finds whole turns.
        """
        date = _DATE if width >= NARROW else 0
        name = 0 if width < NARROW else _NAME if width >= WIDE else _SURNAME
        anchor = _ANCHOR if width >= WIDE else 0
        taken = _SIGN + sum(column + _GAP for column in (date, name, anchor) if column)
        words = max(0, width - taken)
        left = words // 2 - min(_LEAN, words // 12) if centred else 0
        return cls(date, name, left, words - left, anchor)


def row_line(row: Row, columns: Columns, sign: str, *, answer: bool = False) -> list[Run]:
    """Return a row's line, or the second line of an exchange.

    Args:
        row: The hit, or the answer to it.
        columns: How wide each column is.
        sign: One cell: whether the cursor stands here.
        answer: Whether it is the other side of a pair, whose date stands above.
    """
    spoken = row.kind == "turn"
    runs: list[Run] = [(f"{sign} ", "sign")]
    if columns.date:
        date = "" if answer else row.date or "undated"
        runs.append((_cell(date, columns.date), "date"))
    if columns.name:
        name = (row.speaker or "?") if spoken else row.kind.replace("_", " ")
        room = columns.name - (len(ANSWERS) if answer else 0)
        if spoken and cell_len(visible(name)) > room:
            name = surname(name)
        if answer:
            name = ANSWERS + name
        runs.append((_cell(name, columns.name), "name" if spoken else "kind"))
    words = "words" if spoken else "outside"
    runs += _left(row, columns.left, words)
    runs += _right(row, columns.right, words)
    if columns.anchor:
        # Of a title and a summary, the name's column says enough.
        numbered = row.found.anchor[-1].isdigit()
        anchor = fit(row.found.anchor, columns.anchor) if numbered else ""
        runs.append((f"{anchor:>{columns.anchor + _GAP}}", "anchor"))
    return runs


def _cell(text: str, width: int) -> str:
    return set_cell_size(fit(visible(text), width), width + _GAP)


def _left(row: Row, width: int, words: str) -> list[Run]:
    if width < 1:
        return []
    # More than so many characters cannot stand in so many cells, but zero-width ones.
    text = visible(row.left[-4 * width :])
    start = max(0, len(text) - width)
    while start < len(text) and cell_len(text[start:]) > width:
        start += 1
    if start and not text[start - 1].isspace():
        # Half a word at the edge says nothing.
        space = text.find(" ", start)
        start = start if space < 0 else space + 1
    shown = text[start:]
    edge = len(row.left) - len(shown)
    blank = " " * (width - cell_len(shown))
    return [(blank, words), *_lit(shown, edge - len(row.left), row, words)]


def _right(row: Row, width: int, words: str) -> list[Run]:
    hit = fit(visible(row.hit), width)
    room = width - cell_len(hit)
    right = visible(row.right[: 4 * width])
    shown = set_cell_size(right, room) if cell_len(right) > room else right
    if len(shown) < len(right) and shown and not right[len(shown)].isspace():
        space = shown.rfind(" ")
        shown = shown if space < 0 else shown[: space + 1]
    blank = " " * (room - cell_len(shown))
    return [(hit, "match"), *_lit(shown, len(row.hit), row, words), (blank, words)]


def _lit(shown: str, at: int, row: Row, words: str) -> list[Run]:
    """Part a stretch of context where other matches of the same paragraph stand in it.

    Args:
        shown: The stretch.
        at: Where it begins, counted in characters from the beginning of the match.
        row: The row.
        words: What the rest of it is.
    """
    focus = row.found.focus
    spans = [
        (max(0, match.start - focus.start - at), match.end - focus.start - at)
        for match in row.found.matches
        if match.block == focus.block and match != focus
    ]
    edges = {0, len(shown)}
    for start, end in spans:
        edges.update(edge for edge in (start, end) if 0 < edge < len(shown))
    return [
        (shown[a:b], "other" if any(start <= a and b <= end for start, end in spans) else words)
        for a, b in pairwise(sorted(edges))
    ]


def heading_line(heading: Heading, width: int) -> list[Run]:
    """Lay the line above a group out: what its rows share, and as much of the counts as fits.

    Args:
        heading: What is said.
        width: Cells.
    """
    room = width - 2 * _GAP
    text = visible(heading.text)
    # What the rows share keeps half of the line, the counts what it leaves.
    left = room - min(cell_len(text), room // 2)
    told = next((each for each in heading.lengths if cell_len(each) <= left), heading.lengths[-1])
    gap = " " * _GAP
    return [(gap + fit(text, room - cell_len(told)), "heading"), (gap + told, "count")]
