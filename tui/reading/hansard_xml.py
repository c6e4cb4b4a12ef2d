"""Reads the XML of parliamentary reports: British, Canadian, Australian."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from tui.model import Meeting
from tui.reading.assembly import Findings
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.hansard_australia import is_australian, read_australia
from tui.reading.hansard_canada import read_canada
from tui.reading.hansard_historic import read_historic
from tui.reading.hansard_parlparse import read_parlparse
from tui.reading.markup import local, parse_xml
from tui.reading.reader import Document

_LOOK = 20_000
_ROOT = re.compile(r"<(publicwhip|Hansard|hansard|debates|housecommons|houselords)[\s>]")
_MEMBER = re.compile(r"<p\b[^>]{0,80}>\s*(?:[^<\s]{1,8}\s+)?<member>")
"""A member at the head of a paragraph: how historic reports begin what somebody says."""
_HISTORIC = "membercontribution"
"""What marks words in historic reports, whose volumes have roots of many names."""
_CANADIAN = "PersonSpeaking"
"""What names the speaker in Canadian reports, and in the extracts that their search returns."""
_FLAVOURS: dict[str, Callable[[etree._Element, Findings], None]] = {
    "publicwhip": read_parlparse,
    "Hansard": read_canada,
    "hansard": read_historic,
    "debates": read_historic,
    "housecommons": read_historic,
    "houselords": read_historic,
}


class HansardXml:
    """Four vocabularies of one genre, told apart by their root and what talks in it."""

    name = "hansard-xml"

    def confidence(self, document: Document) -> float:
        """Return 0.98 for one of the root elements."""
        head = document.text[:_LOOK]
        known = (
            _ROOT.search(head)
            or _MEMBER.search(head)
            or any(f"<{each}" in head for each in (_HISTORIC, _CANADIAN))
        )
        return 0.98 if known and _is_xml(document) else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the report.

        Raises:
            ReadingError: The XML is damaged, or of another vocabulary.
        """
        root = parse_xml(document)
        flavour = _FLAVOURS.get(local(root))
        within = {local(element) for element in root.iter()} if flavour is None else set()
        if _HISTORIC in within or (flavour is None and _MEMBER.search(document.text)):
            flavour = read_historic
        elif _CANADIAN in within:
            flavour = read_canada
        if flavour is None:
            raise ReadingError(
                document.name,
                f"{document.name} has the root <{local(root)}>; known are "
                f"{', '.join(f'<{name}>' for name in _FLAVOURS)}.",
            )
        findings = Findings()
        if local(root) == "hansard" and is_australian(root):
            flavour = read_australia
        elif local(root) == "debates" and any(e.get("speakername") for e in root):
            flavour = read_parlparse  # as the project that reads Australia's reports writes it
        flavour(root, findings)
        if not findings.body:
            raise ReadingError(document.name, f"{document.name} holds no debate.")
        return (assemble_titled(document, self.name, findings),)


def _is_xml(document: Document) -> bool:
    return document.text[:200].lstrip("\ufeff \t\n").startswith("<")


READER = HansardXml()
