"""Real pages in bulk: each once, and found again."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tui.library.library import Library
from tui.library.open import open_library

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
    for row in fresh.timeline():
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
