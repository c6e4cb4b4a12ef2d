"""From an anchor to a place in a meeting."""

from __future__ import annotations

import re

from tui.library.errors import NotFound
from tui.model import Meeting, Place

_ANCHOR = re.compile(r"(?P<passage>t\d+|b\d+|title|summary)(?:\.(?P<block>\d+))?")


def locate(meeting: Meeting, anchor: str) -> Place:
    """Find the passage, and the paragraph in it, that an anchor names.

    Args:
        meeting: The meeting.
        anchor: ``t3``, ``t3.2``, ``b2``, ``title`` or ``summary``.

    Raises:
        NotFound: The meeting has no such passage; the message says what it has.
    """
    found = _ANCHOR.fullmatch(anchor.strip().lower())
    if found is None:
        raise NotFound(
            f"“{anchor}” names no passage. Write #t3 for the third turn, #t3.2 for its second "
            "paragraph, #b2 for the second block outside speech."
        )
    passages = {passage.anchor: passage for passage in meeting.passages()}
    passage = passages.get(found["passage"])
    if passage is None:
        blocks = sum(1 for name in passages if re.fullmatch(r"b\d+", name))
        raise NotFound(
            f"{meeting.id} has no #{found['passage']}: it has {len(meeting.turns)} turns and "
            f"{blocks} blocks outside speech."
        )
    block = int(found["block"] or 1)
    if not 1 <= block <= max(len(passage.blocks), 1):
        raise NotFound(
            f"{meeting.id}#{passage.anchor} has no paragraph {block}: it has {len(passage.blocks)}."
        )
    return Place(meeting.id, passage.anchor, block - 1)
