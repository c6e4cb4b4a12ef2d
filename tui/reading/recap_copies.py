"""What is copied from the page of a meeting: times spelled out, or the hour with its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.reading.odd_names import is_named
from tui.reading.printed_label import Shape, shape

_SPELLED = (
    r"(?=\d{1,2} (?:hour|minute|second))(?:(?P<hours>\d{1,2}) hours?(?: |$|(?=\d)))?"
    r"(?:(?P<minutes>\d{1,2}) minutes?(?: |$|(?=\d)))?(?:(?P<seconds>\d{1,2}) seconds?)?"
)
"""``1 minute 10 seconds``, as a screen reader is told a time."""
_TWICE = re.compile(rf"\s*{_SPELLED}(?P<clock>(?:\d{{1,2}}:)?\d{{1,2}}:\d{{2}})\s*")
"""The time that is heard and the time that is seen, glued: ``0 minutes 3 seconds0:03``."""
_NAMED = re.compile(rf"\s*(?P<name>[^\d\s][^:]{{0,60}}?) {_SPELLED}\s*")
_BADGE = re.compile(
    r"(?P<name>\s*[^\s\[\]][^\[\]:]{1,60}?)\s*\[(?P<badge>[A-Z][a-z]+)\](?=\s+\d{1,2}:\d{2}\b)"
)
"""``Name [External]   0:34``: how the program marks who is of another house."""
_DATED = re.compile(
    r"\s*(?:\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}),? "
    r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?P<half> ?[APap]\.?[Mm]\.?)?\s*"
)
"""When something was said, by the clock on the wall, on a line of its own."""


def with_clocks(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines with each name and its time on one line, as programs export them.

    Copied pages say a name and a time up to three times, one below the other.

    Args:
        lines: The copied text.

    Returns:
        The lines, and those left out: the hours by the wall, which tell nothing of the place in
        a recording.
    """
    spelled = sum(_is_told_twice(line) for line in lines) > 1
    called = _called(lines) if spelled else set()
    dated = _dated(lines)
    whole: list[str] = []
    for number, line in enumerate(lines):
        if len(line) > 160:
            whole.append(line)
        elif spelled and _is_told_twice(line):
            # The name above it comes again in the line below.
            while whole and not whole[-1].strip():
                whole.pop()
            if whole and _is_name(whole[-1], called):
                whole.pop()
        elif spelled and (found := _NAMED.fullmatch(line)) and _is_name(found["name"], called):
            whole.append(f"{found['name'].strip()}   {_clock(found)}")
        elif number + 1 in dated:
            whole.append(f"{line.strip()}:")
        elif number not in dated:
            whole.append(_BADGE.sub(r"\g<name> (\g<badge>)", line) if "[" in line else line)
    return whole, [lines[number].strip() for number in sorted(dated)]


def _called(lines: Sequence[str]) -> set[str]:
    """Return the names that stand above a time told twice and again in the line below it."""
    filled = [line.strip() for line in lines if line.strip()]
    return {
        above
        for above, time, below in zip(filled, filled[1:], filled[2:], strict=False)
        if len(above) < 80
        and _is_told_twice(time)
        and (found := _NAMED.fullmatch(below[:160]))
        and found["name"] == above
    }


def _is_told_twice(line: str) -> bool:
    return len(line) < 80 and line.rstrip()[-1:].isdigit() and _TWICE.fullmatch(line) is not None


def _is_name(text: str, called: set[str]) -> bool:
    return text.strip() in called or is_named(f"{text.strip()}   0:00")


def _clock(found: re.Match[str]) -> str:
    hours, minutes, seconds = (int(found[key] or 0) for key in ("hours", "minutes", "seconds"))
    return f"{hours}:{minutes:02d}:{seconds:02d}"


def _dated(lines: Sequence[str]) -> set[int]:
    """Return the lines that are an hour with its date, below a name each; at least two."""
    found = {
        number
        for number, line in enumerate(lines)
        if number
        and len(line) < 60
        and ":" in line
        and _DATED.fullmatch(line)
        and len(lines[number - 1]) < 80
        and shape(lines[number - 1].strip()) is not Shape.NONE
    }
    return found if len(found) > 1 else set()
