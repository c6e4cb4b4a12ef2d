"""A driver that finds the first frame on the terminal, and does not clear it away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui.first_frame import ENTER

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.terminal.display import CellDiff


def taking_over(base: type[Driver], hand_over: Callable[[], str | None]) -> type[Driver]:
    """Derive a driver that enters the alternate screen only where it is not entered yet.

    Terminals clear the alternate screen also when it is entered a second time.

    Args:
        base: The driver of this platform.
        hand_over: Gives the terminal up and returns the cells it shows; None where nothing
            stands there.
    """

    class TakingOver(base):  # type: ignore[misc, valid-type]
        _entered = False

        def start_application_mode(self) -> None:
            cells = hand_over()
            if cells is not None:
                cast("CellDiff", self._app).take_over(cells)
            self._entered = cells is not None
            super().start_application_mode()
            self._entered = False

        def write(self, data: str) -> None:
            if not (self._entered and data == ENTER):
                super().write(data)

    return TakingOver
