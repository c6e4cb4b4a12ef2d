"""One look at a concordance: what is asked, how it is arranged, where one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.model import Hit, TimelineRow
from tui.screens.concordance_counts import AT_LEAST, in_time, told
from tui.screens.wording import counted
from tui.search.command_line import command_line
from tui.search.groups import By, Counts
from tui.search.orders import Order, Side
from tui.search.query import Query, text_clauses
from tui.search.sample import DEFAULT_SEED
from tui.widgets.concordance import Dated, Sheet

SAMPLE = 100
"""Hits in a sample."""

_SIDES = tuple(Side)
_GROUPS = (None, By.SPEAKER, By.YEAR, By.MEETING)
_TURNED = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the hits stand.

    Attributes:
        order: By what they are sorted.
        by: By what they are grouped; None for not at all.
        sample: How many of them are shown; None for all.
        seed: By which seed a sample is taken.
        words: Words to the left or right that count where they are what is sorted by.
    """

    order: Order = field(default_factory=Order)
    by: By | None = None
    sample: int | None = None
    seed: int = DEFAULT_SEED
    words: int = 1

    @property
    def streams(self) -> bool:
        """Whether the hits stand as they are found, so that none need be read beforehand."""
        return self.order.streams and self.sample is None and self.by is not By.SPEAKER

    def next_order(self) -> Arrangement:
        """Sort by the next thing."""
        side = _SIDES[(_SIDES.index(self.order.side) + 1) % len(_SIDES)]
        return replace(self, order=Order(side, self.words if side in _TURNED else None))

    def reaching(self, words: int) -> Arrangement:
        """Sort by so many words to the left or right; to the left, where neither was."""
        side = self.order.side if self.order.side in _TURNED else Side.LEFT
        return replace(self, order=Order(side, words), words=words)

    def grouped(self, step: int) -> Arrangement:
        """Group by the next thing (1), or the one before (-1)."""
        return replace(self, by=_GROUPS[(_GROUPS.index(self.by) + step) % len(_GROUPS)])

    def sampled(self) -> Arrangement:
        """Show a sample, or all again."""
        return replace(self, sample=SAMPLE if self.sample is None else None)

    def resampled(self) -> Arrangement:
        """Show another sample, by the next seed."""
        seed = self.seed if self.sample is None else self.seed + 1
        return replace(self, sample=SAMPLE, seed=seed)

    def __str__(self) -> str:
        """Say it in words: ``by 2 words to the left, grouped by year``."""
        words = counted(self.order.words or 1, "word")
        said = {
            Side.DATE: "by date",
            Side.SPEAKER: "by speaker",
            Side.LEFT: f"by {words} to the left",
            Side.RIGHT: f"by {words} to the right",
        }[self.order.side]
        return said if self.by is None else f"{said}, grouped by {self.by.value}"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A concordance as somebody left it, or found it first.

    Attributes:
        text: The filter as typed.
        query: What it was understood to be.
        generation: The archive's, when it was asked.
        rows: The meetings with hits, oldest first.
        arrangement: How the hits stand on the sheet.
        sheet: The hits.
        cursor: The row one stands on.
        counts: What is known of how much there is; its words None while nobody counted.
        note: What the sheet leaves out, "" where it holds every hit.
        complete: Whether the rows are all meetings with hits, and all their hits are counted.
        groups: What each group holds, by its name, where the hits are grouped.
        words: Words searched in each year, meeting or speaker, where they are known.
    """

    text: str
    query: Query
    generation: int
    rows: tuple[TimelineRow, ...]
    arrangement: Arrangement
    sheet: Sheet
    cursor: int
    counts: Counts
    note: str = ""
    complete: bool = True
    groups: Mapping[str, Counts] = field(default_factory=dict)
    words: Mapping[By, Mapping[str | None, int]] = field(default_factory=dict)

    @classmethod
    def over(
        cls,
        text: str,
        query: Query,
        generation: int,
        timeline: Sequence[TimelineRow],
        *,
        complete: bool = True,
    ) -> Sitting:
        """Sit down before the hits of a query, in the order of time.

        Args:
            text: The filter as typed.
            query: What it was understood to be.
            generation: The archive's.
            timeline: What it found, newest first.
            complete: Whether it found all.
        """
        rows = tuple(row for row in reversed(timeline) if row.hits)
        sheet, _ = in_time(rows, None)
        complete = complete and all(row.counted for row in rows)
        counts = Counts.of_meetings(rows)
        return cls(
            text, query, generation, rows, Arrangement(), sheet, 0, counts, complete=complete
        )

    def in_time(self, arrangement: Arrangement) -> Sitting:
        """Let the hits stand in the order of time; rows that were read before stay so."""
        sheet, groups = in_time(self.rows, arrangement.by)
        if isinstance(self.sheet, Dated):
            sheet = self.sheet.over(sheet)
        return replace(
            self, arrangement=arrangement, sheet=sheet, groups=groups, note=""
        ).with_headings()

    def with_headings(self) -> Sitting:
        """Let the headings tell what is known of how much stands under them."""
        by = self.arrangement.by
        if by is None:
            return self
        words = None if self.note else self.words.get(by)
        least = not self.complete and isinstance(self.sheet, Dated)
        return replace(self, sheet=self.sheet.telling(told(self.groups, words, least=least)))

    @property
    def lacks_words(self) -> bool:
        """Whether the words are still to be counted that headings relate their hits to."""
        by = self.arrangement.by
        return by is not None and not self.note and by not in self.words

    def answers(self, text: str, generation: int) -> bool:
        """Whether it is about this filter, and the archive is as it was."""
        return self.text == text and self.generation == generation

    @property
    def centred(self) -> bool:
        """Whether there are matches to stand in the middle."""
        root = self.query.root
        return root is not None and any(True for _ in text_clauses(root))

    @property
    def command(self) -> str:
        """The command line that lists the same."""
        arrangement = self.arrangement
        return command_line(
            self.text,
            order=arrangement.order,
            by=arrangement.by,
            sample=arrangement.sample,
            seed=arrangement.seed if arrangement.sample is not None else None,
        )

    @property
    def told(self) -> str:
        """The counts in words, all of them always."""
        return ("" if self.complete else AT_LEAST) + " · ".join(self.counts.parts)


@dataclass(frozen=True, slots=True)
class Leaving:
    """How somebody left the concordance.

    Attributes:
        sitting: It as it was left.
        hit: The hit to read on at; None to go back to where one was.
        filter: Whether the filter is to be changed.
    """

    sitting: Sitting
    hit: Hit | None = None
    filter: bool = False
