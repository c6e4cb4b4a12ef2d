"""An export of everything, imported into an empty library, is the same library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui.library import deciding
from tui.library.decisions import SPLIT, Decisions
from tui.library.exporting import (
    NotDecisions,
    decisions_object,
    meeting_object,
    read_decisions,
)
from tui.library.library import Library
from tui.library.open import create_library
from tui.reading.schema import encode


@pytest.fixture
def stocked(tmp_path: Path) -> Library:
    library = create_library(tmp_path / "library")
    people = library.people()
    library.decide(
        lambda known: deciding.name(
            known, people, "Nursultan Nazarbayev", "Nursultan A. Nazarbayev"
        )
    )
    meeting = library.meeting("2013")
    library.decide(lambda known: deciding.correct(known, meeting, "date", "2013-06-01")[0])
    return library


def exported(library: Library, path: Path) -> Path:
    lines: list[Any] = [
        meeting_object(library, row.entry.id) for row in reversed(library.timeline())
    ]
    decided = decisions_object(library.decisions)
    path.write_text("".join(json.dumps(line) + "\n" for line in [*lines, decided] if line))
    return path


def shown(library: Library) -> list[Any]:
    return [
        (row.entry, encode(library.meeting(row.entry.id)), encode(library.as_read(row.entry.id)))
        for row in library.timeline()
    ]


def test_everything_comes_back(stocked: Library, tmp_path: Path) -> None:
    again = create_library(tmp_path / "again", empty=True)
    results = list(again.import_files([exported(stocked, tmp_path / "all.jsonl")]))
    assert [result.status for result in results] == ["imported"] * 6
    assert shown(again) == shown(stocked)
    assert again.people() == stocked.people()


def test_importing_it_twice_adds_nothing(stocked: Library, tmp_path: Path) -> None:
    path = exported(stocked, tmp_path / "all.jsonl")
    again = create_library(tmp_path / "again", empty=True)
    list(again.import_files([path]))
    decided = again.decisions.all
    list(again.import_files([path]))
    assert shown(again) == shown(stocked)
    assert again.decisions.all == decided


def test_what_came_back_can_be_taken_back(stocked: Library, tmp_path: Path) -> None:
    again = create_library(tmp_path / "again", empty=True)
    list(again.import_files([exported(stocked, tmp_path / "all.jsonl")]))
    for one in again.decisions.all:
        again.decide(lambda known, number=one.number: deciding.undo(known, number))
    assert again.meeting("2013").date == "2013-05-29"
    assert {person.name for person in again.people()} == {"Nursultan Nazarbayev", "Vladimir Putin"}


def test_each_line_is_an_original_of_its_own(stocked: Library, tmp_path: Path) -> None:
    again = create_library(tmp_path / "again", empty=True)
    list(again.import_files([exported(stocked, tmp_path / "all.jsonl")]))
    digests = {again.row(row.entry.id).captures[0].sha256 for row in again.timeline()}
    assert len(digests) == 5


def test_a_line_cut_off_costs_itself_alone(stocked: Library, tmp_path: Path) -> None:
    path = exported(stocked, tmp_path / "all.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:3]) + lines[3][: len(lines[3]) // 2])
    again = create_library(tmp_path / "again", empty=True)
    statuses = [result.status for result in again.import_files([path])]
    assert statuses == ["imported"] * 3 + ["skipped"]


@pytest.mark.parametrize(
    "line",
    [
        '{"schema": "stenogram/decisions@9", "decisions": []}',
        '{"schema": "stenogram/decisions@1", "decisions": [{"made": 1}]}',
        '{"schema": "stenogram/decisions@1"',
        '{"schema": "stenogram/decisions@1", "decisions": [{"made": "", "kind": "x", '
        '"meeting": null, "value": "ab"}]}',
    ],
)
def test_decisions_that_cannot_be_read_are_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(line + "\n")
    library = create_library(tmp_path / "again", empty=True)
    (result,) = library.import_files([path])
    assert result.status == "skipped"
    assert not library.decisions.all


@pytest.mark.parametrize(
    ("kind", "meeting", "value"),
    [
        ("merge", None, {}),
        ("name", None, {"people": [{"name": "Ana"}], "to": "Anna"}),
        ("split", None, {"people": [{"name": "Ana", "meetings": 3}], "to": "Anna"}),
        ("name", None, {"people": [{"name": "Ana", "meetings": None}], "to": None}),
        ("field", "2013-05-29/astana", {"field": "date", "to": "May 29", "was": None}),
        ("field", "2013-05-29/astana", {"field": "title", "to": None, "was": None}),
        ("field", "2013-05-29/astana", {"field": "place", "was": None}),
        ("speaker", "2013-05-29/astana", {"mark": {"turn": 1}, "to": "Ana", "was": None}),
        ("role", "2013-05-29/astana", {"mark": {}, "to": "Chair", "was": None}),
        ("later", 3, {}),
    ],
)
def test_a_decision_that_says_too_little_is_not_taken_in(
    kind: str, meeting: object, value: object
) -> None:
    one = {"made": "2024-01-01T00:00:00Z", "kind": kind, "meeting": meeting, "value": value}
    line = json.dumps({"schema": "stenogram/decisions@1", "decisions": [one]})
    with pytest.raises(NotDecisions, match="number 1"):
        read_decisions(line.encode())


def test_every_kind_of_decision_is_taken_in(stocked: Library) -> None:
    people, meeting = stocked.people(), stocked.meeting("2013")
    names = [person.name for person in people[:2]]

    def decide(known: Decisions) -> Decisions:
        known = deciding.merge(known, people, names)
        speaker = meeting.people[0].name
        known = deciding.name(known, people, speaker, "Another", meetings=[meeting.id], kind=SPLIT)
        for field, to in (("time", "12:45"), ("title", "A title"), ("place", "")):
            known, _ = deciding.correct(known, meeting, field, to)
        known, _ = deciding.correct_speaker(known, meeting, 1, "Somebody Else")
        known, _ = deciding.correct_role(known, meeting, 2, "Chair")
        return known.adding("of a later release", None, {"anything": 1})

    made = stocked.decide(decide).all
    line = json.dumps(decisions_object(stocked.decisions)).encode()
    assert [one.kind for one in read_decisions(line)] == [one.kind for one in made]
