"""Noticing what other processes write, without waking the screen for nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from threading import Event, Thread

LOOK_EVERY = 3.0
"""Seconds between two looks at the disk."""


class Watch:
    """A thread that sleeps, looks at the disk, and sleeps on.

    A timer would wake the interface's thread for each look, only to set a worker going: twenty
    times a minute on every screen that somebody left open. Asking the system to tell of changes
    instead (inotify, kqueue) needs a library, and hears nothing of what another machine writes
    to a shared folder. So this thread asks for the files' dates, which takes a few
    microseconds, and the interface hears of it by a message where they are others.

    Args:
        look: Looks, and posts a message where there is something to tell. Called in the thread.
        failed: Is told, in the thread, of what a look could not cope with, unless nobody wants
            to know any more; no other look follows.
    """

    def __init__(self, look: Callable[[], object], failed: Callable[[Exception], object]) -> None:
        """Prepare the thread; see ``begin``."""
        self._look = look
        self._failed = failed
        self._ended = Event()

    def begin(self) -> None:
        """Look after a while for the first time. Call it where messages know their app."""
        run = copy_context().run
        Thread(target=run, args=(self._run,), name="watch", daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def _run(self) -> None:
        while not self._ended.wait(LOOK_EVERY):
            try:
                self._look()
            except Exception as error:
                if not self._ended.is_set():
                    self._failed(error)
                return
