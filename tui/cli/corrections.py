"""What people corrected of a meeting, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library.stored import StoredArchive


def corrections(library: StoredArchive, meeting: str) -> tuple[str, ...]:
    """Return a line for each decision that a meeting is shown with.

    Args:
        library: Where the meeting is.
        meeting: Its id.
    """
    found = library.corrections(meeting)
    if not found:
        return ()
    from tui.library.decision_words import in_words

    lost = " (not applied: its turn is not found in the present words)"
    return tuple(
        f"Corrected by hand [{one.decision.number}]: {in_words(one.decision)}"
        f"{'' if one.holds else lost}"
        for one in found
    )
