"""What is asked of the mouse, and that the words under a drag are taken."""

from __future__ import annotations

import base64
import re

from pseudo_terminal import OpenTerminal

PLACE = "2020-03-10/the-kremlin-moscow#t2"
ANY_MOTION, WHILE_HELD = b"\x1b[?1003h", b"\x1b[?1002h"


def at(screen: str, words: str) -> tuple[int, int]:
    """Column and row of some words, from 1 as the terminal counts."""
    rows = screen.splitlines()
    y = next(y for y, row in enumerate(rows) if words in row)
    return rows[y].index(words) + 1, y + 1


def test_a_hand_on_the_mouse_sends_nothing(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.wait_for("5 meetings")
    terminal.press_and_wait("j")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert ANY_MOTION not in terminal.sent
    assert WHILE_HELD in terminal.sent
    assert terminal.sent.rindex(b"\x1b[?1002l") > terminal.sent.rindex(WHILE_HELD)


def test_dragging_selects_words_that_are_then_copied(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(PLACE)
    x, y = at(terminal.wait_for("Yes, it did."), "Yes, it did.")
    terminal.press_and_wait(f"\x1b[<0;{x};{y}M\x1b[<32;{x + 4};{y}M\x1b[<32;{x + 8};{y}M")
    terminal.press(f"\x1b[<0;{x + 8};{y}m")
    terminal.press_and_wait("\x03")
    terminal.wait_for(lambda _: b"]52;" in terminal.sent)
    sent = re.search(rb"\]52;c;([A-Za-z0-9+/=]+)", terminal.sent)
    assert sent is not None
    assert base64.b64decode(sent[1]).decode().startswith("Yes, it")


def test_without_mouse_nothing_is_asked(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("--no-mouse")
    terminal.wait_for("5 meetings")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert re.search(rb"\x1b\[\?(1000|1002|1003|1006|1015|1016)h", terminal.sent) is None
