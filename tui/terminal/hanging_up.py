"""A terminal that goes away takes the program with it: nothing blocks, nothing spins.

When a connection drops, the system sends SIGHUP and then SIGCONT, every write fails, and every
read returns at once with nothing. Textual's driver takes that SIGCONT for a return from ctrl+Z
and enters application mode a second time; its output thread ends at the first failed write,
and whoever writes next waits for ever; its input thread goes round and round.
"""

from __future__ import annotations

import os
import select
import threading
import time
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

PATIENCE = 20.0
"""Seconds for leaving in good order. Everything acknowledged is on the disk long before."""

_HUNG_UP = 129
"""What a shell reports of a process that SIGHUP ended."""


class Tolerant:
    """Standard error as the driver writes to it; once the terminal is gone, a place for nothing."""

    def __init__(self, file: IO[str]) -> None:
        """Wrap a file."""
        self._file = file
        self._gone = False

    def write(self, text: str) -> int:
        """Write, unless nobody reads any more."""
        if not self._gone:
            try:
                return self._file.write(text)
            except OSError:
                self._gone = True
        return len(text)

    def flush(self) -> None:
        """Hand over what was written, unless nobody reads any more."""
        if not self._gone:
            try:
                self._file.flush()
            except OSError:
                self._gone = True

    def __getattr__(self, name: str) -> object:
        """Everything else is the file's own."""
        return getattr(self._file, name)


def leaving_with(base: type[Driver]) -> type[Driver]:
    """Derive a driver whose program ends with its terminal.

    Args:
        base: The driver of this platform.
    """

    class LeavingWithTerminal(base):  # type: ignore[misc, valid-type]  # a base known only here
        """Textual's driver, knowing when its terminal is gone."""

        _file: IO[str]
        _suspended = False
        _watched = False

        def start_application_mode(self) -> None:
            """Begin, and watch from now on whether the terminal stays."""
            if not isinstance(self._file, Tolerant):
                self._file = cast("IO[str]", Tolerant(self._file))
            super().start_application_mode()
            if not self._watched and hasattr(select, "poll"):
                self._watched = True
                threading.Thread(
                    target=_leave_when_gone, args=(self.fileno, self._app), daemon=True
                ).start()

        def suspend_application_mode(self) -> None:
            """Give the terminal up for a while."""
            self._suspended = True
            super().suspend_application_mode()

        def resume_application_mode(self) -> None:
            """Take it again, if it was given up: a SIGCONT alone does not say so."""
            if self._suspended:
                self._suspended = False
                super().resume_application_mode()

    return LeavingWithTerminal


def _leave_when_gone(descriptor: int, app: App[object]) -> None:
    """Wait, without ever waking up, for the terminal to be hung up; then end the program."""
    watch = select.poll()
    watch.register(descriptor, 0)  # nothing but a hang-up is reported
    if not any(event & select.POLLHUP for _, event in watch.poll()):
        return  # this platform cannot tell
    app.call_later(app.exit)
    time.sleep(PATIENCE)
    os._exit(_HUNG_UP)  # something waits for a terminal that does not come back
