"""A reader's day: find words, take them away, leave, come back."""

from __future__ import annotations

import base64
import os
import re
import signal
import subprocess
from pathlib import Path

import pytest
from pseudo_terminal import OpenTerminal, program

ENTER = "\r"


def printed(home: Path, *words: str) -> str:
    """Return what a command prints for the same user."""
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    ended = subprocess.run(
        [program(), *words], env=environment, capture_output=True, text=True, check=True
    )
    return ended.stdout


def test_the_filter_narrows_while_one_types(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.wait_for("5 meetings")
    terminal.press_and_wait("/")
    terminal.press("customs")
    terminal.wait_for("3 of 5 meetings")
    terminal.press_and_wait(" billion")
    terminal.wait_for("2 of 5 meetings")
    terminal.press(ENTER)
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0


def test_the_next_hit_crosses_into_the_next_meeting(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("inauguration | sidelines | oreshkin")
    days = set()
    for number in (1, 2, 3):
        screen = terminal.wait_for(f"{number} of 3 hits")
        days |= {day for day in ("15 May 2012", "12 October 2017") if day in screen}
        terminal.press_and_wait("n")
    assert days == {"15 May 2012", "12 October 2017"}


def test_copied_words_reach_the_terminal_and_the_notebook(
    open_terminal: OpenTerminal, home: Path
) -> None:
    terminal = open_terminal("2020-03-10/the-kremlin-moscow#t2")
    terminal.wait_for("Yes, it did.")
    terminal.press_and_wait("y")
    terminal.wait_for(lambda _: b"\x1b]52;" in terminal.sent)
    sent = re.search(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)", terminal.sent)
    assert sent is not None
    assert base64.b64decode(sent[1]).decode() == "Yes, it did."
    assert printed(home, "notebook", "last") == "Yes, it did.\n"


def test_one_comes_back_to_the_place_one_left(open_terminal: OpenTerminal) -> None:
    first = open_terminal("2012-10-09")
    first.wait_for("9 October 2012")
    first.press_and_wait("G")
    first.wait_for("New companies are emerging")
    first.press_and_wait("q")
    assert first.wait_for_end() == 0
    second = open_terminal()
    screen = second.wait_for("New companies are emerging")
    assert "Vladimir Putin met with President" not in screen
    second.press_and_wait("q")
    assert second.wait_for_end() == 0


def test_a_filter_is_not_imposed_at_the_next_start(open_terminal: OpenTerminal) -> None:
    first = open_terminal("inauguration")
    first.wait_for("1 of 5 meetings")
    first.press_and_wait("q")
    first.wait_for_end()
    second = open_terminal()
    screen = second.wait_for("5 meetings")
    assert "1 of 5 meetings" not in screen


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
def test_every_size_shows_who_speaks_and_leaves(
    open_terminal: OpenTerminal, size: tuple[int, int]
) -> None:
    terminal = open_terminal("2020#t2", size=size)
    terminal.wait_for("Yes, it did.")
    terminal.wait_for("Nursultan Nazarbayev")
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0


def test_a_terminal_that_changes_its_size_is_followed(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("2020#t2")
    terminal.wait_for("Yes, it did.")
    for columns, lines in ((60, 20), (100, 30), (40, 12), (120, 40)):
        terminal.resize(columns, lines)
        terminal.wait_for("─" * columns)
        terminal.wait_for("Yes, it did.")


def test_without_colour_nothing_is_coloured(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("customs", NO_COLOR="1")
    terminal.wait_for("11 hits")
    # Textual keeps the greys of a theme where there is to be no colour.
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in terminal.colours)


def test_a_terminal_that_cannot_place_text_is_told_what_else_there_is(
    open_terminal: OpenTerminal,
) -> None:
    terminal = open_terminal(TERM="dumb")
    assert terminal.wait_for_end() == 2
    assert "stenogram find" in terminal.text


def test_an_absent_library_is_no_place_to_read_only(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("--read-only")
    assert terminal.wait_for_end() == 2
    assert b"there is no library" in terminal.sent


def test_keys_sent_in_one_write_go_where_they_were_meant(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.wait_for("5 meetings")
    terminal.press("/customs billion\r")
    terminal.wait_for("2 of 5 meetings")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was_and_keeps_the_place(
    open_terminal: OpenTerminal, number: signal.Signals
) -> None:
    terminal = open_terminal("2017-10-12")
    terminal.wait_for("Sochi")
    terminal.press_and_wait("j")
    terminal.send_signal(number)
    assert terminal.wait_for_end() == 0
    assert b"\x1b[?1049l" in terminal.sent
    again = open_terminal()
    again.wait_for("▸ 12 Oct")
    again.press("q")
    assert again.wait_for_end() == 0
