"""The reading half of a library."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.archive import Answer, Tally, never
from tui.library.catalogue import Catalogue
from tui.library.current import Current
from tui.library.decisions import Decisions
from tui.library.errors import Damaged
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.meetings import Meetings
from tui.library.shards import ShardReader
from tui.model import Hit, Meeting, Place, TimelineRow
from tui.timeline import Timeline

if TYPE_CHECKING:
    from tui.library.captures import Reading
    from tui.library.gathered import Gathered
    from tui.library.index.index import Index
    from tui.library.people import Person
    from tui.library.places import Places
    from tui.library.replaying import Correction
    from tui.library.rows import Row
    from tui.library.searching import Noted, Saved, Searching
    from tui.search.matcher import Pair
    from tui.search.query import Query
    from tui.search.vocabulary import Vocabulary


class StoredArchive:
    """Reads one library; implements :class:`~tui.library.archive.Archive`.

    Reading needs no lock: a catalogue is one immutable generation, and the shards it names
    stay until the commit after the next. May be used from several threads.
    """

    def __init__(
        self, layout: Layout, files: Files, catalogue: Catalogue, *, read_only: bool = False
    ) -> None:
        """Take an opened generation; see :func:`tui.library.open.open_library`."""
        self._layout = layout
        self._files = files
        self._read_only = read_only
        self._current = Current(layout, catalogue)
        self._shards = ShardReader(layout)
        self._meetings = Meetings(layout, self._shards, self._current.later)
        self._at_hand: Mapping[tuple[str, str], Meeting] = {}
        self._consulted: tuple[Saved, Noted] | None = None

    # What the first screen does not need is loaded when somebody asks for it. Two threads may
    # do so at once: both get what the first of them put in its place.

    @cached_property
    def _gathered(self) -> Gathered:
        from tui.library.gathered import Gathered

        made: Gathered = vars(self).setdefault("_gathered", Gathered(self._meetings.read))
        return made

    @cached_property
    def _index(self) -> Index:
        from tui.library.index.index import Index

        made: Index = vars(self).setdefault("_index", Index(self._layout, self._files))
        return made

    @cached_property
    def _searching(self) -> Searching:
        from tui.library.searching import Searching

        made: Searching = vars(self).setdefault("_searching", Searching(self, self._index))
        return made

    @cached_property
    def _places(self) -> Places:
        from tui.library.places import Places

        return Places(self, self._index, self._searching)

    @property
    def path(self) -> Path:
        """The library's folder."""
        return self._layout.root

    @property
    def uuid(self) -> str:
        """Names the library, wherever it is moved."""
        return self.catalogue.header.uuid

    @property
    def read_only(self) -> bool:
        """Whether it was opened only for reading."""
        return self._read_only

    @property
    def generation(self) -> int:
        """See :class:`~tui.library.archive.Archive`; it counts the decisions too."""
        return self._current.number

    @property
    def catalogue(self) -> Catalogue:
        """The generation that is being read."""
        return self._current.catalogue

    @property
    def damage(self) -> tuple[Damaged, ...]:
        """What was found unreadable so far, in :attr:`missing` meetings or elsewhere."""
        return tuple((self._current.damage | self._meetings.damage).values())

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of the meetings that answers so far had to leave out, in order of their dates."""
        return tuple(sorted(self._meetings.missing))

    def __len__(self) -> int:
        """How many meetings there are."""
        return len(self.catalogue)

    def refresh(self) -> bool:
        """Take up what another process wrote; cheap where nothing changed.

        Returns:
            Whether there is a new generation.

        Raises:
            LibraryError: The catalogue is gone or damaged; the last one read stays in use.
        """
        return self._current.refresh()

    @property
    def decisions(self) -> Decisions:
        """What people corrected; every answer takes it into account."""
        return self._current.decisions

    def as_read(self, beginning: str) -> Meeting:
        """A meeting as its source has it, without what people decided.

        Raises:
            NotFound: No id begins so; likewise Ambiguous and Damaged.
        """
        catalogue = self.catalogue
        return self._meetings.read(catalogue, Decisions(), catalogue.find(beginning))

    def corrections(self, beginning: str) -> tuple[Correction, ...]:
        """What people decided of a meeting, or of those who speak in it.

        Raises:
            NotFound: No id begins so; likewise Ambiguous and Damaged.
        """
        if not self.decisions:
            return ()
        from tui.library.replaying import corrections

        return corrections(self.decisions, self.as_read(beginning))

    def listing_of(self, catalogue: Catalogue) -> Timeline:
        """The rows of a generation without a query, newest first, decisions included."""
        if not self.decisions:
            return catalogue.timeline
        return self._gathered.listing(catalogue, self.decisions)

    def _adopt(
        self, catalogue: Catalogue, written: Mapping[tuple[str, str], Meeting] | None = None
    ) -> None:
        """Take up a generation that was written here.

        Args:
            catalogue: The generation.
            written: Meetings that it brought, by shard and id: kept until `catch_up`.
        """
        self._current.adopt(catalogue)
        self._at_hand = written or {}

    def row(self, beginning: str) -> Row:
        """Everything known of a meeting without its words: people, captures, tags.

        Raises:
            NotFound: No id begins so; likewise Ambiguous.
        """
        catalogue = self.catalogue
        return catalogue.row(catalogue.find(beginning))

    def consult(self, *, saved: Saved, noted: Noted) -> None:
        """Let queries ask what a reader's notebook knows, which is no part of the library.

        Args:
            saved: The text of a saved search, by its name; for ``saved:``.
            noted: Whether the reader has marked a passage, by meeting id and anchor; for
                ``is:noted``.
        """
        self._consulted = saved, noted

    @property
    def consulted(self) -> tuple[Saved, Noted] | None:
        """What answers for the reader's notebook; None where nobody does."""
        return self._consulted

    def timeline(
        self, query: Query | None = None, *, cancelled: Callable[[], bool] = never
    ) -> Sequence[TimelineRow]:
        """See :class:`~tui.library.archive.Archive`."""
        if query is None:
            return self.listing_of(self.catalogue)
        return self._searching.timeline(query, cancelled)

    def answers(
        self,
        query: Query,
        *,
        start: str | None = None,
        pace: float = inf,
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[Answer]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.answers(query, start=start, pace=pace, cancelled=cancelled)

    def catch_up(self, *, anew: bool = False, cancelled: Callable[[], bool] = never) -> bool:
        """Bring the index up to this generation, and the head; both only make things quick.

        Small libraries have none, and one that was opened only for reading is left alone.

        Args:
            anew: Build a new one even where there is one.
            cancelled: Asked now and then; what is indexed so far stays.

        Returns:
            Whether there is an index that holds the whole generation.
        """
        if self._read_only:
            return False
        if self.catalogue.misses_head:
            from tui.library.head import write_head  # seldom: after a restoration, say

            write_head(self._layout, self._files, self.catalogue)
            self.catalogue.misses_head = False
        at_hand, self._at_hand = self._at_hand, {}
        return self._index.bring_up(
            self.catalogue,
            self.decisions,
            self._shards,
            at_hand=at_hand,
            anew=anew,
            cancelled=cancelled,
        )

    def tally(self, query: Query, *, cancelled: Callable[[], bool] = never) -> Tally:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.tally(query, cancelled)

    def hits(self, query: Query, *, cancelled: Callable[[], bool] = never) -> Iterator[Hit]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.hits(query, cancelled)

    def hits_in(self, beginning: str, query: Query) -> tuple[Hit, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self.hits_of(self.meeting(beginning), query)

    def hits_of(self, meeting: Meeting, query: Query) -> tuple[Hit, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.matcher(self.catalogue, query).hits(meeting)

    def pairs_in(self, beginning: str, query: Query) -> tuple[Pair, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.matcher(self.catalogue, query).pairs(self.meeting(beginning))

    def holding(self, query: Query, *, limit: int, best: bool = False) -> tuple[Place, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._places.holding(query, limit, best=best)

    def alike(self, words: Sequence[str], *, limit: int) -> tuple[Place, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._places.alike(words, limit)

    def is_revised(self, catalogue: Catalogue, meeting: str) -> bool:
        """Whether a meeting's words changed between its captures; reads the originals."""
        if len(catalogue.document(meeting)["captures"]) < 2:
            return False
        from tui.library.captures import is_revised

        return is_revised(self._layout, catalogue.row(meeting))

    def captures(self, beginning: str) -> tuple[Reading, ...]:
        """Every reading of a meeting, oldest first, read again from the imported files.

        Raises:
            NotFound: No id begins so; likewise Ambiguous.
        """
        from tui.library.captures import readings

        return readings(self._layout, self.row(beginning))

    def capture(self, beginning: str, number: int) -> Meeting:
        """One reading of a meeting, as its file has it, without anybody's corrections.

        Raises:
            NotFound: No id begins so, or it has no such capture; likewise Ambiguous.
            Damaged: The file it was read from is missing or damaged.
        """
        from tui.library.captures import reading

        return reading(self._layout, self.row(beginning), number)

    def meeting(self, beginning: str) -> Meeting:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self.catalogue
        return self._meetings.read(catalogue, self.decisions, catalogue.find(beginning))

    def excerpt(self, place: Place) -> Meeting:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self.catalogue
        return self.excerpt_of(catalogue, catalogue.find(place.meeting), (place.anchor,))

    def resolve(self, address: str) -> Place:
        """See :class:`~tui.library.archive.Archive`."""
        beginning, _, anchor = address.partition("#")
        if not anchor:
            return Place(self.catalogue.find(beginning))
        from tui.library.addresses import locate  # not for the first screen

        return locate(self.meeting(beginning), anchor)

    def people(self) -> tuple[Person, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._gathered.people(self.catalogue, self.decisions)

    def unfolded(self, query: Query) -> Query:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.matcher(self.catalogue, query).query

    def vocabulary(self) -> Vocabulary:
        """See :class:`~tui.library.archive.Archive`."""
        return self._gathered.vocabulary(self.catalogue, self.decisions)

    def meeting_of(self, catalogue: Catalogue, key: str) -> Meeting:
        """A meeting of a generation, by its whole id, decisions included.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """
        return self._meetings.read(catalogue, self.decisions, key)

    def passing(self, catalogue: Catalogue, key: str) -> Meeting:
        """The same for somebody who goes through many meetings and keeps none in memory."""
        return self._meetings.read(catalogue, self.decisions, key, keep=False)

    def excerpt_of(self, catalogue: Catalogue, key: str, anchors: Collection[str]) -> Meeting:
        """The same with some passages alone; see :meth:`Meetings.excerpt`."""
        return self._meetings.excerpt(catalogue, self.decisions, key, anchors)
