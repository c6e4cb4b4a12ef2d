"""``people`` and ``edit``: what a person decides on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]

PUTIN, NAZARBAYEV = "Vladimir Putin", "Nursultan Nazarbayev"


def names(stenogram: Stenogram) -> list[str]:
    return [row["name"] for row in stenogram("people", "--json").rows]


def test_a_name_shows_one_person_with_the_turns_that_show_each_office(
    stenogram: Stenogram,
) -> None:
    (person,) = stenogram("people", "nazarbayev", "--json").rows
    assert person["name"] == NAZARBAYEV
    assert {tenure["role"] for tenure in person["tenures"]} == {"President of Kazakhstan"}
    first = person["tenures"][0]
    (turn,) = stenogram("show", first["id"], "--json").rows
    assert (turn["speaker"], turn["role"]) == (NAZARBAYEV, first["role"])


@pytest.mark.parametrize("words", [("nobody",), ("--json", "nobody")])
def test_a_name_that_nobody_has_is_nothing_found(
    stenogram: Stenogram, words: tuple[str, ...]
) -> None:
    ended = stenogram("people", *words)
    assert (ended.code, ended.out) == (1, "")


def test_a_merge_is_known_everywhere_and_split_takes_it_back(stenogram: Stenogram) -> None:
    before = stenogram("people", "--json").rows
    assert stenogram("people", "merge", NAZARBAYEV, PUTIN).code == 0
    assert names(stenogram) == [NAZARBAYEV]
    assert {tuple(row["speakers"]) for row in stenogram("list", "--json").rows} == {(NAZARBAYEV,)}
    assert len(stenogram("find", "by:putin", "--json").rows) == 18
    assert stenogram("people", "split", NAZARBAYEV).code == 0
    assert stenogram("people", "--json").rows == before


def test_offices_that_differ_on_one_day_are_shown_wherever_people_are(
    stenogram: Stenogram,
) -> None:
    assert stenogram("people").err == ""
    merged = stenogram("people", "merge", NAZARBAYEV, PUTIN)
    assert "on 2013-05-29 printed differently: President of Kazakhstan" in merged.err
    listed = stenogram("people")
    assert "≠ President of Russia; President of Kazakhstan" in listed.out
    assert "several offices" in listed.err
    (person,) = stenogram("people", "--json", NAZARBAYEV).rows
    on_the_day = next(each for each in person["contradictions"] if each["date"] == "2013-05-29")
    turns = [stenogram("show", "--json", id_).rows[0] for id_ in on_the_day["ids"]]
    assert [turn["role"] for turn in turns] == on_the_day["roles"]


def test_a_person_is_renamed(stenogram: Stenogram) -> None:
    assert stenogram("people", "name", "putin", "V. V. Putin").code == 0
    assert names(stenogram) == [NAZARBAYEV, "V. V. Putin"]
    (turn,) = stenogram("show", "2013#t2", "--json").rows
    assert (turn["speaker"], turn["label"]) == (
        "V. V. Putin",
        "President of Russia Vladimir Putin",
    )


@pytest.mark.parametrize(
    "words",
    [
        ("merge", "putin", "nobody"),
        ("merge", "putin"),
        ("split", "putin"),
        ("name", "nobody", "Anna Berg"),
        ("name", "putin", PUTIN),
        ("split", "putin", "--in", "2013", "--as", PUTIN),
    ],
)
def test_a_decision_that_decides_nothing_is_an_error_and_changes_nothing(
    stenogram: Stenogram, library: Path, words: tuple[str, ...]
) -> None:
    ended = stenogram("people", *words)
    assert (ended.code, ended.out) == (2, "")
    assert not (library / "decisions.json").exists()


def test_alike_names_are_suggested_and_never_joined(stenogram: Stenogram, tmp_path: Path) -> None:
    assert stenogram("people", "suggest").code == 1
    page = tmp_path / "page.txt"
    page.write_text(f"N. Nazarbayev: Yes.\n\n{PUTIN}: Then no.\n\nN. Nazarbayev: Good.\n")
    assert stenogram("import", str(page)).code == 0
    (pair,) = stenogram("people", "suggest", "--json").rows
    assert pair["names"] == [NAZARBAYEV, "N. Nazarbayev"]
    assert len(names(stenogram)) == 3


def test_an_edit_is_shown_as_a_correction(stenogram: Stenogram) -> None:
    assert stenogram("edit", "2013", "--place", "Almaty", "--date", "2013-05-30").code == 0
    ended = stenogram("show", "2013", "--json")
    (meeting,) = ended.rows
    assert (meeting["place"], meeting["date"], meeting["id"][:17]) == (
        "Almaty",
        "2013-05-30",
        "2013-05-29/astana",
    )
    assert "place Almaty (was Astana)" in ended.err
    assert "place Almaty (was Astana)" in stenogram("show", "2013").out
    assert "Corrected" not in stenogram("show", "2017").out


def test_a_speaker_is_corrected_and_taken_back(stenogram: Stenogram) -> None:
    before = stenogram("show", "2013", "--json").out
    assert stenogram("edit", "2013#t2", "--speaker", "Anna Berg").code == 0
    (turn,) = stenogram("show", "2013#t2", "--json").rows
    assert (turn["speaker"], turn["attribution"]) == ("Anna Berg", "printed")
    (row,) = stenogram("edit", "--list", "--json").rows
    assert stenogram("edit", "--undo", str(row["number"])).code == 0
    assert stenogram("show", "2013", "--json").out == before
    assert stenogram("edit", "--list").code == 1


def test_an_office_is_corrected_found_and_taken_back(stenogram: Stenogram) -> None:
    before = stenogram("show", "2013", "--json").out
    ended = stenogram("edit", "2013#t2", "--speaker", "Anna Berg", "--role", "Minister of Ports")
    assert ended.code == 0
    (turn,) = stenogram("show", "2013#t2", "--json").rows
    assert (turn["speaker"], turn["role"]) == ("Anna Berg", "Minister of Ports")
    assert "t2 role Minister of Ports" in stenogram("show", "2013").out
    (hit,) = stenogram("find", 'as:"minister of ports"', "--json").rows
    assert hit["speaker"] == "Anna Berg"
    numbers = [str(row["number"]) for row in stenogram("edit", "--list", "--json").rows]
    assert len(numbers) == 2
    undone = [word for number in numbers for word in ("--undo", number)]
    assert stenogram("edit", *undone).code == 0
    assert stenogram("show", "2013", "--json").out == before


def test_what_is_so_already_changes_nothing(stenogram: Stenogram, library: Path) -> None:
    assert stenogram("edit", "2013", "--place", "Astana").code == 0
    assert not (library / "decisions.json").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("2013",),
        ("--place", "Almaty"),
        ("2013", "--speaker", "Anna Berg"),
        ("2013#t99", "--speaker", "Anna Berg"),
        ("2013", "--role", "Minister"),
        ("2013", "--date", "yesterday"),
        ("1999", "--place", "Almaty"),
        ("--undo", "7"),
        ("--list", "--undo", "7"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(
    stenogram: Stenogram, library: Path, words: tuple[str, ...]
) -> None:
    ended = stenogram("edit", *words)
    assert (ended.code, ended.out) == (2, "")
    assert not (library / "decisions.json").exists()


@pytest.mark.parametrize(
    "words",
    [("edit", "2013", "--place", "Almaty"), ("people", "merge", "putin", "nazarbayev")],
)
def test_a_library_for_reading_refuses_decisions(
    stenogram: Stenogram, library: Path, words: tuple[str, ...]
) -> None:
    ended = stenogram("--read-only", *words)
    assert (ended.code, ended.out) == (2, "")
    assert "reading only" in ended.err
    assert not (library / "decisions.json").exists()
