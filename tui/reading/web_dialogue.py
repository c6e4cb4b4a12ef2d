"""Reads saved web pages of any site: their paragraphs, labelled as plain text is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tui.model import Meeting
from tui.reading.dialogue_text import find_dialogue
from tui.reading.markup import local, parse_html, text_of, words
from tui.reading.plain_text import meeting_of
from tui.reading.prose_dates import find_date
from tui.reading.reader import Document
from tui.reading.text_header import Header

_ROOT = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!DOCTYPE\s+html|html|head|body)\b", re.I | re.S)
_LOOK = 5_000
_BLOCKS = frozenset(
    {
        "p", "div", "li", "tr", "td", "th", "dt", "dd", "blockquote", "section", "article", "main",
        "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "tbody", "pre", "figure",
        "figcaption", "header", "body", "center", "br", "hr",
    }
)  # fmt: skip
_FRAME = frozenset({"nav", "footer", "aside", "form", "button", "select", "iframe", "head"})


class WebDialogue:
    """Pages whose markup nobody described: blocks become lines."""

    name = "html"

    def confidence(self, document: Document) -> float:
        """Return 0.9 for a document type or a root of HTML."""
        return 0.9 if _ROOT.match(document.text[:_LOOK]) else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the page's main part; navigation and forms become furniture.

        Raises:
            ReadingError: There is nothing in the page.
        """
        root = parse_html(document)
        frames = [text for e in root.iter(*_FRAME) if local(e) != "head" and (text := text_of(e))]
        main = next(iter(root.iter("main", "article")), root)
        lines = [line for raw in "".join(_lines(main)).split("\n") for line in (words(raw), "")]
        return (
            meeting_of(
                document,
                self.name,
                find_dialogue(lines, wrapped=False),
                known=_header(root),
                furniture=frames,
            ),
        )


def _header(root: etree._Element) -> Header:
    metas = {
        (e.get("property") or e.get("name") or ""): words(e.get("content"))
        for e in root.iter("meta")
    }
    heading = next((text for e in root.iter("h1") if (text := text_of(e))), "")
    title = heading or metas.get("og:title") or "".join(text_of(e) for e in root.iter("title"))
    dated = find_date(metas.get("article:published_time") or metas.get("date") or "")
    return Header(title=title, date=dated.value if dated else None, url=metas.get("og:url") or None)


def _lines(element: etree._Element) -> Iterator[str]:
    name = local(element)
    if name in _FRAME or not name:
        return
    block = name in _BLOCKS
    if block:
        yield "\n"
    yield re.sub(r"\s*\n\s*", " ", element.text or "")
    for child in element:
        yield from _lines(child)
        yield re.sub(r"\s*\n\s*", " ", child.tail or "")
    if block:
        yield "\n"


READER = WebDialogue()
