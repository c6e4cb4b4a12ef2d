"""The syntax tree of a query: what was asked, typed and immutable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from tui.search.word_clauses import (
    TEXT_CLAUSES,
    AnyWord,
    Clause,
    Fuzzy,
    Literal,
    Mentions,
    Near,
    Phrase,
    PhrasePart,
    Regex,
    Stem,
    TextClause,
    Word,
)

# The clauses that match words stand in a module of their own; all are asked for here.
__all__ = [
    "PASSAGE_FIELDS",
    "PASSAGE_STATES",
    "TEXT_CLAUSES",
    "And",
    "AnyWord",
    "Clause",
    "Date",
    "Exchange",
    "Field",
    "Fuzzy",
    "In",
    "Is",
    "Literal",
    "MeetingClause",
    "Mentions",
    "Name",
    "Near",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "PhrasePart",
    "Query",
    "Regex",
    "Saved",
    "Scope",
    "State",
    "Stem",
    "TextClause",
    "Word",
    "asks_for_passages",
    "text_clauses",
    "walk",
]


class Name(StrEnum):
    """What a `Field` looks at."""

    BY = "by"
    AS = "as"
    WITH = "with"
    AT = "at"
    TITLE = "title"
    TOPIC = "topic"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Field(Clause):
    """Whole words of a name: the speaker's, an office's, a place's, a subject's.

    Attributes:
        name: What is looked at.
        value: As typed, without quotation marks and without a final ``*``.
        words: Its tokens, folded.
        prefix: Whether the last word may be only a beginning.
    """

    name: Name
    value: str
    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Date(Clause):
    """A stretch of days, both ends included.

    Attributes:
        text: As typed.
        first: ISO date, None for no beginning.
        last: ISO date, None for no end.
    """

    text: str
    first: str | None
    last: str | None


class State(StrEnum):
    """What ``is:`` asks."""

    PARTIAL = "partial"
    REVISED = "revised"
    NOTED = "noted"
    QUESTION = "question"
    SPEECH = "speech"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Is(Clause):
    """A property of the meeting or the passage."""

    state: State


@dataclass(frozen=True, slots=True)
class In(Clause):
    """One meeting, or those whose id begins so.

    Attributes:
        id: The id's beginning, in lower case.
    """

    id: str


@dataclass(frozen=True, slots=True)
class Saved(Clause):
    """A query kept under a name."""

    name: str


@dataclass(frozen=True, slots=True)
class Not(Clause):
    """What must not be so."""

    child: Node


@dataclass(frozen=True, slots=True)
class And(Clause):
    """What must all be so."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or(Clause):
    """Of which one must be so."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Exchange(Clause):
    """Two turns, one of which answers the other.

    Inside a larger query, and as a side of another exchange, it stands for the turn on its
    left: the one that has such an answer, or gives it.

    Attributes:
        left: What stands left of the arrow.
        right: What stands right of it.
        within: How many turns later the answer may come; the next turn is 1.
        forward: ``>>``, the right side answers; otherwise ``<<``, the left side does.
    """

    left: Node
    right: Node
    within: int
    forward: bool


MeetingClause: TypeAlias = Date | In
Node: TypeAlias = TextClause | Field | MeetingClause | Is | Saved | Not | And | Or | Exchange

PASSAGE_FIELDS = frozenset({Name.BY, Name.AS})
PASSAGE_STATES = frozenset({State.NOTED, State.QUESTION, State.SPEECH, State.NARRATIVE})


class Scope(StrEnum):
    """Where the words of one query must meet."""

    PARAGRAPH = "paragraph"
    TURN = "turn"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query.

    Attributes:
        text: As typed.
        root: The tree; None asks for everything.
        scope: Where its words must meet.
    """

    text: str = field(compare=False)
    root: Node | None = None
    scope: Scope = Scope.TURN

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked, so that all meetings answer."""
        return self.root is None

    @property
    def has_passage_clauses(self) -> bool:
        """Whether it asks for passages (words, speakers), not for meetings alone."""
        return self.root is not None and any(map(asks_for_passages, walk(self.root)))


def walk(node: Node) -> Iterator[Node]:
    """Yield a clause and all inside it, in the order of the text."""
    yield node
    if isinstance(node, Not):
        yield from walk(node.child)
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from walk(child)
    elif isinstance(node, Exchange):
        yield from walk(node.left)
        yield from walk(node.right)


def text_clauses(node: Node) -> Iterator[TextClause]:
    """Yield the clauses whose words are highlighted: those not denied."""
    if isinstance(node, TEXT_CLAUSES):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from text_clauses(child)
    elif isinstance(node, Exchange):
        yield from text_clauses(node.left)
        yield from text_clauses(node.right)


def asks_for_passages(node: Node) -> bool:
    """Say whether one clause, by itself, is about passages rather than meetings."""
    if isinstance(node, Field):
        return node.name in PASSAGE_FIELDS
    if isinstance(node, Is):
        return node.state in PASSAGE_STATES
    return isinstance(node, (*TEXT_CLAUSES, Exchange))
