"""Times of a recording on the reading screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library.library import Library
from tui.library.open import create_library

NAMES = ("Ann Berg", "Rudolf Strand")
PAUSES = "\n".join(
    f"00:{minute:02}:30.000 --> 00:{minute:02}:50.000\n"
    f"<v {NAMES[minute % 2]}>Words of minute {minute}. {'And so on. ' * 30}\n"
    for minute in range(30)
)


@pytest.fixture
def recording(tmp_path: Path) -> Library:
    """A library that holds one recording of half an hour."""
    file = tmp_path / "harbour.vtt"
    file.write_text(f"WEBVTT\n\n{PAUSES}", encoding="utf-8")
    library = create_library(tmp_path / "library", empty=True)
    list(library.import_files([file]))
    return library


async def test_a_turn_shows_when_it_begins(reading, recording):
    async with reading(library=recording) as reader:
        assert "0:00:30  t1" in reader.text()


async def test_t_goes_to_what_was_being_said_and_back(reading, recording):
    async with reading(library=recording) as reader:
        await reader.press("t")
        await reader.type("12:45")
        await reader.press("enter")
        assert reader.dialogue.current_anchor == "t13"
        assert "Words of minute 12." in reader.text()
        assert "0:12:45" in reader.message
        await reader.press("H")
        assert reader.dialogue.place.anchor == "title"


async def test_escape_leaves_the_question_and_the_place(reading, recording):
    async with reading(library=recording) as reader:
        await reader.press("t")
        await reader.type("12:45")
        await reader.press("escape")
        assert reader.app.screen is reader.screen
        assert reader.dialogue.place.anchor == "title"


async def test_what_is_no_time_is_said_to_be_none(reading, recording):
    async with reading(library=recording) as reader:
        await reader.press("t")
        await reader.type("[b]noon")
        await reader.press("enter")
        assert "[b]noon is no time" in reader.message


async def test_a_meeting_without_times_says_so(reading):
    async with reading() as reader:
        await reader.press("t")
        assert reader.app.screen is reader.screen
        assert "no times" in reader.message
