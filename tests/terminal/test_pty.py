"""The display on the real driver, in a pseudo-terminal: stopped, continued, and counted."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")

HERE = Path(__file__).parent
PROGRAM = f"""
import importlib.util, sys
spec = importlib.util.spec_from_file_location("samplers", {str(HERE / "conftest.py")!r})
sys.modules["samplers"] = samplers = importlib.util.module_from_spec(spec)
spec.loader.exec_module(samplers)
samplers.LightSampler(driver_class=None).run()
"""
# Private sequences that the emulator takes for words: queries and the kitty keyboard.
NOT_FOR_EMULATORS = re.compile("\x1b\\[(?:[<>=][0-9;]*[a-z]|\\?[0-9;]*\\$p)")
DOWN, QUIT = b"\x1b[B", b"\x11"


class Session:
    """A program in a pseudo-terminal of 120×40."""

    def __init__(self) -> None:
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.pop("NO_COLOR", None)
            root = str(HERE.parent.parent)
            os.environ["PYTHONPATH"] = os.pathsep.join([root, *sys.path])
            os.execv(sys.executable, [sys.executable, "-c", PROGRAM])
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until_quiet(self, *, first: float = 20.0, quiet: float = 0.6) -> bytes:
        """Read until nothing came for a while; wait longer for the first byte."""
        received, patience = b"", first
        while select.select([self.master], [], [], patience)[0]:
            try:
                received += os.read(self.master, 65536)
            except OSError:
                break  # the program has ended
            patience = quiet
        return received

    def started(self) -> bytes:
        """Read the first screen. A few hundred bytes are only what Textual asks before it."""
        received = b""
        while len(received) < 1000:
            received += (more := self.until_quiet())
            assert more, "the program ended before it drew anything"
        return received

    def press(self, key: bytes) -> bytes:
        os.write(self.master, key)
        return self.until_quiet()

    def has(self, status) -> bool:
        """Wait until the program has stopped, or ended, as `os.WIF…` tells."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            pid, code = os.waitpid(self.pid, os.WUNTRACED | os.WNOHANG)
            if pid and status(code):
                return True
            self.until_quiet(first=0.05, quiet=0.05)
        return False


@pytest.fixture
def session():
    session = Session()
    yield session
    with contextlib.suppress(ProcessLookupError):
        os.kill(session.pid, signal.SIGKILL)
        os.waitpid(session.pid, 0)
    os.close(session.master)


def fed(screen, received: bytes):
    screen.feed(NOT_FOR_EMULATORS.sub("", received.decode()))
    return screen.picture


def test_a_cursor_key_costs_four_hundred_bytes_at_most(session):
    assert len(session.started()) <= 12_000
    session.press(DOWN)
    assert 0 < len(session.press(DOWN)) <= 400


def test_stopped_and_continued_the_screen_is_whole(session, terminal):
    screen = terminal(120, 40)
    fed(screen, session.started())
    before = fed(screen, session.press(DOWN))
    os.kill(session.pid, signal.SIGTSTP)
    assert session.has(os.WIFSTOPPED)
    os.kill(session.pid, signal.SIGCONT)
    # The alternate screen is entered anew, and empty.
    assert fed(terminal(120, 40), session.until_quiet()).rows == before.rows


def test_it_leaves_the_terminal_without_colours(session):
    session.started()
    last = session.press(QUIT)
    *_, sgr = re.findall(b"\x1b\\[([0-9;]*)m", b"\x1b[m" + last)
    assert sgr in (b"", b"0")
    assert session.has(os.WIFEXITED)
