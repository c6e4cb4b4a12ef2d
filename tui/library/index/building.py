"""Bringing an index up to a generation of its library."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
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
        at_hand: Mapping[tuple[str, str], Meeting] | None = None,
        anew: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> bool:
        """Make the index hold what the library holds; another process at it is let be.

        Args:
            catalogue: The generation.
            decisions: What people corrected of it.
            shards: Reads its words.
            at_hand: Meetings as their shards hold them, by shard and id, which need not be
                decoded: those that were written just now.
            anew: Build a new one even where one can be used.
            cancelled: Asked between meetings; what is indexed so far stays.

        Returns:
            Whether it holds all of that generation.
        """
        try:
            with self._writing() as free:
                if not free:
                    return False
                folder, journal = (None, None) if anew else self._usable(catalogue)
                if folder is None or journal is None:
                    folder, journal = self._fresh(catalogue)
                work = _Work(journal, catalogue, decisions, shards, at_hand or {}, cancelled)
                whole = self._apply(folder, work)
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

    def _apply(self, folder: Folder, work: _Work) -> bool:
        """Make every change; False where it was broken off."""
        journal, change, now = work.journal, work.change(), work.generations
        if not (change.put or change.dropped or journal.pending):
            if change.moved:
                journal.announce(change)
            if change.moved or (journal.generation, journal.decisions) != now:
                journal.conclude(*now, journal.opstamp)
            return True
        heap = _SMALL_HEAP if len(change.put) <= _FEW else _LARGE_HEAP
        index = folder.open()
        with engine():
            writer = index.writer(heap, num_threads=1)
        try:
            for part, last in _parts(change):
                if not self._commit(writer, work, part):
                    return False
                done = now if last else (journal.generation, journal.decisions)
                journal.conclude(*done, folder.opstamp())
        finally:
            with engine():
                writer.wait_merging_threads()
        return True

    def _commit(self, writer: tantivy.IndexWriter, work: _Work, change: Change) -> bool:
        """Index one part of a change; False where it was broken off."""
        journal = work.journal
        with engine():
            again = {held.number for key, held in change.put.items() if key in journal.held}
            _delete(writer, {*journal.pending, *change.dropped.values(), *again})
            for key, held in list(change.put.items()):
                if work.cancelled():
                    return False
                meeting = work.meeting(key, held.shard)
                if meeting is None:  # whoever looks for it is told by the matcher
                    change.dropped[key] = change.put.pop(key).number
                    continue
                for document in documents(meeting, held.number):
                    writer.add_document(document)
        journal.announce(change)
        with engine():
            writer.commit()
        return True

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


@dataclass(frozen=True, slots=True)
class _Work:
    """One generation to be indexed, and what an index holds before."""

    journal: Journal
    catalogue: Catalogue
    decisions: Decisions
    shards: ShardReader
    at_hand: Mapping[tuple[str, str], Meeting]
    cancelled: Callable[[], bool]

    @property
    def generations(self) -> tuple[int, int]:
        """Of the library and of its decisions."""
        return self.catalogue.header.generation, self.decisions.generation

    def meeting(self, key: str, shard: str) -> Meeting | None:
        """A meeting as the matcher sees it; None where it cannot be read."""
        try:
            meeting = self.at_hand.get((shard, key))
            if meeting is None:
                meeting = decode(self.shards.read(self.catalogue, shard)[key])
            return self.decisions.replay(meeting)
        except (Damaged, ReadingError, KeyError, ValueError):
            return None

    def change(self) -> Change:
        """Compare the index with the generation; only files that are new to it are read."""
        change, journal = Change(), self.journal
        found: set[str] = set()
        for name in self.catalogue.shards:
            known = journal.shards.get(name)
            if known is not None and not any(map(journal.is_pending, known)):
                if self.decisions.generation != journal.decisions:
                    for key in known:
                        self._compare(change, key, journal.held[key].digest, name)
                continue
            try:
                lines = dict(self.shards.read(self.catalogue, name).raw())
            except Damaged:
                continue
            found.update(lines)
            for key, raw in lines.items():
                self._compare(change, key, hashlib.blake2b(raw, digest_size=8).hexdigest(), name)
        for name, keys in journal.shards.items():
            if name not in self.catalogue.shards:
                change.dropped.update({key: journal.held[key].number for key in keys - found})
        return change

    def _compare(self, change: Change, key: str, digest: str, shard: str) -> None:
        """Note what has become different in one meeting."""
        journal, held = self.journal, self.journal.held.get(key)
        mark = mark_of(self.decisions, self.catalogue, key)
        known = held is not None and not journal.is_pending(key)
        if held is None or not known or (held.digest, held.mark) != (digest, mark):
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


def _delete(writer: tantivy.IndexWriter, numbers: set[int]) -> None:
    """Delete the documents of meetings.

    By a query: in the engine's bindings, deleting by the term of a number deletes nothing.
    """
    import tantivy

    if numbers:
        query = tantivy.Query.term_set_query(s.schema(), s.MEETING, sorted(numbers))
        writer.delete_documents_by_query(query)


def _parts(change: Change) -> Iterator[tuple[Change, bool]]:
    """Cut a large change into parts, and say of each whether it is the last."""
    keys = list(change.put)
    first = Change({key: change.put[key] for key in keys[:_BATCH]}, change.moved, change.dropped)
    yield first, len(keys) <= _BATCH
    for start in range(_BATCH, len(keys), _BATCH):
        part = {key: change.put[key] for key in keys[start : start + _BATCH]}
        yield Change(part), start + _BATCH >= len(keys)
