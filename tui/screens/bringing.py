"""Bringing files into the library while one reads."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from tui.library.errors import LibraryError
from tui.messages import message
from tui.screens.timing import Timing

if TYPE_CHECKING:
    from tui.library.importing import ImportResult

TELL_EVERY = 0.5
"""Seconds between two lines of progress: each is sent over the wire."""


@runtime_checkable
class TakesFiles(Protocol):
    """An archive that files may be brought into."""

    @property
    def read_only(self) -> bool:
        """Whether it may not be written."""

    def import_files(
        self,
        paths: Iterable[Path],
        *,
        on_progress: Callable[[int, int, str], None] | None = None,
        cancelled: Callable[[], bool] = ...,
    ) -> Iterator[ImportResult]:
        """See :meth:`tui.library.library.Library.import_files`."""


class Bringing(Timing, layer=True):
    """The screen from which files are imported."""

    @message
    class Told(Message):
        """An import goes on, or came to its end.

        Attributes:
            words: How far it is, for the reader.
            ended: Whether it is over.
        """

        words: str
        ended: bool = False

    _importing: Event | None = None
    """Of the import that runs: set to stop it after the file it is at."""

    def action_import(self) -> None:
        """Ask for a file or a folder, and import it; again while it runs, stop."""
        from tui.screens.file_picker import FilePicker

        if self._importing is not None:
            self._importing.set()
            self.say("Stopping the import; what is done is kept")
        elif not isinstance(self.archive, TakesFiles) or self.archive.read_only:
            self.say("The library was opened for reading only: nothing can be imported")
        else:
            self.app.push_screen(FilePicker("Import", Path.cwd()), self._begin_import)

    def _begin_import(self, path: Path | None) -> None:
        if path is not None and isinstance(self.archive, TakesFiles):
            self.say(f"Importing {path}; the same key stops it")
            self._importing = Event()
            self._import(self.archive, path, self._importing)

    @work(thread=True, group="import", exit_on_error=False)
    def _import(self, archive: TakesFiles, path: Path, stop: Event) -> None:
        worker = get_current_worker()
        began = told = time.monotonic()

        def tell(done: int, total: int, name: str) -> None:
            nonlocal told
            now = time.monotonic()
            if now - told >= TELL_EVERY:
                told = now
                rate = done / (now - began)
                words = f"Importing {done:,} of {total:,}, {rate:.0f} a second: {name}"
                self.post_message(self.Told(words))

        results: list[ImportResult] = []
        words = ""
        try:
            # One after the other: what was done before an error counts.
            results.extend(
                archive.import_files(
                    [path],
                    on_progress=tell,
                    cancelled=lambda: stop.is_set() or worker.is_cancelled,
                )
            )
        except LibraryError as error:
            words = str(error)
        finally:
            if any(result.status in ("imported", "revised") for result in results):
                self.post_message(self.Changed(self.archive.timeline()))
            stopped = "Stopped. " if stop.is_set() else ""
            self.post_message(self.Told(words or stopped + _summary(results), ended=True))

    @on(Told)
    def _tell(self, event: Told) -> None:
        if event.ended:
            self._importing = None
        self.say(event.words)


def _summary(results: Iterable[ImportResult]) -> str:
    """Say what became of the files, and why the first that was skipped was."""
    results = tuple(results)
    if not results:
        return "There was no file to import"
    counts = Counter(result.status.value for result in results)
    words = "Import: " + ", ".join(f"{number:,} {status}" for status, number in counts.items())
    skipped = next((result for result in results if result.status == "skipped"), None)
    if skipped is not None:
        from tui.reading.errors import of_file  # no start needs it

        words += f". {of_file(skipped.file, skipped.reason)}"
    return words
