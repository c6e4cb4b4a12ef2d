"""What is asked of the mouse: presses, releases, the wheel and drags; never mere motion.

Textual asks for every motion (xterm's mode 1003): a hand that rests on the mouse then sends
a report for each cell it crosses, over a link that may be slow. Mode 1002 reports motion
only while a button is held, which is what selecting needs. Modes: xterm's ctlseqs, "Any-event
tracking" and "Button-event tracking".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

_QUIETER = {"\x1b[?1003h": "\x1b[?1002h", "\x1b[?1003l": "\x1b[?1002l"}
_LENGTH = len("\x1b[?1003h")


def without_motion(base: type[Driver]) -> type[Driver]:
    """Derive a driver that asks for motion only while a button is held.

    Args:
        base: The driver of this platform; where it asks in another way, nothing changes.
    """

    class QuietMouse(base):  # type: ignore[misc, valid-type]  # a base known only here
        """Textual's driver, asking for less."""

        def write(self, data: str) -> None:
            """Write to the terminal."""
            super().write(_QUIETER.get(data, data) if len(data) == _LENGTH else data)

    return QuietMouse
