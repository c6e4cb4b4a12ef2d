"""Real pages in bulk: each once, and found again."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tui.library.library import Library
from tui.library.open import open_library
from tui.search.parser import parse

_BESIDE = Path(__file__).parents[3] / "shared" / "corpus"
CORPUS = Path(os.environ.get("STENOGRAM_CORPUS") or _BESIDE)

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="no corpus: set STENOGRAM_CORPUS to its folder"
)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = open_library(tmp_path_factory.mktemp("corpus") / "library", seed=False)
    results = list(library.import_files([CORPUS / "kremlin" / "text"]))
    assert [result.reason for result in results if result.status == "skipped"] == []
    return library


def test_every_meeting_is_read_as_it_was_listed(stocked: Library) -> None:
    fresh = open_library(stocked.path)
    rows = fresh.timeline()
    assert rows
    for row in rows:
        meeting = fresh.meeting(row.entry.id)
        assert (meeting.id, meeting.title, len(meeting.turns)) == (
            row.entry.id,
            row.entry.title,
            row.entry.turns,
        )


def test_again_changes_nothing(stocked: Library) -> None:
    generation = stocked.generation
    again = Counter(r.status for r in stocked.import_files([CORPUS / "kremlin" / "text"]))
    assert set(again) == {"unchanged"}
    assert stocked.generation == generation


def test_a_sound_library_comes_of_it(stocked: Library) -> None:
    assert list(stocked.doctor()) == []


@pytest.mark.parametrize("backwards", [False, True], ids=["text first", "pages first"])
def test_a_page_seen_as_text_web_and_print_is_one_meeting(tmp_path: Path, backwards: bool) -> None:
    library = open_library(tmp_path / "library", seed=False)
    pages = sorted((CORPUS / "kremlin" / "html").iterdir())
    numbers = {path.name[:3] for path in pages}
    files = [CORPUS / "kremlin" / "text" / f"{number}.txt" for number in sorted(numbers)] + pages
    meetings: dict[str, set[str | None]] = {}
    for result in library.import_files(files[::-1] if backwards else files):
        meetings.setdefault(Path(result.file).name[:3], set()).add(result.meeting)
    assert {number: len(ids) for number, ids in meetings.items()} == dict.fromkeys(numbers, 1)
    assert len(library) == len(numbers)
    assert library.timeline(parse("is:revised").query) == ()
