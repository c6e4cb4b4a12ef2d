"""Walking through a meeting: by line, by page, by turn, and which turn one is at."""

from __future__ import annotations

from tui.widgets.dialogue.outline import HEADING
from tui.widgets.dialogue.pointing import PointedPage
from tui.widgets.dialogue.viewport import Row


class WalkedPage(PointedPage, layer=True):
    """A page on which one turn is the current one.

    The current turn is the one gone to, as long as it is in sight, else the first in sight.
    """

    @property
    def current_anchor(self) -> str:
        """The anchor of the current turn or block: what a copy takes."""
        if self._outline is None:
            return "title"
        part = self._scene.current or HEADING
        focus = self._scene.focus
        if part == HEADING and focus and focus[0] in ("title", "summary"):
            return focus[0]  # title and summary are one part; the hit tells which
        whole_turn = self._outline.turn(part) is not None
        return self._outline.spot(part, -1 if whole_turn else 0)[0]

    def _in_full_sight(self) -> list[Row]:
        assert self._viewport is not None
        rows = self._viewport.visible()
        return rows[1:] if self._sticky_part() is not None else rows

    def _scrolled(self) -> None:
        super()._scrolled()
        self._settle()
        self._moved()

    def _moved(self) -> None:
        """Take note that the view or the current turn is another."""
        self._renew()

    def _settle(self) -> None:
        """Keep the current turn while it is in sight, else take the first that is."""
        if self._viewport is None or self._outline is None:
            return
        parts = list(
            dict.fromkeys(
                row.part
                for row in self._in_full_sight()
                if row.at < len(self._viewport.lines(row.part)) - 1
            )
        )
        if self._scene.current in parts and self._scene.current != HEADING:
            return
        turns = [part for part in parts if self._outline.turn(part) is not None]
        blocks = [part for part in parts if part != HEADING]
        self._scene.current = next(iter([*turns, *blocks]), HEADING)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._settle()

    # Movement

    def action_line_down(self) -> None:
        """Scroll one line onward."""
        self._scroll_lines(1)

    def action_line_up(self) -> None:
        """Scroll one line back."""
        self._scroll_lines(-1)

    def action_page_down(self) -> None:
        """Scroll one page onward; a line stays in sight."""
        self._scroll_lines(self._page_lines)

    def action_page_up(self) -> None:
        """Scroll one page back; a line stays in sight."""
        self._scroll_lines(-self._page_lines)

    def action_half_page_down(self) -> None:
        """Scroll half a page onward."""
        self._scroll_lines(max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Scroll half a page back."""
        self._scroll_lines(-max(1, self.size.height // 2))

    @property
    def _page_lines(self) -> int:
        return max(1, self.size.height - 2)

    def action_go_top(self) -> None:
        """Go to the meeting's beginning."""
        self._scene.current = None
        self._put_top(Row(0, 0))
        self._settle()
        self._moved()

    def action_go_end(self) -> None:
        """Go to the meeting's end."""
        if self._viewport is None or self._outline is None:
            return
        last = len(self._outline) - 1
        self._scene.current = last if last else HEADING
        self._put_top(self._viewport.last_top())
        self._moved()

    def action_next_turn(self) -> None:
        """Make the next turn the current one."""
        self._go_turn(1)

    def action_previous_turn(self) -> None:
        """Make the turn before the current one."""
        self._go_turn(-1)

    def action_next_same_speaker(self) -> None:
        """Make the current speaker's next turn the current one."""
        self._go_turn(1, same=True)

    def action_previous_same_speaker(self) -> None:
        """Make the current speaker's turn before the current one."""
        self._go_turn(-1, same=True)

    def _go_turn(self, step: int, *, same: bool = False) -> None:
        if self._outline is None or self._viewport is None:
            return
        here = self._scene.current or HEADING
        turn = self._outline.turn(here)
        part: int | None
        if same and turn is not None:
            part = here + step
            while 0 < part < len(self._outline):
                other = self._outline.turn(part)
                if other is not None and other.speaker == turn.speaker:
                    break
                part += step
            else:
                part = None
        else:
            part = self._outline.turns_from(here, step)
        if part is None:
            if step < 0 and not same:
                self.action_go_top()
            return
        self._scene.current = part
        in_sight = self._in_full_sight()
        lines = len(self._viewport.lines(part))
        if not {Row(part, 0), Row(part, max(0, lines - 2))} <= set(in_sight):
            self._put_top(Row(part, 0))
        self._moved()
