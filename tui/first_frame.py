"""A first picture before anything is loaded: the screen as the last session left it.

Loading a screen takes a few tenths of a second. Where nothing has changed since the last
session (the files it showed, the size, the terminal, the command line), the picture it left
behind is already the one that would come, so it is written at once. The application
takes the terminal over, and sends what differs; keys typed meanwhile wait in the terminal.

Nothing but ``os`` and ``sys`` is imported here before the picture stands, and whatever is in
doubt, no picture is shown. It holds words of documents, so the file is the user's own (0600).
"""

from __future__ import annotations

import os
import sys

# Without loading typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l\x1b[?25h\x1b[?7h"
_HIDE_CURSOR = "\x1b[?25l\x1b[?7l"

_FORMAT = "stenogram first frame 1"
_LARGEST = 1 << 20
"""Bytes. No screen takes so many."""

# What decides on the files that are read and on how words are drawn.
_NAMES = frozenset(
    ("HOME", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "LANG", "COLUMNS", "LINES")
)
_PREFIXES = ("LC_", "XDG_", "TEXTUAL", "STENOGRAM_")


class _Shown:
    """A picture that stands on the terminal, and what the terminal was like before."""

    def __init__(self, cells: str, attributes: list[Any]) -> None:
        self.cells = cells
        self.attributes = attributes


_shown: _Shown | None = None


def show(arguments: list[str]) -> bool:
    """Write the picture that the last session left, if it still is the right one.

    Args:
        arguments: What follows the program's name on the command line.

    Returns:
        Whether it stands; then ``hand_over`` or ``withdraw`` must follow.
    """
    global _shown
    if not _concerns(arguments) or not (os.isatty(0) and os.isatty(1)):
        return False
    kept = _read(_file(), arguments)
    if kept is None:
        return False
    picture, cells = kept
    import termios

    try:
        before = termios.tcgetattr(0)
        quiet = termios.tcgetattr(0)
        # Keys wait unread and unseen, ctrl+C among them, for the application.
        quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        quiet[0] &= ~(termios.IXON | termios.ICRNL)
        termios.tcsetattr(0, termios.TCSANOW, quiet)
        _shown = _Shown(cells, before)
        _leave_in_order()
        _write(ENTER + _HIDE_CURSOR + picture)
    except (OSError, termios.error):
        withdraw()
        return False
    return True


def stands() -> bool:
    """Whether the picture stands, and the application has not taken over."""
    return _shown is not None


def hand_over() -> str | None:
    """Give the terminal to the application, which finds the picture on it.

    Returns:
        The cells that the terminal shows, as they were kept; None where there is no picture.
    """
    global _shown
    shown, _shown = _shown, None
    if shown is None:
        return None
    _restore(shown)
    return shown.cells


def withdraw() -> None:
    """Take the picture away, where it still stands, so that something can be said."""
    global _shown
    shown, _shown = _shown, None
    if shown is not None:
        _write(LEAVE)
        _restore(shown)


def keep(arguments: list[str], files: list[str], picture: str, cells: str) -> None:
    """Leave a picture for the next start; that it cannot be kept is no harm.

    Args:
        arguments: The command line that leads to it.
        files: What it shows and what decides on it: once one of them is changed, appears or
            is gone, the picture is not shown.
        picture: What to write on an empty screen.
        cells: The same, in the words of who takes it over.
    """
    path = _file()
    if path is None or not _concerns(arguments) or any("\n" in name for name in files):
        return
    head = [_FORMAT, str(len(files)), *files, _stamp(arguments, files), str(len(picture))]
    data = ("\n".join(head) + "\n" + picture + cells).encode("utf-8", "surrogatepass")
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb") as file:  # noqa: PTH123
            file.write(data)
        os.replace(temporary, path)  # noqa: PTH105
    except OSError:
        _remove(temporary)


def discard() -> None:
    """Leave no picture."""
    if (path := _file()) is not None:
        _remove(path)


def _concerns(arguments: list[str]) -> bool:
    """Whether a command line opens the screen at the last place read."""
    if not arguments:
        return True
    return len(arguments) == 2 and arguments[0] == "--library" and not arguments[1].startswith("-")


def _file() -> str | None:
    """Return where the picture is kept: beside the state; None where that is not known."""
    # platformdirs would take longer than everything else here.
    if os.name != "posix" or sys.platform == "darwin":
        return None
    folder = os.environ.get("XDG_STATE_HOME", "")
    if not folder.strip():
        folder = os.path.expanduser("~/.local/state")  # noqa: PTH111
    return f"{folder}/stenogram/first-frame"


def _read(path: str | None, arguments: list[str]) -> tuple[str, str] | None:
    """Return the picture and its cells; None where they are not those of now."""
    if path is None:
        return None
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            status = os.fstat(file.fileno())
            if status.st_uid != os.getuid() or status.st_mode & 0o077:
                return None
            text = file.read(_LARGEST).decode("utf-8", "surrogatepass")
        form, count, rest = text.split("\n", 2)
        if form != _FORMAT:
            return None
        *files, stamp, size, rest = rest.split("\n", int(count) + 2)
        if stamp != _stamp(arguments, files):
            return None
        return rest[: int(size)], rest[int(size) :]
    except (OSError, ValueError):
        return None


def _stamp(arguments: list[str], files: list[str]) -> str:
    """Return, in one line, everything that a picture depends on.

    Raises:
        OSError: There is no terminal to know the size of.
    """
    from tui import __version__

    environment = [
        (name, value)
        for name, value in sorted(os.environ.items())
        if name in _NAMES or name.startswith(_PREFIXES)
    ]
    size = tuple(os.get_terminal_size(1))
    where = os.getcwd() if arguments else ""  # noqa: PTH109
    return repr((__version__, size, arguments, where, environment, [_status(f) for f in files]))


def _status(path: str) -> tuple[int, int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _write(text: str) -> None:
    """Write to the terminal, all of it, past any buffer."""
    data = text.encode("utf-8", "surrogatepass")
    while data:
        data = data[os.write(1, data) :]


def _restore(shown: _Shown) -> None:
    import termios

    try:  # noqa: SIM105  contextlib would have to be loaded
        termios.tcsetattr(0, termios.TCSANOW, shown.attributes)
    except termios.error:
        pass  # the terminal is gone


def _leave_in_order() -> None:
    """Take the picture away also when told to end before the application has its own ways."""
    import signal

    def end(number: int, _frame: object) -> None:
        withdraw()
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)


def _remove(path: str) -> None:
    try:  # noqa: SIM105  contextlib would have to be loaded
        os.unlink(path)  # noqa: PTH108
    except OSError:
        pass
