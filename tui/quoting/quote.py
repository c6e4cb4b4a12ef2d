"""A quotation: exact words, and everything a citation has to say of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

OMISSION = "[…]"
"""Stands in a quotation where the source leaves something out."""


class SeamKind(StrEnum):
    """What a quotation runs across."""

    SPEAKER = "speaker"
    """From one speaker's words to another's."""
    ELISION = "elision"
    """A mark of omission in the source."""
    EDITOR = "editor"
    """An editor's bracket among the speaker's words."""
    INTERRUPTION = "interruption"
    """Something that is not speech: a caption, a box, a heading, narration."""


@dataclass(frozen=True, slots=True)
class Seam:
    """A place where words that look continuous are not.

    Attributes:
        kind: What lies there.
        text: What the source prints there; for a change of speaker, who follows.
        advice: What was done about it, for the person who quotes.
    """

    kind: SeamKind
    text: str
    advice: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words taken from a meeting, with their provenance.

    Attributes:
        words: As stored, paragraphs parted by an empty line; `OMISSION` stands for what
            the source marks as left out, and nothing else is altered; "" where the whole
            meeting is cited.
        meeting: The meeting's id.
        anchor: ``t3``, ``t3.2`` for one paragraph, or ``b2``, ``title``, ``summary``; "" for
            the whole meeting.
        speaker: Who says it; None where nobody does, or nobody knows who.
        family: The speaker's family name, where one can be told; else None.
        role: The speaker's office on that day, as printed in this meeting; else None.
        kind: ``turn``, ``editor``, ``meeting``, or what the passage outside speech is.
        title: The meeting's.
        date: ISO date or None.
        time: ``HH:MM`` or None.
        place: As printed, "" where unknown.
        source_name: The file it was read from.
        source_url: The page, where the source records it; else None.
        sha256: The digest of the capture it was cut from.
        partial: Whether the source marks an omission anywhere in the meeting.
        seams: What the words run across, in order.
        start: When the words begin, in seconds from the beginning of the recording; None
            where the source has no times.
        remark: What the one who quotes says of it, for reference managers; "" for nothing.
        tags: Keywords of the one who quotes, likewise.
        before: The last words of the same paragraph before these; "" where there are none,
            or they are not known. No part of what is quoted.
        after: The first words of the same paragraph behind these, likewise.
    """

    words: str
    meeting: str
    anchor: str
    speaker: str | None
    family: str | None
    role: str | None
    kind: str
    title: str
    date: str | None
    time: str | None
    place: str
    source_name: str
    source_url: str | None
    sha256: str
    partial: bool
    seams: tuple[Seam, ...] = ()
    start: float | None = None
    remark: str = ""
    tags: tuple[str, ...] = ()
    before: str = field(default="", compare=False)
    after: str = field(default="", compare=False)

    @property
    def address(self) -> str:
        """What opens the archive at this quotation."""
        return f"{self.meeting}#{self.anchor}" if self.anchor else self.meeting

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words, one paragraph each."""
        return tuple(self.words.split("\n\n"))
