"""From what the reader points at to what a notebook keeps."""

from __future__ import annotations

from tui.model import Meeting, Place
from tui.quoting.anchoring import Text
from tui.quoting.cut import quote_selection, quote_turn
from tui.quoting.note import Kept


def keep_passage(meeting: Meeting, anchor: str, paragraph: int | None = None) -> tuple[Kept, ...]:
    """Keep a whole turn or block, or one paragraph.

    Args:
        meeting: Where it stands.
        anchor: The passage's anchor.
        paragraph: Which paragraph, from 1; None for all.

    Raises:
        QuoteError: There is no such place, or no word in it.
    """
    return (Text(meeting).keep(quote_turn(meeting, anchor, paragraph)),)


def keep_selection(meeting: Meeting, start: Place, end: Place) -> tuple[Kept, ...]:
    """Keep a selection, one quotation a turn.

    Raises:
        QuoteError: A place is not in this meeting, or no word is selected.
    """
    quotes = quote_selection(meeting, start, end)
    text = Text(meeting)
    ends = [place for place in (start, end) if place.anchor == quotes[0].anchor]
    first = min(ends, key=lambda place: (place.block, place.offset), default=None)
    return (text.keep(quotes[0], first), *(text.keep(quote) for quote in quotes[1:]))
