"""Reads saved web pages of any site: their paragraphs, labelled as plain text is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tui.model import Meeting
from tui.reading.dialogue_text import find_dialogue
from tui.reading.markup import local, parse_html, text_of, words
from tui.reading.plain_text import meeting_of
from tui.reading.printed_label import Shape, shape
from tui.reading.prose_dates import find_date
from tui.reading.reader import Document
from tui.reading.text_header import Header

_ROOT = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!DOCTYPE\s+html|html|head|body)\b", re.I | re.S)
_PART = re.compile(
    r"\s*<(?:h[1-6]|p|div|article|section|main|table|ul|ol|dl|header|meta|title|link|b|strong)\b",
    re.IGNORECASE,
)
_NICK = re.compile(r"[a-z][\w.-]{1,19}:")
"""A name without a capital, set apart with its colon: minutes made of a chat."""
_LOOK = 5_000
_BLOCKS = frozenset(
    {
        "p", "div", "li", "tr", "td", "th", "dt", "dd", "blockquote", "section", "article", "main",
        "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "tbody", "pre", "figure",
        "figcaption", "header", "body", "center", "br", "hr",
    }
)  # fmt: skip
_HEADS = ("h2", "h3", "h4", "h5", "h6")
_INLINE = frozenset({"b", "strong", "em", "i", "cite", "span"})
_SPEAKS = re.compile(r"speaker|name|author|voice|who", re.IGNORECASE)
_NAME_LENGTH = 80
_FRAME = frozenset({"nav", "footer", "aside", "form", "button", "select", "iframe", "head"})


class WebDialogue:
    """Pages whose markup nobody described: blocks become lines."""

    name = "html"

    def confidence(self, document: Document) -> float:
        """Return 0.9 for a document type or a root of HTML, or a part of a page named so."""
        if _ROOT.match(document.text[:_LOOK]):
            return 0.9
        named = document.name.lower().endswith((".html", ".htm"))
        return 0.9 if named and _PART.match(document.text[:_LOOK]) else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the page's main part; navigation and forms become furniture.

        Raises:
            ReadingError: There is nothing in the page.
        """
        root = parse_html(document)
        frames = [text for e in root.iter(*_FRAME) if local(e) != "head" and (text := text_of(e))]
        main = next(iter(root.iter("main", "article")), root)
        marked = _marked_names(main)
        text = "".join(_lines(main, marked))
        lines = [line for raw in text.split("\n") for line in (words(raw), "")]
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


def _marked_names(main: etree._Element) -> set[etree._Element]:
    """Return the elements that set a speaker's name apart from the words behind it.

    Bold type at the beginning of a block, or a span of a class that says so, around names
    that come again; a name that has its colon needs no more.
    """
    found: dict[etree._Element, str] = {}
    for block in main.iter(*_BLOCKS):
        first = next(iter(block), None)
        if first is None or words(block.text) or local(first) not in _INLINE:
            continue
        name = text_of(first)
        plain = local(first) == "span" and not _SPEAKS.search(first.get("class") or "")
        behind = words(first.tail) or first.getnext() is not None
        if not plain and behind and len(name) < _NAME_LENGTH and shape(name) is Shape.STRONG:
            found[first] = name
    heads = [e for e in main.iter(*_HEADS) if shape(text_of(e)) is Shape.STRONG]
    titles = Counter(text_of(e) for e in heads)
    speakers = {name for name, times in titles.items() if times > 1}
    if len(speakers) > 1:
        found.update((e, text_of(e)) for e in heads if text_of(e) in speakers)
    seen = Counter(found.values())
    again = {name for name, times in seen.items() if times > 1}
    return set(found) if len(again) > 1 else set()


def _lines(element: etree._Element, marked: set[etree._Element]) -> Iterator[str]:
    name = local(element)
    if name in _FRAME or not name:
        return
    block = name in _BLOCKS
    if block:
        yield "\n"
    if name in _HEADS and element not in marked:
        yield "## "
    above = element.getparent()
    nick = name in _INLINE and _NICK.fullmatch(words(element.text)) and not len(element)
    if nick and above is not None and not words(above.text):
        yield f"<{words(element.text).removesuffix(':')}> "
        return
    yield re.sub(r"\s*\n\s*", " ", element.text or "")
    for child in element:
        yield from _lines(child, marked)
        if child in marked:
            yield ": "
        yield re.sub(r"\s*\n\s*", " ", child.tail or "")
    if block:
        yield "\n"


READER = WebDialogue()
