"""What stands right beside a quotation in the record, and turns its sense round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.quoting.verification.typography import tokenise
from tui.quoting.verification.weighty_words import is_negation
from tui.quoting.verification.word_diff import Change, Piece
from tui.quoting.verification.wording import Wording

_BEFORE = 3
"""Words before a quotation that are read: “I do not think that | …”."""
_AFTER = 1
"""Words behind it: “we can | not …”."""


def denials(wording: Wording, start: int, end: int, diff: Iterable[Piece]) -> tuple[str, ...]:
    """Say which words that a quotation leaves away deny what it keeps.

    Args:
        wording: The passage.
        start: The quotation's first token there.
        end: One past its last.
        diff: The passage and the quotation side by side.

    Returns:
        A sentence each, without its full stop; nothing where nothing is denied.
    """
    return tuple(_denials(wording, start, end, diff))


def _denials(wording: Wording, start: int, end: int, diff: Iterable[Piece]) -> Iterator[str]:
    first = _reach(wording, start - 1, -1, _BEFORE)
    if _denies(wording, first, start):
        yield f"right before these words the record has “{wording.printed(first, start)}”"
    last = _reach(wording, end, 1, _AFTER)
    if _denies(wording, end, last):
        yield f"right behind these words the record has “{wording.printed(end, last)}”"
    for piece in diff:
        if piece.change is not Change.OMISSION:
            continue
        denying = [t for t in tokenise(piece.record) if is_negation(t.key)]
        if denying:
            words = dict.fromkeys(piece.record[token.start : token.end] for token in denying)
            yield f"the words left out deny: “{'”, “'.join(words)}”"


def _reach(wording: Wording, place: int, step: int, words: int) -> int:
    """Return where a run of so many words ends that no mark interrupts."""
    tokens = wording.tokens
    for _ in range(words):
        if not 0 <= place < len(tokens) or not tokens[place].is_word:
            break
        between = (place, place + 1) if step < 0 else (place - 1, place)
        if _is_parted(wording, *between):
            break
        place += step
    return place + 1 if step < 0 else place


def _is_parted(wording: Wording, left: int, right: int) -> bool:
    """Say whether a paragraph ends between two neighbouring tokens."""
    if left < 0 or right >= len(wording.tokens):
        return False
    return "\n" in wording.text[wording.tokens[left].end : wording.tokens[right].start]


def _denies(wording: Wording, start: int, end: int) -> bool:
    return any(map(is_negation, wording.keys[start:end]))
