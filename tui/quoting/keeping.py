"""From what the reader points at to what a notebook keeps."""

from __future__ import annotations

from dataclasses import replace

from tui.model import Meeting, Place
from tui.quoting.anchoring import Text
from tui.quoting.cut import QuoteError, quote_selection, quote_turn
from tui.quoting.note import Kept
from tui.quoting.running_text import running_texts


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


def keep_words(meeting: Meeting, anchor: str, words: str) -> tuple[Kept, ...]:
    """Keep words of a passage, given as they stand in it; the first time they do.

    Args:
        meeting: Where the passage stands.
        anchor: The passage's anchor.
        words: The words, without those of its beginning and end that are not meant.

    Raises:
        QuoteError: There is no such place, or the words do not stand in it exactly so.
    """
    words = words.strip()
    passage = next((text for text in running_texts(meeting) if text.anchor == anchor), None)
    at = passage.text.find(words) if passage is not None and words else -1
    if passage is None or at < 0:
        raise QuoteError(f"{meeting.id} does not have exactly these words at #{anchor}: {words}")
    start = passage.place(meeting.id, at)
    end = passage.place(meeting.id, at + len(words) - 1)
    return keep_selection(meeting, start, replace(end, offset=end.offset + 1))
