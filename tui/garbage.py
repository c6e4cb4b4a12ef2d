"""When Python looks for garbage: never for long while somebody types."""

from __future__ import annotations

import gc

_YOUNG = 10_000
"""Objects made since the last look, some milliseconds' worth, after which Python looks again."""


def begin() -> None:
    """Let the collector work, over what comes from now on: what start-up made, stays."""
    settle()
    gc.set_threshold(_YOUNG, 10, 10)
    gc.enable()


def settle() -> None:
    """Take what is there for what stays, so that no look goes through it again.

    For whoever has just made a great many objects that are kept, such as everybody's names: a
    look through those of a large library holds up every thread for a third of a second.
    """
    gc.freeze()
