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
    look through those of a large library holds up every thread for a third of a second. Garbage
    that is there settles too, and stays: not to be called again and again.
    """
    gc.freeze()


def forget_closed_sheets() -> None:
    """Let go of what closed sheets showed.

    Textual keeps the styles of the last thousand widgets (``StylesCache.get_inner_outer``), and
    by them each widget's painted lines: megabytes for every dozen sheets. The cache is rebuilt
    from what is on the screen.
    """
    from textual._styles_cache import StylesCache  # no part of Textual's interface

    clear = getattr(StylesCache.get_inner_outer, "cache_clear", None)
    if clear is not None:
        clear()
