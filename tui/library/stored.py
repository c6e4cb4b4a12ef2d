"""The reading half of a library."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from math import inf
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tui.library.archive import Answer, Tally, never
from tui.library.catalogue import Catalogue, stamp_of
from tui.library.decisions import Decisions
from tui.library.errors import Damaged, LibraryError, NotFound
from tui.library.files import Files
from tui.library.gathered import Gathered
from tui.library.index.index import Index
from tui.library.layout import Layout
from tui.library.meetings import Meetings
from tui.library.places import Places
from tui.library.searching import Noted, Saved, Searching
from tui.library.shards import ShardReader
from tui.model import Entry, Hit, Meeting, Place, TimelineRow
from tui.timeline import Timeline

if TYPE_CHECKING:
    from tui.library.captures import Reading
    from tui.library.people import Person
    from tui.library.replaying import Correction
    from tui.library.rows import Row
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
        self._catalogue = catalogue
        self._shards = ShardReader(layout)
        self._meetings = Meetings(layout, self._shards, self._later)
        self._gathered = Gathered(self._meetings.read)
        self._damage: dict[Path, Damaged] = {}
        self._decisions = self._read_decisions()
        self._index = Index(layout, files)
        self._at_hand: Mapping[tuple[str, str], Meeting] = {}
        self._searching = Searching(self, self._index)
        self._places = Places(self, self._index, self._searching)
        self._refreshing = Lock()

    @property
    def path(self) -> Path:
        """The library's folder."""
        return self._layout.root

    @property
    def uuid(self) -> str:
        """Names the library, wherever it is moved."""
        return self._catalogue.header.uuid

    @property
    def read_only(self) -> bool:
        """Whether it was opened only for reading."""
        return self._read_only

    @property
    def generation(self) -> int:
        """See :class:`~tui.library.archive.Archive`; it counts the decisions too."""
        return self._catalogue.header.generation + self._decisions.generation

    @property
    def catalogue(self) -> Catalogue:
        """The generation that is being read."""
        return self._catalogue

    @property
    def damage(self) -> tuple[Damaged, ...]:
        """What was found unreadable so far, in :attr:`missing` meetings or elsewhere."""
        return tuple((self._damage | self._meetings.damage).values())

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of the meetings that answers so far had to leave out, in order of their dates."""
        return tuple(sorted(self._meetings.missing))

    def __len__(self) -> int:
        """How many meetings there are."""
        return len(self._catalogue)

    def refresh(self) -> bool:
        """Take up what another process wrote; cheap where nothing changed.

        Returns:
            Whether there is a new generation.

        Raises:
            LibraryError: The catalogue is gone or damaged; the last one read stays in use.
        """
        with self._refreshing:
            before = self.generation
            self._refresh_decisions()
            with suppress(OSError):
                if stamp_of(self._layout.catalogue.stat()) == self._catalogue.stamp:
                    return self.generation != before
            self._catalogue = load_catalogue(self._layout)
            return self.generation != before

    def _refresh_decisions(self) -> None:
        stamp = None
        with suppress(OSError):
            stamp = stamp_of(self._layout.decisions.stat())
        if stamp != self._decisions.stamp:
            self._decide(self._read_decisions())

    def _decide(self, decisions: Decisions) -> None:
        """Take up other decisions."""
        self._decisions = decisions

    @property
    def decisions(self) -> Decisions:
        """What people corrected; every answer takes it into account."""
        return self._decisions

    def as_read(self, beginning: str) -> Meeting:
        """A meeting as its source has it, without what people decided.

        Raises:
            NotFound: No id begins so; likewise Ambiguous and Damaged.
        """
        catalogue = self._catalogue
        return self._meetings.read(catalogue, Decisions(), catalogue.find(beginning))

    def corrections(self, beginning: str) -> tuple[Correction, ...]:
        """What people decided of a meeting, or of those who speak in it.

        Raises:
            NotFound: No id begins so; likewise Ambiguous and Damaged.
        """
        if not self._decisions:
            return ()
        from tui.library.replaying import corrections

        return corrections(self._decisions, self.as_read(beginning))

    def entries_of(self, catalogue: Catalogue) -> tuple[Entry, ...]:
        """What a list shows of a generation, oldest first, decisions included."""
        return self._gathered.entries(catalogue, self._decisions)

    def listing_of(self, catalogue: Catalogue) -> Timeline:
        """The rows of a generation without a query, newest first, decisions included."""
        return self._gathered.listing(catalogue, self._decisions)

    def _read_decisions(self) -> Decisions:
        """Read what people decided; where that is damaged, the meetings are shown as read."""
        try:
            decisions = Decisions.read(self._layout)
        except Damaged as error:
            self._damage[error.path] = error
            return Decisions()
        self._damage.pop(self._layout.decisions, None)
        return decisions

    def _adopt(
        self, catalogue: Catalogue, written: Mapping[tuple[str, str], Meeting] | None = None
    ) -> None:
        """Take up a generation that was written here.

        Args:
            catalogue: The generation.
            written: Meetings that it brought, by shard and id: kept until `catch_up`.
        """
        with self._refreshing:
            self._catalogue = catalogue
            self._at_hand = written or {}

    def row(self, beginning: str) -> Row:
        """Everything known of a meeting without its words: people, captures, tags.

        Raises:
            NotFound: No id begins so; likewise Ambiguous.
        """
        catalogue = self._catalogue
        return catalogue.row(catalogue.find(beginning))

    def consult(self, *, saved: Saved, noted: Noted) -> None:
        """Let queries ask what a reader's notebook knows, which is no part of the library.

        Args:
            saved: The text of a saved search, by its name; for ``saved:``.
            noted: Whether the reader has marked a passage, by meeting id and anchor; for
                ``is:noted``.
        """
        self._searching.consult(saved=saved, noted=noted)

    def timeline(
        self, query: Query | None = None, *, cancelled: Callable[[], bool] = never
    ) -> Sequence[TimelineRow]:
        """See :class:`~tui.library.archive.Archive`."""
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
        """Bring the index up to this generation; searching needs it only to be quick.

        Small libraries have none, and one that was opened only for reading is left alone.

        Args:
            anew: Build a new one even where there is one.
            cancelled: Asked now and then; what is indexed so far stays.

        Returns:
            Whether there is an index that holds the whole generation.
        """
        if self._read_only:
            return False
        at_hand, self._at_hand = self._at_hand, {}
        return self._index.bring_up(
            self._catalogue,
            self._decisions,
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
        return self._searching.matcher(self._catalogue, query).hits(meeting)

    def pairs_in(self, beginning: str, query: Query) -> tuple[Pair, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.matcher(self._catalogue, query).pairs(self.meeting(beginning))

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
        catalogue = self._catalogue
        return self._meetings.read(catalogue, self._decisions, catalogue.find(beginning))

    def excerpt(self, place: Place) -> Meeting:
        """See :class:`~tui.library.archive.Archive`."""
        catalogue = self._catalogue
        return self.excerpt_of(catalogue, catalogue.find(place.meeting), (place.anchor,))

    def resolve(self, address: str) -> Place:
        """See :class:`~tui.library.archive.Archive`."""
        beginning, _, anchor = address.partition("#")
        if not anchor:
            return Place(self._catalogue.find(beginning))
        from tui.library.addresses import locate  # not for the first screen

        return locate(self.meeting(beginning), anchor)

    def people(self) -> tuple[Person, ...]:
        """See :class:`~tui.library.archive.Archive`."""
        return self._gathered.people(self._catalogue, self._decisions)

    def unfolded(self, query: Query) -> Query:
        """See :class:`~tui.library.archive.Archive`."""
        return self._searching.matcher(self._catalogue, query).query

    def vocabulary(self) -> Vocabulary:
        """See :class:`~tui.library.archive.Archive`."""
        return self._gathered.vocabulary(self._catalogue, self._decisions)

    def meeting_of(self, catalogue: Catalogue, key: str) -> Meeting:
        """A meeting of a generation, by its whole id, decisions included.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """
        return self._meetings.read(catalogue, self._decisions, key)

    def passing(self, catalogue: Catalogue, key: str) -> Meeting:
        """The same for somebody who goes through many meetings and keeps none in memory."""
        return self._meetings.read(catalogue, self._decisions, key, keep=False)

    def excerpt_of(self, catalogue: Catalogue, key: str, anchors: Collection[str]) -> Meeting:
        """The same with some passages alone; see :meth:`Meetings.excerpt`."""
        return self._meetings.excerpt(catalogue, self._decisions, key, anchors)

    def _later(self, catalogue: Catalogue) -> Catalogue | None:
        """The generation after one, where there is one."""
        self.refresh()
        return None if self._catalogue is catalogue else self._catalogue


def load_catalogue(layout: Layout) -> Catalogue:
    """Read the current generation.

    Raises:
        NotFound: There is none.
        LibraryError: It cannot be read, is damaged or of a later format.
    """
    try:
        return Catalogue.read(layout.catalogue)
    except FileNotFoundError:
        raise NotFound(f"{layout.root}: there is no library.") from None
    except OSError as error:
        raise LibraryError(
            f"{layout.catalogue}: the library cannot be read ({error.strerror}). "
            "Nothing was changed. Check who may read it, or choose another with --library."
        ) from error
