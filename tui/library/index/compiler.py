"""From a query's tree to what the index is asked.

A clause that the index can answer compiles exactly. Any other compiles to something that holds
at least wherever the clause does, and says so: then the matcher decides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tantivy import FieldType, Occur, Schema
from tantivy import Query as Asked

from tui.library.index import schema as s
from tui.library.index.dictionary import Dictionary, is_cut
from tui.library.index.phrases import in_a_row, is_begun
from tui.search import query as q
from tui.search.known import Known
from tui.search.regex_pieces import literal_pieces

_MEETING_FIELDS = {
    q.Name.WITH: s.PRESENT,
    q.Name.TOPIC: s.TOPIC,
    q.Name.COUNTRY: s.COUNTRY,
    q.Name.TITLE: s.TITLE,
    q.Name.AT: s.AT,
}
_SPEAKER_FIELDS = {q.Name.BY: s.SPEAKER, q.Name.AS: s.ROLE}
_PEOPLE = (q.Name.BY, q.Name.WITH)
_TELLING = 3
"""Letters of a regular expression's words below which they occur nearly everywhere."""
_LONG = 32
"""Characters of which hardly a word is made; the engine takes no pattern for as many as a token
is cut at."""
_FIRST_DAY, _LAST_DAY = 1, 99999999


@dataclass(frozen=True, slots=True)
class Compiled:
    """A clause as the index is asked it.

    Attributes:
        query: Holds in every document in which the clause does.
        exact: Whether it holds in no other.
    """

    query: Asked
    exact: bool


class Compiler:
    """Compiles the clauses of one query for one state of the index."""

    def __init__(
        self,
        dictionary: Dictionary,
        known: Known,
        numbers: Callable[[q.In | q.Is], Iterable[int]],
        whole: Callable[[Asked], Iterable[int]],
        *,
        by_paragraph: bool = False,
    ) -> None:
        """Take what the clauses are compiled against.

        Args:
            dictionary: The words and names of the index.
            known: What the matcher is told beyond the meetings.
            numbers: The meetings for which a clause about ids or states of meetings holds.
            whole: The meetings of the whole-meeting documents that a query finds.
            by_paragraph: Whether the words of the query must meet in one paragraph; the index
                knows whole turns alone.
        """
        self._dictionary = dictionary
        self._known = known
        self._numbers = numbers
        self._whole = whole
        self._by_paragraph = by_paragraph

    @cached_property
    def _schema(self) -> Schema:
        return s.schema()

    def compile(self, node: q.Node) -> Compiled:
        """Compile a clause."""
        match node:
            case q.And():
                return self._all(node)
            case q.Or():
                parts = [self.compile(child) for child in node.children]
                return Compiled(self._any(part.query for part in parts), _are_exact(parts))
            case q.Not():
                return self._not(node)
            case q.Word():
                last = len(node.tokens) - 1
                begun = (q.Literal(t, i == last) for i, t in enumerate(node.tokens))
                return self._phrase(tuple(begun))
            case q.Phrase():
                return self._phrase(node.parts)
            case q.Mentions():
                return Compiled(self._phrase(node.parts).query, False)
            case q.Near():
                words = [self._literal(word).query for word in node.words]
                return Compiled(self.both(*words), False)
            case q.Stem():
                return self._stem(node)
            case q.Fuzzy():
                return self._fuzzy(node)
            case q.Regex():
                return self._regex(node)
            case q.Exchange():
                left = self.compile(node.left)
                return Compiled(self.both(left.query, self.kinds(s.TURN, s.SILENT)), False)
            case _:
                return self._about(node)

    def _about(self, node: q.Node) -> Compiled:
        """Compile a clause that is not about words."""
        match node:
            case q.Field() if node.name in _SPEAKER_FIELDS:
                return self._named(_SPEAKER_FIELDS[node.name], node)
            case q.Field():
                found = self._named(_MEETING_FIELDS[node.name], node)
                return Compiled(self.meetings(self._whole(found.query)), found.exact)
            case q.Date():
                return Compiled(self._days(node), True)
            case q.In():
                return Compiled(self.meetings(self._numbers(node)), True)
            case q.Is():
                return self._is(node)
            case _:  # a saved search that nobody saved holds nowhere
                return Compiled(Asked.empty_query(), True)

    # Words ----------------------------------------------------------------------------

    def _phrase(self, parts: tuple[q.PhrasePart, ...]) -> Compiled:
        words = [(at, part) for at, part in enumerate(parts) if isinstance(part, q.Literal)]
        if not words:
            return self._unknown()
        first, last = words[0][0], words[-1][0]
        gaps = [after[0] - before[0] - 1 for before, after in pairwise(words)]
        reaches = first > 0 or last < len(parts) - 1 or any(gap >= s.BARRIER_WIDTH for gap in gaps)
        if len(words) == 1:
            found = self._literal(words[0][1])
            return Compiled(found.query, found.exact and not reaches)
        if any(_is_long(part) for _, part in words):
            return Compiled(self.both(*(self._literal(part).query for _, part in words)), False)
        return Compiled(
            in_a_row([(at - first, part) for at, part in words], self._dictionary), not reaches
        )

    def _literal(self, part: q.Literal) -> Compiled:
        text = part.text[: s.LONGEST_TOKEN]
        if is_begun(part):
            pattern = Asked.regex_query(self._schema, s.TOKENS, text + ".*")
            return Compiled(pattern, not _is_long(part))
        return Compiled(self._term(s.TOKENS, text), not _is_long(part))

    def _stem(self, node: q.Stem) -> Compiled:
        forms = self._dictionary.forms(node.text)
        exact = not any(len(form) >= s.LONGEST_TOKEN for form in forms)
        return Compiled(self._terms(s.TOKENS, forms), exact and len(node.text) < s.LONGEST_TOKEN)

    def _fuzzy(self, node: q.Fuzzy) -> Compiled:
        if len(node.text) + node.edits >= s.LONGEST_TOKEN:
            return self._unknown()
        return Compiled(
            Asked.fuzzy_term_query(self._schema, s.TOKENS, node.text, distance=node.edits), True
        )

    def _regex(self, node: q.Regex) -> Compiled:
        pieces = [piece for piece in literal_pieces(node.pattern) if len(piece) >= _TELLING]
        if not pieces:
            return self._unknown()
        # A long token may be kept only in part: what is beyond that is not known.
        long = Asked.regex_query(self._schema, s.TOKENS, f".{{{_LONG}}}.*")
        held = (Asked.regex_query(self._schema, s.TOKENS, f".*{piece}.*") for piece in pieces)
        return Compiled(self.both(*(self._any([each, long]) for each in held)), False)

    # Names, days, states --------------------------------------------------------------

    def _named(self, field: str, clause: q.Field) -> Compiled:
        spellings = self._known.spellings if clause.name in _PEOPLE else None
        names = self._dictionary.named(field, clause, spellings)
        cut = is_cut(self._dictionary.names(field))
        if cut:
            kept = self._dictionary.names(field)
            names = tuple({*names, *(name for name in kept if len(name) >= s.LONGEST_NAME)})
        return Compiled(self._terms(field, names), not cut)

    def _days(self, clause: q.Date) -> Asked:
        first = s.day_number(clause.first) or _FIRST_DAY
        last = s.day_number(clause.last) or _LAST_DAY
        if first > last:
            return Asked.empty_query()
        kind = FieldType.Unsigned
        return Asked.range_query(self._schema, s.DAY, kind, first, last)

    def _is(self, node: q.Is) -> Compiled:
        match node.state:
            case q.State.SPEECH:
                return Compiled(self.kinds(s.TURN, s.SILENT), True)
            case q.State.NARRATIVE:
                return Compiled(self.kinds(s.BLOCK, s.EDITOR), True)
            case q.State.QUESTION:
                return Compiled(self._term(s.QUESTION, 1), not self._by_paragraph)
            case q.State.NOTED:
                return self._unknown()
            case _:
                return Compiled(self.meetings(self._numbers(node)), True)

    # Together -------------------------------------------------------------------------

    def _all(self, node: q.And) -> Compiled:
        parts = [self.compile(child) for child in node.children]
        met = not self._by_paragraph or sum(map(_looks_at_lines, node.children)) < 2
        return Compiled(self.both(*(part.query for part in parts)), met and _are_exact(parts))

    def _not(self, node: q.Not) -> Compiled:
        inner = self.compile(node.child)
        if not inner.exact or (self._by_paragraph and _looks_at_lines(node)):
            return self._unknown()
        return Compiled(self.without(Asked.all_query(), inner.query), True)

    def _unknown(self) -> Compiled:
        """What holds everywhere: nothing can be told."""
        return Compiled(Asked.all_query(), False)

    def both(self, *queries: Asked) -> Asked:
        """What holds where all of these do."""
        if len(queries) == 1:
            return queries[0]
        if not queries:
            return Asked.all_query()
        return Asked.boolean_query([(Occur.Must, query) for query in queries])

    def without(self, query: Asked, denied: Asked) -> Asked:
        """What holds where the one does and the other does not."""
        return Asked.boolean_query([(Occur.Must, query), (Occur.MustNot, denied)])

    def kinds(self, *kinds: int) -> Asked:
        """Documents of one of these kinds."""
        return self._any(self._term(s.KIND, kind) for kind in kinds)

    def meetings(self, numbers: Iterable[int]) -> Asked:
        """Documents of these meetings."""
        return self._terms(s.MEETING, tuple(numbers))

    def _any(self, queries: Iterable[Asked]) -> Asked:
        found = list(queries)
        if len(found) == 1:
            return found[0]
        if not found:
            return Asked.empty_query()
        return Asked.boolean_query([(Occur.Should, query) for query in found])

    def _term(self, field: str, value: str | int) -> Asked:
        return Asked.term_query(self._schema, field, value, index_option="basic")

    def _terms(self, field: str, values: Collection[str] | Collection[int]) -> Asked:
        if not values:
            return Asked.empty_query()
        return Asked.term_set_query(self._schema, field, list(values))


def _are_exact(parts: Iterable[Compiled]) -> bool:
    return all(part.exact for part in parts)


def _is_long(part: q.Literal) -> bool:
    return len(part.text) >= s.LONGEST_TOKEN


def _looks_at_lines(node: q.Node) -> bool:
    """Whether it matters to a clause which paragraph of a turn it is held against."""
    asked = q.Is(q.State.QUESTION)
    return any(isinstance(each, q.TEXT_CLAUSES) or each == asked for each in q.walk(node))
