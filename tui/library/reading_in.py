"""Originals that no meeting names, read in again after the catalogue was made anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.library import originals
from tui.library.catalogue import Catalogue
from tui.library.errors import Damaged, LibraryError
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.rows import Capture
from tui.library.sameness import Known
from tui.library.shards import ShardReader
from tui.library.transaction import Transaction, UnstorableText
from tui.model import Meeting
from tui.reading.errors import ReadingError
from tui.reading.schema import decode

RECOVERED = "recovered"
"""The import by which meetings are known whose catalogue row was lost."""

_BATCH = 200
"""Originals to a commit: a repair of a large library keeps few of them in memory."""

_DIGITS = 12
"""Of an original's digest, in the name that it is given, as its own is lost."""


def read_in(layout: Layout, files: Files, catalogue: Catalogue) -> str:
    """Bring back the meetings of originals that the catalogue does not name.

    The words of a meeting that is there stay: the original becomes an older capture of it.

    Returns:
        What was done, in a sentence; "" where there was nothing to read.
    """
    named = {capture.sha256 for row in catalogue.rows() for capture in row.captures}
    named |= _let_go(layout)
    unnamed = [sha256 for sha256 in originals.stored(layout) if sha256 not in named]
    back: set[str] = set()
    taken = 0
    for start in range(0, len(unnamed), _BATCH):
        batch = _Batch(layout, files, catalogue)
        taken += batch.read(unnamed[start : start + _BATCH])
        back |= batch.brought
        catalogue = batch.commit()
    if not taken:
        return ""
    which = f", with the meetings {', '.join(sorted(back))}" if back else ""
    return f"{taken} originals that nothing named were read in again{which}."


def _let_go(layout: Layout) -> set[str]:
    """The originals of what was removed on purpose, as far as the generation before says."""
    try:
        return set(Catalogue.read(layout.previous).retired)
    except (LibraryError, OSError):
        return set()


class _Batch:
    """Originals that are read in with one commit."""

    def __init__(self, layout: Layout, files: Files, catalogue: Catalogue) -> None:
        self._layout = layout
        self._catalogue = catalogue
        self._reader = ShardReader(layout)
        self._transaction = Transaction(layout, files, self._reader, catalogue, catalogue.header)
        self._known = Known(catalogue)
        self._added: dict[str, Meeting] = {}

    @property
    def brought(self) -> set[str]:
        """Ids of the meetings that were not there."""
        return set(self._added)

    def commit(self) -> Catalogue:
        """Make it true."""
        return self._catalogue if self._transaction.is_empty else self._transaction.commit()

    def read(self, digests: Iterable[str]) -> int:
        """Read originals and say how many of them brought something."""
        return sum(self._read(sha256) for sha256 in digests)

    def _read(self, sha256: str) -> bool:
        from tui.reading.registry import read

        name = sha256[:_DIGITS]
        try:
            meetings = read(originals.load(self._layout, sha256), name)
        except Exception:  # whatever it is, the file is kept and the others are read
            return False
        mine: set[str] = set()
        for position, meeting in enumerate(meetings):
            source = meeting.source
            capture = Capture(sha256, name, source.url, source.format, position, RECOVERED)
            self._place(meeting, capture, mine)
        return bool(mine)

    def _place(self, meeting: Meeting, capture: Capture, mine: set[str]) -> None:
        key = self._known.same(meeting, mine, self._words)
        if key is None:
            meeting = replace(meeting, id=self._known.free_id(meeting))
            try:
                self._transaction.put(meeting, (capture,), 0)
            except UnstorableText:
                return
            self._known.add(meeting, (capture,))
            self._added[meeting.id] = meeting
            mine.add(meeting.id)
            return
        mine.add(key)
        captures = (capture, *self._known.captures(key))
        self._transaction.annotate(key, captures, self._transaction.current(key) + 1)
        stored = self._words(key)
        if stored is not None:
            self._known.add(stored, captures)

    def _words(self, key: str) -> Meeting | None:
        if key in self._added:
            return self._added[key]
        try:
            shard = self._catalogue.document(key)["shard"]
            return decode(self._reader.read(self._catalogue, shard)[key])
        except (Damaged, KeyError, ValueError, ReadingError):
            return None
