"""Results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping
from typing import Any

import click

from tui import first_frame
from tui.cli.common import Common
from tui.safe import visible

# Characters JSON allows in a string but a terminal obeys, or a line reader splits at:
# DEL and C1, line and paragraph separators, bidi marks, overrides and isolates.
_ESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class StandardOutputClosed(Exception):
    """Whoever read standard output has read enough; no error."""


class Output:
    """Standard output as one command uses it.

    Attributes:
        terminal: True where a person reads it directly, or asked for colour as if.
        width: Columns of the terminal; None where lines may be as long as they are.
    """

    def __init__(self, common: Common, *, writes: bool = False) -> None:
        """Look at where standard output leads and what the options and NO_COLOR ask.

        Args:
            common: The options.
            writes: Whether the command changes something: then it finishes its work, in
                silence, where nobody reads any more, instead of raising.

        Raises:
            click.ClickException: There is no standard output.
        """
        if sys.stdout is None:
            raise click.ClickException(
                "standard output is closed, and there is nowhere to write to. Nothing was done; "
                "send it to a file or to /dev/null instead."
            )
        self._writes = writes
        self._silent = False
        self._stream = sys.stdout.buffer
        is_terminal = sys.stdout.isatty()
        wanted = is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self._coloured = {"always": True, "never": False}.get(common.color, wanted)
        self.terminal = is_terminal or self._coloured
        self.width = shutil.get_terminal_size().columns if is_terminal else None
        # Other programs are given UTF-8 whatever the locale; a terminal what it can show.
        self._encoding = (sys.stdout.encoding or "utf-8") if is_terminal else "utf-8"

    def words(self, text: str) -> str:
        """Return a document's words as they may stand in a line.

        On a terminal every control character becomes a visible mark.
        """
        return visible(text) if self.terminal else text

    def style(self, text: str, **style: Any) -> str:
        """Return text in a colour or weight of ``click.style``, where colours are wanted."""
        return click.style(text, **style) if self._coloured and text else text

    def line(self, text: str = "") -> None:
        """Write a line whose words went through ``words``.

        Raises:
            StandardOutputClosed: Nobody reads any more.
        """
        self._write(text.encode(self._encoding, "replace") + b"\n")

    def json(self, row: Mapping[str, object]) -> None:
        """Write one JSON object on a line of its own, in UTF-8.

        Raises:
            StandardOutputClosed: Nobody reads any more.
        """
        import json  # the screen has no rows to print

        text = json.dumps(row, ensure_ascii=False, separators=(", ", ": "))
        text = _ESCAPED_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        # A file name that is no UTF-8 arrives with lone surrogates, which JSON can escape.
        data = re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)
        self._write(data.encode() + b"\n")

    def flush(self) -> None:
        """Hand over what was written, so that a slow command is seen to work.

        Raises:
            StandardOutputClosed: Nobody reads any more.
        """
        if self._silent:
            return
        try:
            self._stream.flush()
        except OSError as closed:
            self._fall_silent(closed)

    def _write(self, data: bytes) -> None:
        if self._silent:
            return
        try:
            self._stream.write(data)
            if self.width is not None:
                self._stream.flush()
        except OSError as closed:
            self._fall_silent(closed)

    def _fall_silent(self, error: OSError) -> None:
        """Write no more; a command that changes nothing ends here."""
        if not self._writes:
            if isinstance(error, BrokenPipeError):
                raise StandardOutputClosed from error
            raise error
        self._silent = True
        if isinstance(error, BrokenPipeError):
            abandon(STANDARD_OUTPUT)


STANDARD_OUTPUT, STANDARD_ERROR = 1, 2


def abandon(stream: int) -> None:
    """Send a standard stream that nobody reads to nowhere.

    What is still in its buffer would else raise once more on the interpreter's way out.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream)
    os.close(nowhere)


def note(text: str) -> None:
    """Say something beside the results, on standard error."""
    first_frame.withdraw()  # nothing can be read beneath it
    shown = "\n".join(visible(line) for line in text.split("\n"))
    try:
        click.echo(shown.encode("utf-8", "replace").decode(), err=True)
    except BrokenPipeError:
        abandon(STANDARD_ERROR)


def complain(text: str) -> None:
    """Say on standard error what went wrong."""
    note(f"stenogram: {text}")
