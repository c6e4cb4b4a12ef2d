"""Queries near to one that finds nothing, each to be taken as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tui.search import query as q
from tui.search.names import name_words
from tui.search.printing import clause_text, text_of
from tui.search.pruning import replaced
from tui.search.stems import stem
from tui.search.terms import within_edits

_LEAST_FOR_EDITS = 4
"""Letters below which another letter makes another word."""
_WIDER = (5, 10, 20)
"""Words apart that are tried where words stand too far from each other."""
_LATER = (3, 10)
"""Turns later in which an answer is looked for."""


class Change(StrEnum):
    """What a variant changes, nearest to what was asked first."""

    GAP = "with nothing between"
    DISTANCE = "further apart"
    FORMS = "other forms of the word"
    SPELLING = "spelled so"
    EDIT = "a letter or two otherwise"
    BEGINNING = "words that begin so"
    CASE = "capitals or not"
    NAME = "the name spelled so"
    SPEAKERS = "other speakers"
    ANYBODY = "whoever says it"
    PLACE = "anywhere in one meeting"
    DATES = "at other times"


@dataclass(frozen=True, slots=True)
class Variant:
    """A query near to another.

    Attributes:
        text: The query, to be taken as it stands.
        part: What of it is new, such as ``~integrate``; "" where something was left out.
        instead: The clause that was changed.
        change: In which way.
        of: The query that it is near to.
        found_by: For a word spelled otherwise, the clause that found it, such as
            ``integraton~1``; "" otherwise.
    """

    text: str
    part: str
    instead: str
    change: Change
    of: q.Query = field(repr=False, compare=False)
    found_by: str = ""

    @property
    def says(self) -> str:
        """What it changes, in words."""
        return f"{self.change} ({self.found_by})" if self.found_by else self.change.value


def variants(query: q.Query, names: Sequence[str] = ()) -> tuple[Variant, ...]:
    """Return the queries near to one, those that change least first.

    One clause is changed at a time. Denied clauses are left alone: what is wanted is more
    hits of the same kind, not hits of another.

    Args:
        query: What was asked.
        names: Full names of those who speak, for a name that was spelled otherwise.
    """
    found: dict[str, Variant] = {}
    for variant in _all(query, names):
        if variant.text != text_of(query):
            found.setdefault(variant.text, variant)
    order = list(Change)
    return tuple(sorted(found.values(), key=lambda variant: order.index(variant.change)))


def _all(query: q.Query, names: Sequence[str]) -> Iterator[Variant]:
    if query.root is None:
        return
    for clause in _affirmed(query.root):
        for change, other in _nearby(clause, names):
            root = replaced(query.root, clause, other)
            if root is not None:
                text = text_of(replace(query, root=root))
                part = "" if other is None else clause_text(other)
                yield Variant(text, part, clause_text(clause), change, query)
    if query.scope is not q.Scope.MEETING and len(list(q.text_clauses(query.root))) > 1:
        wider = replace(query, scope=q.Scope.MEETING)
        instead = "" if query.scope is q.Scope.TURN else f"same:{query.scope}"
        yield Variant(text_of(wider), "same:meeting", instead, Change.PLACE, query)


def _affirmed(node: q.Node) -> Iterator[q.Node]:
    """Yield the clauses that are not denied, and exchanges as a whole."""
    match node:
        case q.Not():
            return
        case q.And() | q.Or():
            for child in node.children:
                yield from _affirmed(child)
        case q.Exchange():
            yield node
            yield from _affirmed(node.left)
            yield from _affirmed(node.right)
        case _:
            yield node


def _nearby(clause: q.Node, names: Sequence[str]) -> Iterator[tuple[Change, q.Node | None]]:
    """Yield what a clause might be replaced with; None to leave it out."""
    match clause:
        case q.Word() if len(clause.tokens) == 1:
            yield from _near_word(clause.tokens[0], grows=True)
        case q.Word():
            yield Change.DISTANCE, _words_of(clause.tokens)
        case q.Phrase():
            yield from _near_phrase(clause)
        case q.Near():
            yield from _further(clause.text, clause.words, clause.distance)
        case q.Stem():
            yield from _near_word(clause.text, grows=False)
        case q.Fuzzy():
            yield Change.FORMS, q.Stem(clause.text)
            if clause.edits == 1:
                yield Change.EDIT, q.Fuzzy(clause.text, 2)
        case q.Regex() if not clause.pattern.startswith("(?i)"):
            yield Change.CASE, q.Regex(f"(?i){clause.pattern}")
        case q.Mentions():
            yield Change.ANYBODY, q.Phrase(clause.value, clause.parts)
        case q.Field():
            yield from _near_field(clause, names)
        case q.Date():
            yield Change.DATES, None
        case q.Exchange():
            for within in _LATER:
                if within > clause.within:
                    yield Change.DISTANCE, replace(clause, within=within)
        case _:
            return


def _near_word(token: str, *, grows: bool) -> Iterator[tuple[Change, q.Node]]:
    """Yield what one word may have been meant for.

    Args:
        token: The word, folded.
        grows: Whether it stands for words that begin so already.
    """
    if token.isalpha():
        yield Change.FORMS, q.Stem(token)
    if len(token) >= _LEAST_FOR_EDITS:
        yield Change.EDIT, q.Fuzzy(token, 1)
    if len(token) >= 2 * _LEAST_FOR_EDITS - 2:
        yield Change.EDIT, q.Fuzzy(token, 2)
    beginning = stem(token) if grows else token
    if not grows or (token.startswith(beginning) and len(beginning) >= _LEAST_FOR_EDITS):
        yield Change.BEGINNING, q.Word(beginning, (beginning,))


def _near_phrase(clause: q.Phrase) -> Iterator[tuple[Change, q.Node]]:
    words = tuple(part for part in clause.parts if isinstance(part, q.Literal))
    if len(words) == 1:
        yield from _near_word(words[0].text, grows=words[0].prefix)
        yield Change.BEGINNING, q.Word(words[0].text, (words[0].text,))
        return
    last = clause.parts[-1]
    if isinstance(last, q.Literal) and not last.prefix:
        yield Change.BEGINNING, _phrase((*clause.parts[:-1], q.Literal(last.text, prefix=True)))
    if len(words) < len(clause.parts):
        yield Change.GAP, _phrase(words)
    for place in range(1, len(clause.parts)):
        gap = (*clause.parts[:place], q.AnyWord(), *clause.parts[place:])
        yield Change.DISTANCE, _phrase(gap)
    yield Change.FORMS, q.And(tuple(_forms(word.text) for word in words))
    for place, word in enumerate(words):
        if len(word.text) >= _LEAST_FOR_EDITS:
            others: list[q.Node] = [_phrase((other,)) for other in words]
            others[place] = q.Fuzzy(word.text, 1)
            yield Change.EDIT, q.And(tuple(others))
    yield from _further(clause.text, words, len(clause.parts) - 1)


def _forms(token: str) -> q.Node:
    return q.Stem(token) if token.isalpha() else q.Word(token, (token,))


def _further(
    text: str, words: tuple[q.Literal, ...], distance: int
) -> Iterator[tuple[Change, q.Node]]:
    """Yield the words further apart, at last anywhere in one turn."""
    for wider in _WIDER:
        if wider > distance:
            yield Change.DISTANCE, q.Near(text, words, wider)
    yield Change.DISTANCE, _words_of([word.text for word in words])


def _words_of(tokens: Sequence[str]) -> q.Node:
    return q.And(tuple(_phrase((q.Literal(token),)) for token in tokens))


def _phrase(parts: tuple[q.PhrasePart, ...]) -> q.Phrase:
    written = (
        "*" if isinstance(part, q.AnyWord) else part.text + "*" * part.prefix for part in parts
    )
    return q.Phrase(" ".join(written), parts)


def _near_field(clause: q.Field, names: Sequence[str]) -> Iterator[tuple[Change, q.Node | None]]:
    if not clause.prefix:
        yield Change.BEGINNING, replace(clause, prefix=True)
    if clause.name in (q.Name.BY, q.Name.WITH):
        for name in _spelled_nearly(clause.words, names):
            yield Change.NAME, q.Field(clause.name, name, name_words(name))
    if clause.name in q.PASSAGE_FIELDS:
        yield Change.SPEAKERS, None


def _spelled_nearly(words: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Yield the names that have words like these, up to two letters each."""
    for name in names:
        parts = name_words(name)
        near = all(
            any(within_edits(word, part, 2 if len(word) > 5 else 1) for part in parts)
            for word in words
            if len(word) >= _LEAST_FOR_EDITS
        )
        if near and any(len(word) >= _LEAST_FOR_EDITS for word in words):
            yield name


def respelled(variant: Variant, word: str, right: str) -> Variant:
    """Return what a variant of another spelling comes to when the word itself is known.

    Args:
        variant: One that lets letters of a word differ.
        word: The word as it was asked for, folded.
        right: The word as it is found, folded.
    """
    root = variant.of.root
    for clause in _affirmed(root) if root is not None else ():
        if clause_text(clause) == variant.instead and root is not None:
            corrected = _respelled(clause, word, right)
            query = replace(variant.of, root=replaced(root, clause, corrected))
            part = clause_text(corrected)
            return Variant(
                text_of(query), part, variant.instead, Change.SPELLING, variant.of, variant.part
            )
    return variant


def _respelled(clause: q.Node, word: str, right: str) -> q.Node:
    match clause:
        case q.Word():
            return q.Word(right, (right,))
        case q.Stem():
            return q.Stem(right)
        case q.Fuzzy():
            return _phrase((q.Literal(right),))
        case q.Phrase():
            return _phrase(
                tuple(
                    replace(part, text=right)
                    if isinstance(part, q.Literal) and part.text == word
                    else part
                    for part in clause.parts
                )
            )
        case _:
            return clause
