"""The readings of one meeting: which there are, and which words they do not share."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from tui.cli.damage import exit_code
from tui.cli.failures import EXIT_ERROR, EXIT_FOUND
from tui.cli.output import Output, complain, note
from tui.cli.table import Column, lines, plural
from tui.cli.transcript import MEASURE

if TYPE_CHECKING:
    from tui.library.captures import Reading
    from tui.library.comparison import Difference, Stretch
    from tui.library.library import Library

_COLUMNS = (
    Column(right=True),  # number
    Column(style={"bold": True}),  # current
    Column(),  # imported
    Column(style={"fg": "cyan"}),  # sha256
    Column(),  # format
    Column(right=True),  # words
    Column(shrinks=1, least=12),  # file
)

_COLOURS = {"[-": {"fg": "magenta"}, "{+": {"fg": "cyan"}}
"""How words of the first and of the second reading look: neither in a colour of alarm."""

_CLOSING = ("-]", "+}")
_MARKS = re.compile(r"(\[-|-\]|\{\+|\+\})")

_CONTEXT = 12
"""Words shown on either side of those that are in one reading only."""


def list_captures(library: Library, beginning: str, output: Output, *, as_json: bool) -> int:
    """Print one row a capture, the oldest first.

    The keys of a row are number, meeting, imported (null where it is not known), name, url,
    sha256, format, words (null where the file cannot be read again), current and problem.
    """
    row = library.row(beginning)
    captures = library.captures(row.entry.id)
    if as_json:
        for reading in captures:
            output.json(_as_row(row.entry.id, reading))
    else:
        for line in lines(output, _COLUMNS, [_as_cells(reading) for reading in captures]):
            output.line(line)
    output.flush()
    unread = [reading for reading in captures if reading.problem]
    for reading in unread:
        complain(f"Capture {reading.number} cannot be read again: {reading.problem}.")
    return EXIT_ERROR if unread else EXIT_FOUND


def show_differences(
    library: Library, beginning: str, sides: tuple[int, ...], output: Output, *, as_json: bool
) -> int:
    """Print the passages that two captures do not share; none is the exit code 1.

    The keys of a row are meeting, captures (both numbers), first and second (the passage's
    anchor in either, or null), first_speaker, second_speaker and words: a list of objects
    with in (both, first or second) and text.
    """
    from tui.library.captures import to_compare
    from tui.library.comparison import Side, differences

    row = library.row(beginning)
    key = row.entry.id
    one, other = sides or to_compare(row, lambda number: library.capture(key, number))
    found = differences(library.capture(key, one), library.capture(key, other))
    for difference in found:
        if as_json:
            output.json(_as_object(key, (one, other), difference))
        else:
            for line in _as_lines(difference, (one, other), output):
                output.line(line)
    output.flush()
    if found:
        first, second = (
            sum(_count(part) for each in found for part in each.stretches if part.side is side)
            for side in (Side.FIRST, Side.SECOND)
        )
        note(
            f"{plural(len(found), 'passage')} differ{'s' * (len(found) == 1)}: "
            f"{plural(first, 'word')} only in capture {one}, "
            f"{plural(second, 'word')} only in capture {other}."
        )
    else:
        note(f"Captures {one} and {other} have the same words.")
    return exit_code(library, found=bool(found))


def _as_row(meeting: str, reading: Reading) -> dict[str, object]:
    return {
        "number": reading.number,
        "meeting": meeting,
        "imported": f"{reading.imported:%Y-%m-%dT%H:%M:%SZ}" if reading.imported else None,
        "name": reading.capture.name,
        "url": reading.capture.url,
        "sha256": reading.capture.sha256,
        "format": reading.capture.format,
        "words": reading.words,
        "current": reading.current,
        "problem": reading.problem or None,
    }


def _as_cells(reading: Reading) -> tuple[str, ...]:
    return (
        str(reading.number),
        "current" if reading.current else "",
        f"{reading.imported.astimezone():%Y-%m-%d %H:%M}" if reading.imported else "",
        reading.capture.sha256[:12],
        reading.capture.format,
        "unreadable" if reading.words is None else plural(reading.words, "word"),
        reading.capture.name,
    )


def _as_object(
    meeting: str, captures: tuple[int, int], difference: Difference
) -> dict[str, object]:
    return {
        "meeting": meeting,
        "captures": list(captures),
        "first": difference.first,
        "second": difference.second,
        "first_speaker": difference.first_speaker,
        "second_speaker": difference.second_speaker,
        "words": [{"in": part.side.value, "text": part.text} for part in difference.stretches],
    }


def _as_lines(difference: Difference, captures: tuple[int, int], output: Output) -> Iterator[str]:
    yield output.style(output.words(_heading(difference, captures)), bold=True)
    width = min(MEASURE, output.width or MEASURE) - 2
    text = output.words(" ".join(_marked(difference.stretches)))
    inside = ""
    for line in textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False):
        shown, inside = _coloured(line, inside, output)
        yield f"  {shown}"
    yield ""


def _coloured(line: str, inside: str, output: Output) -> tuple[str, str]:
    """Colour what stands in marks, also where a mark was opened on a line before.

    Args:
        line: A line of marked text.
        inside: The mark that is open at its beginning, or "".
        output: Knows whether colours are wanted.

    Returns:
        The line, and the mark that is open at its end.
    """
    parts: list[tuple[str, str]] = []
    for part in _MARKS.split(line):
        opened = part if part in _COLOURS else inside
        parts.append((opened, part))
        inside = "" if part in _CLOSING else opened
    shown = ""
    for mark, run in groupby(parts, key=itemgetter(0)):
        text = "".join(part for _, part in run)
        shown += output.style(text, **_COLOURS[mark]) if mark else text
    return shown, inside


def _heading(difference: Difference, captures: tuple[int, int]) -> str:
    speakers = list(
        dict.fromkeys(
            name or "outside speech"
            for anchor, name in (
                (difference.first, difference.first_speaker),
                (difference.second, difference.second_speaker),
            )
            if anchor is not None
        )
    )
    who = " / ".join(speakers)
    if difference.second is None:
        return f"{difference.first}  {who}, only in capture {captures[0]}"
    if difference.first is None:
        return f"{difference.second}  {who}, only in capture {captures[1]}"
    if difference.first == difference.second:
        return f"{difference.second}  {who}"
    return f"{difference.first} / {difference.second}  {who}"


def _marked(stretches: tuple[Stretch, ...]) -> Iterator[str]:
    """Yield the stretches as text, those of one reading in marks, long common ones cut."""
    from tui.library.comparison import Side

    for at, stretch in enumerate(stretches):
        if stretch.side is Side.BOTH:
            yield _shortened(stretch.text, first=at == 0, last=at == len(stretches) - 1)
        elif stretch.side is Side.FIRST:
            yield f"[-{stretch.text}-]"
        else:
            yield f"{{+{stretch.text}+}}"


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    head = [] if first else words[:_CONTEXT]
    tail = [] if last else words[-_CONTEXT:]
    if len(head) + len(tail) >= len(words):
        return text
    return " ".join([*head, "…", *tail])


def _count(stretch: Stretch) -> int:
    return len(stretch.text.split())
