"""What the terminal at the other end can do, as far as its environment tells.

Nothing is asked of the terminal itself: over a slow link an answer comes late, and from
a pipe it never comes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import Enum

from tui.values import value

# Terminals that say so in terminfo, or whose entry is missing on most remote machines.
# Everything that calls itself xterm claims both; kitty, ghostty and others add to the name.
_ERASE_KNOWN = ("xterm", "alacritty", "foot", "konsole", "vte", "wezterm", "contour", "mintty")
# Inside screen and tmux the outer terminal's answer does not count: they redraw it themselves.
_ERASE_DOUBTFUL = ("screen", "tmux")


class Multiplexer(Enum):
    """A program between ours and the terminal that interprets what we send."""

    NONE = "none"
    TMUX = "tmux"
    SCREEN = "screen"


@value
class Capabilities:
    """What may be sent.

    Attributes:
        addressable: Whether the cursor can be moved at all; False under ``TERM=dumb`` and
            without a TERM, where a full screen is impossible.
        colour: Whether colour is welcome (``NO_COLOR`` is unset or empty).
        unicode: Whether characters beyond ASCII arrive; otherwise frames, bars and marks
            are drawn in ASCII, and of a transcript is shown what ASCII carries, with a
            visible sign for the rest. What is copied and kept has the words as they are.
        colour_erase: Whether erased cells take the current background (terminfo's ``bce``)
            and ECH is known, so that blanks on a coloured ground need not be written.
        multiplexer: What stands between.
    """

    addressable: bool
    colour: bool
    unicode: bool
    colour_erase: bool
    multiplexer: Multiplexer


def capabilities(
    environ: Mapping[str, str] = os.environ, *, encoding: str | None = None
) -> Capabilities:
    """Read the environment.

    Args:
        environ: The process's environment.
        encoding: Encoding of the output stream, where the locale says nothing; None
            counts as UTF-8, which is what the screen is written in.
    """
    term = environ.get("TERM", "")
    return Capabilities(
        addressable=term not in ("", "dumb", "unknown"),
        colour=not environ.get("NO_COLOR"),  # empty means unset: no-color.org
        unicode=_speaks_unicode(environ, encoding),
        colour_erase=_erases_in_colour(term),
        multiplexer=multiplexer(environ),
    )


def multiplexer(environ: Mapping[str, str]) -> Multiplexer:
    """Tell whether tmux or screen is in between; the inner one where both are."""
    term = environ.get("TERM", "")
    # TERM comes along through ssh, TMUX and STY do not. TERM=screen may be either of the two.
    if environ.get("TMUX") or term.startswith("tmux"):
        return Multiplexer.TMUX
    if environ.get("STY"):
        return Multiplexer.SCREEN
    return Multiplexer.NONE


def why_no_screen(environ: Mapping[str, str] = os.environ) -> str | None:
    """Say, as a clause, why a full screen is impossible; None where it is not."""
    if capabilities(environ).addressable:
        return None
    term = environ.get("TERM", "")
    return f"TERM is “{term}”, a terminal that cannot place text" if term else "TERM is not set"


def _speaks_unicode(environ: Mapping[str, str], encoding: str | None) -> bool:
    # The first of the three that is set decides, as for every other program.
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if locale := environ.get(name):
            return "utf8" in locale.casefold().replace("-", "")
    return encoding is None or "utf8" in encoding.casefold().replace("-", "")


def _erases_in_colour(term: str) -> bool:
    if term.startswith(_ERASE_DOUBTFUL):
        return False
    if term.startswith(_ERASE_KNOWN):
        return True
    try:
        import curses  # only where the name alone does not tell; absent on Windows
    except ImportError:
        return False
    try:
        curses.setupterm(term or "dumb", 1)
    except (curses.error, OSError, ValueError):
        return False
    return curses.tigetflag("bce") == 1 and bool(curses.tigetstr("ech"))
