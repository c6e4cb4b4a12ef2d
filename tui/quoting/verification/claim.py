"""What somebody says was said, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from tui.quoting.verification.typography import DASH, ELISION, QUOTATION_MARK, Token, tokenise

_RECAPITALISED = re.compile(r"(?<!\w)\[([^\W\d_])\](?=[^\W\d_]|['’]|\s|$)")
_LONGEST_INSERTION = 40
"""Words an insertion in square brackets may have; a longer one is a text of its own."""
_OPENINGS = frozenset({QUOTATION_MARK, ELISION})
_ENDS = _OPENINGS | {",", "."}
_SEAMS = _ENDS | {";", ":", DASH}


class Joint(Enum):
    """What stands before a fragment."""

    START = "start"
    """Nothing: it is the first."""
    OMISSION = "omission"
    """A mark that something was left out."""
    INSERTION = "insertion"
    """Words in square brackets, the quoter's own."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that are claimed to stand in a row.

    Attributes:
        tokens: The words and marks.
        joint: What stands before them.
        inserted: The words of the insertion before them.
    """

    tokens: tuple[Token, ...]
    joint: Joint = Joint.START
    inserted: tuple[Token, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The tokens as they are compared."""
        return tuple(token.key for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Claim:
    """A quotation, and what is said of it.

    Attributes:
        quote: The words, with or without quotation marks around them.
        by: A name, as for ``by:``; None where nobody is named.
        first: The first day on which it may have been said, as ISO date; None if open.
        last: The last, likewise.
    """

    quote: str
    by: str | None = None
    first: str | None = None
    last: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether a date is claimed."""
        return self.first is not None or self.last is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quotation made ready to be looked for.

    Attributes:
        text: Its words; a capital in square brackets stands without them.
        tokens: All its tokens but what the ends may have: quotation marks, marks of
            omission, one comma or full stop.
        fragments: The same, cut at omissions and insertions, marks at the cuts left out.
        recapitalised: Whether a letter stood in square brackets.
    """

    text: str
    tokens: tuple[Token, ...]
    fragments: tuple[Fragment, ...]
    recapitalised: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """The tokens as they are compared."""
        return tuple(token.key for token in self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """The words without marks and insertions, as they are compared."""
        return tuple(t.key for f in self.fragments for t in f.tokens if t.is_word)

    @property
    def is_cut(self) -> bool:
        """Whether it holds omissions or insertions."""
        return any(fragment.joint is not Joint.START for fragment in self.fragments)

    def printed(self, start: int, end: int) -> str:
        """Return the characters of a range of tokens."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


def wanted(quote: str) -> Wanted:
    """Take a quotation apart."""
    text = _RECAPITALISED.sub(r"\1", quote)
    tokens = _without_last(_without_first(tokenise(text), _OPENINGS), _ENDS)
    return Wanted(text, tokens, tuple(_fragments(tokens)), text != quote)


def count_words(quote: str) -> int:
    """Return how many words a quotation has."""
    return sum(token.is_word for token in tokenise(quote))


def _fragments(tokens: tuple[Token, ...]) -> list[Fragment]:
    """Cut at omissions and insertions; an insertion behind all words is a fragment of none."""
    cuts: list[tuple[Joint, tuple[Token, ...], list[Token]]] = [(Joint.START, (), [])]
    place = 0
    while place < len(tokens):
        token = tokens[place]
        insertion = _insertion(tokens, place) if token.key == "[" else ()
        if token.key == ELISION:
            cuts.append((Joint.OMISSION, (), []))
        elif insertion:
            cuts.append((Joint.INSERTION, insertion, []))
            place += len(insertion) + 1
        else:
            cuts[-1][2].append(token)
        place += 1
    fragments: list[Fragment] = []
    for number, (joint, inserted, run) in enumerate(cuts):
        after = cuts[number + 1][0] if number + 1 < len(cuts) else Joint.START
        kept = tuple(run)
        if joint is Joint.OMISSION:
            kept = _without_first(kept, _SEAMS)
        if after is Joint.OMISSION:
            kept = _without_last(kept, _SEAMS)
        if kept or inserted:
            fragments.append(Fragment(kept, joint, inserted))
    return fragments


def _insertion(tokens: tuple[Token, ...], opening: int) -> tuple[Token, ...]:
    """Return what stands in the square brackets that open at a token."""
    for place in range(opening + 1, min(len(tokens), opening + _LONGEST_INSERTION + 2)):
        if tokens[place].key == "]":
            return tokens[opening + 1 : place]
    return ()


def _without_first(tokens: tuple[Token, ...], marks: frozenset[str]) -> tuple[Token, ...]:
    start = 0
    while start < len(tokens) and tokens[start].key in marks:
        start += 1
    return tokens[start:]


def _without_last(tokens: tuple[Token, ...], marks: frozenset[str]) -> tuple[Token, ...]:
    end = len(tokens)
    while end and tokens[end - 1].key in marks:
        end -= 1
    return tokens[:end]
