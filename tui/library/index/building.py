"""Bringing an index up to a generation of its library."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.library.archive import never
from tui.library.catalogue import Catalogue
from tui.library.decisions import NAMINGS, Decisions
from tui.library.errors import Damaged
from tui.library.index import schema as s
from tui.library.index.documents import documents
from tui.library.index.folder import Folder, IndexUnusable, engine
from tui.library.index.journal import Change, Held, Journal
from tui.library.shards import ShardReader
from tui.model import Meeting
from tui.reading.errors import ReadingError
from tui.reading.schema import decode

if TYPE_CHECKING:
    import tantivy

    from tui.library.files import Files
    from tui.library.layout import Layout

SMALL = 5_000
"""Turns up to which no index is made: the matcher alone answers within a frame or two."""

_FEW = 200
"""Meetings up to which the smallest writer will do."""
_SMALL_HEAP, _LARGE_HEAP = 15_000_000, 100_000_000
_BATCH = 500
"""Meetings after which a large change is committed, and can be broken off."""


class Builder:
    """Writes the index of one library."""

    def __init__(self, layout: Layout, files: Files) -> None:
        """Write into this library's folder."""
        self._layout = layout
        self._files = files
        self._known: tuple[Folder, tuple[int, int, int], Journal] | None = None

    def bring_up(
        self,
        catalogue: Catalogue,
        decisions: Decisions,
        shards: ShardReader,
        *,
        anew: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> bool:
        """Make the index hold what the library holds; another process at it is let be.

        Args:
            catalogue: The generation.
            decisions: What people corrected of it.
            shards: Reads its words.
            anew: Build a new one even where one can be used.
            cancelled: Asked between meetings; what is indexed so far stays.

        Returns:
            Whether it holds all of that generation.
        """
        if not is_worth_it(catalogue) and not self._layout.index.exists():
            return False
        try:
            with self._writing() as free:
                if not free:
                    return False
                folder, journal = (None, None) if anew else self._usable(catalogue)
                if folder is None or journal is None:
                    if not is_worth_it(catalogue):
                        return False
                    folder, journal = self._fresh(catalogue)
                change = changes(catalogue, decisions, shards, journal)
                whole = self._apply(
                    folder, journal, change, catalogue, decisions, shards, cancelled
                )
                if not self._files.shared:
                    folder.close_to_others()
                self._known = (folder, folder.stamp(), journal)
                return whole
        except (IndexUnusable, OSError):
            # What is derived can be made again; a library works without it.
            self._known = None
            return False

    def _usable(self, catalogue: Catalogue) -> tuple[Folder | None, Journal | None]:
        try:
            folder = Folder.current(self._layout.index)
            known = self._known
            if known is not None and known[0] == folder and known[1] == folder.stamp():
                journal = known[2]
            else:
                journal = folder.read_journal(catalogue.header.uuid)
            if not journal.pending and journal.opstamp != folder.opstamp():
                return None, None
            folder.open()
        except IndexUnusable:
            return None, None
        return folder, journal

    def _fresh(self, catalogue: Catalogue) -> tuple[Folder, Journal]:
        folder = Folder.new(self._layout.index)
        with engine():
            s.make(folder.path)
        journal = Journal(folder.journal, catalogue.header.uuid)
        journal.create()
        journal.conclude(0, 0, folder.opstamp())
        folder.adopt()
        return folder, journal

    def _apply(
        self,
        folder: Folder,
        journal: Journal,
        change: Change,
        catalogue: Catalogue,
        decisions: Decisions,
        shards: ShardReader,
        cancelled: Callable[[], bool],
    ) -> bool:
        broken_off = sorted(journal.pending)
        generation, decided = catalogue.header.generation, decisions.generation
        if not change and not broken_off:
            if (journal.generation, journal.decisions) != (generation, decided):
                journal.conclude(generation, decided, journal.opstamp)
            return True
        if not change.put and not change.dropped and not broken_off:
            journal.announce(change)
            journal.conclude(generation, decided, journal.opstamp)
            return True
        index = folder.open()
        heap = _SMALL_HEAP if len(change.put) <= _FEW else _LARGE_HEAP
        with engine():
            writer = index.writer(heap, num_threads=1)
        try:
            for part, last in _parts(change):
                if cancelled():
                    return False
                self._commit(writer, journal, part, broken_off, catalogue, decisions, shards)
                done = (generation, decided) if last else (journal.generation, journal.decisions)
                journal.conclude(*done, folder.opstamp())
                broken_off = []
        finally:
            with engine():
                writer.wait_merging_threads()
        return True

    def _commit(
        self,
        writer: tantivy.IndexWriter,
        journal: Journal,
        change: Change,
        broken_off: list[int],
        catalogue: Catalogue,
        decisions: Decisions,
        shards: ShardReader,
    ) -> None:
        meetings = _decoded(change, catalogue, decisions, shards)
        journal.announce(change)
        with engine():
            for number in {*broken_off, *change.dropped.values()}:
                writer.delete_documents_by_term(s.MEETING, number)
            for number, meeting in meetings:
                writer.delete_documents_by_term(s.MEETING, number)
                for document in documents(meeting, number):
                    writer.add_document(document)
            writer.commit()

    @contextmanager
    def _writing(self) -> Iterator[bool]:
        """Hold the index's own lock, so that nobody's import waits for a large index."""
        from filelock import FileLock, Timeout

        self._files.make_folder(self._layout.index)
        path = self._layout.index / "lock"
        lock = FileLock(path) if self._files.shared else FileLock(path, mode=0o600)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()


def is_worth_it(catalogue: Catalogue) -> bool:
    """Whether a library is too large to be searched well without an index."""
    turns = 0
    for key in catalogue:
        turns += catalogue.document(key)["turns"]
        if turns > SMALL:
            return True
    return False


def changes(
    catalogue: Catalogue, decisions: Decisions, shards: ShardReader, journal: Journal
) -> Change:
    """Compare what an index holds with a generation; only files that are new to it are read."""
    change = Change()
    found: set[str] = set()
    for name in catalogue.shards:
        known = journal.shards.get(name)
        if known is not None and not any(journal.is_pending(key) for key in known):
            if decisions.generation != journal.decisions:
                for key in known:
                    _compare(
                        change, journal, key, journal.held[key].digest, name, decisions, catalogue
                    )
            continue
        try:
            lines = dict(shards.read(catalogue, name).raw())
        except Damaged:
            continue  # whoever looks for its meetings is told by the matcher
        found.update(lines)
        for key, raw in lines.items():
            digest = hashlib.blake2b(raw, digest_size=8).hexdigest()
            _compare(change, journal, key, digest, name, decisions, catalogue)
    for name, keys in journal.shards.items():
        if name not in catalogue.shards:
            change.dropped.update({key: journal.held[key].number for key in keys - found})
    return change


def _compare(
    change: Change,
    journal: Journal,
    key: str,
    digest: str,
    shard: str,
    decisions: Decisions,
    catalogue: Catalogue,
) -> None:
    """Note what has become different in one meeting."""
    held = journal.held.get(key)
    mark = mark_of(decisions, catalogue, key)
    if held is None or journal.is_pending(key) or (held.digest, held.mark) != (digest, mark):
        change.put[key] = Held(journal.number(key), shard, digest, mark)
    elif held.shard != shard:
        change.moved[key] = shard


def mark_of(decisions: Decisions, catalogue: Catalogue, key: str) -> str:
    """Tell apart what decisions make of a meeting; "" where they leave it as it was read."""
    if not decisions:
        return ""
    from tui.library.replaying import chained

    own = [decision.number for decision in decisions.about(key)]
    names = sorted(chained(decisions, catalogue.document(key)["speakers"], key).items())
    if not own and not names:
        return ""
    if own:
        own += [decision.number for decision in decisions.all if decision.kind in NAMINGS]
    return hashlib.blake2b(repr((own, names)).encode(), digest_size=8).hexdigest()


def _decoded(
    change: Change, catalogue: Catalogue, decisions: Decisions, shards: ShardReader
) -> list[tuple[int, Meeting]]:
    """Read the meetings of a change; those that cannot be read are left to the matcher."""
    meetings = []
    for key, held in list(change.put.items()):
        try:
            meeting = decode(shards.read(catalogue, held.shard)[key])
        except (Damaged, ReadingError, KeyError, ValueError):
            change.dropped[key] = change.put.pop(key).number
        else:
            meetings.append((held.number, decisions.replay(meeting)))
    return meetings


def _parts(change: Change) -> Iterator[tuple[Change, bool]]:
    """Cut a large change into parts, and say of each whether it is the last."""
    keys = list(change.put)
    first = Change({key: change.put[key] for key in keys[:_BATCH]}, change.moved, change.dropped)
    yield first, len(keys) <= _BATCH
    for start in range(_BATCH, len(keys), _BATCH):
        part = {key: change.put[key] for key in keys[start : start + _BATCH]}
        yield Change(part), start + _BATCH >= len(keys)
