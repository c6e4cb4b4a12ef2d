"""Whom a speaker's name means where it is printed, and how to write whom one means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.library.people import Person, fold_name, is_full
from tui.search.speaker import Speaker, apart

if TYPE_CHECKING:
    from tui.library.archive import Archive


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
            return Speaker(person.id, person.name, meetings_of(person))
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
    return apart(person.name, meetings_of(person), ids)


def typed_id(person: Person, ids: Mapping[str, str]) -> str:
    """Return a person's id with the meeting in it written so; arguments as `shown_name`."""
    if not person.local:
        return person.id
    (meeting,) = person.meetings
    return person.id.replace(meeting, ids.get(meeting, meeting))


def ids_beside(archive: Archive, meetings: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """Return the ids of meetings, as short as they may be typed, to tell people apart by.

    Args:
        archive: Where the meetings are.
        meetings: For everybody who is shown, as `Speaker.meetings` has them.

    Returns:
        Short ids by id; none where every name says by itself who it is.
    """
    if not any(meetings):
        return {}
    from tui.library.short_ids import short_ids

    return short_ids(row.entry.id for row in archive.timeline())


def place_of(person: Person) -> str:
    """Return the clause that leaves the meetings in which a name means a person; "" for all."""
    clauses = [f"in:{meeting}" for meeting in meetings_of(person)]
    return f"({' | '.join(clauses)})" if len(clauses) > 1 else "".join(clauses)


def asking_for(person: Person) -> str:
    """Return the query for all that a person says, and nobody else of the same name."""
    from tui.search.completion import quoted  # only where somebody is asked for

    return f"by:{quoted(person.name)} {place_of(person)}".rstrip()


def meetings_of(person: Person) -> tuple[str, ...]:
    """Return where a person's name says who it is, where it does so in no other meeting."""
    return () if is_full(person.name) else person.meetings
