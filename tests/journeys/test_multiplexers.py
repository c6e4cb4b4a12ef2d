"""Inside tmux and GNU screen: the picture is whole, keys arrive, words leave by OSC 52."""

from __future__ import annotations

import base64
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from pseudo_terminal import OpenTerminal, Terminal, program

SIZE = (100, 30)
TMUX_QUITS = ["tmux", "kill-server"]
SCREEN_QUITS = ["screen", "-S", "reader", "-X", "quit"]


def inside(home: Path, name: str, *arguments: str) -> list[str]:
    """The command line that starts the program inside a multiplexer, in the foreground."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    command = shlex.join([program(), *arguments])
    settings = home / name
    if name == "tmux":
        settings.write_text("set -g allow-passthrough on\nset -g status off\n")
        return [found, "-f", str(settings), "new-session", command]
    settings.write_text("defutf8 on\nstartup_message off\nvbell off\n")
    return [
        found,
        "-S",
        "reader",
        "-c",
        str(settings),
        "-U",
        "-T",
        "screen-256color",
        "sh",
        "-c",
        command,
    ]


@pytest.fixture
def multiplexed(home: Path, request: pytest.FixtureRequest) -> Terminal:
    name, *arguments = request.param
    words = inside(home, name, *arguments)
    sockets = tempfile.TemporaryDirectory(prefix="st")  # a socket's path must be short
    environment = {
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "SCREENDIR": sockets.name,
        "TMUX_TMPDIR": sockets.name,
    }
    terminal = Terminal(words, environment, SIZE)

    def end() -> None:
        terminal.close()  # which only detaches: what runs inside goes on
        quits = TMUX_QUITS if name == "tmux" else SCREEN_QUITS
        subprocess.run(quits, env=environment, capture_output=True, check=False)
        sockets.cleanup()

    request.addfinalizer(end)
    return terminal


@pytest.mark.parametrize("multiplexed", [("tmux",), ("screen",)], indirect=True)
def test_one_filters_and_leaves_a_whole_picture(
    multiplexed: Terminal, open_terminal: OpenTerminal
) -> None:
    multiplexed.wait_for("5 meetings")
    multiplexed.press_and_wait("/")
    multiplexed.press("customs")
    multiplexed.wait_for("3 of 5 meetings")
    multiplexed.press_and_wait("\r")
    multiplexed.press_and_wait("n")
    with_it = multiplexed.wait_for("2 of ")
    plain = open_terminal(size=SIZE)
    plain.wait_for("5 meetings")
    plain.press_and_wait("/")
    plain.press("customs")
    plain.wait_for("3 of 5 meetings")
    plain.press_and_wait("\r")
    plain.press_and_wait("n")
    assert with_it.splitlines() == plain.wait_for("2 of ").splitlines()


@pytest.mark.parametrize(
    "multiplexed",
    [(name, "2020-03-10/the-kremlin-moscow#t2") for name in ("tmux", "screen")],
    indirect=True,
)
def test_copied_words_reach_the_outer_terminal(multiplexed: Terminal) -> None:
    multiplexed.wait_for("Yes, it did.")
    multiplexed.press_and_wait("y")
    multiplexed.wait_for(lambda _: b"]52;" in multiplexed.sent)
    sent = re.search(rb"\]52;[a-z]*;([A-Za-z0-9+/=]+)", multiplexed.sent)
    assert sent is not None
    assert base64.b64decode(sent[1]).decode() == "Yes, it did."
