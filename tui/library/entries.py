"""What a list shows of a meeting, out of the catalogue.

Apart from the rest of a row, which no start needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.model import Entry


def decode_entry(meeting: str, document: Mapping[str, Any]) -> Entry:
    """Read what a list shows out of the catalogue's document."""
    return Entry(
        meeting,
        document["title"],
        document["date"],
        document["time"],
        document["place"],
        tuple(document["speakers"]),
        document["turns"],
        document["words"],
        document["partial"],
    )
