"""Saved pages of the site, web and print layout: the markup says what the text only suggests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from tui.model import Block, BlockKind, Meeting, Reference
from tui.reading.assembly import Findings, assemble
from tui.reading.blocks import is_aside, is_elision, paragraph, unspoken
from tui.reading.dates import date_and_time, whole_date, whole_time
from tui.reading.errors import ReadingError
from tui.reading.evidence import Evidence
from tui.reading.labels import Label, split_label
from tui.reading.markup import local, parse_html, text_of, words
from tui.reading.names import squeeze
from tui.reading.page import SEPARATOR
from tui.reading.reader import Document
from tui.reading.web_text import usual_order

_LOOK = 200_000
_LABEL_LENGTH = 260
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"})
_COLON = re.compile(r"\s?:(?=\s|$|[^\W\d_]|[“”\"«‘(\[<‹…–$-])")
_TRAILING = frozenset({BlockKind.ELISION, BlockKind.HEADING, BlockKind.NARRATIVE})
_TRAILING_AT_END = _TRAILING | {BlockKind.SEE_ALSO, BlockKind.CAPTION}


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of the article.

    Attributes:
        kind: What the markup says it is; a paragraph may still be narrative.
        text: Its words.
        label: The part of ``text`` before its first colon, where that is printed bold.
        bold: All of it is bold.
    """

    kind: BlockKind
    text: str
    label: str = ""
    bold: bool = False


class SiteHtml:
    """Pages saved from the site with a browser or a crawler."""

    name = "site-html"

    def confidence(self, document: Document) -> float:
        """Return 1 for the site's article markup."""
        text = document.text[:_LOOK]
        if "<" not in text[:1000]:
            return 0.0
        marks = ("read__content", "articleBody", "read__internal_content", "p-location")
        found = sum(mark in text for mark in marks)
        return 1.0 if found >= 2 else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the page.

        Raises:
            ReadingError: The page holds no article.
        """
        root = parse_html(document)
        found = root.xpath('//article[contains(@class, "entry")]') or root.xpath("//article")
        bodies = root.xpath('//*[@itemprop="articleBody"]')
        if not found or not bodies:
            raise ReadingError(
                document.name,
                f"{document.name} looks like a page of the site, but holds no article. Save the "
                "page again when it has loaded.",
            )
        for card in _by_class(bodies[0], "read__tooltip"):
            # A card that opens over a name repeats it, with today's office.
            if isinstance(card, html.HtmlElement):
                card.drop_tree()
        findings = _header(root, found[0])
        _footer(found[0], findings)
        items = list(_items(bodies[0], findings))
        text = "\n".join((findings.title, findings.summary, *(item.text for item in items)))
        _walk(items, findings, usual_order(findings.persons, text.replace("\xa0", " ")))
        return (assemble(document, self.name, findings),)


def _by_class(element: etree._Element, name: str) -> list[etree._Element]:
    return [e for e in element.iter() if name in (e.get("class") or "").split()]


def _first(element: etree._Element, name: str) -> str:
    found = _by_class(element, name)
    return squeeze(text_of(found[0])) if found else ""


def _header(root: etree._Element, article: etree._Element) -> Findings:
    findings = Findings(title=_first(article, "p-name"), summary=_first(article, "p-summary"))
    for time in _by_class(article, "read__published"):
        findings.date = whole_date((time.get("datetime") or "")[:10]) or whole_date(text_of(time))
    findings.time = whole_time(_first(article, "read__time"))
    findings.place = _first(article, "p-location")
    for meta in root.iter("meta"):
        if meta.get("property") == "og:url" and (address := meta.get("content")):
            findings.url = address
    if findings.url is None:
        for link in root.iter("link"):
            if link.get("rel") == "canonical" and (link.get("href") or "").startswith("http"):
                findings.url = link.get("href")
    if category := _first(article, "read__categ"):
        findings.furniture.append(category)
    return findings


def _footer(article: etree._Element, findings: Findings) -> None:
    columns = {
        "geography": findings.geography,
        "topics": findings.topics,
        "persons": findings.persons,
    }
    for column in _by_class(article, "read__tagscol"):
        heading = next((text_of(e) for e in column.iter("h3")), "")
        tags = columns.get(heading.casefold())
        if tags is None:
            continue
        for entry in column.iter("li"):
            links = list(entry.iter("a"))
            # A tag for a person carries a card with the name again; the link's own text is it.
            own = "".join([links[0].text or "", *(c.tail or "" for c in links[0])]) if links else ""
            if tag := squeeze(own) or squeeze(text_of(entry)):
                tags.append(tag)
    for status in _by_class(article, "read__status"):
        for line in status.iter("p"):
            text = squeeze(text_of(line))
            if text.startswith("Published in section"):
                listed = [squeeze(text_of(link)) for link in line.iter("a")]
                findings.sections.extend(s for s in listed if s)
            elif text.startswith("Publication date:"):
                findings.published = date_and_time(text.partition(":")[2])
            elif text:
                findings.furniture.append(text)


def _items(body: etree._Element, findings: Findings) -> Iterator[Item]:
    for child in body:
        name, classes = local(child), (child.get("class") or "").split()
        if "read__bottommeta" in classes:
            continue
        if "slider" in classes or any(c.startswith(("media", "video__")) for c in classes):
            yield from _captions(child, findings)
        elif "read__cut" in classes or "cut" in classes:
            yield from _box(child, findings)
        elif name == "blockquote":
            yield Item(BlockKind.PULL_QUOTE, text_of(child))
        elif name in _HEADINGS:
            yield Item(BlockKind.HEADING, text_of(child))
        elif name == "p" or (name in ("li", "td") and not len(child)):
            yield from _paragraph(child)
        elif name:
            if words(child.text):
                yield Item(BlockKind.PARAGRAPH, words(child.text))
            yield from _items(child, findings)
        if words(child.tail):
            yield Item(BlockKind.PARAGRAPH, words(child.tail))


def _captions(element: etree._Element, findings: Findings) -> Iterator[Item]:
    """Yield the caption a slider or media box shows; those of hidden slides are furniture."""
    slides = _by_class(element, "slide")
    slides.sort(key=lambda slide: "starting-slide" not in (slide.get("class") or "").split())
    texts = [slide.get("data-cycle-desc") or "" for slide in slides]
    texts += [text_of(title) for title in _by_class(element, "media__title")]
    texts += [text_of(title) for title in _by_class(element, "video__description")]
    shown, *hidden = dict.fromkeys(text for text in map(words, texts) if text) or [""]
    if shown:
        yield Item(BlockKind.CAPTION, shown)
    findings.furniture.extend(hidden)


def _box(element: etree._Element, findings: Findings) -> Iterator[Item]:
    for over in _by_class(element, "cut__title"):
        if heading := squeeze(text_of(over)):
            findings.furniture.append(heading)
    for entry in _by_class(element, "cut__description"):
        anchor = next((e for e in entry.iter("a") if words(text_of(e))), None)
        printed = _first(entry, "cut__date")
        whole = squeeze(text_of(entry)).removesuffix(printed).rstrip()
        title = whole if anchor is None else squeeze(text_of(anchor))
        if not title:
            continue
        address = anchor.get("href") if anchor is not None else None
        url = address if address and address.startswith("http") else None
        findings.see_also.append(Reference(title, whole_date(printed) or printed or None, url))
        yield Item(BlockKind.SEE_ALSO, f"{title}, {printed}" if printed else title)


def _paragraph(element: etree._Element) -> Iterator[Item]:
    runs = list(_runs(element, bold=False))
    text = words("".join(run for run, _ in runs))
    if not text:
        return
    heavy = sum(len(run.strip()) for run, bold in runs if bold)
    label = ""
    colon = _COLON.search(text, 0, _LABEL_LENGTH)
    if colon:
        label = text[: colon.start()]
        # Editors sometimes leave a letter of the name outside the bold type, or add a space.
        if _bold_within(runs, len(label)) < 0.6 * len(label):
            label = ""
    yield Item(BlockKind.PARAGRAPH, text, label, heavy >= len(text) - 1)


def _runs(element: etree._Element, *, bold: bool) -> Iterator[tuple[str, bool]]:
    heavy = bold or local(element) in _BOLD
    if local(element) == "br":
        yield "\n", bold
    yield element.text or "", heavy
    for child in element:
        yield from _runs(child, bold=heavy)
        yield child.tail or "", heavy


def _bold_within(runs: list[tuple[str, bool]], length: int) -> int:
    """Return how many of the first characters are bold."""
    count = seen = 0
    for run, bold in runs:
        for character in run if seen else run.lstrip():
            if seen >= length:
                return count
            seen += 1
            count += bold or character.isspace()
    return count


def _walk(items: list[Item], findings: Findings, names: list[str]) -> None:
    texts = [item.text for item in items if item.kind is BlockKind.PARAGRAPH]
    evidence = Evidence(texts, names, f"{findings.title}\n{findings.summary}")
    labels = [_label(item, evidence) for item in items]
    label: Label | None = None
    blocks: list[Block] = []
    for index, item in enumerate(items):
        found = labels[index]
        if found is not None:
            _close(label, blocks, findings)
            label, end = found
            said = item.text[end:].strip()
            blocks = [paragraph(said)] if said else []
        elif SEPARATOR.match(item.text):
            findings.furniture.append(item.text)
            if label is not None and _is_bridge(items[index + 1 :], labels[index + 1 :]):
                _close(label, blocks, findings)
                label = None
        else:
            block = _block(item, outside=label is None)
            (findings.body if label is None else blocks).append(block)
    _close(label, blocks, findings, final=True)


def _is_bridge(rest: list[Item], labels: list[tuple[Label, int] | None]) -> bool:
    """Whether the publisher has the word after a separator: a paragraph or two, unnamed."""
    count = 0
    for item, label in zip(rest, labels, strict=True):
        if label is not None or SEPARATOR.match(item.text):
            break
        count += item.kind is BlockKind.PARAGRAPH and not is_elision(item.text)
    return 0 < count <= 2


def _label(item: Item, evidence: Evidence) -> tuple[Label, int] | None:
    if item.kind is not BlockKind.PARAGRAPH:
        return None
    found = evidence.label(item.text)
    if found is None and item.label:
        colon = _COLON.search(item.text, 0, _LABEL_LENGTH)
        if colon:
            return split_label(item.label, evidence.cast), colon.end()
    return found


def _block(item: Item, *, outside: bool) -> Block:
    if item.kind is not BlockKind.PARAGRAPH:
        return unspoken(item.kind, item.text)
    if is_elision(item.text):
        return Block(BlockKind.ELISION, item.text)
    if is_aside(item.text):
        return Block(BlockKind.ASIDE, item.text)
    if item.bold and item.text[-1] not in ".!?…:;,":
        return Block(BlockKind.HEADING, item.text)
    return unspoken(BlockKind.NARRATIVE, item.text) if outside else paragraph(item.text)


def _close(
    label: Label | None, blocks: list[Block], findings: Findings, *, final: bool = False
) -> None:
    """End a turn; what trails behind its words and is no part of it stands outside."""
    if label is None:
        return
    outside = _TRAILING_AT_END if final else _TRAILING
    end = len(blocks)
    while end and blocks[end - 1].kind is not BlockKind.PARAGRAPH:
        end -= 1
    while end < len(blocks) and blocks[end].kind not in outside:
        end += 1
    findings.turn(label, blocks[:end])
    findings.body.extend(blocks[end:])


READER = SiteHtml()
