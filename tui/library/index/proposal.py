"""What the index says of a query: where it may hold, or exactly where it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import tantivy

from tui.library.index import schema as s
from tui.library.index.compiler import Compiled, Compiler
from tui.library.index.listed import Found
from tui.library.index.snapshot import Snapshot
from tui.search import query as q
from tui.search.known import Known
from tui.timeline import Timeline

_SPOKEN = (s.TURN, s.SILENT)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the index says.

    Attributes:
        found: The meetings, and the passages that the query may find in them.
        exact: Whether it does find them all, and finds those meetings.
        counted: Whether, besides, there are as many hits as passages.
    """

    found: Found
    exact: bool
    counted: bool


def propose(snapshot: Snapshot, query: q.Query, known: Known, listing: Timeline) -> Proposal:
    """Ask the index.

    Args:
        snapshot: The index.
        query: What is asked, saved searches unfolded.
        known: What the matcher is told beyond the meetings.
        listing: The meetings of the generation.

    Raises:
        IndexUnusable: The engine failed.
    """
    root = query.root
    assert root is not None
    return _Proposing(snapshot, query, known, listing).propose(root)


class _Proposing:
    def __init__(self, snapshot: Snapshot, query: q.Query, known: Known, listing: Timeline) -> None:
        self._snapshot = snapshot
        self._query = query
        self._known = known
        self._listing = listing
        self._compiler = Compiler(
            snapshot.dictionary,
            known,
            self._numbers,
            snapshot.numbers_of,
            by_paragraph=query.scope is q.Scope.PARAGRAPH,
        )

    def compiled(self, root: q.Node) -> Compiled:
        return self._compiler.compile(root)

    def propose(self, root: q.Node) -> Proposal:
        if isinstance(root, q.Exchange):
            return self._narrowed(self._speech(root.left) & self._speech(root.right))
        if not self._query.has_passage_clauses:
            found = self._compiler.compile(root)
            whole = self._compiler.both(found.query, self._compiler.kinds(s.WHOLE))
            return Proposal(self._count(whole, (s.WHOLE,)), found.exact, True)
        if self._query.scope is q.Scope.MEETING:
            together = self._together(root)
            if together is None:
                together = self._ranks(tantivy.Query.all_query(), (s.WHOLE,))
            return self._narrowed(together)
        return self._passages(root)

    def _passages(self, root: q.Node) -> Proposal:
        found = self._compiler.compile(root)
        asked = sum(1 for _ in q.text_clauses(root))
        kinds: tuple[int, ...] = (s.TURN, s.BLOCK, s.EDITOR)
        exact = found.exact
        if not asked:
            # Where no words are asked for, passages outside speech count only on request.
            narrative = q.Is(q.State.NARRATIVE) in q.walk(root)
            kinds = (s.TURN, s.BLOCK) if narrative else (s.TURN,)
        elif not _always_has_matches(root):
            exact = False
        return Proposal(self._count(found.query, kinds), exact, asked != 1)

    def _count(self, query: tantivy.Query, kinds: tuple[int, ...]) -> Found:
        return self._snapshot.count(query, kinds, self._listing)

    def _ranks(self, query: tantivy.Query, kinds: tuple[int, ...]) -> set[int]:
        return set(self._count(query, kinds).ranks)

    def _speech(self, side: q.Node) -> set[int]:
        found = self._compiler.compile(side)
        spoken = self._compiler.both(found.query, self._compiler.kinds(*_SPOKEN))
        return self._ranks(spoken, _SPOKEN)

    def _together(self, node: q.Node) -> set[int] | None:
        """The meetings in which a clause may hold anywhere; None for all."""
        match node:
            case q.And():
                parts = [part for part in map(self._together, node.children) if part is not None]
                return set.intersection(*parts) if parts else None
            case q.Or():
                branches = [self._together(child) for child in node.children]
                known = [branch for branch in branches if branch is not None]
                return set().union(*known) if len(known) == len(branches) else None
            case q.Not():
                return None
            case _:
                kinds = (s.BLOCK, s.EDITOR, s.TURN, s.SILENT)
                return self._ranks(self._compiler.compile(node).query, kinds)

    def _narrowed(self, ranks: set[int]) -> Proposal:
        nothing = [0] * len(ranks)
        return Proposal(Found(sorted(ranks), nothing, nothing), False, False)

    def _numbers(self, node: q.In | q.Is) -> list[int]:
        numbers = self._snapshot.numbers
        return [
            numbers[key] for key in self._listing.ids if key in numbers and self._holds(node, key)
        ]

    def _holds(self, node: q.In | q.Is, key: str) -> bool:
        if isinstance(node, q.In):
            return key.lower().startswith(node.id)
        if node.state is q.State.PARTIAL:
            return self._listing.entry(key).partial
        return self._known.revised(key)


def compiled(
    snapshot: Snapshot, query: q.Query, known: Known, listing: Timeline
) -> tantivy.Query | None:
    """Return what finds the passages that hold words, and no others.

    Args:
        snapshot: The index.
        query: What is asked, saved searches unfolded.
        known: What the matcher is told beyond the meetings.
        listing: The meetings of the generation.

    Returns:
        What the index is to be asked; None where the index alone cannot tell.

    Raises:
        IndexUnusable: The engine failed.
    """
    root = query.root
    if root is None or query.scope is not q.Scope.TURN or not _always_has_matches(root):
        return None
    found = _Proposing(snapshot, query, known, listing).compiled(root)
    return found.query if found.exact else None


def _always_has_matches(node: q.Node) -> bool:
    """Whether wherever a clause holds there are words to be highlighted."""
    if isinstance(node, q.And):
        return any(map(_always_has_matches, node.children))
    if isinstance(node, q.Or):
        return all(map(_always_has_matches, node.children))
    return isinstance(node, q.TEXT_CLAUSES)


def likeness(words: Iterable[str]) -> tantivy.Query:
    """Ask for passages that hold any of these tokens, the rarer ones counting more."""
    schema = s.schema()
    terms = [
        (tantivy.Occur.Should, tantivy.Query.term_query(schema, s.TOKENS, word, "freq"))
        for word in dict.fromkeys(words)
        if len(word) < s.LONGEST_TOKEN
    ]
    return tantivy.Query.boolean_query(terms) if terms else tantivy.Query.empty_query()
