"""How soon after a key a large archive is asked, so that no key waits for an answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import monotonic

PAUSE = 0.25
"""Seconds without a key that count as a pause in typing."""

AT_ONCE = 0.015
"""Seconds within which an answer comes before the next frame; for such there is no waiting."""

_ROOM = 2
"""How many answers must have room between two keys: the next key is to find the screen free."""

_FADING = 0.8
"""What is left, after each answer, of how long an earlier one took: a quick one among slow ones
does not mean that the next is quick."""

_SHORT = re.compile(r"(?<!\w)\w{1,2}\Z")
"""A last word of which so little is typed that it begins very many."""


class Rhythm:
    """Learns from the last answers how long the next may take, and waits for a key meanwhile.

    Whoever types faster than the archive answers is answered at the next pause; whoever does
    not sees every key answered.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """Begin with an archive that answers at once."""
        self._clock = clock
        self._began: float | None = None
        self._takes = 0.0

    def asked(self, text: str, *, typing: bool) -> float:
        """Take note of a question; return how many seconds to wait for the next before asking.

        Args:
            text: The filter.
            typing: Whether it may still be growing; else nothing is waited for.
        """
        if self._began is not None:
            # Given up before it was answered: it takes at least so long.
            self._learn(max(self._takes, self._clock() - self._began))
        if not typing:
            return 0.0
        if _SHORT.search(text):
            return PAUSE
        return min(self._takes * _ROOM, PAUSE) if self._takes > AT_ONCE else 0.0

    def began(self) -> None:
        """Take note that the archive is being asked."""
        self._began = self._clock()

    def answered(self) -> None:
        """Take note that the answer stands on the screen."""
        if self._began is not None:
            self._learn(self._clock() - self._began)

    def _learn(self, seconds: float) -> None:
        self._takes = max(min(seconds, PAUSE), self._takes * _FADING)
        self._began = None
