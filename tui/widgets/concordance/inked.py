"""Runs of words put into colour: what a line of the concordance looks like on the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.concordance.row_lines import Run
from tui.widgets.palette import speaker_slot

# What shows that the cursor is on a row. The words around the match stay as they are: a step
# of the cursor then sends a few cells of two rows and not all of them.
_LIT = frozenset(("sign", "date", "match"))


class Inked(ScrollView, inherit_bindings=False):
    """A surface whose lines are runs, each named after the component that styles it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        """Create an empty surface."""
        super().__init__(id=id)
        self._own: Mapping[str, int] = {}
        self._styles: dict[tuple[str, bool], Style] = {}

    @property
    def own_colours(self) -> Mapping[str, int]:
        """Colour slots that people were given by the user, by name."""
        return self._own

    @own_colours.setter
    def own_colours(self, slots: Mapping[str, int]) -> None:
        self._own = slots

    @property
    def _width(self) -> int:
        """Cells of a line: the scrollbar's place is kept free, so that no line moves for it."""
        return self.scrollable_content_region.width

    def _colour(self, speaker: str | None) -> str:
        if speaker is None:
            return "kind"
        return f"speaker-{self._own.get(speaker) or speaker_slot(speaker)}"

    def _paint(self, runs: Sequence[Run], at_cursor: bool = False) -> Strip:
        segments = [
            Segment(text, self._style(part, at_cursor and part in _LIT))
            for text, part in runs
            if text
        ]
        return Strip(segments).adjust_cell_length(self._width, self._style("", False))

    def _style(self, part: str, at_cursor: bool) -> Style:
        known = self._styles.get((part, at_cursor))
        if known is None:
            known = self._styles[part, at_cursor] = self._mix(part, at_cursor)
        return known

    def _mix(self, part: str, at_cursor: bool) -> Style:
        ground = self.rich_style
        if at_cursor:
            ground = self.get_component_rich_style("concordance--cursor")
        if not part:
            return ground
        if at_cursor and part == "match":
            part = "focus"
        style = self.get_component_rich_style(f"concordance--{part}", partial=True)
        if at_cursor and ground.reverse:
            # Another colour would become a ground of its own; the match stands out unreversed.
            lit = part == "focus"
            style = Style(bold=style.bold, reverse=False if lit else None, underline=lit or None)
        return ground + style

    def notify_style_update(self) -> None:
        """Forget styles of the theme before."""
        super().notify_style_update()
        self._styles.clear()
