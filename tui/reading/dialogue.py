"""From the lines of a page's body to turns, and what stands between and around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.model import Attribution, Block, BlockKind
from tui.reading.assembly import Findings
from tui.reading.blocks import is_aside, is_elision, paragraph, unspoken
from tui.reading.captions import caption_key, is_caption
from tui.reading.evidence import Evidence
from tui.reading.flow import continues, ends_open, join
from tui.reading.labels import Label
from tui.reading.page import BOX_TITLES, COUNTER, SEPARATOR, Box, Page, box_at

_HEADING = re.compile(
    r"(?:Beginning|Speech(?:es)?|Excerpts?|Opening (?:remarks|address)|Transcripts?|Address|"
    r"Remarks|(?:Press )?[Ss]tatements?|Greetings?|Answers|Concluding remarks|Closing remarks|"
    r"Introductory remarks|Opening of|Joint (?:press|news)|News conference|Press conference|Interview)\b"
)

_OUTSIDE = frozenset((BlockKind.ELISION, BlockKind.HEADING, BlockKind.NARRATIVE))
"""What stands between two turns when it follows the last words of one."""
_AT_THE_END = frozenset((BlockKind.SEE_ALSO, BlockKind.CAPTION))
"""What belongs to the page and not to the speech when nothing is said after it."""


@dataclass(slots=True)
class Item:
    """A piece of the body: a paragraph, or what is no paragraph."""

    kind: str
    text: str = ""
    box: Box | None = None


def read_body(page: Page, findings: Findings, names: Iterable[str]) -> None:
    """Find the turns of a page and put them, and all else, into the findings.

    Args:
        page: The page, taken apart.
        findings: Receives body, see_also, furniture and repairs.
        names: People the page names, in their usual order.
    """
    items = _items(page, findings)
    texts = [item.text for item in items if item.kind == "paragraph"]
    evidence = Evidence(texts, names, f"{page.title}\n{page.summary}")
    _Walk(page, findings, evidence).walk(items)


def _items(page: Page, findings: Findings) -> list[Item]:
    """Join soft breaks and set aside boxes, separators, counters and elisions."""
    lines = page.lines
    items: list[Item] = []
    joined = 0
    at = 0
    last_box = max((i for i, line in enumerate(lines) if line in BOX_TITLES), default=-1)
    fresh = True
    while at < len(lines):
        line = lines[at]
        if not line:
            at += 1
            fresh = True
            continue
        if line in BOX_TITLES and at + 1 < len(lines):
            closing = at == last_box and _closes(lines, at)
            box, at = box_at(lines, at, closing=closing)
            findings.furniture.append(box.heading)
            items.append(Item("box", box=box))
            fresh = True
            continue
        at += 1
        if SEPARATOR.match(line):
            items.append(Item("separator", line))
            fresh = True
        elif COUNTER.match(line):
            findings.furniture.append(line)
            if at < len(lines) and lines[at]:
                items.append(Item("caption", lines[at]))
                at += 1
            fresh = True
        elif is_elision(line):
            items.append(Item("elision", line))
            fresh = True
        elif line == "None":
            findings.furniture.append(line)
        elif not fresh and items[-1].kind == "paragraph" and _goes_on(lines, at, items[-1].text):
            items[-1].text = join(items[-1].text, line)
            joined += 1
        else:
            items.append(Item("paragraph", line))
            fresh = False
    if joined:
        plural = "break" if joined == 1 else "breaks"
        findings.repairs.append(f"Joined {joined} soft line {plural} inside paragraphs.")
    return items


def _closes(lines: list[str], at: int) -> bool:
    """Say whether nothing but entries follows a box's title."""
    rest = [line for line in lines[at + 1 :] if line]
    return len(rest) <= 12 and all(len(line) < 200 and not line.endswith(".") for line in rest)


def _goes_on(lines: list[str], next_index: int, previous: str) -> bool:
    """Say whether the line before ``next_index`` continues a paragraph and is no label."""
    line = lines[next_index - 1]
    if not continues(previous, line):
        return False
    if line[0].isalnum():
        # A label that begins here, its colon here or on the next line, is a new paragraph.
        if line[0].isupper() and ": " in line[:200]:
            return False
        if next_index < len(lines) and lines[next_index].startswith(":"):
            return line[0].islower() and ends_open(previous)
    return True


class _Walk:
    """One passage through the body, which knows who is speaking."""

    def __init__(self, page: Page, findings: Findings, evidence: Evidence) -> None:
        self._page = page
        self._findings = findings
        self._evidence = evidence
        self._label: Label | None = None
        self._attribution = Attribution.PRINTED
        self._blocks: list[Block] = []
        self._captions: set[str] = set()

    def walk(self, items: list[Item]) -> None:
        self._captions.update(caption_key(item.text) for item in items if item.kind == "caption")
        labels = [
            self._evidence.label(item.text) if item.kind == "paragraph" else None for item in items
        ]
        first = next((i for i, label in enumerate(labels) if label), len(items))
        for index, item in enumerate(items):
            found = labels[index]
            if found is not None:
                self._close()
                self._label, end = found
                words = item.text[end:].strip()
                if words:
                    self._add(paragraph(words))
            elif item.kind == "box" and item.box is not None:
                self._findings.see_also.extend(item.box.entries)
                for line in item.box.lines:
                    self._add(unspoken(BlockKind.SEE_ALSO, line))
            elif item.kind == "separator":
                self._findings.furniture.append(item.text)
            elif item.kind == "caption":
                self._add(unspoken(BlockKind.CAPTION, item.text))
            elif item.kind == "elision":
                self._add(Block(BlockKind.ELISION, item.text))
            else:
                before = index < first
                label_next = index + 1 < len(labels) and labels[index + 1] is not None
                self._add(self._paragraph(item.text, before=before, label_next=label_next))
        self._close(final=True)

    def _paragraph(self, text: str, *, before: bool, label_next: bool) -> Block:
        if is_aside(text):
            return Block(BlockKind.ASIDE, text)
        if is_caption(text, self._page.title, frozenset(self._captions)) or (
            text.endswith(".") and self._evidence.is_nameplate(text)
        ):
            self._captions.add(caption_key(text))
            return unspoken(BlockKind.CAPTION, text)
        if _HEADING.match(text) and ends_open(text) and len(text) < 240 and (before or label_next):
            return unspoken(BlockKind.HEADING, text)
        if self._label is None:
            return unspoken(BlockKind.NARRATIVE, text)
        return paragraph(text)

    def _add(self, block: Block) -> None:
        if self._label is None:
            self._findings.body.append(block)
        else:
            self._blocks.append(block)

    def _close(self, *, final: bool = False) -> None:
        """End the turn. What trails behind its words and is not part of it stands outside."""
        if self._label is None:
            return
        outside = _OUTSIDE | _AT_THE_END if final else _OUTSIDE
        end = len(self._blocks)
        for at in range(len(self._blocks) - 1, -1, -1):
            if self._blocks[at].kind is BlockKind.PARAGRAPH:
                break
            if self._blocks[at].kind in outside:
                end = at
        self._findings.turn(self._label, self._blocks[:end], attribution=self._attribution)
        self._findings.body.extend(self._blocks[end:])
        self._blocks = []
