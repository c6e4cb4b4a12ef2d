"""A key held down over a slow link: what is painted is what the link takes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pseudo_terminal import OpenTerminal, program
from slow_link import SlowTerminal

SIZE = (120, 40)
PLACE = "2013-05-29"
HELD = "jjjjjkkkkk" * 20 + "j"
LINK = 10_000
QUESTION = b"\x1b[6n"
END = "All details about visit"


@pytest.fixture
def slow_terminal(home: Path) -> Iterator[SlowTerminal]:
    environment = {
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }
    terminal = SlowTerminal([program(), PLACE], environment, SIZE, speed=1 << 24)
    yield terminal
    terminal.close()


def hold(terminal: SlowTerminal) -> None:
    """Hold keys down: far more of them than the link takes frames."""
    for key in HELD:
        terminal.press(key)
        time.sleep(0.01)


def test_nothing_piles_up_and_the_last_picture_is_right(slow_terminal: SlowTerminal) -> None:
    terminal = slow_terminal
    terminal.wait_for("Astana")
    terminal.press_and_wait("j")
    terminal.rest()
    wanted = terminal.text
    terminal.press_and_wait("k")
    terminal.rest()
    terminal.slow_down(LINK)
    hold(terminal)
    terminal.press("G")
    terminal.wait_for(END)
    terminal.press("g")
    terminal.press("j")
    assert terminal.wait_for(lambda text: text == wanted) == wanted
    behind = terminal.most_under_way
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert QUESTION in terminal.sent
    assert behind <= 8_000, "more was under way than two frames"


def test_a_terminal_that_answers_nothing_is_asked_once(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(PLACE)
    terminal.wait_for("Astana")
    terminal.press(HELD[:40])
    terminal.press("G")
    terminal.wait_for(END)
    assert terminal.sent.count(QUESTION) == 1
