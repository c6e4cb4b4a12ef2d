"""The picture of the last session, which stands before the application does."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from patience import eventually
from pseudo_terminal import OpenTerminal, Terminal

pytestmark = pytest.mark.skipif(
    os.name != "posix" or sys.platform == "darwin", reason="no first frame on this platform"
)

ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
TEXTUAL_BEGINS = b"\x1b[?1002h"
"""Textual asks for the mouse when it takes the terminal."""

WORDS = "Vladimir Putin met at"


def session(terminal: Terminal) -> Terminal:
    """Wait for the words, and leave."""
    terminal.wait_for(lambda screen: WORDS in screen and TEXTUAL_BEGINS in terminal.sent)
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0
    return terminal


@pytest.fixture
def kept(home: Path, open_terminal: OpenTerminal) -> Path:
    """The picture that a first session left."""
    session(open_terminal())
    return home / ".local/state/stenogram/first-frame"


def test_the_words_stand_before_the_application_and_stay(
    kept: Path, open_terminal: OpenTerminal
) -> None:
    terminal = session(open_terminal())
    before, _, after = terminal.sent.partition(TEXTUAL_BEGINS)
    assert WORDS.encode() in before
    assert len(after) < 600, "the picture was sent again"
    assert (terminal.sent.count(ENTER), terminal.sent.count(LEAVE)) == (1, 1)
    assert terminal.echoes


def test_keys_typed_meanwhile_are_kept(kept: Path, open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.wait_for(WORDS)
    terminal.press("?")
    terminal.wait_for("type to search")


def test_the_picture_of_another_place_is_replaced(kept: Path, open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.wait_for(lambda screen: WORDS in screen and TEXTUAL_BEGINS in terminal.sent)
    terminal.press_and_wait("G")
    terminal.press_and_wait("q")
    terminal.wait_for_end()
    assert WORDS.encode() not in kept.read_bytes()


def test_a_filtered_screen_leaves_no_picture(kept: Path, open_terminal: OpenTerminal) -> None:
    session(open_terminal("putin"))
    assert not kept.exists()


def test_a_session_that_is_killed_leaves_its_first_picture(
    home: Path, open_terminal: OpenTerminal
) -> None:
    terminal = open_terminal()
    terminal.wait_for(WORDS)
    assert eventually((home / ".local/state/stenogram/first-frame").exists)
    terminal.send_signal(signal.SIGKILL)
    terminal.wait_for_end()
    after = session(open_terminal())
    assert WORDS.encode() in after.sent.partition(TEXTUAL_BEGINS)[0]
