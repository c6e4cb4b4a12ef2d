"""An application that leaves its picture for the next start; see :mod:`tui.first_frame`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tui.model import Place
from tui.screens.reading import ReadingScreen
from tui.terminal.display import CellDiff

STARTED = 1.0
"""Seconds after mounting until the first paint is certainly over."""


class LeavingPicture(CellDiff, layer=True):
    """Leaves the picture of its reading screen at rest: once it is painted, and at the end.

    Attributes:
        keep_picture: Keeps what the screen shows for the next start; None where nothing may be
            kept.
        last_picture: What the screen showed at the end, as ``picture`` has it; None where a
            start would not show the same.
    """

    keep_picture: Callable[[tuple[str, str]], None] | None = None
    last_picture: tuple[str, str] | None = None
    _opened = False

    @property
    def reading(self) -> ReadingScreen | None:
        """The reading screen, whatever lies over it; None before it stands."""
        return next((s for s in self.screen_stack if isinstance(s, ReadingScreen)), None)

    def on_meetings_shown(self) -> None:
        """Let the first words follow the first frame, once they are painted."""
        if not self._opened and (reading := self.reading) is not None:
            self._opened = True
            reading.dialogue.call_later(reading.dialogue.call_after_refresh, self._first_words)

    def _first_words(self) -> None:
        took_over = self._held
        self.release()
        if self.keep_picture is not None and not took_over:
            began = self.reading.place if self.reading is not None else None
            self.set_timer(STARTED, lambda: self._keep_first(began))

    def _keep_first(self, began: Place | None) -> None:
        """Leave the first picture: the session may end without a chance to leave its last."""
        reading = self.reading
        if reading is None or reading.place != began:
            return
        picture = self._picture_at_rest()
        if picture is not None and self.keep_picture is not None:
            self.run_worker(
                partial(self.keep_picture, picture),
                thread=True,
                group="first frame",
                exit_on_error=False,
            )

    def _picture_at_rest(self) -> tuple[str, str] | None:
        reading = self.reading
        rests = reading is not None and reading is self.screen and reading.at_rest
        return self.picture() if rests else None

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Leave, and leave the last picture."""
        self.last_picture = self._picture_at_rest()
        super().exit(*args, **kwargs)
