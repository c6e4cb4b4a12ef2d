"""The clauses of a query that match words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a query, with the stretch of the query's text it was read from.

    Attributes:
        start: First character in the query's text.
        end: One past the last.
    """

    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Literal:
    """A word of a phrase, folded.

    Attributes:
        text: One token.
        prefix: Whether it may be only the beginning of a word.
    """

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class AnyWord:
    """The ``*`` of a phrase: exactly one word, whichever it is."""


PhrasePart: TypeAlias = Literal | AnyWord


@dataclass(frozen=True, slots=True)
class Word(Clause):
    """A bare word: words that begin so.

    Attributes:
        text: As typed.
        tokens: Its tokens, folded; several (``19.7``) stand in a row.
    """

    text: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase(Clause):
    """Words in a row, punctuation ignored.

    Attributes:
        text: As typed, without the quotation marks.
        parts: Words and gaps in order.
    """

    text: str
    parts: tuple[PhrasePart, ...]


@dataclass(frozen=True, slots=True)
class Near(Clause):
    """Words in any order, the outermost of them at most so many words apart.

    Attributes:
        text: As typed, without the quotation marks.
        words: The words.
        distance: Words from the first to the last; neighbours are 1 apart.
    """

    text: str
    words: tuple[Literal, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Stem(Clause):
    """A word in any of its grammatical forms.

    Attributes:
        text: The token, folded.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy(Clause):
    """A word up to some typing mistakes.

    Attributes:
        text: The token, folded.
        edits: Letters inserted, left out, replaced or swapped with a neighbour.
    """

    text: str
    edits: int


@dataclass(frozen=True, slots=True)
class Regex(Clause):
    """A regular expression in RE2's syntax, held against the words as stored.

    Attributes:
        pattern: What stands between the slashes.
    """

    pattern: str


@dataclass(frozen=True, slots=True)
class Mentions(Clause):
    """Words that name somebody, where somebody else says them.

    Attributes:
        value: As typed.
        parts: Its words in a row.
    """

    value: str
    parts: tuple[PhrasePart, ...]


TextClause: TypeAlias = Word | Phrase | Near | Stem | Fuzzy | Regex | Mentions

TEXT_CLAUSES = (Word, Phrase, Near, Stem, Fuzzy, Regex, Mentions)
"""The clauses that match words, for ``isinstance``."""
