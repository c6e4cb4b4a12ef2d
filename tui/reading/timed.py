"""From pieces of speech with times to turns: what every timed format shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.model import Attribution, Block, BlockKind, Turn
from tui.reading.blocks import is_aside, paragraph
from tui.reading.printed_label import Label

PAUSE = 3.0
"""Seconds of silence after which the same speaker begins a new paragraph."""
LONG = 4000
"""Characters after which a paragraph ends with its sentence."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with a time, as a recording's transcript has them.

    Attributes:
        label: Who speaks; None where the source does not say.
        text: The words.
        start: Seconds from the beginning of the recording, where known.
        end: Likewise.
        change: Whether somebody else begins to speak here, whoever it is.
        propagated: Whether the source says nothing here, and the label is that of the piece before.
    """

    label: Label | None
    text: str
    start: float | None = None
    end: float | None = None
    change: bool = False
    propagated: bool = False


def seconds(value: object) -> float | None:
    """Return a number of seconds given as a number or as text; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return round(number, 3) if 0 <= number < 1e9 else None


def parts_of(pieces: Iterable[Piece]) -> list[Turn | Block]:
    """Join the pieces of one speaker into turns, and their words into paragraphs.

    Where no piece has a speaker the words are narrative. A piece without speaker among
    named ones is a turn of an unknown speaker, marked as inferred.
    """
    spoken = [piece for piece in pieces if piece.text.strip()]
    if not any(piece.label is not None or piece.change for piece in spoken):
        return [
            Block(BlockKind.NARRATIVE, block.text, block.spans, block.start, block.end)
            for block in _paragraphs(spoken)
        ]
    turns: list[Turn | Block] = []
    run: list[Piece] = []
    for piece in spoken:
        if run and (piece.change or _key(piece) != _key(run[-1])):
            turns.extend(_said(run))
            run = []
        run.append(piece)
    if run:
        turns.extend(_said(run))
    return turns


def _said(run: Sequence[Piece]) -> Iterable[Turn | Block]:
    """Return a turn, unless nobody speaks and all that is heard is told in brackets."""
    unsaid = run[0].label is None and not run[0].change
    if unsaid and all(is_aside(piece.text.strip()) for piece in run):
        return [
            Block(BlockKind.ASIDE, piece.text.strip(), start=piece.start, end=piece.end)
            for piece in run
        ]
    return [_turn(run)]


def _key(piece: Piece) -> str | None:
    return piece.label.key if piece.label is not None else None


def _turn(run: Sequence[Piece]) -> Turn:
    label = run[0].label
    ends = [piece.end for piece in run if piece.end is not None]
    return Turn(
        number=0,
        speaker=label.speaker if label else None,
        role=label.role if label else None,
        label=label.printed if label else "",
        label_note=label.note if label else None,
        attribution=_attribution(run),
        blocks=tuple(_paragraphs(run)),
        start=run[0].start,
        end=max(ends, default=None),
    )


def _attribution(run: Sequence[Piece]) -> Attribution:
    """Return how surely the speaker is known: a turn is no surer than its least sure piece."""
    if run[0].label is None:
        return Attribution.INFERRED
    propagated = any(piece.propagated for piece in run)
    return Attribution.PROPAGATED if propagated else Attribution.PRINTED


def _paragraphs(run: Iterable[Piece]) -> list[Block]:
    paragraphs: list[Block] = []
    words: list[str] = []
    length = 0
    first: Piece | None = None
    last: Piece | None = None
    for piece in run:
        if first is None or last is None:
            first = piece
        elif _breaks(last, piece, length):
            paragraphs.append(paragraph(" ".join(words), first.start, last.end))
            words, length, first = [], 0, piece
        text = " ".join(piece.text.split())
        words.append(text)
        length += len(text) + 1
        last = piece
    if first is not None and last is not None:
        paragraphs.append(paragraph(" ".join(words), first.start, last.end))
    return paragraphs


def _breaks(last: Piece, piece: Piece, length: int) -> bool:
    if not _SENTENCE_END.search(last.text.rstrip()[-8:]):
        return False
    if length > LONG:
        return True
    return piece.start is not None and last.end is not None and piece.start - last.end >= PAUSE
