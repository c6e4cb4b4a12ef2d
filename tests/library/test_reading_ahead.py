"""A catalogue that is read in a thread is the one that opening would have read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library import reading_ahead
from tui.library.open import open_library
from tui.library.reading_ahead import read_ahead


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reading_ahead, "_LARGE", 0)
    open_library(tmp_path / "library")
    return tmp_path / "library"


def test_it_opens_the_library(folder: Path) -> None:
    library = open_library(folder, catalogue=read_ahead(folder)())
    assert list(library.timeline()) == list(open_library(folder).timeline())
    assert not library.refresh()


def test_what_was_written_meanwhile_is_noticed(folder: Path) -> None:
    wait = read_ahead(folder)
    read = wait()
    open_library(folder).remove("2013-05-29")
    library = open_library(folder, catalogue=read)
    assert library.refresh()
    assert len(library) == 4


def test_an_absent_library_is_left_to_who_opens_it(tmp_path: Path) -> None:
    assert read_ahead(tmp_path / "none")() is None
    assert not (tmp_path / "none").exists()


def test_a_damaged_one_is_left_to_who_opens_it(folder: Path) -> None:
    (folder / "catalogue.json").write_bytes(b"{}")
    assert read_ahead(folder)() is None


def test_a_small_one_is_left_to_who_opens_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert read_ahead(folder)() is None
