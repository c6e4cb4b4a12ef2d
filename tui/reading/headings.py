"""Titles inside the text, and prose of the publisher between stretches of dialogue."""

from __future__ import annotations

import re

from tui.reading.captions import OCCASION, SPOKEN, TELLING
from tui.reading.flow import ends_open

_HEADING = re.compile(
    r"(?:Beginning|Speech(?:es)?|Excerpts?|Opening (?:remarks|address|of)|Transcripts?|Address|"
    r"Remarks|(?:Press )?[Ss]tatements?|Greetings?|Answers|Concluding|Closing|Introductory|"
    r"Joint (?:press|news)|News conference|Press conference|Interview|Part \d)\b"
)
_ACRONYM = re.compile(r"\([A-Z]{2,8}\)$")
"""A body's letters after its name end no sentence."""
_LENGTH = 240
_TOPIC_LENGTH = 160


def is_heading(line: str, *, before_speech: bool, before_label: bool) -> bool:
    """Say whether a line is a title inside the text: ``Beginning of meeting with …``.

    Args:
        line: One paragraph, stripped.
        before_speech: Nobody has spoken yet.
        before_label: A speaker's label follows.
    """
    if len(line) > _LENGTH or not line[:1].isupper():
        return False
    if line.endswith(":"):
        return before_speech and before_label and _occasion(line) and not SPOKEN.search(line)
    if not (ends_open(line) or _ACRONYM.search(line)):
        return False
    if _HEADING.match(line):
        return before_speech or before_label
    return before_label and _occasion(line) and not SPOKEN.search(line)


def _occasion(line: str) -> bool:
    return any(word.strip(".,:").casefold() in OCCASION for word in line.split()[:4])


def is_topic(line: str) -> bool:
    """Say whether a line, between two labels of one speaker, can be a title: ``On trade``."""
    return (
        len(line) < _TOPIC_LENGTH
        and len(line.split()) > 1
        and line[:1].isupper()
        and ends_open(line)
        and SPOKEN.search(line) is None
        and TELLING.search(line) is None
    )


def is_narration(line: str) -> bool:
    """Say whether a paragraph tells of a meeting from outside: no I, no you, but a verb."""
    return SPOKEN.search(line) is None and TELLING.search(line) is not None
