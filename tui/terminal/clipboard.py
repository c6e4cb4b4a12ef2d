"""Copied text on its way to a clipboard, and what to tell the reader about it.

Where a display is at hand a local tool is certain to work. Otherwise the text goes to the
terminal by OSC 52, which no terminal acknowledges: the message then says which setting
decides. Sequences: xterm's ctlseqs (OSC 52), tmux(1) ``allow-passthrough``, screen(1) DCS.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from tui.terminal.capabilities import Multiplexer, multiplexer

LARGEST_OSC52 = 74_994
"""Bytes of text that fit the 100,000 characters of base64 that terminals commonly accept."""

TOOL_SECONDS = 0.5
"""How long a local tool may take; a display that hangs must not hang the reader."""

# screen accepts strings of no more than 256 bytes, so the payload travels in pieces.
_SCREEN_PIECE = 200

_TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy", "--type", "text/plain;charset=utf-8")),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)

RunTool = Callable[[Sequence[str], bytes], bool]


class Way(Enum):
    """How a text left the program."""

    TOOL = "local tool"
    OSC52 = "OSC 52"
    TMUX = "OSC 52 through tmux"
    SCREEN = "OSC 52 through screen"
    NONE = "not sent"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a text.

    Attributes:
        way: How it went.
        message: A sentence or two for the reader: the way, and what to do if the text does
            not arrive.
    """

    way: Way
    message: str

    @property
    def sent(self) -> bool:
        """Whether it left the program at all."""
        return self.way is not Way.NONE


def deliver(
    text: str,
    write: Callable[[str], None],
    environ: Mapping[str, str] = os.environ,
    *,
    tools: bool = True,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
    run: RunTool | None = None,
) -> Delivery:
    """Send a text to the clipboard the reader most likely means.

    May wait ``TOOL_SECONDS`` for each local tool that is installed.

    Args:
        text: What to copy. Lone surrogates arrive as ``?``.
        write: Writes to the terminal, such as the driver's ``write``.
        environ: The process's environment.
        tools: Whether another program may be started; False on a shared machine.
        platform: As ``sys.platform``.
        which: Finds a program.
        run: Runs a program with bytes on its standard input; True where it succeeded.
    """
    raw = text.encode("utf-8", errors="replace")
    run = _run if run is None else run
    for command in _candidates(environ, platform) if tools else ():
        if which(command[0]) and run(command, raw):
            return Delivery(Way.TOOL, f"Copied with {command[0]}.")
    if environ.get("TERM", "dumb") == "dumb":
        return Delivery(Way.NONE, "Not copied: this terminal has no clipboard.")
    if len(raw) > LARGEST_OSC52:
        size, limit = len(raw) // 1000, LARGEST_OSC52 // 1000
        return Delivery(
            Way.NONE, f"Not copied: {size} kB, and a terminal's clipboard takes {limit} kB."
        )
    payload = base64.b64encode(raw).decode("ascii")
    between = multiplexer(environ)
    write(_SEQUENCE[between](payload))
    return Delivery(_WAY[between], _message(between, environ))


def _candidates(environ: Mapping[str, str], platform: str) -> list[tuple[str, ...]]:
    """List the tools that could reach a display, the likeliest first."""
    remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    found = [command for display, command in _TOOLS if environ.get(display)]
    # Through ssh, pbcopy would fill the clipboard of the machine nobody sits at.
    if platform == "darwin" and not remote:
        found.append(("pbcopy",))
    return found


def _run(command: Sequence[str], raw: bytes) -> bool:
    try:
        # The tools stay behind to serve the selection, and must not hold on to our streams.
        done = subprocess.run(
            command,
            input=raw,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TOOL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _plain(payload: str) -> str:
    return f"\x1b]52;c;{payload}\x07"


def _through_tmux(payload: str) -> str:
    # The bare sequence serves `set-clipboard on`, the wrapped one `allow-passthrough on`;
    # tmux drops the one it does not allow, and the same text twice does no harm.
    inner = _plain(payload)
    doubled = inner.replace("\x1b", "\x1b\x1b")
    return f"{inner}\x1bPtmux;{doubled}\x1b\\"


def _through_screen(payload: str) -> str:
    inner = _plain(payload)
    pieces = [inner[at : at + _SCREEN_PIECE] for at in range(0, len(inner), _SCREEN_PIECE)]
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


_SEQUENCE = {
    Multiplexer.NONE: _plain,
    Multiplexer.TMUX: _through_tmux,
    Multiplexer.SCREEN: _through_screen,
}
_WAY = {
    Multiplexer.NONE: Way.OSC52,
    Multiplexer.TMUX: Way.TMUX,
    Multiplexer.SCREEN: Way.SCREEN,
}


def _message(between: Multiplexer, environ: Mapping[str, str]) -> str:
    sent = f"Sent to the terminal's clipboard ({_WAY[between].value})."
    if between is Multiplexer.TMUX:
        return f"{sent} If nothing arrives: “set -g set-clipboard on” in tmux."
    if between is Multiplexer.SCREEN:
        return f"{sent} If nothing arrives, the terminal around screen does not accept it."
    program = environ.get("TERM_PROGRAM", "")
    if program == "Apple_Terminal":
        return f"{sent} Apple's Terminal ignores it; iTerm2, kitty, Ghostty and others do not."
    if program == "iTerm.app":
        return (
            f"{sent} If nothing arrives: Settings, General, Selection, "
            "“Applications in terminal may access clipboard”."
        )
    if environ.get("VTE_VERSION"):
        return f"{sent} Many GNOME terminals ignore it: select with Shift and the mouse instead."
    if environ.get("XTERM_VERSION"):
        return f"{sent} If nothing arrives: “XTerm*allowWindowOps: true” in the X resources."
    return f"{sent} If nothing arrives, allow OSC 52 in the terminal's settings."
