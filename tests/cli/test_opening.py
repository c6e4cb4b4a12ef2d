"""The way to the screen that does without the command line's parser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui.cli import opening
from tui.cli.main import run

COMMAND_LINES = [
    [],
    ["--library", "folder"],
    ["--library", "other folder"],
    ["--library", ""],
    ["--library"],
    ["--library", "--read-only"],
    ["--library", "-x"],
    ["--library", "folder", "words"],
    ["--read-only", "folder"],
    ["--help"],
    ["list"],
    ["customs", "union"],
]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """What the screen is opened with, in place of opening it."""
    calls: list[tuple[Any, dict[str, Any]]] = []

    def open_screen(library: Path | None, **options: Any) -> int:
        defaults = {"read_only": False, "guest": False, "words": (), "diff": True, "mouse": True}
        calls.append((library, {**defaults, **options}))
        return 0

    for module in ("tui.cli.opening", "tui.cli.commands.screen"):
        monkeypatch.setattr(f"{module}.open_screen", open_screen)
        monkeypatch.setattr(f"{module}.why_no_screen", lambda: None)
    return calls


@pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)
def test_it_opens_what_the_parser_would_open_or_leaves_it_to_the_parser(
    words: list[str], opened: list[tuple[Any, dict[str, Any]]], empty_home: Path
) -> None:
    plainly = opening.run_plainly(words)
    opened_plainly, opened[:] = list(opened), []
    if plainly is not None:
        assert (run(words), opened) == (plainly, opened_plainly)
    else:
        assert not opened_plainly


def test_most_starts_are_plain() -> None:
    assert opening.read_plainly([]) == (True, None)
    assert opening.read_plainly(["--library", "folder"]) == (True, Path("folder"))


def test_without_a_terminal_the_parser_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "why_no_screen", lambda: "standard input is no terminal")
    assert opening.run_plainly([]) is None


def test_a_failure_says_what_it_is(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(_library: Path | None) -> int:
        raise PermissionError(13, "Permission denied", "/there")

    monkeypatch.setattr(opening, "why_no_screen", lambda: None)
    monkeypatch.setattr(opening, "open_screen", refuse)
    assert opening.run_plainly([]) == 2
    assert "/there: Permission denied" in capfd.readouterr().err
