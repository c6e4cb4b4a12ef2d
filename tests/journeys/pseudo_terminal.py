"""The installed program in a pseudo-terminal, and the screen a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pyte
import pytest
from at_rest import QUIET, Activity
from patience import PATIENCE

# Queries and keyboard modes that pyte would print as words: CSI with a private prefix
# other than ?…h and ?…l, and mode queries.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[(?:[<>=][0-9;]*[A-Za-z]|\?[0-9;]*\$p|\?[0-9;]*u)")
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;:<>=?$]*)?\Z")


def program() -> str:
    """Return the installed program: $STENOGRAM_PROGRAM, else the one of this environment."""
    named = os.environ.get("STENOGRAM_PROGRAM")
    if named:
        return named
    beside = Path(sys.executable).with_name("stenogram")
    found = str(beside) if beside.exists() else shutil.which("stenogram")
    if not found:
        pytest.skip("stenogram is not installed in this environment")
    return found


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, arguments: list[str], environment: dict[str, str], size: tuple[int, int]):
        columns, lines = size
        self.sent = b""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self._code: int | None = None
        self._pid, self._descriptor = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            os.execve(arguments[0], arguments, environment)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def colours(self) -> set[str]:
        """The colours on the screen, as six hexadecimal digits; names for the basic ones."""
        cells = [cell for line in self._screen.buffer.values() for cell in line.values()]
        return {colour for cell in cells for colour in (cell.fg, cell.bg)} - {"default"}

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed by itself, as a shell wants it."""
        return bool(termios.tcgetattr(self._descriptor)[3] & termios.ECHO)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._descriptor, keys.encode())

    def press_and_wait(self, keys: str) -> str:
        """Type once the screen is at rest, and return it once the program has answered."""
        self.rest()
        before = len(self.sent)
        self.press(keys)
        return self.wait_for(lambda _: len(self.sent) > before)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, as dragging its window does."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.kill(self._pid, signal.SIGWINCH)

    def send_signal(self, number: signal.Signals) -> None:
        """Signal the program, as ``kill`` or a connection that drops."""
        os.kill(self._pid, number)

    def wait_for(self, wanted: str | Callable[[str], object]) -> str:
        """Return the screen once it shows a text, or satisfies a test."""
        shows = (lambda screen: wanted in screen) if isinstance(wanted, str) else wanted
        end = time.monotonic() + PATIENCE
        while not shows(self.text):
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                pytest.fail(f"{wanted!r} did not come; the screen:\n{self.text}")
        return self.text

    def wait_for_end(self) -> int:
        """Return the exit code once the program has left."""
        end = time.monotonic() + PATIENCE
        while self._read(max(end - time.monotonic(), 0)):
            if time.monotonic() > end:
                pytest.fail(f"the program did not leave; the screen:\n{self.text}")
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self._code

    def close(self) -> None:
        """End the program if it still runs."""
        if self._code is None:
            try:
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        os.close(self._descriptor)

    def rest(self) -> None:
        """Take in what comes until the program sleeps and all that it sent is drawn."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            drawn, activity = len(self.sent), Activity.of(self._pid)
            pause = time.monotonic() + QUIET
            while (left := pause - time.monotonic()) > 0:
                if not self._read(left):
                    return
            slept = Activity.of(self._pid).only_slept_since(activity)
            if slept and len(self.sent) == drawn and not self._under_way:
                return
        pytest.fail(f"the program did not come to rest; the screen:\n{self.text}")

    @property
    def _under_way(self) -> bool:
        """Whether something that was sent is not drawn yet."""
        return bool(select.select([self._descriptor], [], [], 0)[0])

    def _read(self, seconds: float) -> bool:
        """Take in what came; False once the program has closed the terminal."""
        if not select.select([self._descriptor], [], [], min(seconds, 1.0))[0]:
            return True
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:  # EIO is how Linux says that the other side is gone.
            return False
        if not data:
            return False
        self._take(data)
        return True

    def _take(self, data: bytes) -> None:
        """Draw what came."""
        self.sent += data
        data = self._pending + data
        cut = _UNFINISHED.search(data)
        self._pending = data[cut.start() :] if cut else b""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[: cut.start()] if cut else data))


class OpenTerminal(Protocol):
    """Starts the program, as often as a test likes."""

    def __call__(
        self, *arguments: str, size: tuple[int, int] = (120, 40), **environment: str
    ) -> Terminal: ...
