"""Pages of the site as text, web layout: title, date, time and place on lines of their own."""

from __future__ import annotations

from tui.model import Meeting
from tui.reading.assembly import Findings, assemble
from tui.reading.dialogue import read_body
from tui.reading.names import squeeze
from tui.reading.page import Page
from tui.reading.reader import Document
from tui.reading.web_page import find_date, find_footer, take_apart
from tui.reading.whole_page import article_lines, is_whole_page


class WebTextReader:
    """Reads the text of a page as a browser shows it."""

    name = "web-text"

    def confidence(self, document: Document) -> float:
        """Look for the first line ``Events``, the date below the title, and the footer."""
        if is_whole_page(document.text):
            return 1.0
        lines = _lines(document.text[:20_000])
        tail = _lines(document.text[-20_000:])
        signs = (
            bool(lines) and lines[0] == "Events",
            find_date(lines) is not None,
            find_footer(tail) < len(tail),
        )
        return (0.0, 0.3, 0.8, 1.0)[sum(signs)]

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the page."""
        if is_whole_page(document.text):
            lines, address, left_out = article_lines(document.text)
            page = take_apart(lines)
            page.url = address or page.url
            page.repairs.append(f"{left_out} lines of the web page's frame were left out.")
        else:
            page = take_apart(_lines(document.text))
        return (assemble_page(document, self.name, page),)


def assemble_page(document: Document, format_name: str, page: Page) -> Meeting:
    """Return the meeting of a page that has been taken apart.

    Args:
        document: The source.
        format_name: The reader's name.
        page: Its frame and the lines of its body.
    """
    findings = Findings(
        title=page.title,
        summary=page.summary,
        date=page.date,
        time=page.time,
        place=page.place,
        url=page.url,
        geography=page.geography,
        topics=page.topics,
        persons=page.persons,
        sections=page.sections,
        published=page.published,
        furniture=list(page.furniture),
        repairs=list(page.repairs),
    )
    read_body(page, findings, usual_order(page.persons, document.text))
    return assemble(document, format_name, findings)


def usual_order(persons: list[str], text: str) -> list[str]:
    """Return tags such as ``Nazarbayev Nursultan`` with the given name first.

    The order that the page's own text uses is taken; where it uses none, the first word
    goes to the end.
    """
    names = []
    for person in persons:
        words = squeeze(person).split(" ")
        turned = [" ".join(words[i:] + words[:i]) for i in range(1, len(words))]
        names.append(next((name for name in turned if name in text), (turned or [person])[0]))
    return names


def _lines(text: str) -> list[str]:
    return [line for line in map(str.strip, text.split("\n")) if line]


READER = WebTextReader()
