"""Help fits the terminal, and its examples keep their columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tui.cli.main import COMMANDS

Stenogram = Callable[..., Any]


@pytest.mark.parametrize("columns", [120, 80, 50])
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_no_line_is_left_to_the_terminal_to_break(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = stenogram(*command, "--help").out.splitlines()
    assert [line for line in lines if len(line) > columns] == []


def test_an_explanation_goes_on_below_itself(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    lines = stenogram("list", "--help").out.splitlines()
    at = next(number for number, line in enumerate(lines) if "-moscow" in line)
    explained = lines[at].index("who says it")
    assert lines[at + 1].strip()
    assert lines[at + 1][:explained].isspace()


def test_where_there_is_no_room_beside_it_goes_below_all_of_them(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    out = stenogram("people", "--help").out
    assert "  stenogram people\n      everyone who speaks\n" in out
