"""Columns of text that line up, on a terminal cut to its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tui.cli.output import Output

GAP = "  "
ELLIPSIS = "…"

_USEFUL = 12
"""Cells under which a column says nothing any more."""


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is set.

    Attributes:
        right: Set flush right, as numbers are.
        shrinks: When a terminal is too narrow, columns give way in this order, 1 first; 0
            keeps what it needs, whatever happens to the line.
        least: Cells below which it does not go before all others gave way; then it goes.
        style: Keywords of ``click.style``.
    """

    right: bool = False
    shrinks: int = 0
    least: int = 0
    style: dict[str, Any] = field(default_factory=dict)


def width_of(text: str) -> int:
    """Return the cells a text takes on a terminal; an ideograph takes two."""
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Return a text that takes at most ``width`` cells, the end left out where it must be."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    from rich.cells import set_cell_size

    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def cut_start(text: str, width: int) -> str:
    """Return the end of a text that takes at most ``width`` cells."""
    return cut(text[::-1], width)[::-1] if width_of(text) > width else text


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled with blanks to ``width`` cells, flush left or flush right."""
    blanks = " " * (width - width_of(text))
    return blanks + text if right else text + blanks


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: ``1 hit``, ``2,000 hits``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def lines(
    output: Output, columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Yield a line a row, its cells aligned.

    Args:
        output: Where the lines go: decides on width, colour and marks for control characters.
        columns: How each column is set.
        rows: The cells. A column that is empty in every row is left out.
    """
    shown = [[output.words(cell) for cell in row] for row in rows]
    kept = [index for index in range(len(columns)) if any(row[index] for row in shown)]
    widths = {index: max(width_of(row[index]) for row in shown) for index in kept}
    if output.width is not None:
        widths = _fitted(columns, widths, output.width)
    for row in shown:
        cells = []
        for index in widths:
            cell = row[index] if output.width is None else cut(row[index], widths[index])
            filled = pad(cell, widths[index], right=columns[index].right)
            styled = output.style(cell, **columns[index].style) if columns[index].style else cell
            cells.append(filled.replace(cell, styled, 1) if cell else filled)
        yield GAP.join(cells).rstrip()


def _fitted(columns: Sequence[Column], widths: dict[int, int], width: int) -> dict[int, int]:
    """Return the widths that a line of a terminal has room for; what gets none is left out."""
    fitted = dict(widths)
    giving = sorted(
        (index for index in widths if columns[index].shrinks),
        key=lambda index: columns[index].shrinks,
    )
    for index, least in (
        *((index, columns[index].least) for index in giving),
        *((index, 0) for index in giving),
    ):
        excess = sum(fitted.values()) + len(GAP) * (len(fitted) - 1) - width
        if excess <= 0:
            break
        if index not in fitted:
            continue
        wanted = max(fitted[index] - excess, least)
        if wanted < _USEFUL:
            del fitted[index]
        else:
            fitted[index] = min(wanted, fitted[index])
    return fitted
