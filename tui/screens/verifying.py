"""Checking a quotation while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.quoting import Quoting

if TYPE_CHECKING:
    from tui.screens.claiming import Left, Typed


class Verifying(Quoting, layer=True):
    """The screen on which one may ask whether somebody said something."""

    _claimed: Typed | None = None
    """What was asked last, to be asked otherwise."""

    def action_verify(self) -> None:
        """Ask for words, and show what the record says of them."""
        # Verification is loaded by the first question, not by the first paint.
        from tui.screens.claiming import Typed
        from tui.screens.verdict import VerdictScreen

        entries = {row.entry.id: row.entry for row in self.rows}
        screen = VerdictScreen(self.archive, entries, self._claimed or Typed())
        self.app.push_screen(screen, self._left_verdict)

    def _left_verdict(self, left: Left | None) -> None:
        if left is None:
            return
        self._claimed = left.typed
        if left.place is not None:
            self.open_place(left.place)
            self.focus_words()
