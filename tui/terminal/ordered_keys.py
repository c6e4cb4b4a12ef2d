"""Keys in the order in which they were pressed, however fast they come.

Textual hands each key to the widget that has the focus when the key arrives, and runs
bindings only when the key has bubbled up from there. Of keys that arrive together, as over
a slow link, the later ones are handed out before the first has moved the focus: of ``/cat``
the letters would go to the pane below. Here a key waits until the one before has done all
it does.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump

from tui.layers import Layered

PATIENCE = 5.0
"""Seconds after which the next key is let through all the same. Only a key whose way is cut off
below it comes to that; on a loaded machine one that opens a line to type in may take seconds,
and the letters that follow are commands to whatever they reach before it."""

_NEW_SCREEN = 0.005
"""Seconds between looks whether a screen that a key opened is ready for the next."""


class OrderedKeys(Layered, App[None], layer=True):
    """An app whose keys overtake nothing. Derive from it in place of ``App``."""

    def __init__(self, *args: Any, **named: Any) -> None:
        """Take what ``App`` takes."""
        super().__init__(*args, **named)
        self._waiting: deque[Key | Paste] = deque()
        self._patience: asyncio.TimerHandle | None = None

    async def on_event(self, event: Event) -> None:
        """Put keys in order; let everything else through."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and self.screen_stack:
            self._waiting.append(event)
            await self._hand_out()
        else:
            await super().on_event(event)

    async def _hand_out(self) -> None:
        """Hand the next key to the focus, unless one is still under way."""
        if self._patience is not None or not self._waiting:
            return
        self._patience = asyncio.get_running_loop().call_later(PATIENCE, self._done)
        target = self.focused or self.screen
        await super().on_event(self._waiting.popleft())
        # A second round for what the key's binding, run at the end of the first, set off below.
        self._follow([*target.ancestors_with_self] * 2)

    def _follow(self, way: Sequence[MessagePump]) -> None:
        """Go the way the key bubbles, behind it and behind what it sets off on the way."""
        if not way:
            self._done_when_ready()
            return
        here, *rest = way
        # Twice: behind the key itself, then behind what the widget posted on its account.
        if not here.call_later(here.call_later, self._follow, rest):
            self._follow(rest)

    def _done_when_ready(self) -> None:
        """Wait for the focus of a screen that the key opened."""
        opening = self.screen.is_modal and self.screen.focused is None and self._patience
        if opening and self._waiting:
            asyncio.get_running_loop().call_later(_NEW_SCREEN, self._done_when_ready)
        else:
            self._done()

    def _done(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        if self._waiting:
            self.call_later(self._hand_out)
