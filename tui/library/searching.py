"""Searching a library: which meetings a query leaves, and where its hits are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.library.archive import Tally, never
from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions
from tui.library.errors import Damaged, NotFound
from tui.model import Entry, Hit, Meeting, Place, TimelineRow

if TYPE_CHECKING:
    from tui.library.people import Person
    from tui.search.known import Known
    from tui.search.matcher import Matcher
    from tui.search.query import Query

_TURN = re.compile(r"t\d+")

Saved = Callable[[str], str | None]
"""The text of a saved search, by its name."""
Noted = Callable[[str, str], bool]
"""Whether a reader has marked a passage, by meeting id and anchor."""


class Shelf(Protocol):
    """Where the searched meetings stand; every answer is about one generation of it."""

    @property
    def catalogue(self) -> Catalogue:
        """The generation that is being read."""

    @property
    def decisions(self) -> Decisions:
        """What people corrected."""

    def entries_of(self, catalogue: Catalogue) -> tuple[Entry, ...]:
        """What a list shows of a generation, oldest first, decisions included."""

    def meeting_of(self, catalogue: Catalogue, key: str) -> Meeting:
        """A meeting of a generation, by its whole id.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """

    def people(self) -> tuple[Person, ...]:
        """Everybody who speaks."""

    def is_revised(self, catalogue: Catalogue, meeting: str) -> bool:
        """Whether a meeting's words changed between its captures."""


class Searching:
    """Answers queries about what stands on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        """Search this shelf."""
        self._shelf = shelf
        self._known: tuple[Catalogue, Decisions, Known] | None = None
        self._consulted: tuple[Saved, Noted] | None = None

    def consult(self, *, saved: Saved, noted: Noted) -> None:
        """Take up what a reader's notebook knows; see `StoredArchive.consult`."""
        self._consulted = (saved, noted)
        self._known = None

    def matcher(self, catalogue: Catalogue, query: Query) -> Matcher:
        """A matcher that knows what a generation knows, and the reader's notebook."""
        from tui.search.matcher import Matcher

        return Matcher(query, known=self.known(catalogue))

    def known(self, catalogue: Catalogue) -> Known:
        """What can be asked beyond the meetings of a generation."""
        decisions, known = self._shelf.decisions, self._known
        if known is None or known[0] is not catalogue or known[1] is not decisions:
            from tui.library.knowing import known_of

            revised = partial(self._shelf.is_revised, catalogue)
            made = known_of(catalogue, self._shelf.people, revised, decided=len(decisions) > 0)
            if self._consulted is not None:
                saved, noted = self._consulted
                made = replace(made, saved=saved, noted=noted)
            self._known = known = (catalogue, decisions, made)
        return known[2]

    def timeline(
        self, query: Query | None, cancelled: Callable[[], bool] = never
    ) -> tuple[TimelineRow, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        entries = reversed(self._shelf.entries_of(catalogue))
        if query is None or query.is_everything:
            return tuple(TimelineRow(entry) for entry in entries)
        rows = []
        for entry, hits in self._found(catalogue, query, entries, cancelled):
            rows.append(TimelineRow(entry, len(hits), _turns(hits)))
        return tuple(rows)

    def tally(self, query: Query, cancelled: Callable[[], bool] = never) -> Tally:
        """See :class:`~tui.library.archive.Archive`."""
        rows = self.timeline(query, cancelled)
        found = [row for row in rows if row.hits] if query.has_passage_clauses else rows
        return Tally(len(found), sum(row.turns for row in rows), exact=not cancelled())

    def hits(self, query: Query, cancelled: Callable[[], bool] = never) -> Iterator[Hit]:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._shelf.catalogue
        entries = self._shelf.entries_of(catalogue)
        for _, hits in self._found(catalogue, query, entries, cancelled):
            yield from hits

    def alike(self, words: Sequence[str], limit: int) -> tuple[Place, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        from tui.library.likeness import alike

        return alike(self._readable(), words, limit)

    def _readable(self) -> Iterator[Meeting]:
        """Every meeting whose words can be read, oldest first."""
        catalogue = self._shelf.catalogue
        for entry in self._shelf.entries_of(catalogue):
            try:
                yield self._shelf.meeting_of(catalogue, entry.id)
            except (Damaged, NotFound):
                continue

    def _found(
        self,
        catalogue: Catalogue,
        query: Query,
        entries: Iterable[Entry],
        cancelled: Callable[[], bool],
    ) -> Iterator[tuple[Entry, tuple[Hit, ...]]]:
        """The meetings that a query leaves, and their hits."""
        matcher = self.matcher(catalogue, query)
        for entry in entries:
            if cancelled():
                return
            if not matcher.admits(entry):
                continue
            try:
                meeting = self._shelf.meeting_of(catalogue, entry.id)
            except (Damaged, NotFound):
                continue
            if not matcher.meeting(meeting):
                continue
            hits = matcher.hits(meeting)
            if hits or not matcher.has_passage_clauses:
                yield entry, hits


def _turns(hits: Iterable[Hit]) -> int:
    return len({hit.anchor for hit in hits if _TURN.fullmatch(hit.anchor)})
