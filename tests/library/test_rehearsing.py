"""A dry run where there is no library yet."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tui.data import data_folder
from tui.library import importing
from tui.library.errors import LibraryError
from tui.library.open import open_library
from tui.library.rehearsing import rehearse


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files of every fate: seeds, new ones, one twice, a part of one, one that is empty."""
    folder = tmp_path / "files"
    shutil.copytree(data_folder("seeds"), folder, ignore=lambda _, names: sorted(names)[2:])
    speech = "\n\n".join(
        f"Ann: Bridge {n} was closed.\n\nBob: It was number {n}." for n in range(9)
    )
    (folder / "a.txt").write_text(speech)
    (folder / "b.txt").write_text(speech)
    (folder / "empty.txt").write_text("")
    return folder


@pytest.mark.parametrize("files_to_a_commit", [1, 500])
def test_it_says_what_the_import_then_does(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, files_to_a_commit: int
) -> None:
    monkeypatch.setattr(importing, "BATCH", files_to_a_commit)
    said = [replace(result, import_id="") for result in rehearse(tmp_path / "new", [folder])]
    assert not (tmp_path / "new").exists()
    done = open_library(tmp_path / "new").import_files([folder])
    assert said == [replace(result, import_id="") for result in done]


def test_a_folder_that_holds_other_things_is_refused_before_anything_is_read(
    tmp_path: Path, folder: Path
) -> None:
    with pytest.raises(LibraryError, match="holds other things"):
        rehearse(folder, [tmp_path / "no such file"])
