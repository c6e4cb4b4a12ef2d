"""``stenogram import``: files into the library."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from tui.cli.common import Common, common_options
from tui.cli.failures import EXIT_ERROR, EXIT_FOUND, EXIT_INTERRUPTED
from tui.cli.interrupts import stop_when_asked
from tui.cli.notebook_listing import touched_notes
from tui.cli.output import Output, complain, note
from tui.cli.progress import Progress
from tui.reading.errors import of_file

if TYPE_CHECKING:
    from tui.library.importing import ImportResult
    from tui.library.library import Library

STANDARD_INPUT = "-"


@click.command("import", short_help="Read files or folders into the library.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "format_", metavar="NAME", help="The format, where guessing it fails.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file.")
@common_options
@click.pass_obj
def command(
    common: Common, paths: tuple[str, ...], format_: str | None, dry_run: bool, as_json: bool
) -> int:
    """Read every file named by PATH, in a folder PATH or matched by a pattern, into the library.

    `-` is standard input. What is known already is left alone, so an import may be run
    again. A file that cannot be read is named with the reason and skipped; the exit code
    is then 2. Ctrl+C stops after the file in hand: what was read is kept, and the exit code
    is 130. The keys of --json are file, status (imported, unchanged, revised or
    skipped), meeting, reason and warnings.
    """
    output = Output(common, writes=not dry_run)
    counts: Counter[str] = Counter()
    import_id = ""
    with (
        _files(paths) as (files, standard_input),
        Progress("Importing") as progress,
        stop_when_asked() as stopped,
    ):
        results, library = _import(
            common,
            files,
            dry_run=dry_run,
            format=format_,
            on_progress=progress.show,
            cancelled=stopped,
        )
        for result in results:
            name = STANDARD_INPUT if result.file == str(standard_input) else result.file
            counts[result.status.value] += 1
            import_id = result.import_id or import_id
            if result.status == "revised" and library is not None:
                touched = touched_notes(library, result.meeting)
                result = replace(result, warnings=(*result.warnings, *touched))
            with progress.aside():
                _report(output, result, name, as_json=as_json)
    summary = ", ".join(f"{number} {status}" for status, number in counts.items())
    would = "A dry run; nothing was stored. " if dry_run else ""
    note(f"{would}{summary or 'There was no file to import.'}")
    if import_id and not dry_run and (counts["imported"] or counts["revised"]):
        note(f"`stenogram remove {import_id}` takes it back.")
    if stopped():
        note("Stopped. What is listed is done; the same command again goes on with the rest.")
        return EXIT_INTERRUPTED
    return EXIT_ERROR if counts["skipped"] else EXIT_FOUND


def _import(
    common: Common, files: list[Path], *, dry_run: bool, **how: Any
) -> tuple[Iterator[ImportResult], Library | None]:
    """Import files, or say what importing would do; return also the library that it changes.

    Args:
        common: Which library.
        files: Files and folders.
        dry_run: Whether nothing is written, a library least of all.
        how: Further arguments of `Library.import_files`.
    """
    path = common.library_path()
    if not dry_run:
        library = common.open_library(path)
        return library.import_files(files, **how), library
    from tui.library.errors import NotFound

    try:
        library = common.for_reading().open_library(path)
        return library.import_files(files, dry_run=True, **how), None
    except NotFound:
        from tui.library.rehearsing import rehearse

        results = rehearse(path, files, **how)
        note(f"There is no library in {path}: an import makes one, with what comes along, first.")
        return results, None


@contextmanager
def _files(paths: tuple[str, ...]) -> Iterator[tuple[list[Path], Path | None]]:
    """Yield the paths, and the file in which standard input stands among them, if it does."""
    if STANDARD_INPUT not in paths:
        yield [Path(path) for path in paths], None
        return
    with TemporaryDirectory(prefix="stenogram-") as folder:
        kept = Path(folder) / "standard input"
        with kept.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield [kept if path == STANDARD_INPUT else Path(path) for path in paths], kept


def _report(output: Output, result: ImportResult, name: str, *, as_json: bool) -> None:
    """Write a result; what went wrong also stands on standard error."""
    if as_json:
        output.json(
            {
                "file": name,
                "status": result.status.value,
                "meeting": result.meeting,
                "reason": result.reason or None,
                "warnings": list(result.warnings),
            }
        )
    elif result.meeting is not None:
        reason = f"  ({result.reason})" if result.reason else ""
        output.line(output.words(f"{result.status.value:9}  {result.meeting}  {name}{reason}"))
    output.flush()
    if result.meeting is None:
        complain(of_file(name, result.reason))
    for warning in result.warnings:
        note(f"{name}: {warning}")
