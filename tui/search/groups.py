"""Hits counted: altogether, and by speaker, year or meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tui.model import TimelineRow
from tui.search.concordance import Row
from tui.search.speaker import Who, apart, by_name

PER = 10_000
"""Words to which frequencies are related."""


class By(StrEnum):
    """What hits may be grouped by."""

    YEAR = "year"
    SPEAKER = "speaker"
    MEETING = "meeting"


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
        turns: Turns in whose words at least one of them is.
        meetings: Meetings likewise.
        outside: Of the hits, those outside speech.
        words: Spoken words of the part that was searched; None where nobody counted.
    """

    hits: int = 0
    turns: int = 0
    meetings: int = 0
    outside: int = 0
    words: int | None = None

    @classmethod
    def of_meetings(cls, rows: Iterable[TimelineRow], words: int | None = None) -> Counts:
        """Add up what was found in some meetings, each of them once."""
        found = [row for row in rows if row.hits]
        return cls(
            hits=sum(row.hits for row in found),
            turns=sum(row.turns for row in found),
            meetings=len(found),
            outside=sum(row.outside for row in found),
            words=words,
        )

    @property
    def per_10000(self) -> float | None:
        """Hits in speech per 10,000 words of the part searched; None where it has no words."""
        if not self.words:
            return None
        return (self.hits - self.outside) * PER / self.words

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """Hits, turns, meetings and frequency, in words each; “…” while nobody counted."""
        rate = self.per_10000
        per = "…" if self.words is None else "no" if rate is None else f"{rate:,.2f}"
        return (
            _counted(self.hits, "hit"),
            _counted(self.turns, "turn"),
            _counted(self.meetings, "meeting"),
            f"{per} per {PER:,} words",
        )

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


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one year, speaker or meeting.

    Attributes:
        key: The year, the person's id or the meeting's id; None for what has no date, or
            has no speaker.
        counts: What was found there.
        title: Of a meeting its title, of a person the name; "" otherwise.
        meetings: Of a person whose name says who it is in some meetings only, their ids.
    """

    key: str | None
    counts: Counts
    title: str = ""
    meetings: tuple[str, ...] = ()

    def person(self, ids: Mapping[str, str]) -> str:
        """Return a person's name, with what tells them apart from others of this name.

        Args:
            ids: How meetings' ids are written; those that are not in it are written in full.
        """
        return apart(self.title, self.meetings, ids)


def _key_of(row: Row, by: By, who: Who) -> str | None:
    match by:
        case By.YEAR:
            return row.date[:4] if row.date else None
        case By.MEETING:
            return row.meeting
        case By.SPEAKER:
            return None if row.speaker is None else who(row.meeting, row.speaker).id


def _group_of(row: Row, by: By, who: Who) -> Group:
    """Return the group of a row, with nothing in it."""
    key = _key_of(row, by, who)
    if by is By.MEETING:
        return Group(key, Counts(), row.title)
    if by is By.SPEAKER and row.speaker is not None:
        speaker = who(row.meeting, row.speaker)
        return Group(key, Counts(), speaker.name, speaker.meetings)
    return Group(key, Counts())


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
        if row.kind == "turn":
            self._turns.add(row.id)

    def counts(self, words: int | None = None) -> Counts:
        """Return what was counted, with the words of the part searched."""
        return Counts(self.hits, len(self._turns), len(self._meetings), self.outside, words)


@dataclass(slots=True)
class Grouping:
    """Rows on their way into groups.

    Attributes:
        by: What they are grouped by.
        who: Whom the speakers' names mean.
        whole: The counts over all groups.
    """

    by: By
    who: Who = by_name
    whole: Counter = field(default_factory=Counter)
    _groups: dict[str | None, tuple[Group, Counter]] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Count a row in its group."""
        key = _key_of(row, self.by, self.who)
        if key not in self._groups:
            self._groups[key] = _group_of(row, self.by, self.who), Counter()
        self.whole.add(row)
        self._groups[key][1].add(row)

    def groups(self, words: Mapping[str | None, int] | None = None) -> tuple[Group, ...]:
        """Return the groups: years and meetings oldest first, speakers by hits, most first.

        Args:
            words: The spoken words of the part searched in each group, by its key; None where
                nobody counted.
        """
        found = [
            replace(
                group, counts=counter.counts(None if words is None else words.get(group.key, 0))
            )
            for group, counter in self._groups.values()
        ]
        if self.by is By.SPEAKER:
            found.sort(key=_by_hits)
        elif self.by is By.YEAR:
            found.sort(key=lambda group: (group.key is None, group.key or ""))
        return tuple(found)


def _by_hits(group: Group) -> tuple[bool, int, str, str]:
    return group.key is None, -group.counts.hits, group.title, group.key or ""


def grouped(
    rows: Iterable[Row],
    by: By,
    words: Mapping[str | None, int] | None = None,
    who: Who = by_name,
) -> tuple[tuple[Group, tuple[Row, ...]], ...]:
    """Put rows into groups, in which they stand as they came.

    Args:
        rows: In the order asked for.
        by: What they are grouped by.
        words: The spoken words of the part searched in each group; None where nobody counted.
        who: Whom the speakers' names mean.

    Returns:
        Each group with its rows: years and meetings oldest first, speakers by hits, most first.
    """
    members: dict[str | None, list[Row]] = {}
    for row in rows:
        members.setdefault(_key_of(row, by, who), []).append(row)
    # Meetings stand in the order of time, whatever the order of the rows.
    firsts = ((key, min(group, key=_day)) for key, group in members.items())
    grouping = Grouping(by, who)
    for key, _ in sorted(firsts, key=lambda first: _day(first[1])):
        for row in members[key]:
            grouping.add(row)
    return tuple((group, tuple(members[group.key])) for group in grouping.groups(words))


def _day(row: Row) -> tuple[bool, str, str, str]:
    return row.date is None, row.date or "", row.time or "", row.meeting
