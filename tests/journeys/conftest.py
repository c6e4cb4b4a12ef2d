"""A user with an empty home who starts the installed program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pseudo_terminal import OpenTerminal, Terminal, program


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def open_terminal(home: Path) -> Iterator[OpenTerminal]:
    """Start the program as a user with that home would, as often as a test likes."""
    terminals: list[Terminal] = []

    def start(*arguments: str, size: tuple[int, int] = (120, 40), **environment: str) -> Terminal:
        plain = {
            "HOME": str(home),
            "PATH": os.environ.get("PATH", os.defpath),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }
        terminal = Terminal([program(), *arguments], {**plain, **environment}, size)
        terminals.append(terminal)
        return terminal

    yield start
    for terminal in terminals:
        terminal.close()
