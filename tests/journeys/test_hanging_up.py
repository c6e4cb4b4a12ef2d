"""The terminal goes away, or the process is stopped and goes on: no orphan, nothing twice."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from patience import eventually
from pseudo_terminal import OpenTerminal, Terminal


def ends(pid: int) -> bool:
    """Whether a child ends by itself."""
    return eventually(lambda: os.waitpid(pid, os.WNOHANG) != (0, 0))


def hang_up(terminal: Terminal) -> int:
    """Take the terminal away and return the process that is left."""
    pid, descriptor = terminal._pid, terminal._descriptor
    terminal._descriptor = os.open(os.devnull, os.O_RDWR)
    os.close(descriptor)
    return pid


@pytest.mark.parametrize("keys", ["", "/customs", "c"])
def test_a_program_ends_with_its_terminal(
    open_terminal: OpenTerminal, home: Path, keys: str
) -> None:
    terminal = open_terminal()
    terminal.wait_for("5 meetings")
    terminal.press(keys)
    pid = hang_up(terminal)
    assert ends(pid)
    terminal._code = 0
    again = open_terminal()
    again.wait_for("5 meetings")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted in /proc")
def test_going_on_after_a_stop_starts_nothing_twice(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.wait_for("5 meetings")
    terminal.press_and_wait("j")
    threads = Path(f"/proc/{terminal._pid}/task")
    before = {(thread / "comm").read_text() for thread in threads.iterdir()}
    count = len(list(threads.iterdir()))
    terminal.send_signal(signal.SIGSTOP)
    terminal.send_signal(signal.SIGCONT)
    terminal.press_and_wait("j")
    assert len(list(threads.iterdir())) <= count
    assert {(thread / "comm").read_text() for thread in threads.iterdir()} <= before
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0
