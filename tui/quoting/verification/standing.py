"""Where a quotation stands word for word in a passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.quoting.verification.claim import Fragment, Joint, Wanted
from tui.quoting.verification.typography import tokenise
from tui.quoting.verification.verdict import Verdict
from tui.quoting.verification.weighty_words import is_negation, is_number
from tui.quoting.verification.word_diff import (
    Change,
    Piece,
    compare,
    is_printed_alike,
)
from tui.quoting.verification.wording import Wording

_MOST_BEGINNINGS = 200
"""Places of a first fragment that are tried; a fragment of one word may have thousands."""
_DENIAL = 3
"""Words left out that are no more than a denial where the last one denies."""
_SIC = ("sic",)


@dataclass(frozen=True, slots=True)
class Standing:
    """A quotation's words where they stand.

    Attributes:
        wording: The passage.
        verdict: EXACT, TYPOGRAPHIC or ELIDED, which words of the quoter's own in brackets make
            it too; ALTERED where they deny or count, or where a bare denial is left out.
        start: The first token of the passage.
        end: One past the last.
        diff: The passage and the quotation side by side.
    """

    wording: Wording
    verdict: Verdict
    start: int
    end: int
    diff: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words as stored."""
        return self.wording.printed(self.start, self.end)


def stand(wording: Wording, wanted: Wanted) -> Standing | None:
    """Return where a quotation stands in a passage, best printed first; None if it does not."""
    whole = [_whole(wording, wanted, start) for start in wording.occurrences(wanted.keys)]
    if whole:
        return min(whole, key=lambda one: one.verdict is not Verdict.EXACT)
    return _in_order(wording, wanted) if wanted.is_cut else None


def _whole(wording: Wording, wanted: Wanted, start: int) -> Standing:
    length = len(wanted.tokens)
    exact = not wanted.recapitalised and all(
        is_printed_alike(wording, start, wanted, 0, place) for place in range(length)
    )
    verdict = Verdict.EXACT if exact else Verdict.TYPOGRAPHIC
    diff = compare(wording, start, start + length, wanted, 0, length)
    return Standing(wording, verdict, start, start + length, diff)


def _in_order(wording: Wording, wanted: Wanted) -> Standing | None:
    """Return the closest row of places in which the fragments follow one another."""
    fragments = wanted.fragments
    rows = list(_rows(wording, fragments))
    if not rows:
        return None
    row = min(rows, key=lambda places: places[-1] - places[0])
    pieces: list[Piece] = []
    first = end = 0
    elided = recast = False
    for fragment, start in zip(fragments, row, strict=True):
        length = len(fragment.tokens)
        if own := _printed_bracket(wording, wanted, fragment, end, start):
            pieces.append(own)
        elif fragment.joint is not Joint.START:
            left_out = wording.printed(end, start) if end else ""
            joint = _joint(wording, wanted, fragment, left_out)
            elided |= bool(left_out) or tuple(t.key for t in fragment.inserted) != _SIC
            recast |= joint.change is Change.NEGATION
            recast |= any(is_negation(t.key) or is_number(t.key) for t in fragment.inserted)
            pieces.append(joint)
        if length:
            first = wanted.tokens.index(fragment.tokens[0])
            pieces.extend(compare(wording, start, start + length, wanted, first, first + length))
        end = start + length
    changed = wanted.recapitalised or any(piece.change is not Change.SAME for piece in pieces)
    verdict = Verdict.TYPOGRAPHIC if changed else Verdict.EXACT
    if recast:
        verdict = Verdict.ALTERED
    elif elided:
        verdict = Verdict.ELIDED
    return Standing(wording, verdict, row[0], end, tuple(pieces))


def _printed_bracket(
    wording: Wording, wanted: Wanted, fragment: Fragment, end: int, start: int
) -> Piece | None:
    """Return an insertion that is the source's own editor's, quoted with the words around it."""
    if fragment.joint is not Joint.INSERTION or not end or start > end:
        return None
    bracket = wording.bracket_after(end - 1)
    keys = tuple(token.key for token in fragment.inserted)
    if tuple(token.key for token in tokenise(bracket))[1:-1] != keys:
        return None
    quoted = wanted.text[fragment.inserted[0].start : fragment.inserted[-1].end]
    change = Change.SAME if bracket == f"[{quoted}]" else Change.TYPOGRAPHY
    return Piece(bracket, f"[{quoted}]", change)


def _joint(wording: Wording, wanted: Wanted, fragment: Fragment, left_out: str) -> Piece:
    if fragment.joint is Joint.OMISSION:
        words = [token.key for token in tokenise(left_out) if token.is_word]
        # Of “without exception” and the like, what follows is not denied.
        denied = 0 < len(words) <= _DENIAL and is_negation(words[-1])
        return Piece(left_out, "[…]", Change.NEGATION if denied else Change.OMISSION)
    start, end = fragment.inserted[0].start, fragment.inserted[-1].end
    return Piece(left_out, f"[{wanted.text[start:end]}]", Change.INSERTION)


def _rows(wording: Wording, fragments: tuple[Fragment, ...]) -> Iterator[tuple[int, ...]]:
    """Yield rows of places where the fragments stand one after the other."""
    if not all(wording.holds(f.keys) for f in fragments if f.tokens):
        return
    held = [tuple(wording.occurrences(f.keys)) if f.tokens else () for f in fragments]
    for beginning in held[0][:_MOST_BEGINNINGS] if fragments[0].tokens else (None,):
        places: list[int] = []
        end = 0
        for number, fragment in enumerate(fragments):
            if number == 0 and beginning is not None:
                found: int | None = beginning
            elif not fragment.tokens:
                found = end
            else:
                found = next((place for place in held[number] if place >= end), None)
            if found is None:
                break
            places.append(found)
            end = found + len(fragment.tokens)
        else:
            yield tuple(places)
