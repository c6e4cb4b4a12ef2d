"""The vocabulary of the archive as immutable values: what a meeting is made of.

Every other room imports this module and this module imports none of ours, but for the way
in which values are made. A value here is the outcome of reading one source; what people
corrected afterwards, and what a library knows across meetings, is laid over it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from tui.values import value


class BlockKind(StrEnum):
    """What a block of text is, in the words of the exported schema."""

    PARAGRAPH = "paragraph"
    """Words spoken, as printed. Stands only inside a turn."""
    NARRATIVE = "narrative"
    """The publisher's prose around the dialogue."""
    HEADING = "heading"
    """A title inside the text, such as "Beginning of meeting with …"."""
    CAPTION = "caption"
    """The words under a picture or a video."""
    SEE_ALSO = "see_also"
    """A box that points at other pages."""
    ELISION = "elision"
    """The publisher's mark that something was left out, such as "<…>"."""
    ASIDE = "aside"
    """A narrator's line in brackets, such as "(Video plays.)"."""
    PULL_QUOTE = "pull_quote"
    """Words of the speech, printed a second time for display."""


class SpanKind(StrEnum):
    """Why a stretch of a paragraph is not the speaker's own."""

    EDITOR = "editor"
    """An editor's [bracket], brackets included: nobody's speech."""
    ELISION = "elision"
    """A mark of omission inside a paragraph: no phrase reaches across it."""


class Attribution(StrEnum):
    """How a turn came by its speaker."""

    PRINTED = "printed"
    """The label stands in the source."""
    PROPAGATED = "propagated"
    """The source carries the label on from an earlier turn."""
    INFERRED = "inferred"
    """Concluded from the context; the label does not stand there."""


@value
class Span:
    """A stretch of a block's text that is not the speaker's.

    Attributes:
        start: First character, counted from 0 in the block's text.
        end: One past the last character.
        kind: Why it is not the speaker's.
    """

    start: int
    end: int
    kind: SpanKind


@value
class Block:
    """One paragraph-sized piece of a document.

    Attributes:
        kind: What it is.
        text: The source's words, soft line breaks joined, otherwise untouched.
        spans: Stretches that are not the speaker's, ascending, not overlapping.
        start: Seconds from the beginning of the recording, where the source has times.
        end: Likewise, where the words end.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    start: float | None = None
    end: float | None = None


@value
class Turn:
    """One speaker's words until another speaks.

    Attributes:
        number: Position among the meeting's turns, from 1.
        speaker: The person's name without the office; None where unknown.
        role: The office exactly as printed with this turn; None where none is printed.
        label: The whole label as printed, without its colon; "" where none is printed.
        label_note: A remark inside the label, such as "retranslated".
        attribution: How the turn came by its speaker.
        blocks: Paragraphs, and captions, boxes, asides and elisions that interrupt them.
        start: Seconds from the beginning of the recording, where the source has times.
        end: Likewise, where the turn ends.
    """

    number: int
    speaker: str | None
    role: str | None
    label: str
    label_note: str | None
    attribution: Attribution
    blocks: tuple[Block, ...]
    start: float | None = None
    end: float | None = None

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that were spoken."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)


@value
class Participant:
    """A person as one meeting shows them.

    Attributes:
        name: The name without the office.
        role: The office as printed in this meeting; None where none is.
        label: The fullest label under which they speak.
    """

    name: str
    role: str | None
    label: str


@value
class Reference:
    """An entry of a "see also" box.

    Attributes:
        title: The page it points at.
        date: ISO date where the source has one day, the raw text otherwise, None if absent.
        url: Where it points; None where the source does not keep it.
    """

    title: str
    date: str | None
    url: str | None


@value
class Source:
    """Where a meeting was read from, and what reading did to it.

    Attributes:
        name: The file's name, without its folder.
        url: The page's address, where the source records it.
        format: The reader that understood it, by its registry name.
        sha256: Hexadecimal digest of the file's bytes.
        repairs: What was mended: joined soft breaks, encoding damage.
        furniture: Lines of the page that say nothing of the meeting, verbatim.
    """

    name: str
    url: str | None
    format: str
    sha256: str
    repairs: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


@value
class Meeting:
    """A meeting as one source tells it.

    Attributes:
        id: ``DATE/slug-hash``; see ``tui.reading.identity``.
        title: As printed.
        summary: The line under the title; "" where there is none.
        date: ISO date; None where the source has none.
        time: ``HH:MM``, local to the place; None where the source has none.
        place: As printed; "" where there is none.
        source: Where it was read from.
        people: Those who speak, in order of their first turn.
        body: Turns, and the blocks that stand outside any turn, in reading order.
        see_also: Every entry of every box.
        geography: The page's tags for places.
        topics: The page's tags for subjects.
        persons: The page's tags for people, as printed (often surname first).
        sections: The sections it was published in.
        published: ``YYYY-MM-DDTHH:MM`` or a date; None where not stated.
        partial: True where the source marks an omission.
        warnings: What the reader was unsure of, in sentences.
    """

    id: str
    title: str
    summary: str
    date: str | None
    time: str | None
    place: str
    source: Source
    people: tuple[Participant, ...]
    body: tuple[Turn | Block, ...]
    see_also: tuple[Reference, ...] = ()
    geography: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    published: str | None = None
    partial: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The dialogue alone."""
        return tuple(part for part in self.body if isinstance(part, Turn))

    def passages(self) -> Iterator[Passage]:
        """Yield all that can be searched and pointed at, in reading order.

        Title and summary come first. A turn is one passage with all its spoken
        paragraphs; every block that nobody spoke is a passage of its own, numbered
        ``b1``, ``b2`` … through the meeting, also where it interrupts a turn (it then
        follows that turn).
        """
        yield Passage("title", None, (Block(BlockKind.HEADING, self.title),))
        if self.summary:
            yield Passage("summary", None, (Block(BlockKind.NARRATIVE, self.summary),))
        unspoken = 0
        for part in self.body:
            if isinstance(part, Turn):
                yield Passage(f"t{part.number}", part, part.paragraphs)
                interruptions = [b for b in part.blocks if b.kind is not BlockKind.PARAGRAPH]
            else:
                interruptions = [part]
            for block in interruptions:
                unspoken += 1
                yield Passage(f"b{unspoken}", None, (block,))


@value
class Passage:
    """A turn, or a block outside speech: the unit that a query is held against.

    Attributes:
        anchor: ``t3``, ``b2``, ``title`` or ``summary``: what follows ``#`` in an address.
        turn: The turn, or None outside speech.
        blocks: The turn's spoken paragraphs, or the one block.
    """

    anchor: str
    turn: Turn | None
    blocks: tuple[Block, ...]

    @property
    def kind(self) -> str:
        """``turn``, ``title``, ``summary``, or the kind of the block."""
        if self.turn is not None:
            return "turn"
        return self.anchor if self.anchor in ("title", "summary") else self.blocks[0].kind.value


@value
class Match:
    """Words of a passage that satisfy a text clause; all of them are highlighted.

    Attributes:
        block: Index into the passage's blocks.
        start: First character in that block's text.
        end: One past the last.
    """

    block: int
    start: int
    end: int


@value
class Hit:
    """A place to be taken to.

    Attributes:
        meeting: The meeting's id.
        anchor: The passage's anchor.
        focus: The match the hit stands for; for a query without text, the empty
            stretch at the beginning of the passage.
        matches: Every match in the passage, ascending.
    """

    meeting: str
    anchor: str
    focus: Match
    matches: tuple[Match, ...]


@value
class Place:
    """Where somebody is reading.

    Attributes:
        meeting: The meeting's id.
        anchor: The passage's anchor.
        block: Index into the passage's blocks.
        offset: Character in that block's text.
        current: Anchor of the passage that one is at, where it is not the first in sight.
    """

    meeting: str
    anchor: str = "title"
    block: int = 0
    offset: int = 0
    current: str | None = None


@value
class Entry:
    """A row of the catalogue: a meeting without its words.

    Attributes:
        id: The meeting's id.
        title: As printed.
        date: ISO date or None.
        time: ``HH:MM`` or None.
        place: As printed, "" where unknown.
        speakers: Names in order of first speaking.
        turns: How many turns.
        words: How many words were spoken.
        partial: True where the source marks an omission.
    """

    id: str
    title: str
    date: str | None
    time: str | None
    place: str
    speakers: tuple[str, ...]
    turns: int
    words: int
    partial: bool


@value
class TimelineRow:
    """A meeting on the timeline under a query.

    Attributes:
        entry: The meeting.
        hits: Hits inside speech and outside it; 0 without a query.
        turns: Turns in whose words at least one hit is.
        counted: Whether there are no more hits than these; the turns are always all.
        outside: Of the hits, those outside speech.
    """

    entry: Entry
    hits: int = 0
    turns: int = 0
    counted: bool = True
    outside: int = 0
