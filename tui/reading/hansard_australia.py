"""Australian Hansard: ``<talker>`` in ``<talk.start>``, words in ``<para>`` or marked ``<p>``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from tui.model import Attribution, Block, BlockKind
from tui.reading.assembly import Findings
from tui.reading.blocks import is_aside, paragraph, unspoken
from tui.reading.inverted_names import given_first
from tui.reading.markup import local, text_of, words
from tui.reading.printed_label import Label
from tui.reading.prose_dates import find_date
from tui.reading.turns import turn_of

_OPENS = re.compile(r"(?:Member|Office|Senator|Minister|General)\w*")
"""What links are typed that stand round a speaker's name: ``MemberSpeech``, ``OfficeSpeech``."""
_AFTER_NAME = re.compile(r"^(?P<aside>(?:\s*\([^()]*(?:\([^()]*\))?[^()]*\))*)\s*[:—–-]+\s*")
_INTERJECTS = re.compile(r"[^.?!]{0,80}\binterjecting\s?[—–-]+")
_CHAIR = re.compile(r"\s*\(([^()]{3,60})\)\s*$")
"""The office in which somebody listed by name talks: ``Berg, Anna MP (The SPEAKER)``."""
_GOES_ON = re.compile(r"\s*[A-Z][A-Z'’ -]{1,40}(?=\s*[(:])")
"""The rest of a label of which a link takes in the first word only."""
_CLOCK = re.compile(r"\s*\(?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\)?", re.IGNORECASE)


def is_australian(root: etree._Element) -> bool:
    """Whether the report marks who talks, as the Australian one does."""
    return any(local(element) == "talk.start" for element in root.iter())


def read_australia(root: etree._Element, findings: Findings) -> None:
    """Put titles and speeches into the findings.

    Args:
        root: ``<hansard>``.
        findings: Receives all.
    """
    header = next((element for element in root.iter() if local(element) == "session.header"), None)
    if header is not None:
        fields = {local(field): text_of(field) for field in header}
        found = find_date(fields.get("date", ""))
        findings.date = found.value if found else None
        findings.title = fields.get("chamber", "")
    talkers = _talkers(root)
    turn = _Turns(findings, talkers)
    for element in _leaves(root):
        turn.take(element)
    turn.close()


def _leaves(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        name = local(child)
        if name in ("talker", "title", "p", "para", "quote", "table", "list", "motion"):
            yield child
        elif name != "session.header":
            if name in ("speech", "question", "answer", "talk.start"):
                yield child
            yield from _leaves(child)


def _talkers(root: etree._Element) -> dict[str, Label]:
    """Return who talks, by the identifier that links in the text point to.

    An entry with the full name outweighs one that has only what is printed.
    """
    talkers: dict[str, Label] = {}
    for element in root.iter():
        if local(element) == "talker":
            fields = _fields(element)
            label, key = _label(fields), fields.get("name.id")
            if label is not None and key and (key not in talkers or fields.get("name:metadata")):
                talkers[key] = label
    return talkers


def _fields(talker: etree._Element) -> dict[str, str]:
    fields: dict[str, str] = {}
    for child in talker:
        name = local(child)
        if name == "name":
            name = f"name:{child.get('role') or 'metadata'}"
        fields.setdefault(name, text_of(child))
    return fields


def _label(fields: Mapping[str, str]) -> Label | None:
    """Return who talks: ``Berg, Anna, MP`` is Anna Berg; an office has no comma."""
    name = fields.get("name:metadata") or fields.get("name:display") or ""
    chair = _CHAIR.search(name) if "," in name else None
    speaker = given_first(name[: chair.start()] if chair else name)
    printed = fields.get("name:display") or speaker
    office = fields.get("role") or (chair[1] if chair else "") or fields.get("electorate") or None
    return Label(printed, speaker, office) if speaker else None


class _Turns:
    """The turn that is being read."""

    def __init__(self, findings: Findings, talkers: Mapping[str, Label]) -> None:
        self._findings = findings
        self._talkers = talkers
        self._label: Label | None = None
        self._blocks: list[Block] = []

    def take(self, element: etree._Element) -> None:
        """Take the next element in reading order."""
        name = local(element)
        if name in ("speech", "question", "answer", "talk.start"):
            self.close()
        elif name == "talker":
            self.close()
            self._label = self._talker(_fields(element))
        elif name == "title":
            self.close()
            if text := text_of(element):
                self._findings.body.append(unspoken(BlockKind.HEADING, text))
        elif text := text_of(element):
            self._paragraph(element, text)

    def _talker(self, fields: Mapping[str, str]) -> Label | None:
        """Return who talks: without the full name, who bears the same identifier elsewhere."""
        label = _label(fields)
        known = self._talkers.get(fields.get("name.id", ""))
        if label is None or known is None or fields.get("name:metadata"):
            return label
        return Label(label.printed, known.speaker, label.role or known.role)

    def close(self) -> None:
        """Put the turn into the findings."""
        if self._label is not None and self._blocks:
            turn = turn_of(self._label, self._blocks, Attribution.PRINTED)
            self._findings.body.append(turn)
        self._label, self._blocks = None, []

    def _paragraph(self, element: etree._Element, text: str) -> None:
        opening = next(
            (
                each
                for each in element.iter()
                if local(each) == "a" and _OPENS.fullmatch(each.get("type") or "")
            ),
            None,
        )
        printed = text_of(opening) if opening is not None else ""
        if opening is not None and printed and text.startswith(printed):
            if printed == "The" and (more := _GOES_ON.match(text[len(printed) :])):
                printed += more.group()
            rest = text[len(printed) :]
            if _INTERJECTS.fullmatch(text):
                self._aside(text)
                return
            found = _AFTER_NAME.match(rest) if not printed.endswith(":") else None
            self._open(opening, printed, found["aside"] if found else "")
            text = words(rest[found.end() :] if found else rest)
            if not text:
                return
        if is_aside(text) or _INTERJECTS.fullmatch(text):
            self._aside(text)
        elif self._label is None:
            self._findings.body.append(unspoken(BlockKind.NARRATIVE, text))
        else:
            self._blocks.append(paragraph(text))

    def _open(self, opening: etree._Element, printed: str, aside: str) -> None:
        """Begin the turn of whom the text names; the clock in brackets is no office."""
        self.close()
        label = printed.rstrip(": ")
        known = self._talkers.get(opening.get("href") or "")
        said = [part.strip(" ()") for part in aside.split(") (") if not _CLOCK.fullmatch(part)]
        role = next((part for part in said if part), None) or (known.role if known else None)
        self._label = Label(label, known.speaker if known else label, role)

    def _aside(self, text: str) -> None:
        block = Block(BlockKind.ASIDE, text)
        if self._label is None:
            self._findings.body.append(block)
        else:
            self._blocks.append(block)
