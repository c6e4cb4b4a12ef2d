"""Reads TEI of parliaments: ParlaMint, Parla-CLARIN."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from tui.model import Attribution, Block, BlockKind, Meeting, Turn
from tui.reading.assembly import Findings
from tui.reading.blocks import paragraph, unspoken
from tui.reading.chair_titles import is_office, without_title
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.inverted_names import given_first
from tui.reading.markup import local, parse_xml, text_of, words
from tui.reading.names import name_key
from tui.reading.printed_label import Label
from tui.reading.prose_dates import find_date
from tui.reading.reader import Document
from tui.reading.tokens import Text, running, texts_of
from tui.reading.turns import trailing, turn_of

_ROOT = re.compile(r"<(?:\w+:)?(?:TEI|teiCorpus)[\s>]")
_LOOK = 3000
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_BIRTH = re.compile(r"[._](?:1[89]|20)\d{2}$")
"""The year that tells two people of one name apart in their ids."""
_RUN_IN = re.compile(r"(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Herr|Frau|El señor|La señora) \S.{0,60}")
"""A form of address with a name, as French and Spanish records open a speech."""
_CLOSING_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
_NOBODY = frozenset({"unknown", "unk", "none", "anonymous"})
"""What corpora write for a speaker they could not tell."""
_SPEECHES = frozenset({"u", "sp"})
"""An utterance as heard, and a speech as printed."""
_ASIDES = frozenset({"stage", "vocal", "kinesic", "incident", "gap", "pause", "writing"})
_DIVISION = re.compile(r"div[0-7]?|body|front|back|group|text|list")
_INLINE_WORDS = """
s w pc name persName placeName orgName rs hi emph foreign num measure date time term unclear
supplied choice corr sic orig reg abbr expan distinct mentioned soCalled ref del add
"""
_INLINE = frozenset(_INLINE_WORDS.split())
"""What stands inside a sentence, and is as much said as the words around it."""
_SKIPPED = frozenset({"pb", "lb", "cb", "milestone", "timeline", "listEvent", "listRelation"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the header says about the people who speak."""

    names: Mapping[str, str]
    labelled: dict[str, str] = field(default_factory=dict)
    """Who each id is by the label printed at an earlier speech, where the header lists nobody."""


class Tei:
    """Utterances (``<u>``) of segments, notes between them."""

    name = "tei"

    def confidence(self, document: Document) -> float:
        """Return 1 for TEI's root with its namespace."""
        head = document.text[:_LOOK]
        if not _ROOT.search(head):
            return 0.0
        return 1.0 if "tei-c.org" in head or "<teiHeader" in head else 0.9

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read every TEI text in the file, each as a meeting.

        Raises:
            ReadingError: The XML is damaged, or holds no text.
        """
        root = parse_xml(document)
        names = _names(root)
        texts = [root] if local(root) == "TEI" else [e for e in root.iter() if local(e) == "TEI"]
        meetings = []
        for text in texts:
            findings = _header(text)
            findings.time = _time(text)
            for body in (e for e in text if local(e) == "text"):
                findings.body.extend(_parts(body, _Scene(names)))
            if findings.body:
                meetings.append(assemble_titled(document, self.name, findings))
        if not meetings:
            raise ReadingError(
                document.name,
                f"{document.name} is TEI without a text: perhaps the header of a corpus, whose "
                "texts are in files beside it.",
            )
        return tuple(meetings)


def _names(root: etree._Element) -> dict[str, str]:
    """Return the names of the persons the header lists, by their id."""
    names: dict[str, str] = {}
    for person in (e for e in root.iter() if local(e) in ("person", "category")):
        key = person.get(_ID)
        named = next((e for e in person.iter() if local(e) in ("persName", "term")), None)
        if not key or named is None:
            continue
        forms = {local(e): text_of(e) for e in named if local(e) != "roleName"}
        first, last = forms.get("forename", ""), forms.get("surname", "")
        name = f"{first} {last}".strip() if last else text_of(named, skip=("roleName",))
        if name:
            names[key] = name
    return names


def _header(text: etree._Element) -> Findings:
    findings = Findings()
    header = next((e for e in text if local(e) == "teiHeader"), None)
    if header is None:
        return findings
    titles = [
        (e.get("type") or "", text_of(e))
        for statement in header.iter()
        if local(statement) == "titleStmt"
        for e in statement
        if local(e) == "title"
    ]
    chosen = [t for kind, t in titles if kind == "main"] or [t for _, t in titles]
    findings.title = chosen[0] if chosen else ""
    findings.summary = next((t for kind, t in titles if kind == "sub"), "")
    others = [t for _, t in titles if t not in (findings.title, findings.summary)]
    findings.furniture.extend(others)
    for setting in (e for e in header.iter() if local(e) == "setting"):
        places = [text_of(e) for e in setting if local(e) in ("name", "placeName")]
        findings.place = ", ".join(dict.fromkeys(p for p in places if p)) or findings.place
        findings.date = findings.date or _date(setting)
    for source in (e for e in header.iter() if local(e) == "sourceDesc"):
        findings.date = findings.date or _date(source)
        for number in (e for e in source.iter() if local(e) == "idno"):
            if number.get("type") == "URI" and text_of(number).startswith("http"):
                findings.url = findings.url or text_of(number)
    return findings


def _date(element: etree._Element) -> str | None:
    for date in (e for e in element.iter() if local(e) == "date"):
        found = find_date(date.get("when") or date.get("from") or "") or find_date(text_of(date))
        if found:
            return found.value
    return None


def _time(text: etree._Element) -> str | None:
    """Return when the sitting began, where a time with its hour stands in the text."""
    for time in (e for e in text.iter() if local(e) == "time"):
        found = re.search(r"T(\d{2}:\d{2})", time.get("when") or time.get("from") or "")
        if found:
            return found[1]
    return None


def _parts(element: etree._Element, scene: _Scene) -> Iterator[Turn | Block]:
    """Yield what stands in a division, in its order."""
    note: str | None = None
    for child in element:
        name = local(child)
        if name in _SKIPPED or not name:
            pass
        elif name in _SPEECHES:
            yield from _turns(child, scene, note)
            note = None
        elif name == "note" and child.get("type") == "speaker":
            # The printed label stands before the utterance it belongs to.
            note = text_of(child)
            continue
        elif _DIVISION.fullmatch(name) or any(local(e) in _SPEECHES for e in child.iter()):
            if words(child.text):
                yield unspoken(BlockKind.NARRATIVE, words(child.text))
            yield from _parts(child, scene)
        elif text := text_of(child):
            yield _block(child, text)
        if note is not None and name not in _SPEECHES:
            yield unspoken(BlockKind.NARRATIVE, note)
            note = None
        if words(child.tail):
            yield unspoken(BlockKind.NARRATIVE, words(child.tail))
    if note is not None:
        yield unspoken(BlockKind.NARRATIVE, note)


def _block(element: etree._Element, text: str) -> Block:
    name = local(element)
    if name == "head" or element.get("rend") == "heading":
        return unspoken(BlockKind.HEADING, text)
    if name == "gap":
        return Block(BlockKind.ELISION, text)
    if name in _ASIDES or element.get("type") in ("comment", "summary", "vote"):
        return Block(BlockKind.ASIDE, text)
    return unspoken(BlockKind.NARRATIVE, text)


def _turns(element: etree._Element, scene: _Scene, note: str | None) -> Iterator[Turn | Block]:
    """Yield the utterance; notes after its last words stand outside it."""
    opening = _opening(element) if note is None else None
    label, attribution = _label(element, scene, note or opening, run_in=opening is not None)
    blocks: list[Block] = []
    held: list[Text] = [element.text or ""]
    for child in element:
        name = local(child)
        if name in _INLINE:
            held += texts_of(child, _SKIPPED)
        elif name not in _SKIPPED:
            blocks.extend(_paragraphs(held))
            held = []
            if name in ("seg", "p", "ab", "l", "lg"):
                blocks.extend(_spoken(child))
            elif not _is_label(child) and (text := text_of(child)):
                blocks.append(_block(child, text))
        held.append(child.tail or "")
    blocks.extend(_paragraphs(held))
    said, after = trailing(blocks)
    if opening and said:
        words_after = said[0].text.removeprefix(opening).lstrip(" .–—-")
        said = [paragraph(words_after), *said[1:]] if words_after else said[1:]
    yield turn_of(label, said, attribution)
    yield from after


def _opening(element: etree._Element) -> str | None:
    """Return the label that the first words of an utterance are: ``M. Durand. Words``.

    Old records run it in, and editors mark the name in it and leave it where it stands.
    """
    first = next(iter(element), None)
    if first is None or local(first) not in ("seg", "p") or not len(first):
        return None
    name = first[0]
    if local(name) != "persName" or not (name.tail or "").lstrip().startswith("."):
        return None
    printed = f"{words(first.text)} {text_of(name)}".strip()
    return printed if _RUN_IN.fullmatch(printed) else None


def _spoken(segment: etree._Element) -> Iterator[Block]:
    """Yield the words of a segment, and apart from them what the reporter heard or saw."""
    if local(segment) == "lg":
        for verse in segment:
            yield from _spoken(verse)
        return
    if not any(local(child) in _ASIDES for child in segment):
        yield from _paragraphs(texts_of(segment, ("pb",)))
        return
    held: list[Text] = [segment.text or ""]
    for child in segment:
        name = local(child)
        if name in _ASIDES:
            yield from _paragraphs(held)
            held = []
            if text := text_of(child):
                yield _block(child, text)
        elif name not in _SKIPPED:
            held += texts_of(child)
        held.append(child.tail or "")
    yield from _paragraphs(held)


def _paragraphs(held: Iterable[Text]) -> Iterator[Block]:
    """Yield what was gathered as a paragraph, if it has words."""
    if text := running(held):
        yield paragraph(text)


def _label(
    element: etree._Element, scene: _Scene, note: str | None, *, run_in: bool
) -> tuple[Label, Attribution]:
    inside = next(filter(_is_label, element), None)
    printed = (note or (text_of(inside) if inside is not None else "")).rstrip(" :")
    printed = _CLOSING_STOP.sub("", printed)
    key = (element.get("who") or "").removeprefix("#").rpartition("#")[2]
    if key.casefold() in _NOBODY or (run_in and key not in scene.names):
        # One id stands for many people where nobody has yet told who they are.
        key = ""
    name = scene.names.get(key) or scene.labelled.get(key) or _name_in(key)
    if printed and is_office(printed) and " " in name:
        # Several people preside under one label, and the id says who does.
        return Label(printed, name, printed), Attribution.PRINTED
    if printed:
        label = _taken_apart(printed, key)
        full = scene.names.get(key)
        # The list of persons knows the whole name of a surname in the label.
        speaker = full if full and label.speaker and _is_part(label.speaker, full) else None
        if key and label.speaker:
            scene.labelled.setdefault(key, speaker or label.speaker)
        return Label(printed, speaker or label.speaker, label.role, label.note), (
            Attribution.PRINTED
        )
    if not name:
        return Label("", None), Attribution.INFERRED
    return Label("", name), Attribution.PRINTED


def _name_in(key: str) -> str:
    """Return the name that an id is made of: ``AnnaBerg.1971`` is Anna Berg."""
    joined = " " + _BIRTH.sub("", key).replace("_", " ")
    return "".join(
        " " + c if c.isupper() and b.islower() else c for b, c in pairwise(joined)
    ).strip()


def _taken_apart(printed: str, key: str) -> Label:
    """Return a label's parts; ``Berg, Anna`` is Anna Berg where the id says ``BergAnna``."""
    surname, comma, given = printed.partition(",")
    if comma and name_key(key).startswith(name_key(surname + given)) and given.strip():
        return Label(printed, given_first(printed))
    return without_title(printed)


def _is_label(element: etree._Element) -> bool:
    name = local(element)
    return name == "speaker" or (name == "note" and element.get("type") == "speaker")


def _is_part(printed: str, full: str) -> bool:
    """Whether a label is a surname, or a form of address and one, of the person it points to."""
    given, whole = printed.casefold().split(), full.casefold().split()
    return set(given) < set(whole) or (len(given) == 2 and len(whole) > 1 and given[1] in whole)


READER = Tei()
