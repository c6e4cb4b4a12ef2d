"""Terminals of every kind: without Unicode, stopped and continued, at any size."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pseudo_terminal import OpenTerminal, Terminal, program

LEAVE = b"\x1b[?1049l"
PROMPT = b"ready> "
PLACE = "2020-03-10/the-kremlin-moscow#t2"


def test_a_terminal_without_unicode_is_sent_ascii_alone(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(PLACE, LC_ALL="C", size=(100, 30))
    terminal.wait_for("Yes, it did.")
    for key in ("?", "\x1b", "h", "m", "j", "/", "b"):
        terminal.press_and_wait(key)
    terminal.press("\x1bq")
    assert all(byte < 128 for byte in terminal.sent)
    assert "-" * 100 in terminal.text


def test_words_that_ascii_cannot_carry_are_shown_as_missing(
    open_terminal: OpenTerminal, home: Path
) -> None:
    terminal = open_terminal(PLACE, LC_ALL="C")
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("/")
    terminal.press("é議")
    terminal.wait_for("???")
    assert all(byte < 128 for byte in terminal.sent)


@pytest.mark.parametrize("term", ["vt100", "linux", "screen", "xterm-16color", "rxvt"])
def test_few_colours_show_who_speaks_and_where_one_is(
    open_terminal: OpenTerminal, term: str
) -> None:
    terminal = open_terminal("customs", TERM=term, COLORTERM="", size=(100, 30))
    screen = terminal.wait_for("1 of 11 hits")
    assert "Vladimir Putin" in screen
    assert "▸" in screen
    assert not any(len(colour) == 6 and colour.isdecimal() for colour in terminal.colours)


@pytest.mark.parametrize("size", [(40, 12), (300, 100)])
def test_small_and_large_terminals_work(open_terminal: OpenTerminal, size: tuple[int, int]) -> None:
    terminal = open_terminal(PLACE, size=size)
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("/")
    terminal.press("customs\r")
    terminal.press_and_wait("n")
    terminal.wait_for("ustoms")
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0


def test_one_goes_back_to_the_shell_and_on(home: Path, request: pytest.FixtureRequest) -> None:
    shell = shutil.which("bash")
    if shell is None:
        pytest.skip("bash is not installed")
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PS1": PROMPT.decode(),
    }
    terminal = Terminal([shell, "--norc", "--noprofile", "-i"], environment, (100, 30))
    request.addfinalizer(terminal.close)
    terminal.press(f"{program()} {PLACE}\r")
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("\x1a")
    terminal.wait_for("Stopped")
    terminal.press("fg\r")
    terminal.wait_for(lambda screen: "Stopped" not in screen and "Yes, it did." in screen)
    terminal.press_and_wait("j")
    terminal.press("q")
    # What is typed before the shell asks again is thrown away as the terminal is set back.
    terminal.wait_for(lambda _: terminal.sent.count(LEAVE) == 2)
    terminal.wait_for(lambda _: PROMPT in terminal.sent.rpartition(LEAVE)[2])
    terminal.press("exit\r")
    assert terminal.wait_for_end() == 0


def test_without_a_shell_behind_it_nothing_stops(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(PLACE)
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("\x1a")
    terminal.wait_for("There is no shell to go back to")
