"""From an empty home to the first meeting and out again."""

from __future__ import annotations

from pseudo_terminal import OpenTerminal


def test_the_first_launch_shows_a_meeting_and_q_leaves(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.wait_for("Meeting with Nursultan Nazarbayev")
    terminal.press_and_wait("q")
    assert terminal.wait_for_end() == 0
