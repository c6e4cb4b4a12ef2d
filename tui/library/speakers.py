"""Whom a speaker's name means where it is printed, and how to write whom one means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tui.library.people import Person, fold_name, is_full
from tui.search.groups import Speaker, apart


class Speakers:
    """Everybody who speaks, to be found by meeting and name."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take the people of an archive."""
        self._bearers: dict[str, list[Person]] = defaultdict(list)
        self._meetings: dict[str, frozenset[str]] = {}
        self._known: dict[tuple[str, str], Speaker] = {}
        for person in people:
            for spelling in {fold_name(each) for each in (person.name, *person.spellings)}:
                self._bearers[spelling].append(person)

    def who(self, meeting: str, name: str) -> Speaker:
        """Return whom a name means.

        Args:
            meeting: Id of the meeting.
            name: A speaker of its, as the archive gives it.

        Returns:
            The person; the name itself where nobody is known by it there.
        """
        key = (meeting, name)
        if key not in self._known:
            self._known[key] = self._found(meeting, name)
        return self._known[key]

    def _found(self, meeting: str, name: str) -> Speaker:
        folded = fold_name(name)
        present = [each for each in self._bearers.get(folded, ()) if self._speaks(each, meeting)]
        # A label can be spelled like somebody else's name: who has the name goes first.
        for person in sorted(present, key=lambda each: fold_name(each.name) != folded):
            return Speaker(person.id, person.name, _meetings(person))
        return Speaker(name, name)

    def _speaks(self, person: Person, meeting: str) -> bool:
        if person.id not in self._meetings:
            self._meetings[person.id] = frozenset(person.meetings)
        return meeting in self._meetings[person.id]


def shown_name(person: Person, ids: Mapping[str, str]) -> str:
    """Return a person's name, with the meetings where it says who it is in no others.

    Args:
        person: Whose.
        ids: How meetings' ids are written; those that are not in it are written in full.
    """
    return apart(person.name, _meetings(person), ids)


def place_of(person: Person) -> str:
    """Return the clause that leaves the meetings in which a name means a person; "" for all."""
    clauses = [f"in:{meeting}" for meeting in _meetings(person)]
    return f"({' | '.join(clauses)})" if len(clauses) > 1 else "".join(clauses)


def asking_for(person: Person) -> str:
    """Return the query for all that a person says, and nobody else of the same name."""
    from tui.search.completion import quoted  # only where somebody is asked for

    return f"by:{quoted(person.name)} {place_of(person)}".rstrip()


def _meetings(person: Person) -> tuple[str, ...]:
    return () if is_full(person.name) else person.meetings
