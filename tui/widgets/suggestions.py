"""How the word being typed could go on: one line over the rule above the filter bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.messages import message
from tui.safe import visible

if TYPE_CHECKING:
    from tui.search.completion import Suggestion

_GAP = 3
"""Cells between two suggestions."""

_KEYS = "tab takes  ↓ chooses"
"""What a reader can do; left out where it would cost the second suggestion."""

_NOTHING = "nothing to complete"
"""What is said where somebody asked and there is nothing."""

_KEY_ROOM = 60
"""Cells of width from which the keys are told."""


class Suggestions(Widget):
    """One line of suggestions; the first is taken unless the reader chooses another.

    It lies over the screen and moves nothing: coming and going costs its own cells only.
    """

    DEFAULT_CSS = """
    Suggestions {
        overlay: screen;
        position: absolute;
        offset: 0 -1;
        width: 100%;
        height: 1;
        display: none;
        &.-shown { display: block; }
    }
    """

    ALLOW_SELECT = False

    offered: reactive[tuple[Suggestion, ...]] = reactive(())
    """What could be meant, the likeliest first; empty hides the line."""

    chosen: reactive[int | None] = reactive(None)
    """Which one the reader chose; None while nothing was chosen."""

    refused: reactive[bool] = reactive(False)
    """Whether to say that there is nothing, to somebody who asked."""

    @message
    class Pointed(Message):
        """A suggestion was clicked.

        Attributes:
            suggestion: Which.
        """

        suggestion: Suggestion

    _closed_at: int | None = None

    def offer(self, suggestions: Sequence[Suggestion], *, asked: bool = False) -> None:
        """Show these; nothing of them is chosen yet.

        Args:
            suggestions: What could be meant, the likeliest first; empty hides the line.
            asked: Whether the reader asked for them: a word for which the line was closed
                gets none otherwise, and who asks is told where there is nothing.
        """
        starts = {suggestion.start for suggestion in suggestions}
        if asked or self._closed_at not in starts:
            self._closed_at = None
        self.chosen = None
        self.offered = () if self._closed_at is not None else tuple(suggestions)
        self.refused = asked and not self.offered

    def close(self) -> None:
        """Hide the line, and keep it hidden while the same word is typed."""
        if self.offered:
            self._closed_at = self.offered[0].start
        self.chosen = None
        self.offered = ()
        self.refused = False

    def step(self, step: int) -> None:
        """Choose the next (1) or the one before (-1); before the first, none is chosen."""
        if self.chosen is None:
            self.chosen = 0 if step > 0 else None
            return
        target = self.chosen + step
        self.chosen = None if target < 0 else min(target, len(self.offered) - 1)

    @property
    def likeliest(self) -> Suggestion | None:
        """The one the reader chose, else the first; None where nothing is offered."""
        return self.offered[self.chosen or 0] if self.offered else None

    def watch_offered(self) -> None:
        """Come and go."""
        self.set_class(bool(self.offered) or self.refused, "-shown")

    def watch_refused(self) -> None:
        """Likewise."""
        self.watch_offered()

    def render(self) -> Content:
        """Draw the suggestions that fit, the chosen one among them."""
        if self.refused:
            return Content.styled(_NOTHING, "$text-muted")
        first = self._first_shown()
        shown = list(self._fitting(first))
        parts = [Content("…" if first else "")]
        for number, start in shown:
            parts.append(Content(" " * (start - sum(part.cell_length for part in parts))))
            parts.append(self._drawn(number))
        text = Content.assemble(*parts).truncate(self.size.width, ellipsis=True)
        room = self.size.width - text.cell_length - _GAP
        last = shown[-1][0] if shown else 0
        more = len(self.offered) - 1 - last
        tail = f"+{more}  {_KEYS}" if more else _KEYS
        if self.size.width < _KEY_ROOM or cell_len(tail) > room:
            tail = f"+{more}" if more and room >= cell_len(f"+{more}") else ""
        blank = " " * max(self.size.width - text.cell_length - cell_len(tail), 0)
        return Content.assemble(text, blank, (tail, "$text-muted"))

    def _first_shown(self) -> int:
        """Return from which suggestion the line must begin for the chosen one to be on it."""
        chosen = self.chosen or 0
        for first in range(chosen + 1):
            if any(number == chosen for number, _ in self._fitting(first)):
                return first
        return chosen

    def _fitting(self, first: int) -> Iterator[tuple[int, int]]:
        """Yield the suggestions that fit from this one on, each with its first cell."""
        start = 2 if first else 0
        for number in range(first, len(self.offered)):
            end = start + self._drawn(number).cell_length
            # Whatever follows still needs room to be counted.
            if end > self.size.width - (_GAP + 3) and number > first:
                return
            yield number, start
            start = end + _GAP

    def _drawn(self, number: int) -> Content:
        suggestion = self.offered[number]
        chosen = number == self.chosen
        first = number == (self.chosen or 0)
        name = visible(suggestion.label)
        style = "bold reverse $accent" if chosen else ("bold" if first else "")
        return Content.assemble(
            (name, style), (self._counted(suggestion, spelled=first), "$text-muted")
        )

    @staticmethod
    def _counted(suggestion: Suggestion, *, spelled: bool) -> str:
        count, unit = suggestion.count, suggestion.hint
        if count is None:
            return f"  {unit}" if spelled and unit else ""
        if not spelled:
            return f" {count:,}"
        return f" {count:,} {unit}{'' if count == 1 else 's'}"

    def on_click(self, event: Click) -> None:
        """Take what is pointed at."""
        event.stop()
        for number, start in self._fitting(self._first_shown()):
            if start <= event.x < start + self._drawn(number).cell_length:
                self.post_message(self.Pointed(self.offered[number]))
