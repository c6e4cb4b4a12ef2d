"""Work that may wait, done in slices between what the reader asks for."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from textual.timer import Timer
from textual.widget import Widget

_SLICE_SECONDS = 0.004
_PAUSE_SECONDS = 0.004


class Errands:
    """Runs one piece of background work at a time on the interface's thread.

    Args:
        widget: Whose timers are used; what it no longer needs ends with it.
    """

    def __init__(self, widget: Widget) -> None:
        """Begin with nothing to do."""
        self._widget = widget
        self._work: Iterator[None] = iter(())
        self._timer: Timer | None = None

    def begin(self, work: Iterator[None]) -> None:
        """Take up a piece of work after the next paint, and drop the one before.

        Args:
            work: Yields wherever it may be interrupted.
        """
        self._work = work
        self._wait()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._widget.set_timer(_PAUSE_SECONDS, self._run_slice)

    def _run_slice(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        for _ in self._work:
            if perf_counter() > until:
                self._wait()
                return
