"""The screen for a guest, and for readers of a library that is another's."""

from __future__ import annotations

import base64
import os
import re
import subprocess
from pathlib import Path

import pytest
from pseudo_terminal import OpenTerminal, program

PLACE = "2020-03-10/the-kremlin-moscow#t2"


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def library(home: Path) -> Path:
    """A library that somebody made."""
    folder = home.parent / "library"
    environment = {"HOME": str(home.parent), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = [program(), "list", "--library", str(folder)]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return folder


def test_a_guest_leaves_nothing_behind(
    open_terminal: OpenTerminal, library: Path, home: Path
) -> None:
    before = everything(library)
    terminal = open_terminal("--guest", "--library", str(library), PLACE)
    terminal.wait_for("Yes, it did.")
    for key, told in (("m", "A guest has no notebook"), ("I", "nothing can be imported")):
        terminal.press_and_wait(key)
        terminal.wait_for(told)
    terminal.press_and_wait("y")
    terminal.wait_for(lambda _: b"]52;" in terminal.sent)
    terminal.press_and_wait("/")
    terminal.press("customs\r")
    terminal.wait_for("3 of 5 meetings")
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0
    assert everything(library) == before
    assert everything(home) == {}


def test_a_reader_of_anothers_library_starts_no_program_and_keeps_marks(
    open_terminal: OpenTerminal, library: Path, home: Path
) -> None:
    tools = home / "tools"
    tools.mkdir()
    for name in ("xclip", "wl-copy", "xsel"):
        (tools / name).write_text(f"#!/bin/sh\ntouch {home}/started\n")
        (tools / name).chmod(0o755)
    before = everything(library)
    terminal = open_terminal(
        *("--read-only", "--library", str(library), PLACE),
        PATH=f"{tools}:{os.environ['PATH']}",
        DISPLAY=":99",
        WAYLAND_DISPLAY="wayland-99",
    )
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("y")
    terminal.wait_for(lambda _: b"]52;" in terminal.sent)
    sent = re.search(rb"\]52;c;([A-Za-z0-9+/=]+)", terminal.sent)
    assert sent is not None
    assert base64.b64decode(sent[1]).decode() == "Yes, it did."
    terminal.press_and_wait("m")
    terminal.wait_for("Marked t2")
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0
    assert not (home / "started").exists()
    assert everything(library) == before
    assert list((home / ".local/share/stenogram/notebooks").iterdir())
