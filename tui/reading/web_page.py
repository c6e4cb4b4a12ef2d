"""The frame of the site's pages, as text extracted from the web layout."""

from __future__ import annotations

import re

from tui.reading.captions import OCCASION
from tui.reading.dates import date_and_time, whole_date, whole_time
from tui.reading.names import squeeze
from tui.reading.page import COUNTER, SEPARATOR, Page

_TAGS = {"Geography": "geography", "Topics": "topics", "Persons": "persons"}
_SECTIONS = re.compile(r"Published\s+in\s+sections?:\s*(.*)\Z")
_PUBLISHED = re.compile(r"Publication date:\s*(.*)\Z")
_MORE = re.compile(r"\d{1,3} more\Z")
_DIRECT_LINK = re.compile(r"Direct\s+link:\s*(?:https?://)?(en\.kremlin\.ru/\S+)\Z")
_ADDRESS = re.compile(r"https?://\S+\Z")
_TITLE_FOLLOWS = "Official Website of the President of Russia:"
_WITH_TIME = re.compile(r"(?P<day>[^:]{8,30}?)[\s,–—-]+(?P<time>(?:[01]?\d|2[0-3]):[0-5]\d)")
_FOOTER = 20
"""Lines from the end within which a footer without its own title begins."""
_HEADER = 8
"""Lines within which the date stands."""


def find_date(lines: list[str]) -> int | None:
    """Return the index of the header's date line, the first that is a date alone.

    A day with a time beside it goes before one without, on which a blog posted the text.
    """
    for index, line in enumerate(lines[:_HEADER]):
        timed = _WITH_TIME.fullmatch(line) if index else None
        if timed and whole_date(timed["day"]):
            return index
    for index, line in enumerate(lines[:_HEADER]):
        if index and whole_date(line):
            return index
    return None


def find_footer(lines: list[str]) -> int:
    """Return the index of the first line of the footer; the number of lines without one."""
    for index in range(len(lines) - 1, -1, -1):
        if lines[index] == "Publication status":
            break
    else:
        # Paragraphs alone, as some programs take them, hold the fields of the footer only.
        last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i]), 0)
        if lines and lines[last] in _TAGS:
            return last  # the title of tags alone
        tail = range(max(0, len(lines) - _FOOTER), len(lines))
        return next((i for i in tail if _SECTIONS.match(lines[i])), len(lines))
    start = index
    # The tags stand right above: short lines under headings in a fixed order.
    order = ["Persons", "Topics", "Geography"]
    above = index - 1
    while above >= 0 and order and index - above < 80:
        line = lines[above]
        if line in order:
            start = above
            order = order[order.index(line) + 1 :]
        elif len(line) > 90 or line.endswith((".", "!", "?", ">")):
            break
        above -= 1
    return start


def take_apart(lines: list[str]) -> Page:
    """Split the lines of a page of the web layout.

    Args:
        lines: All lines, stripped; empty ones removed.
    """
    page = Page(pictured=True)
    date_index = find_date(lines)
    footer = find_footer(lines)
    read_footer(page, lines[footer:])
    if date_index is None or date_index >= footer:
        page.lines = lines[:footer]
        return page
    head = lines[:date_index]
    if head and head[0] == "Events":
        page.furniture.insert(0, head[0])
        head = head[1:]
    page.title = squeeze(head[0]) if head else ""
    page.summary = squeeze(" ".join(head[1:]))
    timed = _WITH_TIME.fullmatch(lines[date_index])
    page.time = whole_time(timed["time"]) if timed else None
    page.date = whole_date(timed["day"] if timed else lines[date_index])
    at = date_index + 1
    if timed is None and at < footer and (time := whole_time(lines[at])):
        page.time = time
        at += 1
    if at < footer and _is_place(lines, at, footer):
        page.place = squeeze(lines[at])
        at += 1
    page.lines = lines[at:footer]
    return page


def _is_place(lines: list[str], at: int, footer: int) -> bool:
    """Say whether the line under the time names the place."""
    line = lines[at]
    if COUNTER.match(line) or len(line) > 80 or line.endswith((".", "!", "?", ":", ">", "…")):
        return False
    if at + 1 < footer and COUNTER.match(lines[at + 1]):
        return True
    words = [word.strip(".,()").casefold() for word in line.split()]
    return (
        not SEPARATOR.match(line)
        and not any(mark in line for mark in ":()")
        and len(words) <= 8
        and line not in lines[:at]
        and OCCASION.isdisjoint(words)
    )


def read_footer(page: Page, lines: list[str]) -> None:
    """Read tags, sections, the day of publication and the address from a footer's lines."""
    current: list[str] | None = None
    for index, line in enumerate(lines):
        if index and lines[index - 1] == _TITLE_FOLLOWS:
            page.title = page.title or squeeze(line)
        elif linked := _DIRECT_LINK.match(line):
            page.url = page.url or f"http://{linked[1]}"
            current = None
        elif _ADDRESS.match(line):
            page.url = line
        elif line in _TAGS:
            current = getattr(page, _TAGS[line])
            page.furniture.append(line)
        elif sections := _SECTIONS.match(line):
            page.sections = [squeeze(s) for s in sections[1].split(",") if s.strip()]
            current = None
        elif published := _PUBLISHED.match(line):
            page.published = date_and_time(published[1])
            current = None
        elif line == "Publication status":
            current = None
            page.furniture.append(line)
        elif current is not None and not _MORE.match(line):
            current.append(squeeze(line))
        else:
            page.furniture.append(line)
