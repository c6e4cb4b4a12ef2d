"""Labels whose name or office goes on in the next line, as text taken from HTML prints them."""

from __future__ import annotations

from tui.reading.evidence import Evidence
from tui.reading.flow import ends_open
from tui.reading.labels import is_name_word, is_office, is_office_word
from tui.reading.page import SEPARATOR

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
    before = above[-2] if len(above) > 1 else ""
    if before and ends_open(before) and not SEPARATOR.match(before):
        return False
    found = evidence.label(f"{head} {line}")
    return (
        found is not None
        and found[0].name is not None
        and found[0].name in evidence.cast
        and found[1] > len(head)
    )
