"""A filter that finds nothing: why, and what near to it would be found."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from tui.library.errors import LibraryError
from tui.screens.saving import Saving

if TYPE_CHECKING:
    from tui.library.diagnosing import Diagnosis
    from tui.screens.asking import Search
    from tui.screens.found import Found
    from tui.widgets.nothing import Nothing, WayOut

REST = 0.3
"""Seconds without a key after which it is worth asking why a half-typed filter finds nothing."""


class HonestZero(Saving, layer=True):
    """Says in the place of the words why a filter finds nothing."""

    _ways_out: tuple[WayOut, ...] = ()

    @property
    def shows_nothing(self) -> bool:
        """Whether the words are hidden, because nothing fits the filter."""
        return self.has_class("-nothing")

    def answered(self, found: Found | None, search: Search | None) -> None:
        """Show that there is nothing and look for the reasons, or show the words again."""
        self._ways_out = ()
        nothing = found is not None and not found.rows and bool(self.rows)
        self.set_class(nothing, "-nothing")
        if nothing and found is not None and search is not None:
            self._look_why(found, search)
        else:
            self.workers.cancel_group(self, "diagnosis")

    @work(exclusive=True, group="diagnosis", exit_on_error=False)
    async def _look_why(self, found: Found, search: Search) -> None:
        from tui.widgets.nothing import Nothing  # loaded by the first filter that finds nothing

        sheet = next(iter(self.query(Nothing)), None)
        if sheet is None:
            sheet = Nothing()
            await self.query_one("#columns").mount(sheet)
        await sheet.tell((), (), ())
        if search.typing:
            await asyncio.sleep(REST)
        # Only a filter without hits needs the reasons, so only it loads what finds them.
        from tui.library.diagnosing import diagnose

        def stale() -> bool:
            return search.serial != self._search_serial

        look = partial(diagnose, self.archive, found.query, cancelled=stale)
        try:
            diagnosis = await asyncio.to_thread(look)
        except LibraryError as error:
            self.say(str(error))
            return
        if not stale():
            self._ways_out = ways_out(diagnosis)
            await sheet.tell(reasons(diagnosis), self._ways_out, (str(diagnosis.coverage),))

    def take_way_out(self, number: int) -> bool:
        """Filter by a query that was offered in place of one that finds nothing.

        Args:
            number: Which, from 1.

        Returns:
            Whether there was one of that number.
        """
        if not 1 <= number <= len(self._ways_out):
            return False
        self.set_filter(self._ways_out[number - 1].text)
        self.focus_words()
        return True

    def on_nothing_taken(self, event: Nothing.Taken) -> None:
        """Filter by what was clicked."""
        self.take_way_out(event.number)


def reasons(diagnosis: Diagnosis) -> tuple[str, ...]:
    """Say what each clause finds alone, and which leave nothing."""
    said: list[str] = []
    if len(diagnosis.clauses) > 1:
        width = min(max(len(each.text) for each in diagnosis.clauses), 36)
        said.append("Each clause alone:")
        said.extend(f"  {each.text:<{width}}  {each.says}" for each in diagnosis.clauses)
    if diagnosis.unanswered:
        said.append("Both sides are found, and neither answers the other so soon.")
    emptying = diagnosis.emptying
    if emptying is not None and emptying.tally is None and len(diagnosis.clauses) > 1:
        said.append(f"{' and '.join(emptying.clauses)} empties the result.")
    return tuple(said)


def ways_out(diagnosis: Diagnosis) -> tuple[WayOut, ...]:
    """Return the queries that find something, at most nine: first without what empties it."""
    from tui.library.diagnosing import in_words
    from tui.widgets.nothing import WayOut

    ways: list[WayOut] = []
    emptying = diagnosis.emptying
    if emptying is not None and emptying.tally is not None:
        without = " and ".join(emptying.clauses)
        ways.append(WayOut(emptying.rest, f"{in_words(emptying.tally)}, without {without}"))
    for offer in diagnosis.offers:
        found = f"{in_words(offer.tally)}, {offer.variant.says}"
        ways.append(WayOut(offer.variant.text, found))
    return tuple(ways[:9])
