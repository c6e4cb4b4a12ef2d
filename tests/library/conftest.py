"""Libraries small enough to be made for every test, from invented meetings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.library import Library
from tui.library.open import create_library, open_library

Transcript = Callable[..., Path]


def transcript(
    *,
    title: str = "Meeting with President of Ruritania Anna Berg",
    date: str = "May 29, 2013",
    time: str = "12:45",
    place: str = "Strelsau",
    words: str = "We agreed on the harbour, the bridge and the two new schools.",
    answer: str = "The bridge will be open before the winter comes.",
) -> str:
    """A page in the layout of the seeds, about nobody who ever lived."""
    return (
        f"Events\n{title}\nRudolf Strand received a guest.\n{date}\n{time}\n{place}\n"
        f"The guest arrived by ship.\n* * *\n"
        f"President of Ruritania Anna Berg: {words}\n"
        f"Chancellor of Zenda Rudolf Strand: {answer}\n"
        f"Geography\nRuritania\nTopics\nForeign policy\nPublication status\n"
        f"Published in sections: News, Transcripts\n"
        f"Publication date: {date}, {time}\nText version\n"
    )


@pytest.fixture
def sources(tmp_path: Path) -> Transcript:
    """Write a transcript: ``sources("a.txt", place="Zenda")``."""
    folder = tmp_path / "sources"
    folder.mkdir()

    def write(name: str, **fields: str) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(transcript(**fields), encoding="utf-8")
        return path

    return write


@pytest.fixture
def empty(tmp_path: Path) -> Library:
    """A library without meetings."""
    return create_library(tmp_path / "library", empty=True)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library as the first launch makes it; no test changes it."""
    return open_library(tmp_path_factory.mktemp("seeds") / "library")
