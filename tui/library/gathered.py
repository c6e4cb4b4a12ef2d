"""What is gathered from all meetings of a library: its people, its vocabulary, corrected rows."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from tui.library.catalogue import Catalogue, chronologically
from tui.library.decisions import Decisions
from tui.model import Entry, Meeting
from tui.timeline import Timeline

if TYPE_CHECKING:
    from tui.library.people import Person
    from tui.search.vocabulary import Vocabulary

Read: TypeAlias = Callable[[Catalogue, Decisions, str], Meeting]
"""Reads a meeting, by its whole id."""
_State: TypeAlias = tuple[Catalogue, Decisions]


class Gathered:
    """Gathers when it is asked for, and remembers for as long as nothing changes."""

    def __init__(self, read: Read) -> None:
        """Look into meetings by this."""
        self._read = read
        self._listing: tuple[_State, tuple[Entry, ...], Timeline] | None = None
        self._people: tuple[_State, tuple[Person, ...]] | None = None
        self._vocabulary: tuple[_State, Vocabulary] | None = None
        self._gathering = Lock()

    def entries(self, catalogue: Catalogue, decisions: Decisions) -> tuple[Entry, ...]:
        """What a list shows, oldest first."""
        if not decisions:
            return catalogue.entries
        return self._listed(catalogue, decisions)[0]

    def listing(self, catalogue: Catalogue, decisions: Decisions) -> Timeline:
        """The rows without a query, newest first, where somebody corrected something."""
        return self._listed(catalogue, decisions)[1]

    def people(self, catalogue: Catalogue, decisions: Decisions) -> tuple[Person, ...]:
        """Everybody who speaks."""
        # One thread gathers, and others that ask meanwhile wait for it.
        with self._gathering:
            known = self._people
            if known is None or not _is_same(known[0], catalogue, decisions):
                people = self._of_rows(catalogue, decisions)
                known = self._people = ((catalogue, decisions), people)
            return known[1]

    def vocabulary(self, catalogue: Catalogue, decisions: Decisions) -> Vocabulary:
        """What a query can be completed with."""
        known = self._vocabulary
        if known is None or not _is_same(known[0], catalogue, decisions):
            from tui.library.vocabulary import vocabulary_of

            documents = (catalogue.document(key) for key in catalogue)
            entries, people = self.entries(catalogue, decisions), self.people(catalogue, decisions)
            gathered = vocabulary_of(entries, people, documents)
            known = self._vocabulary = ((catalogue, decisions), gathered)
        return known[1]

    def _of_rows(self, catalogue: Catalogue, decisions: Decisions) -> tuple[Person, ...]:
        from tui.library.people import gather

        if not decisions:
            return gather(catalogue.rows())
        from tui.library.replaying import aliases, corrected_row, unions

        def meeting(key: str) -> Meeting:
            return self._read(catalogue, decisions, key)

        joined: dict[tuple[str, str], int] = {}
        rows = []
        for row in catalogue.rows():
            key, cast = row.entry.id, [each.name for each in row.people]
            joined |= {(key, name): by for name, by in unions(decisions, cast, key).items()}
            rows.append(corrected_row(decisions, row, meeting))
        return gather(rows, aliases(decisions), joined)

    def _listed(
        self, catalogue: Catalogue, decisions: Decisions
    ) -> tuple[tuple[Entry, ...], Timeline]:
        known = self._listing
        if known is None or not _is_same(known[0], catalogue, decisions):

            def meeting(key: str) -> Meeting:
                return self._read(catalogue, decisions, key)

            corrected = (decisions.entry(entry, meeting) for entry in catalogue.entries)
            entries = tuple(sorted(corrected, key=chronologically))
            by_id = {entry.id: entry for entry in reversed(entries)}
            dates = tuple(entry.date or "" for entry in by_id.values())
            timeline = Timeline(tuple(by_id), dates, by_id.__getitem__)
            known = self._listing = ((catalogue, decisions), entries, timeline)
        return known[1:]


def _is_same(state: _State, catalogue: Catalogue, decisions: Decisions) -> bool:
    return state[0] is catalogue and state[1] is decisions
