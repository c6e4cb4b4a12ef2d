"""One query held against one meeting: which units it finds, and which words in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tui.model import Match, Meeting
from tui.search import query as q
from tui.search.folding import fold_text
from tui.search.known import Known
from tui.search.names import has_words, name_words, names_any, roles
from tui.search.searchable import Line, Unit, searchable
from tui.search.terms import Term
from tui.search.truth import MeetingFacts, judge

Found: TypeAlias = list[tuple[int, Match]]
"""Matches, each with the place of its clause in the query."""

_QUESTION_MARKS = "?？؟"
_DENIED = -1


class View:
    """Judges clauses for the units of one meeting."""

    def __init__(
        self,
        meeting: Meeting,
        terms: Mapping[int, Term],
        order: Mapping[int, int],
        known: Known,
        scope: q.Scope = q.Scope.TURN,
    ) -> None:
        """Take the meeting and the query's parts.

        Args:
            meeting: What is searched.
            terms: The text clauses made ready, by the identity of their nodes.
            order: The places of the text clauses that are not denied, likewise.
            known: What can be asked beyond the meeting.
            scope: Where the words of the query must meet.
        """
        self._meeting = meeting
        self._units = searchable(meeting).units
        self._terms = terms
        self._order = order
        self._known = known
        self._facts = MeetingFacts(meeting, known)
        self._judged: dict[int, bool] = {}
        self._scope = scope
        self._turns = [unit for unit in self._units if unit.turn is not None]
        self._places = {unit.anchor: place for place, unit in enumerate(self._turns)}
        self._right_sides: dict[tuple[int, int], bool] = {}
        self._roles: dict[int, str | None] | None = None
        self._speakers: dict[tuple[int, str], bool] = {}

    def all_found(self, root: q.Node) -> Iterator[tuple[Unit, Found]]:
        """Yield the units that a query finds, in reading order, with their matches."""
        if self._scope is q.Scope.MEETING:
            yield from self._found_together(root)
            return
        for unit in self._units:
            found = self.found(root, unit)
            if found is not None:
                yield unit, found

    def pairs(self, node: q.Exchange) -> Iterator[tuple[tuple[Unit, Found], tuple[Unit, Found]]]:
        """Yield the two turns of each of an exchange's pairs, with their matches."""
        for unit in self._turns:
            found = self.found(node.left, unit)
            if found is None:
                continue
            for other in self._answers(node, unit):
                yield (unit, found), (other, self.found(node.right, other) or [])

    def found(self, node: q.Node, unit: Unit) -> Found | None:
        """Return the matches in a unit; None where a clause does not hold there."""
        if self._scope is not q.Scope.PARAGRAPH:
            return self._holds(node, unit, unit.lines)
        found = [self._holds(node, unit, (line,)) for line in unit.lines]
        met = [matches for matches in found if matches is not None]
        return [match for matches in met for match in matches] if met else None

    def _found_together(self, root: q.Node) -> Iterator[tuple[Unit, Found]]:
        """Yield units of a meeting in which the words of a query meet anywhere.

        What the query asks of passages (``by:``) limits where its words are looked for.
        """
        clauses = root.children if isinstance(root, q.And) else (root,)
        limits = [clause for clause in clauses if not self._has_words(clause)]
        words = [clause for clause in clauses if self._has_words(clause)]
        units = [
            unit
            for unit in self._units
            if all(self._holds(limit, unit, unit.lines) is not None for limit in limits)
        ]
        if not all(self._holds_somewhere(clause, units) for clause in words):
            return
        asked = [node for clause in words for node in q.text_clauses(clause)]
        for unit in units:
            matches = [self._holds(clause, unit, unit.lines) or [] for clause in asked]
            found = [match for found in matches for match in found]
            if found or not asked:
                yield unit, found

    def _has_words(self, clause: q.Node) -> bool:
        return any(id(node) in self._terms for node in q.walk(clause))

    def _holds_somewhere(self, node: q.Node, units: list[Unit]) -> bool:
        match node:
            case q.And():
                return all(self._holds_somewhere(child, units) for child in node.children)
            case q.Or():
                return any(self._holds_somewhere(child, units) for child in node.children)
            case q.Not():
                return not self._holds_somewhere(node.child, units)
            case _:
                return any(self._holds(node, unit, unit.lines) is not None for unit in units)

    def _holds(self, node: q.Node, unit: Unit, lines: tuple[Line, ...]) -> Found | None:
        match node:
            case q.And():
                return self._hold_all(node, unit, lines)
            case q.Or():
                branches = [self._holds(child, unit, lines) for child in node.children]
                met = [found for found in branches if found is not None]
                return [match for found in met for match in found] if met else None
            case q.Not():
                return [] if self._holds(node.child, unit, lines) is None else None
            case q.Field() if node.name in q.PASSAGE_FIELDS:
                return [] if self._spoken_by(node, unit) else None
            case q.Is() if node.state in q.PASSAGE_STATES:
                return [] if self._is(node.state, unit, lines) else None
            case q.Exchange():
                return self._begins(node, unit, lines)
            case q.Field() | q.Is() | q.Date() | q.In() | q.Saved():
                return [] if self._of_meeting(node) else None
            case _:
                if isinstance(node, q.Mentions) and self._is_named(node, unit):
                    return None
                place = self._order.get(id(node), _DENIED)
                find = self._terms[id(node)].find
                return [(place, match) for line in lines for match in find(line)] or None

    def _hold_all(self, node: q.And, unit: Unit, lines: tuple[Line, ...]) -> Found | None:
        found: Found = []
        # Who speaks is known at once; words have to be looked for.
        for child in sorted(node.children, key=self._has_words):
            matches = self._holds(child, unit, lines)
            if matches is None:
                return None
            found.extend(matches)
        return found

    def _answers(self, node: q.Exchange, unit: Unit) -> Iterator[Unit]:
        """Yield the turns on an exchange's right that are near enough to a turn."""
        here = self._places[unit.anchor]
        steps = range(1, node.within + 1) if node.forward else range(-1, -node.within - 1, -1)
        for place in (here + step for step in steps):
            if not 0 <= place < len(self._turns):
                return
            if self._is_right_side(node, place):
                yield self._turns[place]

    def _is_right_side(self, node: q.Exchange, place: int) -> bool:
        key = (id(node), place)
        known = self._right_sides.get(key)
        if known is None:
            known = self.found(node.right, self._turns[place]) is not None
            self._right_sides[key] = known
        return known

    def _begins(self, node: q.Exchange, unit: Unit, lines: tuple[Line, ...]) -> Found | None:
        """Return the matches of a turn that stands on the left of an exchange."""
        found = self._holds(node.left, unit, lines) if unit.turn is not None else None
        if found is None or next(self._answers(node, unit), None) is None:
            return None
        return found

    def _of_meeting(self, node: q.Node) -> bool:
        known = self._judged.get(id(node))
        if known is None:
            known = self._judged[id(node)] = judge(node, self._facts) is True
        return known

    def _spoken_by(self, clause: q.Field, unit: Unit) -> bool:
        if unit.turn is None:
            return False
        if clause.name is q.Name.AS:
            if self._roles is None:
                self._roles = roles(self._meeting)
            role = self._roles[unit.turn.number]
            return role is not None and names_any(clause, (role,))
        speaker = unit.turn.speaker
        if speaker is None:
            return False
        key = (id(clause), speaker)
        if key not in self._speakers:
            names = (speaker, *self._known.spellings(speaker))
            self._speakers[key] = names_any(clause, names)
        return self._speakers[key]

    def _is_named(self, clause: q.Mentions, unit: Unit) -> bool:
        """Say whether the speaker is the one whom a clause wants named by others."""
        if unit.turn is None or unit.turn.speaker is None:
            return False
        words = [part.text for part in clause.parts if isinstance(part, q.Literal)]
        speaker = unit.turn.speaker
        return any(
            has_words(name_words(name), words)
            for name in (speaker, *self._known.spellings(speaker))
        )

    def _is(self, state: q.State, unit: Unit, lines: tuple[Line, ...]) -> bool:
        match state:
            case q.State.SPEECH:
                return unit.turn is not None
            case q.State.NARRATIVE:
                return unit.turn is None
            case q.State.NOTED:
                return self._known.noted(self._meeting.id, unit.anchor)
            case _:
                if unit.turn is None:
                    return False
                asked = any(mark in line.stored for line in lines for mark in _QUESTION_MARKS)
                return asked or fold_text(unit.turn.label) == "question"
