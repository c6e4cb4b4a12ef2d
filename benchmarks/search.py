"""How quickly a large library is searched, beside grep over the same words.

    python benchmarks/search.py [--turns 900000] [--cache FOLDER] [--check]

Makes, once, a library of that many turns: the corpus beside the checkout under other dates, or
invented words where there is none. Prints for each of twelve queries what the index takes to
say which meetings and how many turns it finds (the shortest and the median of several runs),
what ``rg -c -i`` (or ``grep -c -i``) takes over the same words in one file, and their ratio;
then how long until there are rows to paint and the memory it took. ``--check`` instead holds
the answers to all twelve, found through the index, to those of the matcher alone, which reads
every meeting of the library whole: that takes minutes at full size. It exits with 1 where a
meeting, or its number of hits, turns with hits or hits outside speech, is another.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from large_library import large_library

from tui.library.library import Library
from tui.search.matcher import Matcher
from tui.search.parser import parse
from tui.search.query import Query

_RUNS = 7

QUERIES = (
    ("very frequent word", "the", "the"),
    ("frequent word", "court", "court"),
    ("rare word", "jurisprudence", "jurisprudence"),
    ("three letters", "jur", "jur"),
    ("phrase", '"supreme court"', "supreme court"),
    ("phrase, 3 letters begun", '"supreme cou*"', "supreme cou"),
    ("phrase, longer", '"united states gov*"', "united states gov"),
    ("speaker and word", "by:scalia statute", "statute"),
    ("speaker and year", "by:scalia date:1901..1912", "scalia"),
    ("two words", "jury verdict", "verdict"),
    ("stem", "~argue", "argu"),
    ("one edit", "jurisdicton~1", "jurisdiction"),
)
"""What is timed, the query, and the words that grep is given."""


@dataclass(frozen=True)
class Timed:
    """Seconds, of several runs."""

    best: float
    usual: float


def timed(action: Callable[[], object], runs: int = _RUNS) -> Timed:
    """Run an action several times, once before that to warm up."""
    action()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return Timed(min(taken), median(taken))


def words_of(library: Library, path: Path) -> Path:
    """Write every word of the library into one file, a passage a line."""
    if not path.exists():
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8") as file:
            for entry in library.catalogue.entries:
                for passage in library.meeting(entry.id).passages():
                    text = " ".join(block.text for block in passage.blocks)
                    file.write(" ".join(text.split()) + "\n")
        unfinished.replace(path)
    return path


def index_part(library: Library, text: str) -> object:
    """Ask the index alone which meetings a query finds, and how many turns in each."""
    query = parse(text, typing=True).query
    searching, catalogue = library._searching, library.catalogue
    listing = searching._shelf.listing_of(catalogue)
    return searching._proposed(catalogue, searching.matcher(catalogue, query), listing)


def first_rows(library: Library, text: str) -> object:
    """What a screen waits for: the first rows, and the first of their meetings matched."""
    query = parse(text, typing=True).query
    answer = next(iter(library.answers(query, pace=0.05)))
    if answer.rows:
        library.hits_in(answer.rows[0].entry.id, query)
    return answer


def grep(words: Path) -> Callable[[str], object]:
    """Return a way to count lines as other tools do."""
    tool = shutil.which("rg") or shutil.which("grep")
    assert tool is not None, "there is neither rg nor grep here"
    return lambda text: subprocess.run(
        [tool, "-c", "-i", "-F", text, str(words)], stdout=subprocess.DEVNULL, check=False
    )


Found = dict[str, tuple[int, int, int]]
"""Hits, turns with hits and hits outside speech of each meeting found."""


def check(library: Library) -> int:
    """Hold the answers through the index to the matcher's; how many queries differ."""
    queries = {text: parse(text, typing=True).query for _, text, _ in QUERIES}
    begun = time.process_time()
    through: dict[str, Found] = {}
    for text, query in queries.items():
        rows = library.timeline(query)
        assert all(row.counted for row in rows)
        through[text] = {row.entry.id: (row.hits, row.turns, row.outside) for row in rows}
    between = time.process_time()
    alone = by_the_matcher(library, queries)
    print(
        f"{len(library):,} meetings, {len(queries)} queries: through the index "
        f"{between - begun:.0f} s of the processor, by the matcher alone, which reads each "
        f"meeting once for all of them, {time.process_time() - between:.0f} s"
    )
    print(f"{'':28} {'meetings':>9} {'turns':>9} {'hits':>9}")
    differing = 0
    for text in queries:
        found, right = through[text], alone[text]
        wrong = {key for key in found.keys() | right.keys() if found.get(key) != right.get(key)}
        differing += bool(wrong)
        hits, turns = (sum(counts[column] for counts in right.values()) for column in (0, 1))
        verdict = f"{len(wrong)} MEETINGS DIFFER" if wrong else "equal"
        print(f"{text:28} {len(right):9,} {turns:9,} {hits:9,}  {verdict}")
    return differing


def by_the_matcher(library: Library, queries: dict[str, Query]) -> dict[str, Found]:
    """What the matcher finds in every meeting of a library, without its index."""
    catalogue = library.catalogue
    matchers = {text: Matcher(query) for text, query in queries.items()}
    found: dict[str, Found] = {text: {} for text in queries}
    for key in catalogue:
        meeting = library.passing(catalogue, key)
        for text, matcher in matchers.items():
            counts = matcher.counts(meeting)
            if counts[0]:
                found[text][key] = counts
    return found


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--turns", type=int, default=900_000)
    parser.add_argument("--cache", type=Path, default=Path("/tmp/stenogram-benchmarks"))
    parser.add_argument("--check", action="store_true", help="hold answers to the matcher's")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    library = large_library(options.cache, options.turns)
    start = time.perf_counter()
    assert library.catch_up(), "the index was not made"
    print(f"{len(library):,} meetings; index brought up in {time.perf_counter() - start:.1f} s")
    if options.check:
        return 1 if check(library) else 0
    words = words_of(library, options.cache / f"words-{options.turns}.txt")
    count = grep(words)
    started = time.perf_counter()
    index_part(library, "zzz")
    print(f"index opened in {(time.perf_counter() - started) * 1000:.0f} ms")
    print(f"{'':26} {'index ms':>16} {'grep ms':>8} {'ratio':>6} {'rows ms':>16}")
    for name, text, literal in QUERIES:
        asked = timed(lambda text=text: index_part(library, text))  # type: ignore[misc]
        others = timed(lambda literal=literal: count(literal), 3)  # type: ignore[misc]
        rows = timed(lambda text=text: first_rows(library, text), 3)  # type: ignore[misc]
        print(
            f"{name:26} {asked.best * 1000:7.1f} {asked.usual * 1000:8.1f} "
            f"{others.best * 1000:8.1f} {asked.best / others.best:6.2f} "
            f"{rows.best * 1000:7.1f} {rows.usual * 1000:8.1f}"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at most {peak:.0f} MB, with all that was read to build and match")
    return 0


if __name__ == "__main__":
    sys.exit(main())
