"""A page of the site as text, made of the lines that a test is about, and what is read of it."""

from __future__ import annotations

from itertools import chain

from tui.model import BlockKind, Meeting, Turn
from tui.reading.registry import read

HEAD = """Events
Meeting with President of Kenya William Ruto
Vladimir Putin met with the President of Kenya.
July 28, 2023
13:05
St Petersburg
"""
FOOT = """
Geography
Kenya
Topics
Foreign policy
Persons
Ruto William
Publication status
Published in section: News
Publication date: July 28, 2023, 13:05
Text version"""
OPENING = "President of Russia Vladimir Putin: Good afternoon, Mr President."
ANSWER = "President of Kenya William Ruto: Thank you, Mr President."


def page(*lines: str, head: str = HEAD, foot: str = FOOT) -> Meeting:
    """Read a page that has these lines between its head and its foot."""
    (meeting,) = read((head + "\n".join(lines) + foot).encode(), "page.txt")
    assert meeting.source.format == "web-text"
    return meeting


def said(meeting: Meeting) -> list[tuple[str | None, str]]:
    """The turns: who says it, and the paragraphs."""
    return [(t.speaker, " / ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


def blocks(meeting: Meeting) -> list[tuple[BlockKind, str]]:
    """Every block, in turns and outside."""
    every = chain.from_iterable(p.blocks if isinstance(p, Turn) else (p,) for p in meeting.body)
    return [(block.kind, block.text) for block in every]
