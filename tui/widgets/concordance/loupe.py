"""The loupe: more of what stands around a hit, opened below its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from tui.model import BlockKind, Hit, Match, Meeting, Passage, Turn
from tui.widgets.sentences import sentence_around


class Sight(Enum):
    """How much the loupe shows; each holds what the one before shows."""

    SENTENCE = "sentence"
    TURN = "turn"
    EXCHANGE = "exchange"

    @property
    def wider(self) -> Sight | None:
        """The next one; None after the widest."""
        sights = list(Sight)
        at = sights.index(self) + 1
        return sights[at] if at < len(sights) else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph in the loupe.

    Attributes:
        text: Its words, or some of them.
        matches: Stretches that the query found: first character, one past the last.
        focus: The hit's own stretch; None where it lies elsewhere.
        head: Who begins to speak here, or what stands outside speech; "" where a
            paragraph goes on.
        speaker: Whose words they are; None outside speech.
        anchor: The turn or block.
    """

    text: str
    matches: tuple[tuple[int, int], ...] = ()
    focus: tuple[int, int] | None = None
    head: str = ""
    speaker: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Loupe:
    """What the loupe shows below a row.

    Attributes:
        hit: The hit it is about.
        sight: How much it shows.
        pieces: The paragraphs, in order.
    """

    hit: Hit
    sight: Sight
    pieces: tuple[Piece, ...]


def loupe(
    meeting: Meeting,
    hit: Hit,
    sight: Sight,
    *,
    answer: Hit | None = None,
    others: Sequence[Hit] = (),
) -> Loupe:
    """Look closer at a hit.

    Args:
        meeting: Where it lies.
        hit: The hit.
        sight: How much to show. An exchange is the turn with the turns before and after
            it, or the turns from it to its answer; outside speech, the block alone.
        answer: The other side of the pair, where the query asks for an exchange.
        others: More hits of the meeting, whose matches are shown too.
    """
    passages = list(meeting.passages())
    at = next((n for n, each in enumerate(passages) if each.anchor == hit.anchor), None)
    if at is None:
        return Loupe(hit, sight, ())
    found = {each.anchor: each.matches for each in others}
    found[hit.anchor] = hit.matches
    if answer is not None:
        found[answer.anchor] = answer.matches
    here = passages[at]
    if sight is Sight.SENTENCE:
        return Loupe(hit, sight, _sentence(here, hit))
    shown = [here]
    if sight is Sight.EXCHANGE and here.turn is not None:
        turns = [each for each in passages if each.turn is not None]
        middle = turns.index(here)
        far = [n for n, each in enumerate(turns) if answer and each.anchor == answer.anchor]
        first, last = min(middle, *far, middle), max(middle, *far, middle)
        if not far:
            first, last = max(0, middle - 1), middle + 1
        shown = turns[first : last + 1]
    pieces = (piece for each in shown for piece in _paragraphs(each, hit, found))
    return Loupe(hit, sight, tuple(pieces))


def _sentence(passage: Passage, hit: Hit) -> tuple[Piece, ...]:
    if hit.focus.block >= len(passage.blocks):
        return ()
    text = passage.blocks[hit.focus.block].text
    first, last = sentence_around(text, hit.focus.start, hit.focus.end)
    piece = _piece(passage, hit.focus.block, hit, hit.matches)
    focus = piece.focus
    return (
        Piece(
            text[first:last].rstrip(),
            tuple((a - first, b - first) for a, b in piece.matches if first <= a and b <= last),
            None if focus is None else (focus[0] - first, focus[1] - first),
            speaker=piece.speaker,
            anchor=passage.anchor,
        ),
    )


def _paragraphs(passage: Passage, hit: Hit, found: dict[str, tuple[Match, ...]]) -> Iterator[Piece]:
    matches = found.get(passage.anchor, ())
    for number in range(len(passage.blocks)):
        yield _piece(passage, number, hit, matches)


def _piece(passage: Passage, number: int, hit: Hit, matches: Sequence[Match]) -> Piece:
    focus = hit.focus
    here = passage.anchor == hit.anchor and focus.block == number and focus.start < focus.end
    return Piece(
        passage.blocks[number].text,
        tuple((each.start, each.end) for each in matches if each.block == number),
        (focus.start, focus.end) if here else None,
        "" if number else _head(passage),
        passage.turn.speaker if passage.turn else None,
        passage.anchor,
    )


def _head(passage: Passage) -> str:
    turn: Turn | None = passage.turn
    if turn is not None:
        return turn.speaker or "Unnamed speaker"
    if passage.anchor in ("title", "summary"):
        return passage.anchor
    kind = passage.blocks[0].kind
    return "narrative" if kind is BlockKind.NARRATIVE else kind.value.replace("_", " ")
