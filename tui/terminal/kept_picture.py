"""Rows of cells as text and back: the first frame of the next start."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from tui.terminal.frame import Row, is_doubtful
from tui.terminal.pen import Pen, Pens


def dump(rows: Sequence[Row]) -> str:
    """Write rows down, runs of one pen together."""
    pens: dict[Pen, int] = {}
    lines = []
    for row in rows:
        cells = zip(row.pens, row.characters, strict=True)
        lines.append(
            [
                (-1 if pen is None else pens.setdefault(pen, len(pens)), _brief(run))
                for pen, run in groupby(cells, key=lambda cell: cell[0])
            ]
        )
    inks = [(sorted(pen.attributes), pen.foreground, pen.background, pen.link) for pen in pens]
    return json.dumps({"pens": inks, "rows": lines}, separators=(",", ":"))


def _brief(run: Iterable[tuple[Pen | None, str | None]]) -> str | list[str | None]:
    """Return the characters of a run: in one text where each takes one cell."""
    cells = [cell for _, cell in run]
    single = [cell for cell in cells if cell is not None and len(cell) == 1]
    return "".join(single) if len(single) == len(cells) else cells


def load(text: str, pens: Pens) -> list[Row]:
    """Read rows that were written down.

    Raises:
        ValueError: The text is no such rows.
    """
    try:
        document = json.loads(text)
        inks = [
            pens.drawing(frozenset(attributes), foreground, background, link)
            for attributes, foreground, background, link in document["pens"]
        ]
        return [_row(line, inks) for line in document["rows"]]
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"no picture: {error!r}") from error


def _row(line: list[tuple[int, str | list[str | None]]], inks: list[Pen]) -> Row:
    row = Row([], [])
    for ink, cells in line:
        pen = None if ink < 0 else inks[ink]
        row.characters += cells
        row.pens += [pen] * len(cells)
    row.doubtful = any(map(is_doubtful, filter(None, row.characters)))
    return row
