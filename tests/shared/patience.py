"""How long tests wait for what happens elsewhere: in another process, on the disk."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds until it is given up: loaded machines are slow, and only a test that fails waits."""


def eventually(holds: Callable[[], object]) -> bool:
    """Whether something comes true in time."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
