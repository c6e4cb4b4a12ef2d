"""The Canadian parliament's XML: interventions, and who makes them by a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tui.model import Block, BlockKind, Turn
from tui.reading.assembly import Findings
from tui.reading.blocks import is_aside, paragraph, unspoken
from tui.reading.markup import local, text_of, words
from tui.reading.printed_label import Label, take_apart
from tui.reading.prose_dates import find_date
from tui.reading.turns import trailing, turn_of

_FURNITURE = frozenset(
    {"FloorLanguage", "Timestamp", "StartPageNumber", "EndPageNumber", "Person", "ExtractedItem"}
)
"""What is not said; ``Person`` repeats beside an intervention who makes it."""
_BUSINESS = frozenset({"OrderOfBusiness", "SubjectOfBusiness"})
"""Headings where they hold text alone, as in what the search of the reports returns."""
_PARAGRAPHS = frozenset({"ParaText", "QuotePara", "ProceduralText", "ForceColumnBreak"})
_HEADINGS = re.compile(r"(?:CatchLine|.*Title|ThroughLine|DocumentName)$")
_HOLDER = re.compile(
    r"(?P<office>(?:The|Le|La|L[’'])\s?[^()]{2,80}?) "
    r"\((?P<person>(?:Mr|Mrs|Ms|Miss|Dr|Hon|Right Hon|M|Mme|Mlle|L[’']hon|Le très hon)\.? .+)\)"
)
"""``Le président (M. David Example (Riding, Party))``."""


def read_canada(root: etree._Element, findings: Findings) -> None:
    """Put headings and interventions into the findings.

    Args:
        root: ``<Hansard>``, or another root above interventions.
        findings: Receives all.
    """
    items = {e.get("Name") or "": text_of(e) for e in root.iter() if local(e) == "ExtractedItem"}
    where = items.pop("InstitutionDebate", "") or items.pop("Institution", "")
    what = next((text_of(e) for e in root.iter() if local(e) == "DocumentName"), "")
    number = items.get("Number", "")
    findings.title = ", ".join(part for part in (where, what, number) if part)
    found = find_date(items.pop("Date", "")) or find_date(items.pop("HeaderDate", ""))
    findings.date = found.value if found else None
    created = re.search(r"\d{4}/\d{2}/\d{2} (\d{2}:\d{2})", items.pop("MetaCreationTime", ""))
    findings.time = created[1] if created else None
    findings.furniture.extend(f"{name}: {value}" for name, value in items.items() if value)
    people: dict[str, Label] = {}
    bodies = [part for part in root if local(part) == "HansardBody"]
    for part in bodies or [root]:
        findings.body.extend(_parts(part, people, findings))
    if not bodies:
        # The search of the reports returns its hits with their days, and no header.
        findings.title = findings.title or root.get("Title", "")
        days = {e.get("Date", "") for e in root.iter() if local(e) == "PublicationItem"}
        found = find_date(days.pop()) if len(days) == 1 else None
        findings.date = findings.date or (found.value if found else None)


def _parts(
    element: etree._Element, people: dict[str, Label], findings: Findings
) -> Iterator[Turn | Block]:
    for child in element:
        name = local(child)
        if name in _FURNITURE:
            if text := text_of(child):
                findings.furniture.append(text)
        elif name == "Intervention":
            yield from _intervention(child, people, findings)
        elif name in _PARAGRAPHS:
            if text := text_of(child):
                yield unspoken(BlockKind.NARRATIVE, text)
        elif (name in _BUSINESS and not len(child)) or (
            name and _HEADINGS.match(name) and not any(local(e) for e in child if len(e))
        ):
            if text := text_of(child):
                yield unspoken(BlockKind.HEADING, text)
        elif name:
            if words(child.text):
                yield unspoken(BlockKind.NARRATIVE, words(child.text))
            yield from _parts(child, people, findings)
        if words(child.tail):
            yield unspoken(BlockKind.NARRATIVE, words(child.tail))


def _intervention(
    element: etree._Element, people: dict[str, Label], findings: Findings
) -> Iterator[Turn | Block]:
    label = _label(element, people)
    blocks: list[Block] = []
    for text, kind, hidden in _content(element, findings):
        if hidden:
            # A second speaker inside the first one's paragraphs, named in bold type.
            yield turn_of(label, blocks)
            printed = hidden.rstrip(" :")
            label = _known(take_apart(printed), people)
            blocks = []
        if text and kind is BlockKind.PARAGRAPH:
            blocks.append(Block(BlockKind.ASIDE, text) if is_aside(text) else paragraph(text))
        elif text:
            blocks.append(unspoken(kind, text))
    said, after = trailing(blocks)
    yield turn_of(label, said)
    yield from after


def _content(element: etree._Element, findings: Findings) -> Iterator[tuple[str, BlockKind, str]]:
    """Yield each paragraph, what it is, and the bold label that opens it."""
    for child in element:
        name = local(child)
        if name == "PersonSpeaking" or not name:
            continue
        if name in _FURNITURE:
            if text := text_of(child):
                findings.furniture.append(text)
        elif name in _PARAGRAPHS or not len(child):
            bold = child[0] if len(child) and not words(child.text) else None
            label = text_of(bold) if bold is not None and local(bold) == "B" else ""
            text = text_of(child)
            if label.endswith(":"):
                yield text[len(label) :].strip(), BlockKind.PARAGRAPH, label
            elif text:
                kind = BlockKind.NARRATIVE if name == "ProceduralText" else BlockKind.PARAGRAPH
                yield text, kind, ""
        else:
            yield from _content(child, findings)


def _label(element: etree._Element, people: dict[str, Label]) -> Label | None:
    speaking = next((e for e in element if local(e) == "PersonSpeaking"), None)
    if speaking is None:
        return None
    who = next((e for e in speaking.iter() if local(e) == "Affiliation"), None)
    printed = (text_of(who) if who is not None else text_of(speaking)).rstrip(" :")
    if not printed:
        return None
    label = _taken_apart(printed)
    key = (who.get("DbId") if who is not None else "") or ""
    if key in people:
        # The number says that "The Chair" is the person named with the office before.
        first = people[key]
        return Label(printed, first.speaker, _role(label, first), label.note)
    if key:
        people[key] = label
    return label


def _taken_apart(printed: str) -> Label:
    """Return a label's parts; in both languages the person stands in brackets after the office."""
    found = _HOLDER.fullmatch(printed)
    if found is None:
        return take_apart(printed)
    return Label(printed, take_apart(found["person"]).speaker, found["office"])


def _role(label: Label, first: Label) -> str | None:
    if label.role is not None:
        return label.role
    return first.role if label.speaker != first.speaker else None


def _known(label: Label, people: dict[str, Label]) -> Label:
    for known in people.values():
        if known.role is not None and known.role == label.speaker:
            return Label(label.printed, known.speaker, known.role)
    return label
