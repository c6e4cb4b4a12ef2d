"""ParlParse: one ``<speech>`` a turn, its speaker in the attributes."""

from __future__ import annotations

import re

from lxml import etree

from tui.model import Block, BlockKind
from tui.reading.assembly import Findings
from tui.reading.blocks import is_aside, paragraph, unspoken
from tui.reading.label_lines import seconds_of
from tui.reading.markup import local, text_of, words
from tui.reading.printed_label import Label
from tui.reading.prose_dates import find_date
from tui.reading.turns import turn_of

_CLOCK = re.compile(r"\d{1,3}:\d{2}:\d{2}")


def read_parlparse(root: etree._Element, findings: Findings) -> None:
    """Put headings and speeches into the findings.

    Args:
        root: ``<publicwhip>``.
        findings: Receives all.
    """
    for element in root:
        name = local(element)
        if name.endswith("heading"):
            if text := text_of(element):
                if name == "major-heading" and not findings.title:
                    findings.title = text
                findings.body.append(unspoken(BlockKind.HEADING, text))
            _source(element, findings)
        elif name == "speech":
            _source(element, findings)
            _speech(element, findings)
        elif name == "division":
            if text := text_of(element):
                findings.body.append(unspoken(BlockKind.NARRATIVE, text))
        elif text := text_of(element):
            findings.body.append(unspoken(BlockKind.NARRATIVE, text))


def _source(element: etree._Element, findings: Findings) -> None:
    """Take the date from the first id (``uk.org.publicwhip/debate/2003-06-26.1211.0``)."""
    if findings.date is None and (found := find_date(element.get("id") or "")):
        findings.date = found.value
    if findings.url is None and (address := element.get("url")):
        findings.url = address


def _speech(element: etree._Element, findings: Findings) -> None:
    blocks = _paragraphs(element)
    name = words(element.get("speakername"))
    if element.get("nospeaker") == "true" or not (name or element.get("speakerid")):
        for block in blocks:
            kind = BlockKind.ASIDE if is_aside(block.text) else BlockKind.NARRATIVE
            findings.body.append(unspoken(kind, block.text))
        return
    office = words(element.get("speakeroffice")) or None
    clock = element.get("time") or ""
    label = Label(name, name, office) if name else None
    start = seconds_of(clock) if _CLOCK.fullmatch(clock) else None
    findings.body.append(turn_of(label, blocks, start=start))


def _paragraphs(element: etree._Element) -> list[Block]:
    blocks = [paragraph(words(element.text))] if words(element.text) else []
    for child in element:
        if text := text_of(child):
            blocks.append(paragraph(text))
        if words(child.tail):
            blocks.append(paragraph(words(child.tail)))
    return blocks
