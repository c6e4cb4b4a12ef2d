"""What a filter was understood to mean, and how much it found, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.safe import visible

_GAP = 2
"""Cells between the meaning and the counts."""

_MEANING = 48
"""Cells of meaning for which the counts give way."""


class Answer(Widget):
    """Chips at the left, counts at the right edge; the counts never give way whole.

    The longest form of the counts that leaves the chips a fair room is shown. Where even the
    shortest does not, and where they want more, the chips are cut.
    """

    DEFAULT_CSS = """
    Answer { height: 1; width: 1fr; }
    """

    ALLOW_SELECT = False

    meaning: reactive[Content] = reactive(Content(""))
    """What was understood."""

    counts: reactive[tuple[str, ...]] = reactive(())
    """How much was found, in several lengths, the longest first."""

    def tell(self, meanings: Sequence[str], counts: Sequence[str], problem: str) -> None:
        """Show an answer.

        Args:
            meanings: What each clause means, in words.
            counts: How much was found, the longest form first.
            problem: What could not be understood; shown in place of the meanings.
        """
        if problem:
            self.meaning = Content.styled(f"! {visible(problem)}", "$text-warning")
        else:
            self.meaning = Content(" ").join(
                Content.styled(f" {visible(text)} ", "$text-muted on $panel") for text in meanings
            )
        self.counts = tuple(counts)

    @property
    def shown_counts(self) -> str:
        """The form of the counts that fits."""
        room = self.size.width - min(self.meaning.cell_length, _MEANING) - _GAP
        fitting = (form for form in self.counts if len(form) <= room)
        return next(fitting, self.counts[-1] if self.counts else "")

    def render(self) -> Content:
        """Draw the line."""
        counts = self.shown_counts
        room = max(self.size.width - len(counts) - _GAP, 0)
        meaning = self.meaning.truncate(room, ellipsis=True)
        blank = " " * max(self.size.width - meaning.cell_length - len(counts), 0)
        return Content.assemble(meaning, blank, (counts, "$accent"))
