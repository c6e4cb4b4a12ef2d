"""The time strip: every meeting, or every hit, where it stands in time, to walk and pick among."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual.events import MouseDown, MouseMove, MouseUp
from textual.message import Message

from tui.messages import message
from tui.widgets.strip_canvas import StripCanvas


class TimeStrip(StripCanvas, can_focus=True):
    """The strip under a reader's hands: meetings are walked to, a stretch of time is picked."""

    @message
    class Chosen(Message):
        """A meeting was walked to or clicked at."""

        meeting: str
        """Its id."""

    @message
    class RangePicked(Message):
        """A stretch of time was picked."""

        start: str
        """ISO date of its first day."""
        end: str
        """ISO date of its last day."""

    _drag_from: int | None = None
    """The column where the mouse went down; None while it is up."""

    @property
    def has_range(self) -> bool:
        """Whether a stretch of time is being picked, so that there is something to drop."""
        return self._picture is not None and self._picture.picked is not None

    # Actions, declared as commands by the screen

    def action_previous(self) -> None:
        """Go to the meeting before."""
        self._walk(-1)

    def action_next(self) -> None:
        """Go to the meeting after."""
        self._walk(1)

    def action_first(self) -> None:
        """Go to the earliest meeting."""
        self._walk(-len(self._shown.ids) - 1)

    def action_last(self) -> None:
        """Go to the latest meeting."""
        self._walk(len(self._shown.ids) + 1)

    def action_extend_earlier(self) -> None:
        """Move the free end of the range one column back, beginning one where there is none."""
        self._extend(-1)

    def action_extend_later(self) -> None:
        """Move the free end of the range one column on, beginning one where there is none."""
        self._extend(1)

    def action_choose(self) -> None:
        """Hand the range over; without one, choose the current meeting."""
        if self._picture is not None and self._picture.picked is not None:
            first, last = self._picture.scale.covered(*self._picture.picked)
            self.action_drop()
            self.post_message(
                self.RangePicked(
                    date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
                )
            )
        elif self.current is not None:
            self.post_message(self.Chosen(self.current))

    def action_drop(self) -> None:
        """Forget the range."""
        self._drag_from = None
        self.release_mouse()
        self._pick(None)

    def _walk(self, steps: int) -> None:
        target = self._shown.step(self.current, self._all.day_of(self.current), steps)
        if target is not None and target != self.current:
            self._choose(target)

    def _choose(self, meeting: str) -> None:
        self.current = meeting
        self.post_message(self.Chosen(meeting))

    def _extend(self, columns: int) -> None:
        if self._picture is None:
            return
        last = self._picture.scale.width - 1
        if self._picture.picked is None:
            start = last if self._picture.current is None else self._picture.current
            self._pick((start, start))
        else:
            anchor, free = self._picture.picked
            self._pick((anchor, min(max(free + columns, 0), last)))

    def _pick(self, ends: tuple[int, int] | None) -> None:
        if self._picture is not None and self._picture.picked != ends:
            self._repaint(replace(self._picture, picked=ends))
            self.watch_summary()

    # Mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin what becomes a click or a range."""
        if self._picture is None or event.button != 1:
            return
        event.stop()
        self._drag_from = self._pointed(event)
        self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Draw the range out."""
        if self._drag_from is None:
            return
        column = self._pointed(event)
        if self.has_range or column != self._drag_from:
            self._pick((self._drag_from, column))

    def on_mouse_up(self, event: MouseUp) -> None:
        """Pick the range, or the meeting nearest to the column."""
        column, self._drag_from = self._drag_from, None
        if column is None:
            return
        event.stop()
        self.release_mouse()
        if self.has_range:
            self.action_choose()
        elif self._picture is not None:
            first, last = self._picture.scale.covered(column, column)
            nearest = self._shown.nearest((first + last) // 2)
            if nearest is not None:
                self._choose(nearest)

    def _pointed(self, event: MouseDown | MouseMove) -> int:
        return min(max(event.get_content_offset_capture(self).x, 0), max(0, self.size.width - 1))
