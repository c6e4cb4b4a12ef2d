"""Pages printed as text: margin numbers, running heads and columns, taken apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.reading.columns import in_reading_order

_LINE_NUMBER = re.compile(r"\s{0,8}(\d{1,2})(?:\s|$)(?P<rest>.*)")
_PAGE_NUMBER = re.compile(
    r"[-–—\[( ]*(?:(?:page|p\.)\s*)?(?P<page>\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?[-–—\]). ]*",
    re.IGNORECASE,
)
_JOB_NUMBER = re.compile(
    r"\s*(?:\d{1,3}/\d{1,3}\s+)?\d{2}-\d{4,6}(?:\s*\([A-Z]\))?(?:\s+\d{1,3}/\d{1,3})?\s*"
)
"""How the United Nations number a print: ``22-59934 (E)``, with the page on either side."""
_DIGITS = re.compile(r"\d+")
_OPEN_END = re.compile(r"[\w,;\-–—]\s*$")
_LONGEST = 200
"""A longer line is no line of a page."""
_COUNTED = 8
"""So many lines numbered one by one are those of a page, however short."""
_RUNS = 3
"""So many times a line that moves with the pages is seen before it is believed."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A text without what belongs to its pages.

    Attributes:
        lines: The lines of the text in reading order.
        repairs: What was undone, one sentence each.
        furniture: The lines of the pages, verbatim.
    """

    lines: list[str]
    repairs: list[str]
    furniture: list[str]


def without_pages(text: str) -> Pages:
    """Take a text out of its pages.

    Args:
        text: A whole document; one that was never paged is returned as it is.
    """
    lines = [line.rstrip("\r") for line in text.replace("\f", "\n\f").split("\n")]
    breaks = [index for index, line in enumerate(lines) if line.startswith("\f")]
    lines = [line.removeprefix("\f") for line in lines]
    repairs: list[str] = []
    numbers = _margin_numbers(lines)
    if numbers:
        repairs.append("The line numbers in the margin were taken out.")
        aside = _between_pages(lines, numbers)
        lines = [
            found["rest"] if index in numbers and (found := _LINE_NUMBER.fullmatch(line)) else line
            for index, line in enumerate(lines)
        ]
    else:
        aside = _running(lines, breaks)
    furniture = [lines[index].strip() for index in sorted(aside)]
    kept = list(_kept(lines, aside))
    columns = in_reading_order(kept)
    if columns is not None:
        repairs.append("Two columns were read one after the other.")
        kept = columns
    return Pages(kept, repairs, furniture)


def _margin_numbers(lines: Sequence[str]) -> dict[int, int]:
    """Return the number in the margin by line; nothing where lines are not numbered."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    numbers = {
        index: int(found[1])
        for index in filled
        if len(lines[index]) < _LONGEST and (found := _LINE_NUMBER.fullmatch(lines[index]))
    }
    if len(numbers) < 0.8 * len(filled):
        return {}
    counted = sum(after - before == 1 for before, after in pairwise(numbers.values()))
    return numbers if len(filled) >= 20 or counted + 2 >= len(numbers) >= _COUNTED else {}


def _between_pages(lines: Sequence[str], numbers: dict[int, int]) -> set[int]:
    """Return the lines without number that stand where the numbers begin again."""
    aside: set[int] = set()
    held: list[int] = []
    before = 99
    for index, line in enumerate(lines):
        if index in numbers:
            if numbers[index] <= before:
                aside.update(held)
            before = numbers[index]
            held = []
        elif line.strip():
            held.append(index)
    # After the last number: only what stood between pages before, or a page's number.
    known = {_folded(lines[index]) for index in aside}
    aside.update(
        i for i in held if _folded(lines[i]) in known or _PAGE_NUMBER.fullmatch(lines[i].strip())
    )
    return aside


def _folded(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()))


def _running(lines: Sequence[str], breaks: Sequence[int]) -> set[int]:
    """Return the lines that come again with each page: heads, feet and page numbers."""
    short = {i: line for i, line in enumerate(lines) if line.strip() and len(line) < _LONGEST}
    marks = {i for i, line in short.items() if "-" in line and _JOB_NUMBER.fullmatch(line)}
    pages = {
        i: int(found["page"])
        for i, line in short.items()
        if len(line.strip()) < 24 and (found := _PAGE_NUMBER.fullmatch(line.strip()))
    }
    marks.update(_counting(pages))
    near = _beside(short, {*marks, *breaks})
    seen = Counter(_folded(short[i]) for i in near)
    heads = {
        i
        for i in near
        if seen[_folded(short[i])] >= _RUNS
        or ("   " in short[i].strip() and any(c.isdigit() for c in short[i]))
    }
    return marks | heads


def _counting(pages: dict[int, int]) -> Iterator[int]:
    """Yield the lines whose numbers go up by one, as those of pages do."""
    run: list[int] = []
    for index, page in pages.items():
        if run and page - pages[run[-1]] not in (1, 2):
            if len(run) >= _RUNS:
                yield from run
            run = []
        run.append(index)
    if len(run) >= _RUNS:
        yield from run


def _beside(short: dict[int, str], marks: set[int]) -> set[int]:
    """Return the filled lines next to the marks of a page, two on either side."""
    order = list(short)
    places = {index: place for place, index in enumerate(order)}
    near: set[int] = set()
    for mark in marks:
        place = places.get(mark)
        if place is None:
            place = next((p for p, index in enumerate(order) if index >= mark), len(order))
            around = order[max(0, place - 2) : place + 2]
        else:
            around = [*order[max(0, place - 2) : place], *order[place + 1 : place + 3]]
        near.update(around)
    return near - marks


def _kept(lines: Sequence[str], aside: set[int]) -> Iterator[str]:
    """Yield the text's lines, a sentence that runs over the page's end without a gap."""
    blank = 0
    cut = False
    open_end = False
    for index, line in enumerate(lines):
        if index in aside:
            cut = True
        elif not line.strip():
            blank += 1
        else:
            if not (cut and open_end and line.lstrip()[0].islower()):
                yield from [""] * blank
            yield line
            open_end = _OPEN_END.search(line[-8:]) is not None
            blank, cut = 0, False
    yield from [""] * blank
