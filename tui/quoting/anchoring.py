"""Finding kept words again in another reading of their meeting.

The words decide, then what stands before and after them; a place alone decides nothing. What
fits several places, or none, is an orphan: a wrong place would be worse than none. The idea of
quotation, prefix and suffix is the TextQuoteSelector of the W3C's Web Annotation Data Model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tui.model import Meeting, Place
from tui.quoting.note import Kept
from tui.quoting.quote import Quote
from tui.quoting.running_text import PARAGRAPHS, running_texts

CONTEXT = 120
"""Characters before and after the words that are kept."""

_AGREES = 24
"""Characters of context next to the words from which it speaks for a place."""

_TELLING = 5
"""Words from which a text that stood once in a meeting needs no context."""


Spot = tuple[int, int]
"""A place in a text: the index of a passage, and a position in its running text."""


class Standing(StrEnum):
    """What became of kept words in the present reading."""

    STANDS = "stands"
    """They stand where they stood."""
    MOVED = "moved"
    """They stand elsewhere in the meeting, unchanged."""
    TOUCHED = "touched"
    """The present reading has other words there or right beside them, or another speaker."""
    ORPHAN = "orphan"
    """They were not found, or fit several places."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where kept words are now.

    Attributes:
        standing: What became of them.
        place: Where they are; None for an orphan.
        now: What the present reading has in their place, where that differs; None otherwise.
        speaker: Who says it now, where that differs, "" for nobody by name; None otherwise.
        why: For whoever reads the notebook; "" where the words stand.
    """

    standing: Standing
    place: Place | None = None
    now: str | None = None
    speaker: str | None = None
    why: str = ""


class Text:
    """A meeting as one running text, in which words are kept and found again."""

    def __init__(self, meeting: Meeting) -> None:
        """Take the meeting apart, once for all that is to be found in it."""
        self.meeting = meeting
        self.passages = tuple(running_texts(meeting))
        self._starts: list[int] = []
        at = 0
        for passage in self.passages:
            self._starts.append(at)
            at += len(passage.text) + len(PARAGRAPHS)
        self._whole = PARAGRAPHS.join(passage.text for passage in self.passages)

    def keep(self, quote: Quote, near: Place | None = None) -> Kept:
        """Remember what finds a quotation again.

        Args:
            quote: Cut from this meeting.
            near: Where it begins; tells one stretch of its passage from another of the same
                words.
        """
        name, _, paragraph = quote.anchor.partition(".")
        if near is None and paragraph:
            near = Place(quote.meeting, name, int(paragraph) - 1)
        every = self._spots(quote.words)
        here = [spot for spot in every if self.passages[spot[0]].anchor == name]
        if not here:
            return Kept(quote, "", "", alone=False)
        wanted = 0
        if near is not None and near.anchor == name:
            wanted = self.passages[here[0][0]].position(near.block, near.offset)
        spot = min(here, key=lambda spot: abs(spot[1] - wanted))
        before, after = self.around(spot, len(quote.words))
        return Kept(quote, before, after, alone=len(every) == 1)

    def find(self, kept: Kept) -> Found:
        """Find kept words in this reading of their meeting."""
        spots = self._spots(kept.quote.words)
        if spots:
            return self._standing(kept, spots)
        # Comparing word by word is loaded where words have changed, not before.
        from tui.quoting.likeness import likeliest

        stretch = likeliest(kept, self)
        if stretch is None:
            return Found(Standing.ORPHAN, why="its words are not found in the present reading")
        index, start, end = stretch
        passage = self.passages[index]
        return Found(
            Standing.TOUCHED,
            passage.place(self.meeting.id, start),
            now=passage.text[start:end],
            why="touched by a new capture: the present reading has other words there",
        )

    def around(self, spot: Spot, length: int) -> tuple[str, str]:
        """Return what stands before and after a stretch of so many characters."""
        start = self._starts[spot[0]] + spot[1]
        end = start + length
        return self._whole[max(0, start - CONTEXT) : start], self._whole[end : end + CONTEXT]

    def _spots(self, words: str) -> list[Spot]:
        """Where words stand: between whole words, if they do so anywhere."""
        every: list[Spot] = []
        for index, passage in enumerate(self.passages):
            at = passage.text.find(words) if words else -1
            while at >= 0:
                every.append((index, at))
                at = passage.text.find(words, at + 1)
        whole = [
            (index, at)
            for index, at in every
            if not _cuts_a_word(self.passages[index].text, at, at + len(words))
        ]
        return whole or every

    def _standing(self, kept: Kept, spots: Sequence[Spot]) -> Found:
        spot = self._certain(kept, spots)
        if spot is None:
            return Found(
                Standing.ORPHAN,
                why=f"its words fit {len(spots)} places of the present reading, none for certain"
                if len(spots) > 1
                else "its words stand in the present reading, but in other surroundings",
            )
        passage = self.passages[spot[0]]
        place = passage.place(self.meeting.id, spot[1])
        speaker = passage.turn.speaker if passage.turn is not None else None
        if kept.quote.kind == "turn" and speaker != kept.quote.speaker:
            why = (
                f"the words stand; the present reading names {speaker or 'nobody'} as their speaker"
            )
            return Found(Standing.TOUCHED, place, speaker=speaker or "", why=why)
        around = self.around(spot, len(kept.quote.words))
        if _beside(kept.before, kept.after) != _beside(*around):
            why = "the words stand; the present reading has other words right beside them"
            return Found(Standing.TOUCHED, place, why=why)
        if passage.anchor == kept.passage:
            return Found(Standing.STANDS, place)
        return Found(Standing.MOVED, place, why=f"its words stand in {passage.anchor} now")

    def _certain(self, kept: Kept, spots: Sequence[Spot]) -> Spot | None:
        """Return the one place that is certain, or None."""
        length = len(kept.quote.words)
        votes = {spot: agreement(kept, *self.around(spot, length)) for spot in spots}
        best = max(votes.values())
        leading = [spot for spot in spots if votes[spot] == best]
        if best and len(leading) == 1:
            return leading[0]
        if kept.quote.sha256 == self.meeting.source.sha256:
            for spot in leading:
                if self.passages[spot[0]].anchor == kept.passage:
                    return spot
        telling = kept.alone and len(kept.quote.words.split()) >= _TELLING
        return spots[0] if telling and len(spots) == 1 else None


def agreement(kept: Kept, before: str, after: str) -> int:
    """Tell how far the context speaks for a place.

    Returns:
        How many sides, 0 to 2, are the same next to the words; 3 where all of it is.
    """
    if (kept.before, kept.after) == (before, after):
        return 3
    return _agrees(kept.before[::-1], before[::-1]) + _agrees(kept.after, after)


def _agrees(kept: str, found: str) -> bool:
    """Whether two contexts are the same next to the words; the first is what was kept."""
    if len(kept) < _AGREES:  # the meeting begins or ends there: it must do so again
        return kept == found
    return kept[:_AGREES] == found[:_AGREES]


def _beside(before: str, after: str) -> tuple[str, str]:
    """What stands next to the words in their own paragraphs, where a “not” would count."""
    return before.split(PARAGRAPHS)[-1][-_AGREES:], after.split(PARAGRAPHS)[0][:_AGREES]


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    opens = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    closes = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return opens or closes
