"""Importing from the reading screen."""

from __future__ import annotations

from asyncio import timeout
from pathlib import Path
from time import sleep

import pytest

from tui.library.library import Library
from tui.library.open import create_library, open_library


@pytest.fixture
def minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files, one of them bad and all of them oddly named; one works in it."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "a [red]b[ item.txt").write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    (folder / "b.bin").write_bytes(bytes(range(256)) * 20)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """A library of the test's own."""
    return create_library(tmp_path / "library", empty=True)


async def test_a_typed_folder_is_imported_and_listed(reading, own, minutes):
    async with reading(library=own) as reader:
        await reader.press("I")
        await reader.press("tab")
        reader.app.screen.query_one("Input").value = str(minutes)
        await reader.press("enter")
        assert "1 imported, 1 skipped" in reader.message
        assert "b.bin" in reader.message
        assert len(reader.screen.rows) == 1
        assert "We begin." in reader.text()


async def test_a_file_is_picked_from_the_tree(reading, own, minutes):
    async with reading(library=own) as reader:
        await reader.press("I")
        assert "a [red]b[ item.txt" in reader.text()
        await reader.press("down", "enter")
        assert "1 imported" in reader.message


async def test_the_reader_stays_at_the_place(reading, own_library, minutes):
    async with reading(library=own_library) as reader:
        await reader.walk_to("t2")
        before = reader.dialogue.place
        await reader.press("I", "down", "enter")
        assert len(reader.screen.rows) == 6
        assert reader.dialogue.place == before


async def test_escape_imports_nothing(reading, own, minutes):
    async with reading(library=own) as reader:
        await reader.press("I", "escape")
        assert reader.app.screen is reader.screen
        assert reader.screen.rows == ()


async def test_a_library_for_reading_only_is_left_alone(reading, own, minutes):
    library = open_library(own.path, read_only=True)
    async with reading(library=library) as reader:
        await reader.press("I")
        assert reader.app.screen is reader.screen
        assert "reading only" in reader.message


async def test_the_same_key_stops_an_import_that_runs(reading, own, minutes, monkeypatch):
    def endless(paths, *, on_progress, cancelled):
        while not cancelled():
            sleep(0.01)
        return iter(())

    monkeypatch.setattr(own, "import_files", endless)
    async with reading(library=own) as reader:
        await reader.press("I", "down")
        await reader.pilot.press("enter")
        async with timeout(60):
            while "the same key stops it" not in reader.message:
                await reader.pilot.pause()
        await reader.press("I")
        assert reader.message.startswith("Stopped.")
