"""Pages of the site as text, print layout: date and place on one line, repeated at the end."""

from __future__ import annotations

import re

from tui.model import Meeting
from tui.reading.evidence import Evidence
from tui.reading.names import squeeze
from tui.reading.page import SEPARATOR, Page, date_and_place
from tui.reading.reader import Document
from tui.reading.web_text import assemble_page

_FURNITURE = re.compile(
    r"(?:View settings|Font size:|Site colours:|Images|Settings|Select font\b.*|"
    r"Character spacing\b.*|Official website of the President of Russia|[^/]{1,60}\s*/)\Z"
)
_SECTION = re.compile(r"([^/]{1,60}?)\s*/\Z")
_NO_SECTION = frozenset(("Документ", "Document"))
"""What stands in the section's place on a page that belongs to none."""
_HEADER = 24
"""Lines among which the furniture of the header stands."""


class PrintTextReader:
    """Reads the text of a page's version for printing."""

    name = "print-text"

    def confidence(self, document: Document) -> float:
        """Look for the header's controls."""
        head = [line.strip() for line in document.text[:4_000].split("\n")[:_HEADER]]
        known = sum(
            line.startswith(
                (
                    "View settings",
                    "Font size:",
                    "Site colours:",
                    "Select font",
                    "Official website of",
                )
            )
            or bool(_SECTION.match(line))
            for line in head
        )
        if known == 1 and (filled := [line for line in head if line]) and _SECTION.match(filled[0]):
            # The controls were left out: the section, the title, then day and place.
            known += any(date_and_place(line) for line in filled[2:4])
        return 1.0 if known >= 4 else 0.9 if known >= 2 else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the page."""
        page = take_apart([line.strip() for line in document.text.split("\n")])
        return (assemble_page(document, self.name, page),)


def take_apart(lines: list[str]) -> Page:
    """Split the lines of a page of the print layout.

    Args:
        lines: All lines, stripped; empty ones kept.
    """
    page = Page()
    at = 0
    while at < len(lines) and (not lines[at] or (at < _HEADER and _FURNITURE.match(lines[at]))):
        section = _SECTION.match(lines[at])
        if section and section[1] not in _NO_SECTION:
            page.sections.append(squeeze(section[1]))
        elif lines[at]:
            page.furniture.append(lines[at])
        at += 1
    end = len(lines)
    while end > at and not lines[end - 1]:
        end -= 1
    filled = [i for i in range(at, end) if lines[i]]
    date_index = next((i for i in filled[1:4] if date_and_place(lines[i])), None)
    if date_index is None:
        # Older pages print day and place at the end alone.
        found = date_and_place(lines[end - 1]) if end > at else None
        if found is not None:
            page.date, page.time, page.place = found
            page.furniture.append(lines[end - 1])
            end -= 1
        page.lines = lines[at:end]
        return page
    page.title = squeeze(" ".join(lines[at:date_index]))
    found = date_and_place(lines[date_index])
    if found is not None:
        page.date, page.time, page.place = found
    if end - 1 > date_index and squeeze(lines[end - 1]) == squeeze(lines[date_index]):
        page.furniture.append(lines[end - 1])
        end -= 1
    body = lines[date_index + 1 : end]
    while body and not body[-1]:
        body.pop()
    page.lines = take_summary(page, body)
    return page


def take_summary(page: Page, lines: list[str]) -> list[str]:
    """Take the first paragraph as the summary, where it is prose; return what is left."""
    filled = [i for i, line in enumerate(lines) if line]
    if not filled:
        return lines
    first = filled[0]
    candidate = lines[first]
    if SEPARATOR.match(candidate) or not candidate.endswith((".", "!", "?", "…")):
        return lines
    paragraphs = [lines[i] for i in filled]
    if Evidence(paragraphs, (), page.title).label(candidate) is not None:
        return lines
    page.summary = squeeze(candidate)
    return lines[first + 1 :]


READER = PrintTextReader()
