"""An archive offered to others by the sshd_config of the README, as it is written there."""

from __future__ import annotations

import getpass
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from patience import eventually
from pseudo_terminal import Terminal, program
from ssh_server import SshServer

README = Path(__file__).parents[2] / "README.md"
READERS = 10


def configuration(library: Path) -> str:
    """The README's block, for this user, this program and this library."""
    found = re.search(r"```sshd_config\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, "the README has no such block"
    block = found[1]
    for written, here in (
        ("User reader", f"User {getpass.getuser()}"),
        ("/usr/local/bin/stenogram", program()),
        ("/srv/minutes", str(library)),
    ):
        assert written in block
        block = block.replace(written, here)
    return block


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Machine:
    """A server with a library that one account fills and others read."""

    def __init__(self, folder: Path) -> None:
        if not Path("/proc/self/cmdline").exists():
            pytest.skip("orphans are looked for in /proc")
        self.library = folder / "minutes"
        self._folder = folder
        self.clerk("init", "--shared")
        self.server = SshServer(folder / "sshd", extra=configuration(self.library))
        self._terminals: list[Terminal] = []

    def clerk(self, *words: str) -> None:
        """Run a command as the account to which the library belongs."""
        subprocess.run(
            [program(), *words, "--library", str(self.library)],
            env={"HOME": str(self._folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            umask=0o022,
            capture_output=True,
            check=True,
        )

    def log_in(self, *words: str) -> Terminal:
        """Log in from a terminal, asking for a command or for none."""
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        terminal = Terminal(self.server.client(*words), environment, (100, 30))
        self._terminals.append(terminal)
        return terminal

    def readers(self) -> list[Path]:
        """The processes that have the library on their command line."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if str(self.library).encode() in words and b"--guest" in words:
                found.append(folder)
        return found

    def close(self) -> None:
        for terminal in self._terminals:
            terminal.close()
        self.server.close()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    machine.close()


def test_whoever_logs_in_reads_and_writes_nothing(machine: Machine) -> None:
    before = files(machine.library)
    terminal = machine.log_in()
    terminal.wait_for("5 meetings")
    terminal.press_and_wait("I")
    terminal.wait_for("nothing can be imported")
    terminal.press_and_wait("m")
    terminal.wait_for("A guest has no notebook")
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0
    assert files(machine.library) == before
    assert all(path.stat().st_mode & 0o044 for path in machine.library.rglob("*"))


def test_no_other_command_runs(machine: Machine, tmp_path: Path) -> None:
    written = tmp_path / "written"
    asked = f"touch {written}"
    ended = subprocess.run(
        machine.server.client(asked, terminal=False),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert "The screen cannot open" in ended.stderr
    machine.log_in(asked).wait_for("5 meetings")
    assert not written.exists()


def test_a_link_that_drops_leaves_no_process(machine: Machine) -> None:
    machine.log_in().wait_for("5 meetings")
    assert machine.readers()
    machine.server.wire.cut()
    assert eventually(lambda: not machine.readers()), "a process was left behind"


def test_ten_read_while_one_imports(machine: Machine, tmp_path: Path) -> None:
    terminals = [machine.log_in() for _ in range(READERS)]
    for terminal in terminals:
        terminal.wait_for("5 meetings")
    page = tmp_path / "bridge.txt"
    page.write_text("2014-06-03\n\nANNA BERG: The bridge is open.\n", encoding="utf-8")
    machine.clerk("import", str(page))
    for terminal in terminals:
        terminal.press_and_wait("/")
        terminal.press("customs\r")
        terminal.wait_for("3 of ")
    machine.log_in().wait_for("6 meetings")
