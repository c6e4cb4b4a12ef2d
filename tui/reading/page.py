"""A page of the site, taken apart into header, body and footer, before speech is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.model import Reference
from tui.reading.dates import date_at, is_date_range, whole_date
from tui.reading.names import squeeze

COUNTER = re.compile(r"\d{1,3} of \d{1,3}\Z")
"""The photo counter: ``2 of 4``. Never a date."""

SEPARATOR = re.compile(r"\s*\*\s*\*\s*\*\s*\Z")
"""The line between the publisher's words and the dialogue."""

BOX_TITLES = frozenset(("See also", "Additional"))
"""What stands over a box that points at other pages."""

_SENTENCE_END = (".", ",", "!", "…")
"""What no entry's title ends with: a program dropped the entries, and the text goes on."""
_ATTACHMENT = re.compile(r"(?:doc|docx|pdf|rtf|xls|zip), [\d.,]+ [kKMG]B\Z")


@dataclass(frozen=True, slots=True)
class Box:
    """A box of references, standing somewhere in the body.

    Attributes:
        heading: Its title, ``See also``.
        entries: What it points at.
        lines: Each entry as one line of text.
    """

    heading: str
    entries: tuple[Reference, ...]
    lines: tuple[str, ...]


@dataclass(slots=True)
class Page:
    """What the frame of a page says, and the lines between header and footer.

    Attributes:
        pictured: The layout shows pictures and videos, their captions first in the body.
        lines: The body's lines, stripped of outer white space; "" for an empty line.
        caption_follows: Indices into ``lines`` that follow a photo counter.
        url: The page's address, where the text holds it.
        furniture: Lines of the page that say nothing of the meeting.
    """

    pictured: bool = False
    title: str = ""
    summary: str = ""
    date: str | None = None
    time: str | None = None
    place: str = ""
    lines: list[str] = field(default_factory=list)
    geography: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    published: str | None = None
    url: str | None = None
    furniture: list[str] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)


def box_at(lines: list[str], index: int, *, closing: bool = False) -> tuple[Box, int]:
    """Read the box whose title stands at an index.

    An entry is a title and a date below it. A first entry without a date stands alone:
    what follows it is the text again.

    Args:
        lines: The page's lines.
        index: Of the box's title.
        closing: The box is the last thing on the page: everything below belongs to it.

    Returns:
        The box, and the index of the first line after it.
    """
    heading = lines[index]
    entries: list[Reference] = []
    shown: list[str] = []
    at = _skip_empty(lines, index + 1)
    while at < len(lines) and lines[at] not in BOX_TITLES:
        title = squeeze(lines[at])
        below = _skip_empty(lines, at + 1)
        date_line = lines[below] if below < len(lines) else ""
        iso = whole_date(date_line)
        if iso is not None or is_date_range(date_line):
            entries.append(Reference(title, iso or squeeze(date_line), None))
            shown.append(f"{title}, {squeeze(date_line)}")
            at = _skip_empty(lines, below + 1)
            continue
        if _ATTACHMENT.match(date_line):
            entries.append(Reference(title, None, None))
            shown.append(f"{title}, {squeeze(date_line)}")
            at = _skip_empty(lines, below + 1)
            continue
        if (entries and not closing) or title.endswith(_SENTENCE_END) or SEPARATOR.match(title):
            break
        entries.append(Reference(title, None, None))
        shown.append(title)
        at = below
        if not closing:
            break
    return Box(heading, tuple(entries), tuple(shown)), at


def _skip_empty(lines: list[str], index: int) -> int:
    while index < len(lines) and not lines[index]:
        index += 1
    return index


def date_and_place(line: str) -> tuple[str, str | None, str] | None:
    """Split ``March 10, 2020, The Kremlin, Moscow`` into date, time and place.

    A time may stand between: ``May 8, 2021 - 18:10 - The Kremlin, Moscow``.
    """
    if len(line) > 160:
        return None
    found = date_at(line)
    if found is None:
        return None
    iso, end = found
    rest = _REST.match(line, end)
    if rest is None:
        return None
    time = f"{int(rest[1]):02}:{rest[2]}" if rest[1] else None
    return iso, time, squeeze(rest[3] or "").rstrip(",")


_REST = re.compile(r"(?:[\s,–—-]+(\d{1,2}):([0-5]\d))?(?:\s*\Z|[\s]*[,–—-]+\s*([^.!?:]*)\Z)")
