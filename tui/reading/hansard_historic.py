"""Historic Hansard: ``<member>`` and ``<membercontribution>`` inside paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from tui.model import BlockKind, Turn
from tui.reading.assembly import Findings
from tui.reading.blocks import is_aside, paragraph, unspoken
from tui.reading.markup import local, text_of, words
from tui.reading.printed_label import Label, take_apart
from tui.reading.prose_dates import find_date
from tui.reading.turns import turn_of

_SKIPPED = frozenset({"col", "image", "page"})
_SPEECH = frozenset({"membercontribution"})
_BRACKETS = re.compile(r"[(\[](.{1,120})[)\]]")
_MARK = re.compile(r"(?:[§*]|(?:Q?\d{1,3}\.)| )*")
"""What stands before a member's name and is nobody's words: a section sign, a number."""


def read_historic(root: etree._Element, findings: Findings) -> None:
    """Put titles and contributions into the findings.

    Args:
        root: ``<hansard>``.
        findings: Receives all.
    """
    for element in root.iter():
        if local(element) in ("date", "titledate") and findings.date is None:
            found = find_date(element.get("format") or "") or find_date(text_of(element))
            findings.date = found.value if found else None
    titles = [text_of(e) for e in root.iter() if local(e) in ("session.title", "title")]
    findings.title = next((title for title in titles if title), "")
    holders: dict[str, Label] = {}
    for part in _leaves(root):
        _paragraph(part, findings, holders)


def _leaves(element: etree._Element) -> Iterator[etree._Element]:
    """Yield titles and paragraphs in reading order."""
    for child in element:
        name = local(child)
        if name in ("p", "title", "quote", "table", "division") or (name and not len(child)):
            if name not in _SKIPPED:
                yield child
        elif name:
            yield from _leaves(child)


def _paragraph(element: etree._Element, findings: Findings, holders: dict[str, Label]) -> None:
    name = local(element)
    member = next((e for e in element if local(e) == "member"), None)
    if member is None:
        text = text_of(element, skip=_SKIPPED)
        if not text or (name == "title" and text == findings.title and not findings.body):
            return
        last = findings.body[-1] if findings.body else None
        if name == "title":
            findings.body.append(unspoken(BlockKind.HEADING, text))
        elif is_aside(text) or not isinstance(last, Turn) or name in ("table", "division"):
            kind = BlockKind.ASIDE if is_aside(text) else BlockKind.NARRATIVE
            findings.body.append(unspoken(kind, text))
        else:
            blocks = (*last.blocks, paragraph(text))
            label = Label(last.label, last.speaker, last.role, last.label_note)
            findings.body[-1] = turn_of(label, blocks, last.attribution)
        return
    seat = next((text_of(e) for e in element if local(e) == "memberconstituency"), "")
    inner = next((e for e in member if local(e) == "memberconstituency"), None)
    if inner is not None:
        seat = text_of(inner)
    printed = text_of(member, skip=("memberconstituency",)).rstrip(" :,")
    at = element.index(member)
    remark, between = _between(element[at:])
    office = f"({between})" if between else ""
    whole = " ".join(part for part in (printed, seat, office) if part)
    label = take_apart(whole)
    if remark:
        label = replace(label, note=remark)
    key = (label.speaker or "").casefold()
    if label.role and printed.startswith(label.role):
        holders[label.role.casefold()] = label
    elif key in holders:
        label = Label(whole, holders[key].speaker, holders[key].role, label.note)
    said = _said(element[at:], remark or between)
    before = words(" ".join((element.text or "", *(e.tail or "" for e in element[:at]))))
    text = said if _MARK.fullmatch(before) else f"{before} {said}".strip()
    findings.body.append(turn_of(label, [paragraph(text)] if text else []))


def _between(after: Sequence[etree._Element]) -> tuple[str, str]:
    """Return what stands in brackets between a member and the words: a remark, or an office.

    A remark begins with a small letter: ``(by Private Notice)``.
    """
    found = _BRACKETS.fullmatch(words(_text_between(after)))
    if found is None:
        return "", ""
    inner = found[1].strip()
    return (inner, "") if inner[:1].islower() else ("", inner)


def _text_between(after: Sequence[etree._Element]) -> str:
    text = after[0].tail or ""
    for element in after[1:]:
        if local(element) in _SPEECH:
            break
        text += text_of(element, skip=_SKIPPED) + (element.tail or "")
    return text


def _said(after: Sequence[etree._Element], bracketed: str) -> str:
    """Return the words after a member; what was read as a remark or an office is none."""
    speech = [element for element in after if local(element) in _SPEECH]
    said = "".join(text_of(e, skip=_SKIPPED) + " " + (e.tail or "") for e in speech)
    before = "" if bracketed else _text_between(after)
    return words(f"{before} {said}").lstrip(" :—–-")
