"""One look at a concordance: what is asked, how it is arranged, where one stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui.model import Hit, TimelineRow
from tui.screens.wording import counted, line
from tui.search.command_line import command_line
from tui.search.groups import By, Counts
from tui.search.orders import Order, Side
from tui.search.query import Query, text_clauses
from tui.search.sample import DEFAULT_SEED
from tui.widgets.concordance import Dated, Segment, Sheet

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

    @classmethod
    def over(
        cls, text: str, query: Query, generation: int, timeline: tuple[TimelineRow, ...]
    ) -> Sitting:
        """Sit down before the hits of a query, in the order of time.

        Args:
            text: The filter as typed.
            query: What it was understood to be.
            generation: The archive's.
            timeline: What it found, newest first.
        """
        rows = tuple(row for row in reversed(timeline) if row.hits)
        counts = Counts(
            hits=sum(row.hits for row in rows),
            turns=sum(row.turns for row in rows),
            meetings=len(rows),
        )
        return cls(text, query, generation, rows, Arrangement(), dated(rows, None), 0, counts)

    def answers(self, text: str, generation: int) -> bool:
        """Whether it is about this filter, and the archive is as it was."""
        return self.text == text and self.generation == generation

    @property
    def is_counted(self) -> bool:
        """Whether the counts are final; otherwise there are at least so many hits."""
        return self.counts.words is not None or all(row.counted for row in self.rows)

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
        counts = self.counts
        rate = counts.per_10000
        per = "…" if counts.words is None else "no" if rate is None else f"{rate:,.2f}"
        parts = (
            counted(counts.hits, "hit"),
            counted(counts.turns, "turn"),
            counted(counts.meetings, "meeting"),
            f"{per} per 10,000 words",
        )
        return ("" if self.is_counted else "≥ ") + " · ".join(parts)


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


def dated(rows: tuple[TimelineRow, ...], by: By | None) -> Dated:
    """Return the sheet of some meetings in the order of time.

    Args:
        rows: The meetings, oldest first.
        by: Whether it is grouped by year or by meeting.
    """

    def segment(row: TimelineRow) -> Segment:
        entry = row.entry
        if by is By.MEETING:
            return Segment(entry.id, row.hits, entry.id, line(entry))
        year = (entry.date or "")[:4] or "undated" if by is By.YEAR else ""
        return Segment(entry.id, row.hits, year, year)

    return Dated(map(segment, rows))
