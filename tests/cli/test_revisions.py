"""``show --captures``, ``--capture`` and ``--diff``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]

ROW_KEYS = [
    *("number", "meeting", "imported", "name", "url"),
    *("sha256", "format", "words", "current", "problem"),
]
DIFFERENCE_KEYS = [
    *("meeting", "captures", "first", "second", "first_speaker", "second_speaker", "words"),
]


@pytest.fixture
def revised(stenogram: Stenogram, tmp_path: Path) -> str:
    """The id of a meeting that was imported again with one word changed."""
    (meeting,) = stenogram("show", "2013", "--json").rows
    turns = [part for part in meeting["body"] if part["kind"] == "turn"]
    block = turns[1]["blocks"][0]
    assert "organising our work" in block["text"]
    block["text"] = block["text"].replace("organising", "arranging")
    file = tmp_path / "again.json"
    file.write_text(json.dumps(meeting))
    (row,) = stenogram("import", "--json", str(file)).rows
    assert (row["status"], row["meeting"]) == ("revised", meeting["id"])
    return str(meeting["id"])


def test_captures_are_one_row_each(stenogram: Stenogram, revised: str) -> None:
    ended = stenogram("show", revised, "--captures", "--json")
    assert ended.code == 0
    assert [list(row) for row in ended.rows] == [ROW_KEYS] * 2
    assert [(row["number"], row["current"]) for row in ended.rows] == [(1, False), (2, True)]
    assert ended.rows[1]["name"] == "again.json"
    lines = stenogram("show", revised, "--captures").out.splitlines()
    assert ["current" in line for line in lines] == [False, True]
    assert all(row["sha256"][:12] in line for row, line in zip(ended.rows, lines, strict=True))


def test_a_capture_shows_the_words_of_then(stenogram: Stenogram, revised: str) -> None:
    assert "organising" in stenogram("show", revised, "--capture", "1").out
    assert "organising" not in stenogram("show", revised).out
    assert "organising" in stenogram("show", f"{revised}#t2.1", "--capture", "1").out
    ended = stenogram("show", revised, "--capture", "3")
    assert (ended.code, ended.out) == (2, "")
    assert "captures 1 to 2" in ended.err


@pytest.mark.parametrize("sides", [[], ["1", "2"]])
def test_a_difference_marks_the_words(stenogram: Stenogram, revised: str, sides: list[str]) -> None:
    ended = stenogram("show", revised, "--diff", *sides)
    assert ended.code == 0
    assert "for [-organising-] {+arranging+} our work" in " ".join(ended.out.split())
    assert "Vladimir Putin" in ended.out
    (row,) = stenogram("show", revised, "--diff", *sides, "--json").rows
    assert list(row) == DIFFERENCE_KEYS
    assert (row["captures"], row["first"], row["second"]) == ([1, 2], "t2", "t2")
    assert [part["in"] for part in row["words"]] == ["both", "first", "second", "both"]


def test_the_captures_may_be_turned_round(stenogram: Stenogram, revised: str) -> None:
    ended = stenogram("show", revised, "--diff", "2", "1")
    assert "[-arranging-] {+organising+}" in " ".join(ended.out.split())


def test_colour_is_never_the_only_mark(stenogram: Stenogram, revised: str) -> None:
    ended = stenogram("--color", "always", "show", revised, "--diff")
    assert "[-organising-]\x1b[0m" in ended.out


def test_no_difference_is_nothing_found(stenogram: Stenogram, revised: str) -> None:
    ended = stenogram("show", revised, "--diff", "2", "2")
    assert (ended.code, ended.out) == (1, "")
    assert "the same words" in ended.err


def test_one_capture_cannot_be_compared(stenogram: Stenogram) -> None:
    ended = stenogram("show", "2020", "--diff")
    assert (ended.code, ended.out) == (2, "")
    assert "one capture" in ended.err


def test_revised_meetings_are_found(stenogram: Stenogram, revised: str) -> None:
    assert [row["id"] for row in stenogram("list", "is:revised", "--json").rows] == [revised]
    found = stenogram("find", "is:revised", "by:putin", "--json").rows
    assert {row["meeting"] for row in found} == {revised}


@pytest.mark.parametrize(
    "words",
    [["--diff", "1"], ["1", "2"], ["--captures", "--diff"], ["--captures", "--capture", "1"]],
)
def test_options_that_make_no_sense_together(stenogram: Stenogram, words: list[str]) -> None:
    assert stenogram("show", "2013", *words).code == 2
