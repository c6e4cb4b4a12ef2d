"""A user who logs in by SSH to a machine where Stenogram is installed."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pseudo_terminal import Terminal, program
from ssh_server import SshServer, Wire


class Remote:
    """A machine one logs in to, and a home there that begins empty."""

    def __init__(self, server: SshServer, home: Path) -> None:
        self.server = server
        self.home = home
        self._terminals: list[Terminal] = []

    @property
    def wire(self) -> Wire:
        """What lies between."""
        return self.server.wire

    def _there(self, *words: str) -> str:
        settings = [f"HOME={self.home}", f"PATH={os.environ['PATH']}", "LANG=C.UTF-8"]
        return "exec " + shlex.join(["env", *settings, program(), *words])

    def log_in(self, *words: str, size: tuple[int, int] = (120, 40)) -> Terminal:
        """Log in from a terminal and start the program there."""
        environment = {
            "HOME": str(self.server.folder),
            "PATH": os.environ["PATH"],
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }
        terminal = Terminal(self.server.client(self._there(*words)), environment, size)
        self._terminals.append(terminal)
        return terminal

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command there without a terminal."""
        return subprocess.run(
            self.server.client(self._there(*words), terminal=False),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def processes(self) -> list[str]:
        """The command lines of what still runs there with this home."""
        mine = f"HOME={self.home}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if mine in (folder / "environ").read_bytes().split(b"\0"):
                    found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
            except OSError:
                continue
        return found

    def close(self) -> None:
        for terminal in self._terminals:
            terminal.close()


@pytest.fixture
def ssh_server(tmp_path: Path) -> Iterator[SshServer]:
    server = SshServer(tmp_path / "sshd")
    yield server
    server.close()


@pytest.fixture
def remote(ssh_server: SshServer, tmp_path: Path) -> Iterator[Remote]:
    if not Path("/proc/self/environ").exists():
        pytest.skip("orphans are looked for in /proc")
    home = tmp_path / "there"
    home.mkdir()
    machine = Remote(ssh_server, home)
    yield machine
    machine.close()
