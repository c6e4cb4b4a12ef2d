"""One line of progress on a terminal, with the rate and the time that is left."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from tui.cli.table import cut
from tui.safe import visible

_PAUSE = 0.1
"""Seconds between two lines: as often as an eye can follow, and not more over a slow link."""


class Progress:
    """Shows how far a long work is, on standard error, where that is a terminal."""

    def __init__(self, what: str) -> None:
        """Name the work."""
        self._what = what
        self._stream = sys.stderr if sys.stderr.isatty() else None
        self._began = self._shown = time.monotonic()
        self._line = ""

    def __enter__(self) -> Progress:
        """Begin; the first line comes after a moment, so that short work shows none."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the line away."""
        self._write("")

    def show(self, done: int, total: int, name: str) -> None:
        """Tell how many are done, of how many, and which one is next."""
        now = time.monotonic()
        if now - self._shown < _PAUSE:
            return
        self._shown = now
        rate = done / (now - self._began)
        left = f", {_duration((total - done) / rate)} left" if rate else ""
        self._write(f"{self._what} {done} of {total}, {rate:.0f} a second{left}: {visible(name)}")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the line away while something else is written."""
        line = self._line
        self._write("")
        yield
        self._write(line)

    def _write(self, line: str) -> None:
        if self._stream is None or line == self._line:
            return
        import shutil

        width = shutil.get_terminal_size().columns - 1
        self._stream.write(f"\r\x1b[K{cut(line, width)}")
        self._stream.flush()
        self._line = line


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02} min" if minutes else f"{rest} s"
