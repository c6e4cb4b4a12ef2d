"""How fast pages are imported, and whether a large library slows it or its opening.

    python benchmarks/import_rate.py [--meetings 10000] [FOLDER …]

Imports FOLDER (the corpus beside the checkout where none is given) into an empty library, then
single pages into libraries of growing size made of invented meetings, then opens the largest.
Prints pages a second of processor time, which a busy machine does not change much, and of the
clock; and how the largest library compares with the smallest.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TypeVar

from tui.library.importing import ImportResult
from tui.library.library import Library
from tui.library.open import create_library, open_library

T = TypeVar("T")

_SENTENCE = (
    "the harbour of Zenda was opened by ministers who came from far away to look at ships and "
    "bridges and to speak of trade with one another in the long summer of that year"
)
_WORDS = _SENTENCE.split()


def timed(action: Callable[[], T]) -> tuple[float, float, T]:
    """Seconds of the processor and of the clock that an action takes, and what it returns."""
    clock, processor = time.perf_counter(), time.process_time()
    result = action()
    return time.process_time() - processor, time.perf_counter() - clock, result


def bring(library: Library, paths: list[Path]) -> tuple[float, float, list[ImportResult]]:
    """Import files; see `timed`."""
    return timed(lambda: list(library.import_files(paths)))


def page(number: int) -> str:
    """An invented page of the usual size and layout, unlike any other."""
    day = date(2000, 1, 1) + timedelta(days=number // 3 % 9000)
    printed = f"{day:%B} {day.day}, {day.year}"
    turns = []
    for turn in range(12):
        start = (number * 7 + turn) % len(_WORDS)
        words = " ".join(_WORDS[start:] + _WORDS[:start])
        speaker = ("President of Ruritania Anna Berg", "Rudolf Strand")[turn % 2]
        turns.append(f"{speaker}: Number {number * 100 + turn}: {words}.")
    body = "\n".join(turns)
    return (
        f"Events\nMeeting {number} of ministers\nThey met in Zenda.\n{printed}\n12:00\nZenda\n"
        f"They arrived by ship.\n* * *\n{body}\n"
        f"Publication status\nPublished in sections: News\nPublication date: {printed}, 12:00\n"
        "Text version\n"
    )


def write_pages(folder: Path, numbers: range) -> list[Path]:
    """Write invented pages."""
    folder.mkdir()
    paths = []
    for number in numbers:
        path = folder / f"{number}.txt"
        path.write_text(page(number), encoding="utf-8")
        paths.append(path)
    return paths


def corpus() -> list[Path]:
    """The folders of real pages, where there are any."""
    root = Path(os.environ.get("STENOGRAM_CORPUS") or Path(__file__).parents[2] / "corpus")
    beside = Path(__file__).parents[2] / "shared" / "corpus"
    root = root if root.is_dir() else beside
    return [folder for folder in (root / "archive" / "text",) if folder.is_dir()]


def real_pages(root: Path, folders: list[Path]) -> None:
    """Import real pages, the second time with every reader loaded."""
    for run in ("cold", "warm"):
        library = create_library(root / run, empty=True)
        processor, clock, results = bring(library, folders)
        counts = ", ".join(
            f"{n} {status}" for status, n in Counter(r.status for r in results).items()
        )
        print(
            f"real pages, {run}: {len(results) / processor:6.0f} a second of the processor, "
            f"{len(results) / clock:.0f} of the clock ({counts})"
        )


def growing(root: Path, most: int) -> None:
    """Grow a library and time what an import and an opening cost at each size."""
    library = create_library(root / "growing", empty=True)
    for size, batch in _batches(root, most):
        processor, clock, _ = bring(library, batch)
        single = _single(root, library, size)
        print(
            f"{size:6} meetings: {len(batch) / processor:6.0f} pages a second of the processor "
            f"in bulk ({len(batch) / clock:.0f} of the clock), one page {single * 1000:6.1f} ms"
        )
    _compare(root, library)
    opened = median(timed(lambda: open_library(library.path))[1] for _ in range(5))
    listed = median(timed(lambda: open_library(library.path).timeline())[1] for _ in range(5))
    print(
        f"opening {len(library)} meetings: {opened * 1000:.1f} ms, "
        f"with the timeline {listed * 1000:.1f} ms"
    )


def _compare(root: Path, large: Library) -> None:
    """Import the same number of pages into a small and the large library, turn by turn."""
    ratios = []
    for turn in range(3):
        small = create_library(root / f"small-{turn}", empty=True)
        first = 2 * 10**6 + turn * 1000
        pages = write_pages(root / f"turn-{turn}", range(first, first + 300))
        bring(small, write_pages(root / f"first-{turn}", range(500)))
        ratios.append(bring(large, pages)[0] / bring(small, pages)[0])
    print(f"300 pages into {len(large)} meetings : into 800 = {median(ratios):.2f}")


def _batches(root: Path, most: int) -> Iterator[tuple[int, list[Path]]]:
    done = 0
    while done < most:
        step = max(500, min(done, most - done))
        yield done + step, write_pages(root / f"pages-{done}", range(done, done + step))
        done += step


def _single(root: Path, library: Library, size: int) -> float:
    """The median of three imports of one page each."""
    paths = write_pages(root / f"single-{size}", range(10**6 + size, 10**6 + size + 3))
    return median(bring(library, [path])[1] for path in paths)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--meetings", type=int, default=4000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if folders := options.folders or corpus():
            real_pages(Path(folder), folders)
        growing(Path(folder), options.meetings)


if __name__ == "__main__":
    main()
