"""The loupe as lines of runs, wrapped to the width there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from rich.cells import cell_len

from tui.safe import visible
from tui.widgets.concordance.loupe import Loupe, Piece, Sight
from tui.widgets.concordance.row_lines import Run
from tui.widgets.dialogue.wrapping import wrap
from tui.widgets.row_text import fit

BAR = "▎ "
MEASURE = 80
"""Cells of a line of words at most."""

NOTHING = "The words are no longer there."


def loupe_lines(
    loupe: Loupe, width: int, indent: int, colour: Callable[[str | None], str]
) -> list[list[Run]]:
    """Return the lines of a loupe, a blank one last.

    Args:
        loupe: What it shows.
        width: Cells of the widget.
        indent: Cells left blank before it.
        colour: Names the component of a speaker's colour.
    """
    measure = max(8, min(MEASURE, width - indent - len(BAR)))
    margin = " " * indent
    lines: list[list[Run]] = []
    for piece in loupe.pieces:
        bar = (BAR, colour(piece.speaker))
        if piece.head and loupe.sight is not Sight.SENTENCE:
            if lines:
                lines.append([])
            lines.append([(margin, "words"), bar, *_head(piece, measure, colour)])
        lines += [[(margin, "words"), bar, *runs] for runs in _words(piece, measure)]
    if not loupe.pieces:
        lines.append([(margin, "words"), (NOTHING, "outside")])
    return [*lines, []]


def _head(piece: Piece, measure: int, colour: Callable[[str | None], str]) -> list[Run]:
    name = fit(visible(piece.head), measure - len(piece.anchor) - 2)
    gap = " " * max(2, measure - cell_len(name) - len(piece.anchor))
    return [(name, colour(piece.speaker)), (gap + piece.anchor, "anchor")]


def _words(piece: Piece, measure: int) -> Iterator[list[Run]]:
    words = "words" if piece.speaker is not None else "outside"
    for start, end in wrap(piece.text, measure):
        shown = visible(piece.text[start:end]).rstrip()
        stop = start + len(shown)
        edges = {start, stop}
        for a, b in piece.matches:
            edges.update(edge for edge in (a, b) if start < edge < stop)
        yield [
            (shown[a - start : b - start], _part(piece, a, b, words))
            for a, b in pairwise(sorted(edges))
        ]


def _part(piece: Piece, start: int, end: int, words: str) -> str:
    if piece.focus is not None and piece.focus[0] <= start and end <= piece.focus[1]:
        return "focus"
    return "match" if any(a <= start and end <= b for a, b in piece.matches) else words
