"""A terminal at the far end of a slow link, behind buffers that take whatever is written."""

from __future__ import annotations

import os
import threading
import time

from pseudo_terminal import Terminal

_QUESTION, _ANSWER = b"\x1b[6n", b"\x1b[1;1R"
_TICK = 0.02


class SlowTerminal(Terminal):
    """Draws, and answers, only what has crossed the link.

    Args:
        speed: Bytes a second.
        answers: Whether it tells where its cursor is when asked.
    """

    def __init__(
        self,
        arguments: list[str],
        environment: dict[str, str],
        size: tuple[int, int],
        *,
        speed: int,
        answers: bool = True,
    ):
        super().__init__(arguments, environment, size)
        self.most_under_way = 0
        self.arrived = 0
        self._speed, self._answers = speed, answers
        self._written = bytearray()
        self._lock = threading.Lock()
        self._ended = threading.Event()
        for work in (self._drain, self._carry):
            threading.Thread(target=work, daemon=True).start()

    def _drain(self) -> None:
        """Take whatever is written, as the kernel and sshd do."""
        while True:
            try:
                data = os.read(self._descriptor, 1 << 16)
            except OSError:
                data = b""
            if not data:
                self._ended.set()
                return
            with self._lock:
                self._written += data
                self.most_under_way = max(self.most_under_way, len(self._written) - self.arrived)

    def _carry(self) -> None:
        """Let it arrive at the link's speed, and answer what is asked on the way."""
        while not self._ended.is_set() or self.arrived < len(self._written):
            time.sleep(_TICK)
            with self._lock:
                before = self.arrived
                self.arrived = min(before + int(self._speed * _TICK), len(self._written))
                # A question may lie across two pieces.
                begin = max(before - len(_QUESTION) + 1, 0)
                asked = self._written.count(_QUESTION, begin, self.arrived)
            if asked and self._answers:
                os.write(self._descriptor, _ANSWER * asked)

    def _read(self, seconds: float) -> bool:
        time.sleep(_TICK)
        with self._lock:
            data = bytes(self._written[len(self.sent) : self.arrived])
        if data:
            self._take(data)
        return bool(data) or not self._ended.is_set()

    @property
    def _under_way(self) -> bool:
        with self._lock:
            return len(self.sent) < len(self._written) and not self._ended.is_set()

    def slow_down(self, speed: int) -> None:
        """Let no more than so many bytes a second arrive from now on."""
        self.most_under_way, self._speed = 0, speed
