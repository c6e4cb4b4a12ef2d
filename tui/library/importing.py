"""From files to meetings in a library."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from tui.library.completing import completed
from tui.library.decisions import Decision
from tui.library.exporting import NotDecisions, is_decisions, read_decisions
from tui.library.rows import Capture
from tui.library.sameness import Change, Known, compare
from tui.library.sources import Candidate, load
from tui.library.transaction import Transaction, UnstorableText
from tui.model import Meeting
from tui.reading.errors import ReadingError

EXPORTED = "stenogram"
"""The reader of what ``show --json`` prints."""

BATCH = 500
"""Files to a commit: enough to share its cost, few enough to keep in memory."""

BATCH_BYTES = 64 * 2**20
"""Bytes of source to a commit."""


class Status(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    """A meeting that the library did not have."""
    UNCHANGED = "unchanged"
    """The library has these words."""
    REVISED = "revised"
    """The library has the meeting, and now these words of it."""
    SKIPPED = "skipped"
    """Not imported, for the reason given."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of a file, or of one of the meetings in it.

    Attributes:
        file: The file, as it was named or found.
        status: What became of it.
        meeting: The meeting's id; None where the file was skipped.
        reason: Why it was skipped or is unchanged; "" otherwise.
        warnings: What the reader was unsure of.
        import_id: Names all that this import brought, for removing it again.
    """

    file: str
    status: Status
    meeting: str | None
    reason: str = ""
    warnings: tuple[str, ...] = ()
    import_id: str = ""


class Importer:
    """Puts files into a transaction, one after the other; bad ones are reported, never raised."""

    def __init__(
        self,
        transaction: Transaction,
        known: Known,
        stored: Callable[[str], Meeting | None],
        import_id: str,
        *,
        format: str | None = None,  # noqa: A002
    ) -> None:
        """Prepare an import.

        Args:
            transaction: Takes the changes.
            known: What the library holds; learns what is added.
            stored: Reads a meeting of the library; None where it cannot be read.
            import_id: Names this import.
            format: A reader's name; None to find out from the content.
        """
        self._transaction = transaction
        self._known = known
        self._stored = stored
        self._import_id = import_id
        self._format = format
        self._added: dict[str, Meeting] = {}
        self.decided: list[tuple[str, tuple[Decision, ...]]] = []
        """What people decided in another library, by file: to be taken in after the commit."""

    def add(self, candidate: Candidate) -> tuple[list[ImportResult], int]:
        """Import one file.

        Returns:
            A result for each meeting in it, and the number of bytes read.
        """
        if candidate.reason:
            return [self._skipped(candidate.path, candidate.reason)], 0
        try:
            data = load(candidate.path, candidate.line)
        except ValueError as error:
            return [self._skipped(candidate.path, str(error))], 0
        except OSError as error:
            reason = f"the file cannot be read ({error.strerror or error})"
            return [self._skipped(candidate.path, reason)], 0
        return self._read(candidate.path, data), len(data)

    def _skipped(self, path: Path, reason: str) -> ImportResult:
        return ImportResult(str(path), Status.SKIPPED, None, reason)

    def _read(self, path: Path, data: bytes) -> list[ImportResult]:
        from tui.reading.registry import read  # readers are needed for importing alone

        if is_decisions(data):
            return self._decisions(path, data)
        sha256 = hashlib.sha256(data).hexdigest()
        before = self._known.of_file(sha256, self._format)
        if before:
            reason = "this very file was imported before"
            if self._transaction.misses_original(sha256):
                self._transaction.keep_original(sha256, data)
                reason += "; the library's copy of it was lost or damaged, and is whole again"
            return [ImportResult(str(path), Status.UNCHANGED, key, reason) for key in before]
        name = os.fsencode(path.name).decode("utf-8", "replace")
        try:
            meetings = read(data, name, format=self._format)
        except ReadingError as error:
            return [self._skipped(path, str(error))]
        except Exception as error:  # a reader's mistake must not cost the other files
            reason = f"its reader failed on it ({type(error).__name__}: {error}); please report it"
            return [self._skipped(path, reason)]
        if not meetings:
            return [self._skipped(path, "there is no meeting in it")]
        results: list[ImportResult] = []
        mine: set[str] = set()
        for position, meeting in enumerate(meetings):
            capture = Capture(
                sha256,
                name,
                meeting.source.url,
                _format(meeting, sha256),
                position,
                self._import_id,
            )
            try:
                result = self._place(str(path), meeting, capture, mine)
            except UnstorableText as error:
                result = self._skipped(path, str(error))
            results.append(replace(result, warnings=meeting.warnings, import_id=self._import_id))
        if any(result.status is not Status.SKIPPED for result in results):
            # A file of which nothing could be stored is no original of anything.
            self._transaction.keep_original(sha256, data)
        return results

    def _decisions(self, path: Path, data: bytes) -> list[ImportResult]:
        try:
            self.decided.append((str(path), read_decisions(data)))
        except NotDecisions as error:
            return [self._skipped(path, f"what was decided in another library: {error}")]
        return []

    def _place(self, file: str, meeting: Meeting, capture: Capture, mine: set[str]) -> ImportResult:
        """Store a meeting as new, or as another capture of one that is there."""
        key = self._known.same(meeting, mine, self._words)
        if key is None:
            meeting = replace(meeting, id=self._known.free_id(meeting))
            mine.add(meeting.id)
            self._put(meeting, (capture,), 0)
            return ImportResult(file, Status.IMPORTED, meeting.id)
        mine.add(key)
        captures = (*self._known.captures(key), capture)
        stored = self._words(key)
        change = Change.REVISION if stored is None else compare(meeting, stored)
        if change is Change.REVISION:
            meeting = replace(meeting, id=key)
            if stored is not None:
                meeting = completed(meeting, stored)
            self._put(meeting, captures, len(captures) - 1)
            return ImportResult(file, Status.REVISED, key)
        assert stored is not None
        # The address of an excerpt is that of whoever published it again.
        fuller = completed(stored, meeting, address=change is Change.NOTHING)
        current = self._transaction.current(key)
        if fuller is not stored:
            self._put(fuller, captures, current)
        else:
            self._transaction.annotate(key, captures, current)
            self._known.add(stored, captures)
        reason = (
            "the library has the same words from another file"
            if change is Change.NOTHING
            else "it is an excerpt; the library keeps the fuller text"
        )
        return ImportResult(file, Status.UNCHANGED, key, reason)

    def _put(self, meeting: Meeting, captures: tuple[Capture, ...], current: int) -> None:
        self._transaction.put(meeting, captures, current)
        self._known.add(meeting, captures)
        self._added[meeting.id] = meeting

    def _words(self, key: str) -> Meeting | None:
        return self._added.get(key) or self._stored(key)


def taken_in(file: str, others: Sequence[Decision], *, new: int) -> ImportResult:
    """Report what became of a file that says what people decided in another library.

    Args:
        file: The file, as it was named or found.
        others: All that they decided there.
        new: How many of these nobody had decided here.
    """
    reason = f"{new} of {len(others)} decisions of another library are new here"
    return ImportResult(file, Status.IMPORTED if new else Status.UNCHANGED, None, reason)


def _format(meeting: Meeting, sha256: str) -> str:
    """The reader that understands a file, by a meeting out of it.

    A meeting that tells of another file than the one it came in was exported: what it says
    of its source is about that other file, and this one is in our own schema.
    """
    return meeting.source.format if meeting.source.sha256 == sha256 else EXPORTED
