"""The matcher: decides what a query finds, on the words as stored.

An index may propose meetings; highlights, counts, hits and exported quotations come
from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.model import Entry, Hit, Match, Meeting
from tui.search import query as q
from tui.search.known import Known, unfold
from tui.search.searchable import EDITOR, Unit, searchable
from tui.search.terms import term
from tui.search.truth import EntryFacts, MeetingFacts, judge
from tui.search.view import Found, View


@dataclass(frozen=True, slots=True)
class Pair:
    """One hit of an exchange.

    Attributes:
        hit: The left side's turn.
        other: The right side's turn: the answer for ``>>``, what prompted it for ``<<``.
    """

    hit: Hit
    other: Hit


class Matcher:
    """Holds one query against meetings. Unchanging once made, and safe in several threads."""

    def __init__(self, query: q.Query, *, known: Known | None = None) -> None:
        """Make a query ready.

        Args:
            query: What is asked.
            known: What can be asked beyond the meetings.
        """
        self._known = known or Known()
        self.query = unfold(query, self._known.saved)
        root = self.query.root
        nodes = tuple(q.walk(root)) if root is not None else ()
        self._terms = {id(node): term(node) for node in nodes if isinstance(node, q.TEXT_CLAUSES)}
        self._order = {
            id(clause): place
            for place, clause in enumerate(q.text_clauses(root) if root is not None else ())
        }
        self._needles = self._necessary(root) if root is not None else []
        self._lists_narrative = q.Is(q.State.NARRATIVE) in nodes

    @property
    def has_passage_clauses(self) -> bool:
        """Whether the query, saved searches unfolded, asks for passages."""
        return self.query.has_passage_clauses

    @property
    def judges_passages_alone(self) -> bool:
        """Whether it matters to no clause what else stands in a passage's meeting."""
        root = self.query.root
        if root is None or self.query.scope is q.Scope.MEETING:
            return False
        office = q.Name.AS  # which one printed earlier may tell
        return not any(
            isinstance(node, q.Exchange) or (isinstance(node, q.Field) and node.name is office)
            for node in q.walk(root)
        )

    def admits(self, entry: Entry) -> bool:
        """Say whether a meeting may answer, by its catalogue row: cheap, never wrongly no."""
        if self.query.root is None:
            return True
        return judge(self.query.root, EntryFacts(entry, self._known)) is not False

    def meeting(self, meeting: Meeting) -> bool:
        """Say whether what is asked of meetings lets this one through."""
        if self.query.root is None:
            return True
        return judge(self.query.root, MeetingFacts(meeting, self._known)) is not False

    def hits(self, meeting: Meeting) -> tuple[Hit, ...]:
        """Return the places to be taken to, in reading order.

        A query that asks for meetings alone has none. Of an exchange, the left side's.
        """
        root = self.query.root
        if isinstance(root, q.Exchange):
            return tuple(pair.hit for pair in self.pairs(meeting))
        if root is None or not self.has_passage_clauses or not self._may_match(meeting):
            return ()
        view = self._view(meeting)
        hits: list[Hit] = []
        for unit, found in view.all_found(root):
            hits.extend(self._hits_of(meeting, unit, found))
        return tuple(hits)

    def counts(self, meeting: Meeting) -> tuple[int, int, int]:
        """Return how many hits there are, how many turns have some, and how many are elsewhere.

        The last are those outside speech; an editor's bracket in a turn is nobody's speech.
        """
        root = self.query.root
        if isinstance(root, q.Exchange):
            pairs = self.pairs(meeting)
            return len(pairs), len({pair.hit.anchor for pair in pairs}), 0
        if root is None or not self.has_passage_clauses or not self._may_match(meeting):
            return 0, 0, 0
        hits = turns = outside = 0
        for unit, found in self._view(meeting).all_found(root):
            number = self._number_of(unit, found)
            hits += number
            if unit.turn is None:
                outside += number
            elif number:
                turns += 1
        return hits, turns, outside

    def pairs(self, meeting: Meeting) -> tuple[Pair, ...]:
        """Return an exchange's pairs in reading order; none for another query."""
        root = self.query.root
        if not isinstance(root, q.Exchange) or not self._may_match(meeting):
            return ()
        return tuple(
            Pair(_hit(meeting, *left), _hit(meeting, *right))
            for left, right in self._view(meeting).pairs(root)
        )

    def _view(self, meeting: Meeting) -> View:
        return View(meeting, self._terms, self._order, self._known, self.query.scope)

    def _may_match(self, meeting: Meeting) -> bool:
        if not self.meeting(meeting):
            return False
        haystack = searchable(meeting).haystack
        return all(any(one in haystack for one in needles) for needles in self._needles)

    def _hits_of(self, meeting: Meeting, unit: Unit, found: Found) -> Iterator[Hit]:
        if found and len(self._order) == 1:
            matches = _matches(found)
            for match in matches:
                yield Hit(meeting.id, unit.anchor, match, matches)
        elif found or (unit.lines and self._is_listed(unit)):
            yield _hit(meeting, unit, found)

    def _number_of(self, unit: Unit, found: Found) -> int:
        """Count what `_hits_of` yields."""
        if found and len(self._order) == 1:
            return len({match for _, match in found})
        return int(bool(found or (unit.lines and self._is_listed(unit))))

    def _is_listed(self, unit: Unit) -> bool:
        """Say whether a unit in which no words are matched is a hit all the same."""
        if unit.turn is None:
            return self._lists_narrative and unit.kind != EDITOR
        return True

    def _necessary(self, node: q.Node) -> list[tuple[str, ...]]:
        """Return sets of pieces, of each of which one must occur wherever a clause holds."""
        match node:
            case q.And():
                return [needles for child in node.children for needles in self._necessary(child)]
            case q.Exchange():
                return self._necessary(node.left) + self._necessary(node.right)
            case q.Or():
                branches = [self._necessary(child) for child in node.children]
                if not all(branches):
                    return []
                return [tuple(one for branch in branches for one in branch[0])]
            case _ if id(node) in self._terms:
                return [(needle,) for needle in self._terms[id(node)].needles]
            case _:
                return []


def _matches(found: Found) -> tuple[Match, ...]:
    return tuple(sorted({match for _, match in found}, key=_position))


def _position(match: Match) -> tuple[int, int, int]:
    return match.block, match.start, match.end


def _hit(meeting: Meeting, unit: Unit, found: Found) -> Hit:
    """Return the hit of a unit: centred on the first match of the first clause."""
    if not found:
        return Hit(meeting.id, unit.anchor, Match(0, 0, 0), ())
    _, focus = min(found, key=lambda one: (one[0], _position(one[1])))
    return Hit(meeting.id, unit.anchor, focus, _matches(found))
