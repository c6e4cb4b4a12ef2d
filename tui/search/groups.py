"""Hits counted: altogether, and by speaker, year or meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tui.search.concordance import Row

PER = 10_000
"""Words to which frequencies are related."""


class By(StrEnum):
    """What hits may be grouped by."""

    YEAR = "year"
    SPEAKER = "speaker"
    MEETING = "meeting"

    def of(self, row: Row) -> str | None:
        """Return the group of a row.

        A year is four digits, None without a date; a speaker a name, None outside speech;
        a meeting its id.
        """
        match self:
            case By.YEAR:
                return row.date[:4] if row.date else None
            case By.SPEAKER:
                return row.speaker
            case By.MEETING:
                return row.meeting


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was found, and in how much.

    The frequency per 10,000 words is that of the hits in speech among the words of the
    part that was searched: the spoken words of all turns that the query admits when the
    words it looks for are left out (``by:putin date:2012 union`` is related to all that
    Putin said in 2012, ``union`` to everything said). For a year, a speaker or a meeting,
    it is that part's share of it. Words are what spaces part, as in the counts of `list`.

    Attributes:
        hits: Places, those outside speech included.
        turns: Turns that hold at least one.
        meetings: Meetings likewise.
        outside: Of the hits, those outside speech.
        words: Spoken words of the part that was searched; None where nobody counted.
    """

    hits: int = 0
    turns: int = 0
    meetings: int = 0
    outside: int = 0
    words: int | None = None

    @property
    def per_10000(self) -> float | None:
        """Hits in speech per 10,000 words of the part searched; None where it has no words."""
        if not self.words:
            return None
        return (self.hits - self.outside) * PER / self.words

    def as_dict(self) -> dict[str, int | float | None]:
        """Return the counts as they are exported, the frequency rounded to a hundredth."""
        rate = self.per_10000
        return {
            "hits": self.hits,
            "turns": self.turns,
            "meetings": self.meetings,
            "words": self.words,
            "per_10000": None if rate is None else round(rate, 2),
        }


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one year, speaker or meeting.

    Attributes:
        key: The year, the name or the meeting's id; None for what has no date, or is
            outside speech.
        counts: What was found there.
        title: For a meeting, its title; "" otherwise.
    """

    key: str | None
    counts: Counts
    title: str = ""


@dataclass(slots=True)
class Counter:
    """Counts rows while they pass.

    Attributes:
        hits: Rows so far.
        outside: Of these, those outside speech.
    """

    hits: int = 0
    outside: int = 0
    _turns: set[str] = field(default_factory=set)
    _meetings: set[str] = field(default_factory=set)

    def add(self, row: Row) -> None:
        """Count a row."""
        self.hits += 1
        self.outside += row.kind != "turn"
        self._meetings.add(row.meeting)
        # An editor's bracket is nobody's speech, and its turn holds a hit all the same.
        if row.found.anchor[1:].isdecimal() and row.found.anchor[0] == "t":
            self._turns.add(row.id)

    def counts(self, words: int | None = None) -> Counts:
        """Return what was counted, with the words of the part searched."""
        return Counts(self.hits, len(self._turns), len(self._meetings), self.outside, words)


@dataclass(slots=True)
class Grouping:
    """Rows on their way into groups.

    Attributes:
        by: What they are grouped by.
        usual: From a speaker's name as a meeting has it to the person's usual name.
        whole: The counts over all groups.
    """

    by: By
    usual: Callable[[str], str] = str
    whole: Counter = field(default_factory=Counter)
    _groups: dict[str | None, Counter] = field(default_factory=dict)
    _titles: dict[str | None, str] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Count a row in its group."""
        key = self.by.of(row)
        if key is not None and self.by is By.SPEAKER:
            key = self.usual(key)
        self.whole.add(row)
        if key not in self._groups:
            self._groups[key] = Counter()
            self._titles[key] = row.title if self.by is By.MEETING else ""
        self._groups[key].add(row)

    def groups(self, words: Mapping[str | None, int] | None = None) -> tuple[Group, ...]:
        """Return the groups: years and meetings oldest first, speakers by hits, most first.

        Args:
            words: The spoken words of the part searched in each group; None where nobody
                counted.
        """
        found = [
            Group(
                key,
                counter.counts(None if words is None else words.get(key, 0)),
                self._titles[key],
            )
            for key, counter in self._groups.items()
        ]
        if self.by is By.SPEAKER:
            found.sort(key=lambda group: (group.key is None, -group.counts.hits, group.key or ""))
        elif self.by is By.YEAR:
            found.sort(key=lambda group: (group.key is None, group.key or ""))
        return tuple(found)


def grouped(
    rows: Iterable[Row], by: By, words: Mapping[str | None, int] | None = None
) -> tuple[Group, ...]:
    """Return the groups of some rows; see `Grouping.groups`."""
    grouping = Grouping(by)
    for row in rows:
        grouping.add(row)
    return grouping.groups(words)
