"""The way from the words to the concordance and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.model import Place
from tui.screens.correcting import Correcting
from tui.screens.hit_walk import Landing

if TYPE_CHECKING:
    from tui.screens.asking import Search
    from tui.screens.concordance import ConcordanceScreen
    from tui.screens.concordance_sitting import Leaving, Sitting
    from tui.screens.found import Found


class Concording(Correcting, layer=True):
    """The screen from which the concordance is opened."""

    _sitting: Sitting | None = None
    _concordance: ConcordanceScreen | None = None
    _answered_serial = 0
    _awaited_serial = 0
    """The search whose answer is to be shown as a concordance; 0 for none."""

    def answered(self, found: Found | None, search: Search | None) -> None:
        """Open the concordance that was asked for while the filter was on its way."""
        super().answered(found, search)
        awaited, self._awaited_serial = self._awaited_serial, 0
        self._answered_serial = self._search_serial
        if awaited == self._search_serial:
            # Once the reader stands where the answer leads: there the concordance opens.
            self.call_next(self.action_concordance)

    @on(Correcting.Failed)
    def _await_no_longer(self) -> None:
        self._answered_serial, self._awaited_serial = self._search_serial, 0

    def action_concordance(self) -> None:
        """Show every hit of the filter on a line, where one left off."""
        from tui.screens.concordance import ConcordanceScreen

        found = self.found
        if self._answered_serial != self._search_serial:
            self._awaited_serial = self._search_serial
            self.say("Searching; the concordance opens with the answer")
        elif found is None:
            self.say("No filter is set: press / and type what you look for")
        elif not found.query.has_passage_clauses:
            self.say("The filter asks for meetings; add words or by: for lines of a concordance")
        elif not found.hits:
            self.say("Nothing fits the filter")
        else:
            sitting = self._sitting
            if sitting is None or not sitting.answers(found.text, self.archive.generation):
                sitting = self._sit_down()
            self._concordance = ConcordanceScreen(self.archive, sitting)
            self.app.push_screen(self._concordance, self._left)

    def say(self, message: str) -> None:
        """Show a message where the reader looks: here, or on the concordance over it."""
        super().say(message)
        if self._concordance is not None and self._concordance.is_mounted:
            self._concordance.say(message)

    def _sit_down(self) -> Sitting:
        """Sit down at the hit one stands on, else at the next one."""
        from dataclasses import replace

        from tui.screens.concordance_sitting import Sitting
        from tui.widgets.concordance import Dated

        found, meeting, place = self.found, self.meeting, self.place
        assert found is not None
        sitting = Sitting.over(
            found.text,
            found.query,
            self.archive.generation,
            found.rows,
            complete=found.complete,
        )
        if meeting is None or place is None or not isinstance(sitting.sheet, Dated):
            return sitting
        first = sitting.sheet.first_of(meeting.id)
        index = self.walk.index
        if index is None:
            index = self.walk.land(self.outline_of(meeting), place, Landing.AT_OR_AFTER)
        return sitting if first is None else replace(sitting, cursor=first + (index or 0))

    def _left(self, leaving: Leaving | None) -> None:
        self._concordance = None
        if leaving is None:
            return
        self._sitting = leaving.sitting
        if leaving.filter:
            self.action_filter()
        elif leaving.hit is not None:
            hit = leaving.hit
            place = Place(hit.meeting, hit.anchor, hit.focus.block, hit.focus.start)
            self.focus_words()
            self.open_place(place, landing=Landing.AT)
