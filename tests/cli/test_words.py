"""Which words are a command, which an option, and which a query."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from tui.cli.main import COMMANDS, run


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the screen was asked to open, where there is one to open it on."""
    asked: list[dict[str, Any]] = []

    def screen(library: object, **rest: Any) -> int:
        asked.append({"library": library, **rest})
        return 0

    monkeypatch.setitem(sys.modules, "tui.launch", SimpleNamespace(run=screen))
    monkeypatch.setattr("tui.cli.commands.screen.why_no_screen", lambda: None)
    return asked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ([], ()),
        (["by:putin", "trade"], ("by:putin", "trade")),
        (["2013-05-29/astana#t2"], ("2013-05-29/astana#t2",)),
        (["--", "list"], ("list",)),
        (["--", "-billion", "list"], ("-billion", "list")),
        (["--", "--library", "x"], ("--library", "x")),
        (["-billion", "trade"], ("-billion", "trade")),
        (["trade", "--", "--help"], ("trade", "--help")),
        (["--read-only", "--", "find"], ("find",)),
        (["the screen"], ("the screen",)),
    ],
)
def test_words_that_name_no_command_open_the_screen(
    opened: list[dict[str, Any]], line: list[str], words: tuple[str, ...]
) -> None:
    run(line)
    assert [asked["words"] for asked in opened] == [words]


@pytest.mark.parametrize(
    "line",
    [
        ["--library", "/srv/x", "--read-only", "--no-mouse", "--no-diff", "trade"],
        ["trade", "--library", "/srv/x", "--read-only", "--no-mouse", "--no-diff"],
        ["--library=/srv/x", "trade", "--read-only", "--no-mouse", "--no-diff"],
    ],
)
def test_options_stand_before_or_after_the_words(
    opened: list[dict[str, Any]], line: list[str]
) -> None:
    run(line)
    (asked,) = opened
    assert str(asked["library"]) == "/srv/x"
    assert (asked["read_only"], asked["mouse"], asked["diff"]) == (True, False, False)
    assert asked["words"] == ("trade",)


def test_without_a_terminal_the_screen_says_what_else_there_is(
    stenogram: Callable[..., Any],
) -> None:
    ended = stenogram("trade")
    assert ended.code == 2
    assert ended.out == ""
    assert "stenogram find" in ended.err


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_stand_everywhere(
    stenogram: Callable[..., Any], command: str, option: str
) -> None:
    ended = stenogram(command, option)
    assert ended.code == 0
    assert "stenogram" in ended.out


def test_a_mistyped_option_is_never_searched_for(stenogram: Callable[..., Any]) -> None:
    ended = stenogram("find", "trade", "--limmit", "3")
    assert ended.code == 2
    assert "--limmit" in ended.err and "--limit" in ended.err


def test_the_library_option_after_the_command_wins(
    stenogram: Callable[..., Any], tmp_path: Any
) -> None:
    ended = stenogram(
        "--library", str(tmp_path / "one"), "list", "--library", str(tmp_path / "two")
    )
    assert ended.code == 0
    assert (tmp_path / "two").is_dir() and not (tmp_path / "one").exists()
