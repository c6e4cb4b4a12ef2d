"""A library of very many turns, made once and kept: real documents under other dates."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tui.library.library import Library
from tui.library.open import create_library, open_library
from tui.library.rows import Capture
from tui.model import Attribution, Block, BlockKind, Meeting, Participant, Source, Turn
from tui.reading.errors import ReadingError
from tui.reading.registry import read

_BATCH = 500
_EARLIEST = 1900


def large_library(folder: Path, turns: int, *, documents: Path | None = None) -> Library:
    """Open the library of so many turns in a folder; make it where it is not there yet.

    Args:
        folder: Where libraries for benchmarks are kept.
        turns: How many turns, at least.
        documents: Files to read the words from; None for the corpus, else for invented ones.
    """
    root = folder / f"turns-{turns}"
    if (root / "complete").exists():
        return open_library(root)
    library = create_library(root, empty=True) if not root.exists() else open_library(root)
    originals = list(_documents(documents or corpus()))
    with library._writing():
        batch: list[Meeting] = []
        for meeting in repeated(originals, turns):
            batch.append(meeting)
            if len(batch) == _BATCH:
                _store(library, batch)
                batch = []
        _store(library, batch)
    (root / "complete").touch()
    return library


def _store(library: Library, meetings: list[Meeting]) -> None:
    """Commit meetings as an import does, without files to read them again from."""
    transaction = library._transaction()
    for meeting in meetings:
        source = meeting.source
        capture = Capture(source.sha256, source.name, source.url, source.format, 0, "benchmark")
        transaction.put(meeting, (capture,), 0)
    library._adopt(transaction.commit())


def corpus() -> Path | None:
    """The folder of real documents, where there is one."""
    beside = Path(__file__).parents[2] / "shared" / "corpus"
    root = Path(os.environ.get("STENOGRAM_CORPUS") or beside)
    return root if root.is_dir() else None


def _documents(root: Path | None) -> Iterator[Meeting]:
    if root is None:
        yield from _invented()
        return
    folders = [root / "arguments", root / "archive" / "text"]
    for folder in folders if folders[0].is_dir() else [root]:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            try:
                yield from read(path.read_bytes(), path.name)
            except (ReadingError, OSError):
                continue


def repeated(originals: list[Meeting], turns: int) -> Iterator[Meeting]:
    """Repeat meetings under other dates until there are so many turns, year by year."""
    round_, made = 0, 0
    spread = random.Random(1)
    order = sorted(originals, key=lambda meeting: (meeting.date or "", meeting.id))
    while made < turns:
        for number, meeting in enumerate(order):
            month, day = spread.randint(1, 12), spread.randint(1, 28)
            year = _EARLIEST + round_ * 10 + number * 10 // len(order)
            date = f"{year:04}-{month:02}-{day:02}"
            name = hashlib.sha256(f"{round_} {number}".encode()).hexdigest()
            slug = meeting.id.partition("/")[2].rpartition("-")[0] or "meeting"
            source = replace(meeting.source, sha256=name)
            yield replace(meeting, id=f"{date}/{slug}-{name[:8]}", date=date, source=source)
            made += len(meeting.turns)
            if made >= turns:
                return
        round_ += 1


def _invented() -> Iterator[Meeting]:
    """Invented dialogues whose words are as unevenly frequent as those of a language."""
    chance = random.Random(2)
    letters = "etaoinshrdlucmfwypvbgk"
    words = ["".join(chance.choices(letters, k=1 + n.bit_length() // 2)) for n in range(1, 40000)]
    weights = [1 / n for n in range(1, 40000)]
    speakers = [f"Speaker {name.title()}" for name in words[-400:]]
    for number in range(400):
        cast = chance.sample(speakers, 4)
        turns = tuple(
            Turn(
                n,
                cast[n % 4],
                None,
                cast[n % 4],
                None,
                Attribution.PRINTED,
                (_block(chance, words, weights),),
            )
            for n in range(1, 61)
        )
        people = tuple(Participant(name, None, name) for name in cast)
        source = Source(f"{number}.txt", None, "plain", "0" * 64)
        yield Meeting(
            f"2000-01-01/invented-{number}",
            f"Invented {number}",
            "",
            "2000-01-01",
            None,
            "",
            source,
            people,
            turns,
        )


def _block(chance: random.Random, words: list[str], weights: list[float]) -> Block:
    said = chance.choices(words, weights, k=chance.randint(3, 70))
    return Block(BlockKind.PARAGRAPH, " ".join(said) + ".")
