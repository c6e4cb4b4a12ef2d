"""The passage that comes nearest to a quotation that stands nowhere word for word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tui.quoting.verification.claim import Fragment, Joint, Wanted
from tui.quoting.verification.typography import Token
from tui.quoting.verification.word_diff import Change, Piece, compare
from tui.quoting.verification.wording import Wording

_ENOUGH = 0.6
"""Of a quotation's words, how many must stand in a row of a passage for it to be meant."""
_LONGEST_ROW = 3
"""Words that must follow one another as quoted: scattered words make no passage."""


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch of a passage that a quotation resembles.

    Attributes:
        wording: The passage.
        start: The stretch's first token.
        end: One past its last.
        differing: Words of either that the other does not have there.
        worth: From 0 to 1, for comparing one with another; never shown.
        diff: The passage and the quotation side by side.
    """

    wording: Wording
    start: int
    end: int
    differing: int
    worth: float
    diff: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words as stored."""
        return self.wording.printed(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    shared: int
    longest: int


def nearest(wording: Wording, wanted: Wanted) -> Near | None:
    """Return the stretch of a passage that a quotation resembles enough; None if there is none."""
    words = len(wanted.words)
    fragments = [fragment for fragment in wanted.fragments if fragment.tokens]
    stretches: list[_Stretch] = []
    after = 0
    for fragment in fragments:
        stretch = _closest(wording, fragment.tokens, after)
        if stretch is None:
            return None
        stretches.append(stretch)
        after = stretch.end
    if not stretches or not words:
        return None
    shared = sum(stretch.shared for stretch in stretches)
    longest = max(stretch.longest for stretch in stretches)
    spoken = sum(token.is_word for s in stretches for token in wording.tokens[s.start : s.end])
    worth = 2 * shared / (words + spoken)
    if worth < _ENOUGH or longest < min(_LONGEST_ROW, words - 1):
        return None
    diff = _side_by_side(wording, wanted, fragments, stretches)
    differing = words + spoken - 2 * shared
    return Near(wording, stretches[0].start, stretches[-1].end, differing, worth, diff)


def _side_by_side(
    wording: Wording,
    wanted: Wanted,
    fragments: Sequence[Fragment],
    stretches: Sequence[_Stretch],
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    end = stretches[0].start
    for fragment, stretch in zip(fragments, stretches, strict=True):
        if fragment.joint is Joint.OMISSION and pieces:
            pieces.append(Piece(wording.printed(end, stretch.start), "[…]", Change.OMISSION))
        elif fragment.joint is Joint.INSERTION:
            inserted = wanted.text[fragment.inserted[0].start : fragment.inserted[-1].end]
            left_out = wording.printed(end, stretch.start) if pieces else ""
            pieces.append(Piece(left_out, f"[{inserted}]", Change.INSERTION))
        first = wanted.tokens.index(fragment.tokens[0])
        last = first + len(fragment.tokens)
        pieces.extend(compare(wording, stretch.start, stretch.end, wanted, first, last))
        end = stretch.end
    return tuple(pieces)


def _closest(wording: Wording, tokens: tuple[Token, ...], after: int) -> _Stretch | None:
    """Return the stretch behind a token that shares most words with some tokens."""
    place = _best_diagonal(wording, tokens, after)
    if place is None:
        return None
    slack = max(4, len(tokens) // 4)
    low = max(after, place - slack)
    high = min(len(wording.tokens), place + len(tokens) + slack)
    keys = tuple(token.key for token in tokens)
    matcher = SequenceMatcher(None, wording.keys[low:high], keys, autojunk=False)
    blocks = [
        (block.a + low, block.b, block.size, words)
        for block in matcher.get_matching_blocks()
        if (words := sum(token.is_word for token in tokens[block.b : block.b + block.size]))
    ]
    if not blocks:
        return None
    # What the quotation puts in the place of the first and last words belongs to it too.
    begin, end = blocks[0][0], blocks[-1][0] + blocks[-1][2]
    start = _widened(wording, begin, -blocks[0][1], low)
    stop = _widened(wording, end, len(tokens) - blocks[-1][1] - blocks[-1][2], high)
    shared = sum(words for *_, words in blocks)
    return _Stretch(start, stop, shared, max(words for *_, words in blocks))


def _widened(wording: Wording, place: int, by: int, limit: int) -> int:
    """Move an end outwards by so many tokens, not beyond a sentence's end or a limit."""
    step = 1 if by > 0 else -1
    for _ in range(abs(by)):
        token = place if step > 0 else place - 1
        outside = place >= limit if step > 0 else place <= limit
        if outside or wording.keys[token] in (".", "?", "!", "…"):
            break
        place += step
    return place


def _best_diagonal(wording: Wording, tokens: tuple[Token, ...], after: int) -> int | None:
    """Return where the tokens would begin if most of their words stood in their places.

    Each word votes for the beginning that its places in the passage imply; a word that the
    passage has often says little with each.
    """
    votes: dict[int, float] = defaultdict(float)
    for number, token in enumerate(tokens):
        places = wording.places.get(token.key, ()) if token.is_word else ()
        for place in places:
            if place >= after:
                votes[place - number] += 1 / len(places)
    if not votes:
        return None
    width = max(3, len(tokens) // 8)
    ordered = sorted(votes)
    best, best_at, left, total = 0.0, ordered[0], 0, 0.0
    for right, place in enumerate(ordered):
        total += votes[place]
        while ordered[left] < place - width:
            total -= votes[ordered[left]]
            left += 1
        if total > best + 1e-9:
            best, best_at = total, ordered[(left + right) // 2]
    return best_at
