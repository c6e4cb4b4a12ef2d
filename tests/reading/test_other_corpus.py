"""Other formats on the corpus, where it is: found by content, and read as annotated."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tui.reading.registry import read

CORPUS = (
    Path(os.environ.get("STENOGRAM_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")
    / "other"
)
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")

FORMATS = {
    ".vtt": "webvtt",
    ".srt": "srt",
    ".json": "transcript-json",
    ".md": "markdown",
    "google_meet.txt": "meeting-app",
    "canada_committee_12324877.xml": "hansard-xml",
    "akomantoso_kenya.xml": "tei",
    "parlamint_gb_2022-07-21_trimmed.xml": "tei",
    "un_sc_spv8529_2019.txt": "plain-text",
    "us_debate_2008-09-26.txt": "plain-text",
}


@pytest.mark.parametrize("ending", FORMATS)
def test_each_file_is_found_by_its_content(ending: str) -> None:
    paths = sorted((CORPUS / "files").glob(f"*{ending}"))
    assert paths
    for path in paths:
        (meeting,) = read(path.read_bytes(), "upload")
        assert meeting.source.format == FORMATS[ending], path.name


def test_annotated_files() -> None:
    paths = sorted((CORPUS / "gold").glob("*.json"))
    assert paths
    for path in paths:
        gold = json.loads(path.read_text("utf-8"))
        file = CORPUS / "files" / gold["file"]
        (meeting,) = read(file.read_bytes(), file.name)
        found = []
        for turn in meeting.turns:
            said = " ".join(p.text for p in turn.paragraphs).split()
            found.append((turn.speaker, said[:6], said[-6:], len(turn.paragraphs)))
        expected = [
            (turn["speaker"], turn["first"].split(), turn["last"].split(), turn["n_paragraphs"])
            for turn in gold["turns"]
        ]
        assert found == expected, file.name
        if gold["date"]:
            assert (meeting.date, meeting.place) == (gold["date"], gold["place"])


def test_turns_of_long_files() -> None:
    turns = {}
    for name in ("canada_committee_12324877.xml", "otter_ladybug_29.md"):
        (meeting,) = read((CORPUS / "files" / name).read_bytes(), name)
        turns[name] = len(meeting.turns)
    # 160 interventions, and two speakers named in bold type inside one of them; 93 labels.
    assert turns == {"canada_committee_12324877.xml": 162, "otter_ladybug_29.md": 93}
