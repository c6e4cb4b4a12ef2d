"""What the concordance screen leaves to threads: reading, sorting, counting."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from tui.library.errors import LibraryError
from tui.model import Hit
from tui.screens import wording
from tui.screens.concordance_gathering import (
    TELL_EVERY,
    Gathered,
    count,
    gather,
    meeting_rows,
)
from tui.screens.concordance_sitting import Arrangement, Sitting
from tui.screens.concordance_taking import ConcordanceTaking
from tui.search.concordance import Row
from tui.search.orders import MOST_SORTED
from tui.search.query import Query
from tui.widgets.concordance import Concordance, Dated

HAND_IN_EVERY = 0.05
"""Seconds after which rows that were read are shown without waiting for the others."""


class ConcordanceWork(ConcordanceTaking):
    """The workers of the screen, and what is done with what they bring."""

    @dataclass
    class Read(Message):
        """Rows were read.

        Attributes:
            rows: Of these meetings.
        """

        rows: dict[str, tuple[Row, ...]]

    @dataclass
    class Progress(Message):
        """Gathering goes on.

        Attributes:
            arrangement: What is being gathered.
            number: Hits read so far.
        """

        arrangement: Arrangement
        number: int

    @dataclass
    class Arranged(Message):
        """Hits were gathered.

        Attributes:
            arrangement: How they stand.
            gathered: The hits.
        """

        arrangement: Arrangement
        gathered: Gathered

    @dataclass
    class CountedRest(Message):
        """What was not known yet was counted.

        Attributes:
            sitting: With all counts; how its hits stand may be out of date.
        """

        sitting: Sitting

    _read_so_far = 0
    seek: Hit | None = None
    """The hit to stand on as soon as it is known where it is."""

    # Rows in sight ----------------------------------------------------------------------

    @on(Concordance.Wanted)
    def _read_wanted(self, event: Concordance.Wanted) -> None:
        self._read_rows(event.meetings, self.sitting.query)

    @work(thread=True, exclusive=True, group="rows", exit_on_error=False)
    def _read_rows(self, meetings: tuple[str, ...], query: Query) -> None:
        worker = get_current_worker()
        found: dict[str, tuple[Row, ...]] = {}
        due = time.monotonic() + HAND_IN_EVERY
        for meeting in meetings:
            if worker.is_cancelled:
                break
            found[meeting] = meeting_rows(self.archive, meeting, query)
            if time.monotonic() > due:
                self.post_message(self.Read(found))
                found, due = {}, time.monotonic() + HAND_IN_EVERY
        if found:
            self.post_message(self.Read(found))

    @on(Read)
    def _take_rows(self, event: Read) -> None:
        before = self.sitting.sheet
        if not isinstance(before, Dated):
            return
        self._widen(before, before.with_rows(event.rows))

    # Orders that ask for every hit ------------------------------------------------------

    def gather(self, arrangement: Arrangement) -> None:
        """Put the hits in another order, in the background; an older one is given up."""
        self.gathering, self._read_so_far = arrangement, 0
        # What takes no time is not worth a line that is sent and taken back.
        self.set_timer(TELL_EVERY, partial(self._show_progress, self.Progress(arrangement, 0)))
        self._gather(self.sitting.query, arrangement)

    def give_up(self) -> None:
        """Leave the hits as they stand."""
        self.gathering = None
        self.show_progress("")

    def _tell_progress(self, number: int) -> None:
        if self.gathering is not None:
            hits = self.sitting.counts.hits
            cut = f"; more than {MOST_SORTED:,}, so a sample" if hits > MOST_SORTED else ""
            read = f"{number:,} of {wording.counted(hits, 'hit')} read{cut}"
            self.show_progress(f"Arranging {self.gathering}: {read}. esc gives it up")

    @work(thread=True, exclusive=True, group="gather", exit_on_error=False)
    def _gather(self, query: Query, arrangement: Arrangement) -> None:
        stale = self._stale(arrangement)
        try:
            gathered = gather(
                self.archive,
                query,
                arrangement,
                cancelled=stale,
                tell=lambda number: self._post(self.Progress(arrangement, number)),
            )
        except LibraryError as error:
            self._post(self.Took("", str(error)))
            return
        if gathered is not None and not stale():
            self._post(self.Arranged(arrangement, gathered))

    def _stale(self, arrangement: Arrangement) -> Callable[[], bool]:
        worker = get_current_worker()
        return lambda: worker.is_cancelled or self.gathering != arrangement

    def _post(self, message: Message) -> None:
        self.post_message(message)

    @on(Progress)
    def _show_progress(self, event: Progress) -> None:
        if event.arrangement == self.gathering:
            self._read_so_far = max(event.number, self._read_so_far)
            self._tell_progress(self._read_so_far)

    @on(Arranged)
    def _take_gathered(self, event: Arranged) -> None:
        if event.arrangement != self.gathering:
            return
        self.give_up()
        sheet = event.gathered.sheet
        place = sheet.find(self.seek) if self.seek is not None else None
        self.sitting = replace(
            self.sitting,
            arrangement=event.arrangement,
            sheet=sheet,
            cursor=place or 0,
            note=event.gathered.note,
            groups=event.gathered.groups,
        ).with_headings()
        self.seek = None if place is not None else self.seek
        self.show_sheet()
        self.count_rest()

    # Counts -----------------------------------------------------------------------------

    def count_rest(self) -> None:
        """Count what is not known yet of how much there is, in all and under each heading."""
        if self.sitting.counts.words is None or self.sitting.lacks_words:
            self._count(self.sitting)

    @work(thread=True, exclusive=True, group="count", exit_on_error=False)
    def _count(self, sitting: Sitting) -> None:
        worker = get_current_worker()
        try:
            counted = count(self.archive, sitting, cancelled=lambda: worker.is_cancelled)
        except LibraryError as error:
            self.post_message(self.Took("", str(error)))
            return
        if counted is not None:
            self.post_message(self.CountedRest(counted))

    @on(CountedRest)
    def _take_counts(self, event: CountedRest) -> None:
        before, now = self.sitting, event.sitting
        counted = replace(
            before, rows=now.rows, counts=now.counts, words=now.words, complete=now.complete
        )
        if isinstance(before.sheet, Dated):
            # Where hits were only counted from below, there are more lines now.
            counted = counted.in_time(before.arrangement)
            self.sitting = counted
            assert isinstance(counted.sheet, Dated)
            self._widen(before.sheet, counted.sheet)
        else:
            self.sitting = counted = counted.with_headings()
            self.lines.renew(counted.sheet, self.lines.cursor)
        self.show_words()
        self.count_rest()

    def _widen(self, before: Dated, sheet: Dated) -> None:
        """Show a sheet of which more is known, the cursor on the hit it was on."""
        cursor = sheet.nearest(*before.number(self.lines.cursor)) if len(before) else 0
        if self.seek is not None and (sought := sheet.find(self.seek)) is not None:
            cursor, self.seek = sought, None
        self.sitting = replace(self.sitting, sheet=sheet)
        self.lines.renew(sheet, cursor)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what a worker could not finish; the screen goes on."""
        if event.state is WorkerState.ERROR:
            self.give_up()
            self.say(wording.defect(event.worker.error))
