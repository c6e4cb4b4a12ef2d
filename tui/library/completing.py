"""What one reading of a meeting knows about it and another does not say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tui.model import Meeting

_TOLD = (
    "summary",
    "time",
    "place",
    "see_also",
    "geography",
    "topics",
    "persons",
    "sections",
    "published",
)
"""What is said about a meeting beside its words; date and title are how it was known again."""


def completed(meeting: Meeting, other: Meeting, *, address: bool = True) -> Meeting:
    """Return a meeting with what another reading of it knows besides; nothing is replaced.

    A page saved as text has no address, and its print view has no tags: the page itself has.

    Args:
        meeting: The reading whose words are kept.
        other: Another reading of the same meeting.
        address: Whether the other's address is that of these words too.
    """
    told: dict[str, Any] = {
        field: getattr(other, field)
        for field in _TOLD
        if not getattr(meeting, field) and getattr(other, field)
    }
    if address and meeting.source.url is None and other.source.url is not None:
        told["source"] = replace(meeting.source, url=other.source.url)
    return replace(meeting, **told) if told else meeting
