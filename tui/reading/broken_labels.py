"""Labels whose name or office goes on in the next line, as text taken from HTML prints them."""

from __future__ import annotations

from itertools import pairwise

from tui.reading.evidence import Evidence
from tui.reading.flow import ends_open
from tui.reading.labels import is_name_word, is_office, is_office_word
from tui.reading.page import SEPARATOR, date_and_place
from tui.reading.text_header import is_place_line

_LABEL = 160
"""Characters of a line within which a label's colon stands."""
_WORDS = 12
_NAME_WORDS = 3


def mended(lines: list[str], evidence: Evidence) -> tuple[list[str], int]:
    """Join a line to the next where the label of a known speaker is broken between them.

    Args:
        lines: Stripped lines, "" for an empty one.
        evidence: What the whole lines tell about the speakers.

    Returns:
        The lines, and how many were joined.
    """
    kept: list[str] = []
    joined = 0
    for line in lines:
        if kept and _is_rest_of_label(kept, line, evidence):
            kept[-1] = f"{kept[-1]} {line}"
            joined += 1
        else:
            kept.append(line)
    return kept, joined


def offices_above(lines: list[str]) -> list[str]:
    """Return what labels would be, were an office on a line of its own the begin of the next."""
    return [
        f"{head} {line}"
        for head, line in pairwise(lines)
        if ":" in line[:_LABEL] and head and len(head) < _LABEL and ends_open(head)
        if len(head.split()) <= _NAME_WORDS and is_office(head)
    ]


def _may_end_above(before: str) -> bool:
    """Say whether a label may begin below a line: what goes on in the next is no end."""
    if not before or not ends_open(before) or SEPARATOR.match(before):
        return True
    return is_place_line(before, loose=True) or date_and_place(before) is not None


def _is_rest_of_label(above: list[str], line: str, evidence: Evidence) -> bool:
    head = above[-1]
    if not head or ":" not in line[:_LABEL] or not ends_open(head):
        return False
    words = head.split()
    part_of_name = len(words) <= _NAME_WORDS and all(
        is_name_word(word) and not is_office_word(word) for word in words
    )
    if len(words) > _WORDS or not (part_of_name or is_office(head)):
        return False
    if not _may_end_above(above[-2] if len(above) > 1 else ""):
        return False
    found = evidence.label(f"{head} {line}")
    return (
        found is not None
        and found[0].name is not None
        and found[0].name in evidence.cast
        and found[1] > len(head)
    )
