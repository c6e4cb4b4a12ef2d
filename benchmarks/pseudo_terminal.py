"""Programs started in a pseudo-terminal, as benchmarks measure them."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent


def spawn(
    command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]
) -> tuple[int, int]:
    """Start a program.

    Args:
        command: The path of the program, and what it is told.
        environment: All of its environment.
        size: Columns and rows of its terminal.

    Returns:
        Its process, and the descriptor of its terminal.
    """
    process, terminal = pty.fork()
    if process == 0:
        columns, rows = size
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.execve(command[0], list(command), dict(environment))
    return process, terminal


def clean_environment(home: Path) -> dict[str, str]:
    """This environment, with a home, a terminal and settings of its own."""
    unset = ("NO_COLOR", "TMUX", "STY", "STENOGRAM_LIBRARY")
    folders = ("data", "state", "config", "cache")
    return {
        **{name: value for name, value in os.environ.items() if name not in unset},
        **{f"XDG_{name.upper()}_HOME": str(home / name) for name in folders},
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
    }
