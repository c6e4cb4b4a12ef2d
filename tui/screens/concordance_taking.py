"""What the concordance takes out of one meeting: what stands around a hit, and words."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from tui.library.archive import Archive
from tui.library.errors import LibraryError
from tui.model import Hit
from tui.screens.concordance_frame import ConcordanceFrame
from tui.search.concordance import Row
from tui.widgets.concordance import Loupe, Sight


class ConcordanceTaking(ConcordanceFrame):
    """The loupe, and the clipboard."""

    @dataclass
    class Looked(Message):
        """More of what stands around a hit was read.

        Attributes:
            loupe: What there is to see.
        """

        loupe: Loupe

    @dataclass
    class Took(Message):
        """Words were cut out of a meeting, or could not be.

        Attributes:
            text: The words; "" where there are none.
            what: What they are, or why there are none.
        """

        text: str
        what: str

    archive: Archive

    @work(thread=True, exclusive=True, group="loupe", exit_on_error=False)
    def look_closer(self, row: Row, sight: Sight) -> None:
        """Read what stands around the hit of a row, and show it below its line."""
        from tui.widgets.concordance.loupe import loupe

        try:
            meeting = self.archive.meeting(row.meeting)
            others = self.archive.hits_in(row.meeting, self.sitting.query)
        except LibraryError as error:
            self.post_message(self.Took("", str(error)))
            return
        answer = row.answer.found if row.answer is not None else None
        shown = loupe(meeting, row.found, sight, answer=answer, others=others)
        self.post_message(self.Looked(shown))

    @on(Looked)
    def _take_loupe(self, event: Looked) -> None:
        row = self.lines.row
        if row is not None and row.found == event.loupe.hit:
            self.lines.look(event.loupe)

    @work(thread=True, exclusive=True, group="take", exit_on_error=False)
    def take(self, hit: Hit, form: str | None) -> None:
        """Cut the turn of a hit out, and hand it over.

        Args:
            hit: Any hit of the turn.
            form: A style or format; None hands over the words alone.
        """
        from tui.screens.taking import take

        try:
            taken = take(self.archive.meeting(hit.meeting), hit.anchor, None, form=form)
        except LibraryError as error:
            self.post_message(self.Took("", str(error)))
            return
        what = f"{taken.what} with its citation ({form})" if form and taken.text else taken.what
        self.post_message(self.Took(taken.text, ". ".join((*taken.advice, what))))

    @on(Took)
    def _hand_over(self, event: Took) -> None:
        if event.text:
            self.host.take_away(event.text, event.what)
        else:
            self.say(event.what or "There are no words here to take away")
