"""Drafts in plain text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tui.quoting.drafts.prose import Draft, Prose, ProseWriter

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=[ \t]*(?:\n[ \t]*(?:\n|$)|\Z))", re.DOTALL)


def read_plain(text: str) -> Draft:
    """Read a text whose paragraphs are parted by empty lines."""
    found = (_prose(match[0], match.start()) for match in _PARAGRAPH.finditer(text))
    return Draft(text, tuple(found))


def read_paragraphs(paragraphs: Sequence[str], quoted: Collection[int] = ()) -> Draft:
    """Read a text whose paragraphs are known, as a word processor's are: one a line.

    Args:
        paragraphs: Their text.
        quoted: Places of those that are set as block quotes; neighbours are one.
    """
    found: list[Prose] = []
    offset = block = 0
    for place, paragraph in enumerate(paragraphs):
        if place in quoted and place - 1 not in quoted:
            block += 1
        found.append(_prose(paragraph, offset, block if place in quoted else 0))
        offset += len(paragraph) + 1
    return Draft("\n".join(paragraphs), tuple(found))


def _prose(text: str, offset: int, quoted: int = 0) -> Prose:
    writer = ProseWriter()
    writer.add(text, offset)
    return writer.prose(quoted)
