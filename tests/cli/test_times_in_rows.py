"""Times of a recording in what commands print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]

TIMED = """WEBVTT

00:00:05.000 --> 00:00:09.000
<v Ann Berg>We begin with the zzyzx harbour.</v>

00:00:30.000 --> 00:00:40.000
<v Ann Berg>After a pause, the zzyzx bridge.</v>

00:12:30.000 --> 00:12:40.000
<v Rudolf Strand>The bridge will open in May.</v>
"""


@pytest.fixture
def recording(stenogram: Stenogram, tmp_path: Path) -> str:
    """The id of a meeting with times."""
    file = tmp_path / "harbour.vtt"
    file.write_text(TIMED, encoding="utf-8")
    return str(stenogram("import", "--json", str(file)).rows[0]["meeting"])


@pytest.mark.usefixtures("recording")
def test_a_row_ends_with_the_time_of_its_paragraph(stenogram: Stenogram) -> None:
    rows = stenogram("find", "--json", "zzyzx").rows
    assert [row["start"] for row in rows] == [5.0, 30.0]
    assert all(list(row)[-1] == "start" for row in rows)


def test_a_row_without_a_time_has_no_key_for_it(stenogram: Stenogram) -> None:
    assert "start" not in stenogram("find", "--json", "gosplan").rows[0]


def test_a_transcript_shows_when_a_turn_begins(stenogram: Stenogram, recording: str) -> None:
    assert "t2  0:12:30" in stenogram("show", recording).out
    assert "(0:12:30):" in stenogram("show", recording, "--format", "markdown").out


@pytest.mark.parametrize("style", ["plain", "markdown", "newsroom", "chicago", "apa", "mla"])
def test_a_citation_says_when_the_words_were_spoken(
    stenogram: Stenogram, recording: str, style: str
) -> None:
    cited = stenogram("cite", f"{recording}#t1.2", "--style", style).out
    assert "poken 0:00:30 into the recording" in cited
