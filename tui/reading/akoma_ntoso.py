"""Reads debates in Akoma Ntoso, the parliaments' own XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from tui.model import Attribution, Block, BlockKind, Meeting, Turn
from tui.reading.assembly import Findings
from tui.reading.blocks import paragraph, unspoken
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.inverted_names import given_first
from tui.reading.markup import local, parse_xml, text_of, words
from tui.reading.printed_label import Label, take_apart
from tui.reading.prose_dates import find_date
from tui.reading.reader import Document
from tui.reading.turns import trailing, turn_of

_ROOT = re.compile(r"<(?:\w+:)?akomaNtoso[\s>]")
_LOOK = 3000
_SPEECHES = frozenset({"speech", "question", "answer", "other", "speechGroup", "questions"})
_SAID_BY = frozenset({"speech", "question", "answer"})
"""Somebody's words even where the source does not say whose."""
_SAID = frozenset({"p", "li", "blockList", "content", "block", "span", "ul", "ol", "table", "item"})
_HEADINGS = frozenset({"heading", "subheading", "num", "docTitle"})
_ASIDES = frozenset({"scene", "summary", "remark", "authorialNote"})
_HOLDERS = frozenset({"debateBody", "preface", "coverPage", "mainBody"})
_CLOSED = re.compile(r"(?:(?<=\))|(?<=[^\W\d_]{4}))\.$")
"""The stop behind a label that is closed with a stop and a dash; an initial keeps its own."""
_PLACEHOLDER = re.compile(r"(?:0001|[3-9]\d{3})-")
"""The year that stands where the maker of a file knew no date."""


class AkomaNtoso:
    """Speeches, questions and answers with ``by`` and ``as``, scenes and narrative between."""

    name = "akoma-ntoso"

    def confidence(self, document: Document) -> float:
        """Return 1 for the standard's root element."""
        return 1.0 if _ROOT.search(document.text[:_LOOK]) else 0.0

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the debate.

        Raises:
            ReadingError: The XML is damaged, or is no debate.
        """
        root = parse_xml(document)
        findings = Findings()
        _header(root, findings)
        names = {
            (e.get("eId") or e.get("id") or ""): (e.get("showAs") or "").strip()
            for e in root.iter()
            if local(e) in ("TLCPerson", "TLCRole")
        }
        for part in root.iter():
            if local(part) in _HOLDERS:
                findings.body.extend(_parts(part, names))
        if not findings.body and any(local(part) in _SAID_BY for part in root.iter()):
            # Some archives leave the standard's frame out, and keep the speeches only.
            findings.body.extend(_parts(root, names))
        if not findings.body:
            raise ReadingError(
                document.name,
                f"{document.name} is Akoma Ntoso, but no debate: acts and bills hold no speeches.",
            )
        return (assemble_titled(document, self.name, findings),)


def _header(root: etree._Element, findings: Findings) -> None:
    for element in root.iter():
        name = local(element)
        if name == "docTitle" and not findings.title:
            findings.title = text_of(element)
        elif name == "FRBRalias" and element.get("name") == "source" and element.get("value"):
            findings.url = element.get("value")
        elif name == "location" and not findings.place:
            findings.place = text_of(element)
    # The date printed on the document is surer than the one its maker gave to the file.
    findings.date = _date(root, "docDate") or _date(root, "FRBRdate")
    if not findings.title:
        kinds = ("docType", "docProponent", "legislature", "session")
        found_titles = [text_of(e) for e in root.iter() if local(e) in kinds]
        findings.title = next((title for title in found_titles if title), "")


def _date(root: etree._Element, name: str) -> str | None:
    for element in root.iter():
        given = element.get("date") or "" if local(element) == name else ""
        if local(element) == name and not _PLACEHOLDER.match(given):
            found = find_date(given) or find_date(text_of(element))
            if found:
                return found.value
    return None


def _parts(element: etree._Element, names: Mapping[str, str]) -> Iterator[Turn | Block]:
    for child in element:
        name = local(child)
        if name in _SAID_BY or (name in _SPEECHES and _has_speaker(child)):
            if name in ("speechGroup", "questions") and not child.get("by"):
                yield from _parts(child, names)
            else:
                yield from _speech(child, names)
        elif name in _HEADINGS:
            if text := text_of(child):
                yield unspoken(BlockKind.HEADING, text)
        elif name in _ASIDES:
            if text := text_of(child):
                yield Block(BlockKind.ASIDE, text)
        elif name in ("p", "narrative", "recordedTime", "docDate") or not len(child):
            if text := text_of(child):
                yield unspoken(BlockKind.NARRATIVE, text)
        elif name:
            if words(child.text):
                yield unspoken(BlockKind.NARRATIVE, words(child.text))
            yield from _parts(child, names)
        if words(child.tail):
            yield unspoken(BlockKind.NARRATIVE, words(child.tail))


def _has_speaker(element: etree._Element) -> bool:
    return any(local(e) == "from" or e.get("by") for e in (element, *element))


def _speech(element: etree._Element, names: Mapping[str, str]) -> Iterator[Turn | Block]:
    blocks = list(_said(element))
    label, attribution = _label(element, names)
    said, after = trailing(blocks)
    yield turn_of(label, said, attribution)
    yield from after


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def _label(element: etree._Element, names: Mapping[str, str]) -> tuple[Label, Attribution]:
    printed = next((text_of(e) for e in element if local(e) == "from"), "").rstrip(" :–—-")
    printed = _CLOSED.sub("", printed)
    person = names.get((element.get("by") or "").rpartition("#")[2], "")
    role = names.get((element.get("as") or "").rpartition("#")[2], "") or None
    if printed:
        label = take_apart(printed)
        office = label.role
        if role and role.casefold() == printed.casefold() and person:
            # The label is the office alone; the person stands in the metadata.
            return Label(printed, person, printed, label.note), Attribution.PRINTED
        if person and office and _letters(office) == _letters(person):
            # An office, and in brackets who holds it, spelled a little otherwise than in the list.
            return Label(printed, person, label.speaker, label.note), Attribution.PRINTED
        speaker = _usual(label.speaker, person)
        return Label(printed, speaker, office, label.note), Attribution.PRINTED
    if person:
        return Label("", person, role), Attribution.PRINTED
    return Label("", None, role), Attribution.INFERRED


def _usual(printed: str | None, person: str) -> str | None:
    """Return the listed name of somebody whose surname alone is printed, in capitals."""
    words_printed, listed = (printed or "").split(), person.replace(",", "").casefold().split()
    last = words_printed[-1] if words_printed else ""
    titles = words_printed[:-1]
    if len(last) < 2 or not last.isupper() or last.casefold() not in listed or len(listed) < 2:
        return printed
    if any(title.isupper() or title.casefold().strip(".") in listed for title in titles):
        return printed  # more of the name is printed than the surname
    return given_first(person) if "," in person else person


def _said(element: etree._Element) -> Iterator[Block]:
    if words(element.text):
        yield paragraph(words(element.text))
    for child in element:
        name = local(child)
        if name == "from":
            pass
        elif name in _ASIDES:
            if text := text_of(child):
                yield Block(BlockKind.ASIDE, text)
        elif name in _HEADINGS:
            if text := text_of(child):
                yield unspoken(BlockKind.HEADING, text)
        elif name == "narrative":
            if text := text_of(child):
                yield unspoken(BlockKind.NARRATIVE, text)
        elif name in _SAID or not len(child):
            if text := text_of(child):
                yield paragraph(text)
        elif name:
            yield from _said(child)
        if words(child.tail):
            yield paragraph(words(child.tail))


READER = AkomaNtoso()
