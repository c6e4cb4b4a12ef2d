"""Drafts in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.quoting.drafts.prose import Draft, Prose, ProseWriter

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=[ \t]*(?:\n[ \t]*(?:\n|$)|\Z))", re.DOTALL)


def read_plain(text: str) -> Draft:
    """Read a text whose paragraphs are parted by empty lines."""
    found = (_prose(match[0], match.start()) for match in _PARAGRAPH.finditer(text))
    return Draft(text, tuple(found))


def read_paragraphs(paragraphs: Sequence[str]) -> Draft:
    """Read a text whose paragraphs are known, as a word processor's are: one a line."""
    found: list[Prose] = []
    offset = 0
    for paragraph in paragraphs:
        found.append(_prose(paragraph, offset))
        offset += len(paragraph) + 1
    return Draft("\n".join(paragraphs), tuple(found))


def _prose(text: str, offset: int) -> Prose:
    writer = ProseWriter()
    writer.add(text, offset)
    return writer.prose()
