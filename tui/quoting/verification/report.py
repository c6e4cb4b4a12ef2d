"""A verdict in words, for messages, annotations and whoever it is handed on to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tui.quoting.verification.verdict import Judgement, Verdict
from tui.quoting.verification.word_diff import STANDS_OUT, Change, Piece

MEANINGS = {
    Verdict.EXACT: "It stands there character for character.",
    Verdict.TYPOGRAPHIC: "Only quotation marks, dashes, spaces or capitals differ.",
    Verdict.ELIDED: "Words were left out or put in, and the quotation says so.",
    Verdict.ALTERED: "The nearest passage of the record has other words.",
    Verdict.WRONG_SPEAKER: "The record has somebody else say it.",
    Verdict.WRONG_DATE: "The record has it said on another day.",
    Verdict.SPLICED: "The quotation's parts stand in different turns.",
    Verdict.NOT_SPEECH: "Nobody said it: it is narrative, a caption, or an editor's words.",
    Verdict.NOT_FOUND: "No passage of the record is near enough.",
}
"""What each verdict says, as a sentence."""

LOUD = frozenset(
    {
        Verdict.ALTERED,
        Verdict.WRONG_SPEAKER,
        Verdict.WRONG_DATE,
        Verdict.SPLICED,
        Verdict.NOT_SPEECH,
    }
)
"""Verdicts that say something is wrong, rather than marked or missing."""


class Ink(Enum):
    """What a run of words in a comparison is."""

    KEPT = auto()
    GONE = auto()
    ADDED = auto()
    KIND = auto()
    """What sort of difference the words before are."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a comparison that look alike.

    Attributes:
        text: The words, in marks that tell them apart without colour.
        ink: What they are.
        loud: Whether they must not be overlooked.
    """

    text: str
    ink: Ink
    loud: bool = False


def side_by_side(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Yield the record's and the quotation's words in one row: ``[-gone-] {+added+} <number>``."""
    for piece in pieces:
        record, quote = one_line(piece.record), one_line(piece.quote)
        loud = piece.change in STANDS_OUT
        if piece.change in (Change.SAME, Change.TYPOGRAPHY):
            if record:
                yield Run(record, Ink.KEPT)
            continue
        if piece.change is Change.TURN:
            yield Run(f"| {record} |", Ink.GONE)
            continue
        if record:
            yield Run(f"[-{record}-]", Ink.GONE, loud)
        if quote:
            yield Run(f"{{+{quote}+}}", Ink.ADDED, loud)
        if loud:
            yield Run(f"<{piece.change}>", Ink.KIND, loud)


def one_line(text: str) -> str:
    """Return a text in one line, its paragraphs parted by a stroke."""
    return " / ".join(line.strip() for line in text.split("\n") if line.strip())


def report_line(judgement: Judgement) -> str:
    """Return a quotation and what is to be known of it in one line, to be handed on."""
    claim = judgement.claim
    said = f", said to be by {claim.by}" if claim.by else ""
    return f"“{one_line(claim.quote)}”{said}: {message(judgement)}"


def message(judgement: Judgement) -> str:
    """Return in one line of plain text what is to be known of a quotation."""
    said = [judgement.verdict.value]
    if judgement.also:
        said[0] += f" (also {', '.join(judgement.also)})"
    if judgement.address is None:
        said.append(coverage(judgement))
    else:
        said.append(attribution(judgement))
    said.append(claimed_otherwise(judgement))
    if judgement.changes and judgement.verdict is not Verdict.TYPOGRAPHIC:
        said.append("; ".join(_change(piece) for piece in _telling(judgement)))
    said += judgement.notes
    return ": ".join(part for part in said if part)


def coverage(judgement: Judgement) -> str:
    """Say in how many texts a quotation was looked for."""
    texts = "1 text" if judgement.texts == 1 else f"{judgement.texts:,} texts"
    return f"in {texts}, {judgement.partial:,} of them partial"


def attribution(judgement: Judgement) -> str:
    """Say who says it, as what, when and where."""
    who = judgement.speaker
    if who is None:
        kind = (judgement.kind or "").replace("_", " ")
        who = "unnamed speaker" if kind == "turn" else f"({kind})"
    parts = (who, judgement.role, judgement.date, judgement.address)
    return ", ".join(part for part in parts if part)


def claimed_otherwise(judgement: Judgement) -> str:
    """Say what of a claim is not so: whom it names, and which days; "" where both are right."""
    claim, faults = judgement.claim, (judgement.verdict, *judgement.also)
    parts: list[str] = []
    if Verdict.WRONG_SPEAKER in faults and claim.by:
        parts.append(f"by {claim.by}")
    if Verdict.WRONG_DATE in faults:
        parts.append(_days(claim.first or "", claim.last or ""))
    return f"claimed to be {', '.join(parts)}" if parts else ""


def _days(first: str, last: str) -> str:
    """Say when, in as few words as a claim may have had: a day, a month, a year, a stretch."""
    if first == last:
        return f"on {first}"
    if first[:4] == last[:4] and (first[4:], last[4:]) == ("-01-01", "-12-31"):
        return f"in {first[:4]}"
    if first[:7] == last[:7] and first[7:] == "-01" and last[7:] >= "-28":
        return f"in {first[:7]}"
    return f"in {first}..{last}"


def _telling(judgement: Judgement) -> list[Piece]:
    """Return the changes worth a line, those that stand out first."""
    changes = [piece for piece in judgement.changes if piece.change is not Change.TYPOGRAPHY]
    return sorted(changes, key=lambda piece: piece.change not in STANDS_OUT)


def _change(piece: Piece) -> str:
    """Say one difference in words."""
    if piece.change is Change.TURN:
        return f"from {piece.record} on another turn"
    record, quote = f"“{piece.record}”", f"“{piece.quote}”"
    kind = f" ({piece.change})"
    if not piece.quote or piece.change is Change.OMISSION:
        return f"left out: {record}{kind}"
    if not piece.record:
        return f"added: {quote}{kind}"
    return f"{record} became {quote}{kind}"
