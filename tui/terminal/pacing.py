"""Frames no faster than the link takes them.

The kernel and sshd take megabytes before a write has to wait, so a run of held-down keys
over a slow link would paint minutes ahead of what the reader sees. The terminal itself tells
how far it is: asked for the cursor's position (DSR 6, ECMA-48 §8.3.35; the answer is CPR) it
answers once it has drawn what came before the question. While answers are owed, frames wait;
what is sent then is only the last of them.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.events import CursorPosition

if TYPE_CHECKING:
    from textual.driver import Driver

QUESTION = "\x1b[6n"

QUICK = 0.25
"""Seconds: a frame that follows another sooner belongs to a run, and asks."""

MOST_UNANSWERED = 2
"""Frames under way at once: one to be drawn while the other travels."""

PATIENCE = 1.0
"""Seconds after which an answer that is owed holds nothing up any more."""


class Pace:
    """Tells whether a frame may go now. Used in the application's thread alone.

    Args:
        release: Sends what was held back.
    """

    def __init__(self, release: Callable[[], None]) -> None:
        """Begin with a terminal that has answered nothing yet; nothing is held for it."""
        self._release = release
        self._answers = False
        self._owed = 0
        self._last = float("-inf")
        self._patience: asyncio.TimerHandle | None = None

    @property
    def holds(self) -> bool:
        """Whether the next frame must wait; ``release`` follows then."""
        return self._owed >= MOST_UNANSWERED

    def sent(self) -> bool:
        """Take note of a frame; return whether to ask behind it."""
        loop = asyncio.get_running_loop()
        now, before = loop.time(), self._last
        self._last = now
        if not self._answers or (not self._owed and now - before > QUICK):
            return False
        self._owed += 1
        if self._patience is None:
            self._patience = loop.call_later(PATIENCE, self._give_up)
        return True

    def answered(self) -> None:
        """Take note of an answer: the terminal gives answers, and has drawn that far."""
        self._answers = True
        self._stop_waiting()
        if self._owed:
            self._owed -= 1
            self._go_on()

    def _give_up(self) -> None:
        # What then comes late lets a later frame go early, which costs only bytes.
        self._patience = None
        self._owed = 0
        self._go_on()

    def _go_on(self) -> None:
        self._last = asyncio.get_running_loop().time()
        if self._owed:
            self._patience = asyncio.get_running_loop().call_later(PATIENCE, self._give_up)
        self._release()

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None


def asking(base: type[Driver]) -> type[Driver]:
    """Derive a driver that can ask the terminal how far it is.

    The application is told by its method ``terminal_answered``. Only answers that are owed
    are taken out of what the terminal sends.

    Args:
        base: The driver of this platform.
    """

    class Asking(base):  # type: ignore[misc, valid-type]  # a base known only here
        """A driver with a question."""

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            self._owed = 0
            self._has_answered = False
            self._all_answered = threading.Condition()

        def ask(self) -> None:
            """Ask; the application hears of the answer."""
            with self._all_answered:
                self._owed += 1
            self.write(QUESTION)
            self.flush()

        def start_application_mode(self) -> None:
            """Take the terminal, and see whether it answers at all."""
            super().start_application_mode()
            with self._all_answered:
                self._owed = 0
            if self.input_tty:
                self.ask()

        def process_message(self, message: Any) -> None:
            """Take the answers out, in the thread that reads."""
            if isinstance(message, CursorPosition):
                with self._all_answered:
                    taken = self._owed > 0
                    self._owed -= taken
                    self._has_answered = True
                    self._all_answered.notify_all()
                if taken:
                    self._loop.call_soon_threadsafe(self._app.terminal_answered)
                    return
            super().process_message(message)

        def disable_input(self) -> None:
            """Hear the terminal out, so that no answer is left to the shell."""
            with self._all_answered:
                if self._has_answered:
                    self._all_answered.wait_for(lambda: not self._owed, PATIENCE)
            super().disable_input()

    return Asking
