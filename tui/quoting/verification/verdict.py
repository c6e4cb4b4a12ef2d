"""What the record says of a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.quoting.verification.claim import Claim
from tui.quoting.verification.word_diff import Change, Piece


class Verdict(StrEnum):
    """The words of a verdict, as they are printed."""

    EXACT = "EXACT"
    """It stands there character for character."""
    TYPOGRAPHIC = "TYPOGRAPHIC"
    """Quotation marks, dashes, spaces or capitals differ, and nothing else."""
    ELIDED = "ELIDED"
    """Its fragments stand in one turn in this order; what was left out or put in is marked."""
    ALTERED = "ALTERED"
    """The nearest passage has other words."""
    WRONG_SPEAKER = "WRONG SPEAKER"
    """Somebody else said it."""
    WRONG_DATE = "WRONG DATE"
    """It was said on another day."""
    SPLICED = "SPLICED"
    """Its parts stand in different turns."""
    NOT_SPEECH = "NOT SPEECH"
    """Nobody said it: it is narrative, a caption, or an editor's words."""
    NOT_FOUND = "NOT FOUND"
    """No passage is near enough to be the one that is meant."""


FAITHFUL = frozenset({Verdict.EXACT, Verdict.TYPOGRAPHIC})
"""Verdicts that leave nothing to look at."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a quotation, and the passage it rests on.

    Attributes:
        claim: What was claimed.
        verdict: What an editor must know first.
        also: What else is so.
        address: The passage; None where none was found.
        kind: ``turn``, ``editor``, or what the passage outside speech is; None likewise.
        speaker: Who says it; None where nobody does, or nobody knows who.
        role: The speaker's office on that day; None where none is printed.
        date: The meeting's ISO date; None where unknown.
        text: The passage's words as stored; "" where none was found.
        diff: The passage and the quotation side by side, in order.
        places: Further addresses where it stands just as well; of a spliced quotation
            those of its other parts.
        notes: What else an editor must know, a sentence each: above all words right beside the
            quotation that deny it.
        texts: How many meetings were asked.
        partial: How many of them are published in part only.
    """

    claim: Claim
    verdict: Verdict
    also: tuple[Verdict, ...] = ()
    address: str | None = None
    kind: str | None = None
    speaker: str | None = None
    role: str | None = None
    date: str | None = None
    text: str = ""
    diff: tuple[Piece, ...] = ()
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    texts: int = 0
    partial: int = 0

    @property
    def is_faithful(self) -> bool:
        """Whether there is nothing to look at."""
        return self.verdict in FAITHFUL

    @property
    def is_to_be_seen(self) -> bool:
        """Whether an editor should look at it: it is not faithful, or has a note."""
        return bool(self.notes) or not self.is_faithful

    @property
    def changes(self) -> tuple[Piece, ...]:
        """Where the quotation and the passage differ."""
        return tuple(piece for piece in self.diff if piece.change is not Change.SAME)

    def as_row(self) -> dict[str, object]:
        """Return the judgement as one object of ``--json``."""
        return {
            "quote": self.claim.quote,
            "verdict": self.verdict.value,
            "id": self.address,
            "speaker": self.speaker,
            "role": self.role,
            "date": self.date,
            "text": self.text or None,
            "diff": [
                {"record": piece.record, "quote": piece.quote, "change": piece.change.value}
                for piece in self.diff
            ],
            "also": [verdict.value for verdict in self.also],
            "kind": self.kind,
            "places": list(self.places),
            "notes": list(self.notes),
            "texts": self.texts,
            "partial": self.partial,
        }
