"""What an import into a library that is not there yet would do, with nothing written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tui.data import data_folder
from tui.library.archive import never
from tui.library.catalogue import Header
from tui.library.decisions import Decisions
from tui.library.exporting import adding
from tui.library.files import Files
from tui.library.importing import ImportResult, taken_in
from tui.library.layout import FORMAT, Layout
from tui.library.library import Progress, fill, new_import_id
from tui.library.open import SEEDS
from tui.library.sameness import Known
from tui.library.shards import ShardReader
from tui.library.sources import expand
from tui.library.transaction import Transaction
from tui.library.vacancy import check_vacant


def rehearse(
    path: Path,
    paths: Iterable[Path],
    *,
    format: str | None = None,  # noqa: A002
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> Iterator[ImportResult]:
    """Say what importing files into a new library would do; it would hold the seeds already.

    Args:
        path: The folder the library would be made in.
        paths: Files and folders.
        format: A reader's name; None to find out from the content.
        on_progress: Told of every file as it is read.
        cancelled: Asked before every file; where it says yes, the rest is left.

    Returns:
        One result a meeting, or one for a file without any.

    Raises:
        LibraryError: No library can be made there, as other things are.
    """
    layout = Layout(path.expanduser())
    check_vacant(layout)
    return _rehearse(layout, paths, format, on_progress, cancelled)


def _rehearse(
    layout: Layout,
    paths: Iterable[Path],
    format: str | None,  # noqa: A002
    on_progress: Progress | None,
    cancelled: Callable[[], bool],
) -> Iterator[ImportResult]:
    known, seeds = Known(None), _unwritten(layout)
    fill(seeds, known, lambda _: None, list(expand([data_folder("seeds")])), SEEDS)
    stored = seeds.meetings
    candidates = list(expand(Path(path) for path in paths))
    import_id, done, decisions = new_import_id(), 0, Decisions()
    while done < len(candidates) and not cancelled():

        def report(at: int, name: str, before: int = done) -> None:
            if on_progress is not None:
                on_progress(before + at, len(candidates), name)

        results, taken, decided = fill(
            _unwritten(layout),
            known,
            stored.get,
            candidates[done:],
            import_id,
            format=format,
            on_file=report,
            cancelled=cancelled,
        )
        done += taken
        yield from results
        for file, others in decided:
            after = adding(decisions, others)
            yield taken_in(file, others, new=len(after) - len(decisions))
            decisions = after


def _unwritten(layout: Layout) -> Transaction:
    """Begin a transaction that nobody commits."""
    header = Header(uuid="", format=FORMAT, generation=0, shared=False)
    return Transaction(layout, Files(), ShardReader(layout), None, header)
