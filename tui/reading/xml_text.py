"""Reads XML of no vocabulary known here by its text: paragraphs, and the labels that open them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tui.model import Meeting
from tui.reading.dialogue_text import find_dialogue
from tui.reading.errors import ReadingError
from tui.reading.markup import local, parse_xml, text_of, words
from tui.reading.plain_text import meeting_of
from tui.reading.reader import Document

_LOOK = 2000
_XML = re.compile(
    r"\s*(?:<\?.{1,400}?\?>\s*){0,5}(?:<!--.{0,1500}?-->\s*)?<(?P<root>[A-Za-z][\w:.-]*)[\s>]",
    re.DOTALL,
)
_HTML = re.compile(r"<(?:!DOCTYPE html|html|body|div|p|span|br)[\s>/]", re.IGNORECASE)


class XmlText:
    """Elements whose own text is read as paragraphs; attributes say nothing."""

    name = "xml"

    def confidence(self, document: Document) -> float:
        """Return 0.85 for one element from beginning to end that is no web page."""
        found = _XML.match(document.text[:_LOOK].lstrip("\ufeff"))
        if found is None or _HTML.search(found.group()):
            return 0.0
        return 0.85 if document.text.rstrip().endswith(f"</{found['root']}>") else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the elements that hold text of their own, in their order.

        Raises:
            ReadingError: The XML is damaged, or holds no text.
        """
        lines = [line for text in _paragraphs(parse_xml(document)) for line in (text, "")]
        if not lines:
            raise ReadingError(document.name, f"{document.name} is XML without text.")
        meeting = meeting_of(document, self.name, find_dialogue(lines))
        return (meeting,)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    """Yield the text of each element that has some between its children, or no children."""
    mixed = words(element.text) or any(words(child.tail) for child in element)
    if mixed or not any(local(child) for child in element):
        if text := text_of(element):
            yield text
        return
    for child in element:
        yield from _paragraphs(child)


READER = XmlText()
