"""A library: the archive on this machine's disk, read and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.archive import never
from tui.library.errors import Damaged, NotFound, ReadOnly
from tui.library.stored import StoredArchive
from tui.model import Entry, Meeting

if TYPE_CHECKING:
    from tui.library.decisions import Decision, Decisions
    from tui.library.doctor import Finding
    from tui.library.importing import ImportResult
    from tui.library.notebook import Notebook
    from tui.library.sameness import Known
    from tui.library.sources import Candidate
    from tui.library.transaction import Transaction

Progress = Callable[[int, int, str], None]
"""Told before each file: how many are done, how many there are, its name."""


class Library(StoredArchive):
    """One library; see :func:`tui.library.open.open_library`."""

    def __enter__(self) -> Library:
        """Use it for the length of a block; nothing is held open, so nothing need be closed."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the block."""

    def notebook(self) -> Notebook:
        """The user's own notebook for this library, also where the library is read-only."""
        from tui.library.notebook import Notebook
        from tui.settings.paths import notebook_folder

        return Notebook(notebook_folder(), self.uuid)

    def import_files(
        self,
        paths: Iterable[Path],
        *,
        format: str | None = None,  # noqa: A002
        dry_run: bool = False,
        on_progress: Progress | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[ImportResult]:
        """Import files, and what is in folders; the same file again changes nothing.

        A file is acknowledged, by its result, only after the commit that keeps it; a commit
        takes up to 500 files. A bad file is reported as skipped.

        Args:
            paths: Files and folders.
            format: A reader's name; None to find out from the content.
            dry_run: Report what would happen and change nothing; of more files than a commit
                takes, those of one meeting are not all known to be.
            on_progress: Told of every file as it is read.
            cancelled: Asked before every file; where it says yes, what was read is still
                committed and acknowledged, and the rest is left.

        Yields:
            One result a meeting, or one for a file without any.

        Raises:
            ReadOnly: The library is not for writing.
            LibraryError: The disk did not take it; what was acknowledged before is kept.
        """
        from tui.library.sameness import Known
        from tui.library.sources import expand

        if not dry_run:
            self._check_writable()
        candidates = list(expand(Path(path) for path in paths))
        import_id = new_import_id()
        done, known, generation = 0, None, 0
        while done < len(candidates) and not cancelled():

            def report(at: int, name: str, before: int = done) -> None:
                if on_progress is not None:
                    on_progress(before + at, len(candidates), name)

            with nullcontext() if dry_run else self._writing():
                transaction = self._transaction()
                if known is None or generation != self.generation:
                    known = Known(self.catalogue)
                results, taken, decided = fill(
                    transaction,
                    known,
                    self._stored,
                    candidates[done:],
                    import_id,
                    format=format,
                    on_file=report,
                    cancelled=cancelled,
                )
                if not dry_run and not transaction.is_empty:
                    self._adopt(transaction.commit(), transaction.written)
                generation = self.generation
            done += taken
            yield from results
            for file, decisions in decided:
                yield self._take_in(file, decisions, dry_run=dry_run)
            if not dry_run:
                self.catch_up()

    def _take_in(self, file: str, others: Sequence[Decision], *, dry_run: bool) -> ImportResult:
        """Take in what people decided in another library, as far as it is not decided here."""
        from tui.library.exporting import adding
        from tui.library.importing import taken_in

        before = self.decisions
        take = partial(adding, others=others)
        after = take(before) if dry_run else self.decide(take)
        return taken_in(file, others, new=len(after) - len(before))

    def remove(self, target: str) -> tuple[str, ...]:
        """Remove a meeting, or all that one import brought.

        What an import revised is read again from the original that was there before it. The
        words leave the disk with the commit after this one, like every generation.

        Args:
            target: The beginning of a meeting's id, or an import's whole id.

        Returns:
            Ids of the meetings that were removed or went back.

        Raises:
            NotFound: Neither a meeting nor an import goes by this name; likewise Ambiguous.
            ReadOnly: The library is not for writing.
            Damaged: An original that must be read again cannot be; nothing was changed.
        """
        from tui.library.removing import remove_import, remove_meeting

        self._check_writable()
        with self._writing():
            transaction = self._transaction()
            removed = remove_import(transaction, self.catalogue, self._layout, target)
            if not removed:
                removed = (remove_meeting(transaction, self.catalogue, target),)
            self._adopt(transaction.commit())
        self.catch_up()
        return removed

    def leaving(self, target: str) -> tuple[Entry, ...]:
        """Return the meetings that `remove` would touch; nothing is changed.

        Raises:
            NotFound: Neither a meeting nor an import goes by this name; likewise Ambiguous.
            ReadOnly: The library is not for writing.
        """
        from tui.library.removing import leaving

        self._check_writable()
        return leaving(self.catalogue, target)

    def decide(self, change: Callable[[Decisions], Decisions]) -> Decisions:
        """Change what people decided, in one commit.

        Args:
            change: Takes the decisions that hold and returns those that shall; called while
                nobody else writes. See :mod:`tui.library.deciding`.

        Returns:
            Those that hold now.

        Raises:
            ReadOnly: The library is not for writing.
            Damaged: ``decisions.json`` cannot be trusted; nothing was written over it.
            LibraryError: The disk did not take it; the decisions are as they were.
        """
        from tui.library.decisions import Decisions, explained

        self._check_writable()
        with self._writing():
            before = Decisions.read(self._layout)
            after = change(before)
            if after is not before:
                with explained(self._layout):
                    after.write(self._layout, self._files)
                self._current.decide(after)
        return after

    def doctor(self, *, repair: bool = False) -> Iterator[Finding]:
        """Examine every file; see :func:`tui.library.doctor.examine`."""
        from tui.library.doctor import examine

        if repair:
            self._check_writable()
        yield from examine(self.path, repair=repair, files=self._files)
        self.refresh()

    def _stored(self, meeting: str) -> Meeting | None:
        """A meeting as it was read, or None where its words cannot be."""
        try:
            return self.as_read(meeting)
        except (Damaged, NotFound):
            return None

    def _check_writable(self) -> None:
        if self.read_only:
            raise ReadOnly(f"{self.path} was opened for reading only. Nothing was changed.")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock, on top of what the last writer left."""
        from tui.library.lock import exclusive  # reading needs none

        with exclusive(self._layout, self._files):
            self._current.keep_up()
            yield

    def _transaction(self) -> Transaction:
        from tui.library.transaction import Transaction

        catalogue = self.catalogue
        return Transaction(self._layout, self._files, self._shards, catalogue, catalogue.header)


def new_import_id() -> str:
    """Name an import: when it was, and four letters of chance."""
    import secrets  # only for an import; a start has none

    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def fill(
    transaction: Transaction,
    known: Known,
    stored: Callable[[str], Meeting | None],
    candidates: Sequence[Candidate],
    import_id: str,
    *,
    format: str | None = None,  # noqa: A002
    on_file: Callable[[int, str], None] = lambda at, name: None,
    cancelled: Callable[[], bool] = never,
) -> tuple[list[ImportResult], int, Sequence[tuple[str, Sequence[Decision]]]]:
    """Import as many files as one commit takes.

    Args:
        transaction: Takes the changes.
        known: What is there already; learns what is added.
        stored: Reads a meeting that is there; None where it cannot be read.
        candidates: The files.
        import_id: Names the import.
        format: A reader's name; None to find out from the content.
        on_file: Told of every file: its number, its name.
        cancelled: Asked before every file whether to leave it and the rest.

    Returns:
        The results, how many files they are about, and what some of them say that people
        decided in another library, by file: to be taken in after the commit.
    """
    from tui.library.importing import BATCH, BATCH_BYTES, Importer

    importer = Importer(transaction, known, stored, import_id, format=format)
    results: list[ImportResult] = []
    weight = taken = 0
    for candidate in candidates[:BATCH]:
        if cancelled():
            break
        on_file(taken, str(candidate.path))
        found, size = importer.add(candidate)
        results += found
        weight += size
        taken += 1
        if weight >= BATCH_BYTES:
            break
    return results, taken, importer.decided
