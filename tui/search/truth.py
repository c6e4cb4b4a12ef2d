"""What of a query can be said of a meeting before its words are read.

Truth has a third value here, None: it depends on the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias

from tui.model import Entry, Meeting
from tui.search import query as q
from tui.search.known import Known
from tui.search.names import Spellings, names_any

Truth: TypeAlias = bool | None


class Facts(Protocol):
    """What is known of a meeting."""

    def field(self, clause: q.Field) -> Truth:
        """Judge a clause about names."""

    def state(self, state: q.State) -> Truth:
        """Judge a property."""

    @property
    def id(self) -> str:
        """The meeting's id."""

    @property
    def date(self) -> str | None:
        """Its ISO date."""


def judge(node: q.Node, facts: Facts) -> Truth:
    """Return whether a clause holds, as far as the facts tell."""
    match node:
        case q.And():
            return _all(judge(child, facts) for child in node.children)
        case q.Or():
            return _any(judge(child, facts) for child in node.children)
        case q.Not():
            inner = judge(node.child, facts)
            return None if inner is None else not inner
        case q.Exchange():
            # Whether a turn follows at all is for its words to say.
            return _all((judge(node.left, facts), judge(node.right, facts), None))
        case q.Field():
            return facts.field(node)
        case q.Date():
            return is_within(facts.date, node)
        case q.Is():
            return facts.state(node.state)
        case q.In():
            return facts.id.lower().startswith(node.id)
        case q.Saved():
            return False
        case _:
            return None


def is_within(date: str | None, clause: q.Date) -> bool:
    """Say whether an ISO date lies in a clause's days; an unknown date lies in none."""
    if date is None:
        return False
    return (clause.first or "") <= date and (clause.last is None or date <= clause.last)


def _all(values: Iterable[Truth]) -> Truth:
    outcome: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            outcome = None
    return outcome


def _any(values: Iterable[Truth]) -> Truth:
    outcome: Truth = False
    for value in values:
        if value:
            return True
        if value is None:
            outcome = None
    return outcome


class EntryFacts:
    """What a catalogue row tells."""

    def __init__(self, entry: Entry, known: Known) -> None:
        """Take the row, and what is known outside it."""
        self.id = entry.id
        self.date = entry.date
        self._entry = entry
        self._known = known

    def field(self, clause: q.Field) -> Truth:
        """Judge a clause about names; a row knows the title, the place and who speaks."""
        entry = self._entry
        match clause.name:
            case q.Name.TITLE:
                return names_any(clause, (entry.title,))
            case q.Name.AT:
                return names_any(clause, (entry.place,))
            case q.Name.BY | q.Name.WITH:
                known = names_any(clause, _spelled(entry.speakers, self._known.spellings))
                if clause.name is q.Name.BY:
                    return None if known else False
                return True if known else None
            case _:
                return None

    def state(self, state: q.State) -> Truth:
        """Judge a property."""
        match state:
            case q.State.PARTIAL:
                return self._entry.partial
            case q.State.REVISED:
                return self._known.revised(self.id)
            case _:
                return None


class MeetingFacts:
    """What a meeting tells without a look at its words."""

    def __init__(self, meeting: Meeting, known: Known) -> None:
        """Take the meeting, and what is known outside it."""
        self.id = meeting.id
        self.date = meeting.date
        self._meeting = meeting
        self._known = known

    def field(self, clause: q.Field) -> Truth:
        """Judge a clause about names; who says what is a matter of passages."""
        meeting = self._meeting
        speakers = [person.name for person in meeting.people]
        match clause.name:
            case q.Name.TITLE:
                names: Iterable[str] = (meeting.title,)
            case q.Name.AT:
                names = (meeting.place,)
            case q.Name.TOPIC:
                names = meeting.topics
            case q.Name.COUNTRY:
                names = meeting.geography
            case q.Name.WITH:
                names = _spelled((*speakers, *meeting.persons), self._known.spellings)
            case q.Name.BY:
                names = _spelled(speakers, self._known.spellings)
                return None if names_any(clause, names) else False
            case q.Name.AS:
                return None
        return names_any(clause, names)

    def state(self, state: q.State) -> Truth:
        """Judge a property."""
        match state:
            case q.State.PARTIAL:
                return self._meeting.partial
            case q.State.REVISED:
                return self._known.revised(self.id)
            case _:
                return None


def _spelled(names: Sequence[str], spellings: Spellings) -> list[str]:
    return [spelling for name in names for spelling in (name, *spellings(name))]
