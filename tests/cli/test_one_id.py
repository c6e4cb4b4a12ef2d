"""``parse`` and ``import`` give a file's meeting one id."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]

UNTITLED = {
    "transcript.srt": "1\n00:00:01,000 --> 00:00:02,000\nAnn: We begin {0}.\n",
    "call.vtt": "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann>We begin {0}.\n",
    "notes.txt": "Ann: We begin {0}.\n\nBob: Yes.\n\nAnn: No.\n",
    "2021-03-04 call.txt": "Ann: We begin {0}.\n\nBob: Yes.\n\nAnn: No.\n",
}


def parsed(stenogram: Stenogram, file: Path) -> str:
    (row,) = stenogram("parse", "--json", str(file)).rows
    return str(row["id"])


def imported(stenogram: Stenogram, file: Path) -> str:
    (row,) = stenogram("import", "--json", str(file)).rows
    return str(row["meeting"])


@pytest.mark.parametrize("name", UNTITLED)
def test_a_file_without_a_title_has_one_id_in_every_folder(
    stenogram: Stenogram, tmp_path: Path, name: str
) -> None:
    files = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        files.append(tmp_path / folder / name)
        files[-1].write_text(UNTITLED[name].format("here"), encoding="utf-8")
    first, second = (parsed(stenogram, file) for file in files)
    assert first == second == imported(stenogram, files[0])


@pytest.mark.parametrize("name", UNTITLED)
def test_two_files_of_one_name_have_two_ids(
    stenogram: Stenogram, tmp_path: Path, name: str
) -> None:
    ids = []
    for words in ("the customs union talks", "quite another story about rain"):
        folder = tmp_path / words
        folder.mkdir()
        (folder / name).write_text(UNTITLED[name].format(words), encoding="utf-8")
        ids += [parsed(stenogram, folder / name), imported(stenogram, folder / name)]
    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_our_own_object_keeps_its_id(stenogram: Stenogram, tmp_path: Path) -> None:
    (meeting,) = stenogram("show", "2013-05-29/astana", "--json").rows
    file = tmp_path / "meeting.json"
    file.write_text(json.dumps({**meeting, "id": meeting["id"] + "0z"}), encoding="utf-8")
    stenogram("remove", "--yes", meeting["id"])
    assert imported(stenogram, file) == parsed(stenogram, file) == meeting["id"] + "0z"
