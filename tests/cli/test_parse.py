"""``parse``: one object a meeting, in the order of the files, and no library."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Stenogram = Callable[..., Any]

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())


def test_meetings_come_in_the_order_of_the_files(stenogram: Stenogram) -> None:
    files = [str(path) for path in reversed(SEEDS)]
    ended = stenogram("parse", "--json", *files)
    assert ended.code == 0
    assert [row["source"]["name"] for row in ended.rows] == [Path(file).name for file in files]
    assert {row["schema"] for row in ended.rows} == {"stenogram/meeting@1"}


def test_a_file_that_cannot_be_read_stands_in_its_place(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    absent = str(tmp_path / "absent.txt")
    ended = stenogram("parse", "--json", str(SEEDS[0]), absent, str(SEEDS[1]))
    assert ended.code == 2
    assert [row.get("schema") for row in ended.rows] == [
        "stenogram/meeting@1",
        None,
        "stenogram/meeting@1",
    ]
    assert list(ended.rows[1]) == ["error", "source"]
    assert ended.rows[1]["source"] == absent
    assert absent in ended.err


def test_no_library_is_needed_and_none_is_made(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STENOGRAM_LIBRARY", str(tmp_path / "absent"))
    assert stenogram("parse", "--json", str(SEEDS[0])).code == 0
    assert not (tmp_path / "absent").exists()


def test_standard_input_is_a_file(stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch) -> None:
    given = SimpleNamespace(buffer=io.BytesIO(SEEDS[0].read_bytes()))
    monkeypatch.setattr(sys, "stdin", given)
    (row,) = stenogram("parse", "--json", "-").rows
    assert row["date"] == "2013-05-29"


def test_without_json_it_is_a_text_to_read(stenogram: Stenogram) -> None:
    ended = stenogram("parse", str(SEEDS[0]))
    assert ended.code == 0
    assert "Nursultan Nazarbayev, President of Kazakhstan" in ended.out


def test_an_unknown_format_is_an_error_that_names_the_known(stenogram: Stenogram) -> None:
    ended = stenogram("parse", "--format", "nonsense", "--json", str(SEEDS[0]))
    assert ended.code == 2
    assert "nonsense" in ended.rows[0]["error"]


def test_lines_are_split_at_line_feeds_alone(stenogram: Stenogram, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_text(
        "Ann: One\u2028two\x85three.\n\nBob: Yes.\n\nAnn: No.\n", encoding="utf-8", newline=""
    )
    ended = stenogram("parse", "--json", str(file))
    assert len(ended.out.splitlines()) == len(ended.out.split("\n")) - 1


def test_a_reader_that_fails_costs_one_file_only(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.reading import registry

    real = registry.read

    def failing(data: bytes, name: str, **options: Any) -> Any:
        if name == SEEDS[0].name:
            raise ZeroDivisionError("of ours")
        return real(data, name, **options)

    monkeypatch.setattr(registry, "read", failing)
    ended = stenogram("parse", "--json", str(SEEDS[0]), str(SEEDS[1]))
    assert ended.code == 2
    assert list(ended.rows[0]) == ["error", "source"]
    assert "of ours" in ended.rows[0]["error"]
    assert ended.rows[1]["source"]["name"] == SEEDS[1].name


@pytest.mark.parametrize("standard_input", [False, True])
def test_a_file_too_large_to_import_is_too_large_to_parse(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch, standard_input: bool
) -> None:
    monkeypatch.setattr("tui.library.sources.LARGEST_FILE", 100)
    stream = SimpleNamespace(buffer=io.BytesIO(SEEDS[0].read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    ended = stenogram("parse", "--json", "-" if standard_input else str(SEEDS[0]))
    assert ended.code == 2
    assert "larger than" in ended.rows[0]["error"]


def test_a_pipe_nobody_writes_into_is_named(stenogram: Stenogram, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    result = stenogram("parse", str(pipe))
    assert result.code == 2
    assert "named pipe" in result.err


@pytest.mark.parametrize("command", ["parse", "import"])
def test_a_bad_file_is_named_once_by_its_path(
    stenogram: Stenogram, tmp_path: Path, command: str
) -> None:
    empty, damaged = tmp_path / "empty.txt", tmp_path / "damaged.xml"
    empty.touch()
    hollow = tmp_path / "hollow.json"
    hollow.write_text('{"schema": "stenogram/meeting@1"}')
    damaged.write_text('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text>')
    ended = stenogram(command, str(empty), str(damaged), str(hollow))
    assert ended.code == 2
    assert f"stenogram: {empty} is empty." in ended.err
    assert f"stenogram: {damaged} is damaged XML" in ended.err
    assert f"stenogram: {hollow}, meeting 1: " in ended.err
    assert "<string>" not in ended.err
