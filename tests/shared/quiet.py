"""Waiting until an app has done what a key set off, on however loaded a machine.

Textual's pilot takes a process that gets no processor time for one that has nothing to do.
Here what is still to do is looked up instead: in the event loop, among the workers, among
the timers.
"""

from __future__ import annotations

import asyncio
from math import inf
from typing import Any

SOON = 0.05
"""For what comes at once, and nothing that waits for a reader to rest."""


async def until_quiet(pilot: Any, put_off: float = inf) -> None:
    """Wait until nothing but the keyboard can change the screen, and all is painted.

    Args:
        pilot: The pilot of the app.
        put_off: Timers that go off once are awaited where they are set for at most so many
            seconds.
    """
    await pilot.pause()
    while something_runs(pilot.app) or something_waits(pilot.app, put_off):
        await asyncio.sleep(0.001)
        await pilot.pause()


def something_runs(app: Any) -> bool:
    """Whether a key is under way, a worker works, or the event loop has something to call."""
    loop: Any = asyncio.get_running_loop()
    return bool(
        loop._ready
        or getattr(app, "_waiting", None)  # keys that wait for the one before
        or getattr(app, "_patience", None)
        # A tree of files keeps a worker for as long as it is open.
        or any(not (one.is_finished or one.name == "_loader") for one in app.workers)
    )


def something_waits(app: Any, put_off: float = inf) -> bool:
    """Whether a timer that goes off once, and is set for so many seconds, is still to do so."""
    pumps = [app, *(node for screen in app.screen_stack for node in screen.walk_children())]
    return any(
        timer._repeat is not None
        and timer._interval <= put_off
        and timer._active.is_set()
        and not timer._task.done()
        for pump in (*pumps, *app.screen_stack)
        for timer in list(pump._timers)
    )
