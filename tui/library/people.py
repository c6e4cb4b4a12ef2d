"""Who speaks in a library: one human, all spellings, as far as the names alone say."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from slugify import slugify

from tui.library.rows import Appearance, Row

_PARTS = re.compile(r"(unknown|вопрос|реплика|ответ|ведущий)[\s_-]*\d*", re.IGNORECASE)
"""Labels that name a part played in one meeting, beside those that the readers know."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office as printed, and where.

    Attributes:
        role: The office exactly as printed.
        date: The meeting's ISO date, or None.
        meeting: The meeting's id.
        turn: Number of the first turn of that meeting which prints it.
    """

    role: str
    date: str | None
    meeting: str
    turn: int

    @property
    def address(self) -> str:
        """The turn's address."""
        return f"{self.meeting}#t{self.turn}"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Several offices printed with one person on one day.

    Attributes:
        tenures: Each office with the first turn that shows it.
    """

    tenures: tuple[Tenure, ...]

    @property
    def date(self) -> str | None:
        """The day; None where the meeting has no date."""
        return self.tenures[0].date

    def __str__(self) -> str:
        """Say it in words, with the turns."""
        offices = " / ".join(f"{tenure.role} ({tenure.address})" for tenure in self.tenures)
        return f"{f'on {self.date}' if self.date else 'undated,'} printed differently: {offices}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks.

    Attributes:
        id: Slug of the name; followed by ``@`` and the meeting's id where the name says no
            more than who speaks in that meeting.
        name: The usual spelling.
        spellings: Every spelling and label under which they appear.
        tenures: Offices as printed, with the turn that shows each, oldest first.
        meetings: Ids of the meetings they speak in, oldest first.
        turns: How often they speak.
        local: True for one name alone or an anonymous label: a person of one meeting, unless
            somebody decided otherwise.
        anonymous: True for a label such as "Question".
    """

    id: str
    name: str
    spellings: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    meetings: tuple[str, ...]
    turns: int
    local: bool
    anonymous: bool

    @property
    def roles(self) -> tuple[str, ...]:
        """Each office once, as printed, in the order in which they first appear."""
        return _unique(tenure.role for tenure in self.tenures)

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Days, and undated meetings, on which several offices are printed with them.

        Two ways of printing one office count as well, unless only capitals, accents or spaces
        differ: which is right is for a person to say.
        """
        days: dict[str, dict[str, Tenure]] = defaultdict(dict)
        for tenure in self.tenures:
            days[tenure.date or tenure.meeting].setdefault(fold_name(tenure.role), tenure)
        return tuple(
            Contradiction(tuple(printed.values())) for printed in days.values() if len(printed) > 1
        )


@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """A name as it counts for being equal: without case, accents and kinds of space."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def usual_name(people: Iterable[Person], name: str) -> str:
    """The usual spelling of the one person known by exactly this name, else the name itself."""
    folded = fold_name(name)
    known = [
        person.name
        for person in people
        if not person.local and folded in map(fold_name, (person.name, *person.spellings))
    ]
    return known[0] if len(known) == 1 else name


@lru_cache(maxsize=16384)
def is_anonymous(name: str) -> bool:
    """Whether a label names a part played rather than a person: never one across meetings."""
    # The readers' own rules, loaded by the first label that is asked about.
    from tui.reading import labels, printed_label

    label = name.strip()
    return (
        _PARTS.fullmatch(label) is not None
        or printed_label.is_anonymous(label)
        or labels.is_anonymous(label)
    )


@lru_cache(maxsize=16384)
def is_full(name: str) -> bool:
    """Whether a name says by itself who somebody is, whatever the meeting.

    A surname or a first name alone does not, nor with a courtesy title: there is more than one
    Anna, and more than one Mr. Berg.
    """
    from tui.reading.names import has_courtesy

    words = len(name.split())
    return words > 1 + has_courtesy(name) and not is_anonymous(name)


def full_name(name: str, cast: Iterable[str]) -> str:
    """The one longer name of a meeting's speakers that a surname alone stands for, else the name.

    Args:
        name: One of the speakers.
        cast: All of them.
    """
    surname = fold_name(name)
    if " " in surname or is_anonymous(name):
        return name
    longer = {fold_name(other): other for other in cast if not is_anonymous(other)}
    fitting = [key for key in longer if " " in key and key.rsplit(" ", 1)[1] == surname]
    return longer[fitting[0]] if len(fitting) == 1 else name


_NO_ALIASES: Mapping[str, Sequence[str]] = MappingProxyType({})
_NO_UNIONS: Mapping[tuple[str, str], int] = MappingProxyType({})


def gather(
    rows: Iterable[Row],
    aliases: Mapping[str, Sequence[str]] = _NO_ALIASES,
    unions: Mapping[tuple[str, str], int] = _NO_UNIONS,
) -> tuple[Person, ...]:
    """Join the catalogue's appearances into people.

    Full names that are equal are one person. A surname alone is the one longer name of the
    same meeting that ends with it, else a person of that meeting only.

    Args:
        rows: The meetings, with what people decided.
        aliases: Further spellings of a person, by the folded name.
        unions: What makes names that are not full one person's in several meetings, by
            meeting id and folded name: the number of the decision.

    Returns:
        Named people by name, then those of one meeting only.
    """
    ordered = sorted(
        rows, key=lambda row: (row.entry.date or "", row.entry.time or "", row.entry.id)
    )
    found: dict[_Key, list[tuple[Row, Appearance]]] = defaultdict(list)
    for row in ordered:
        for appearance in row.people:
            found[_key(row, appearance, unions)].append((row, appearance))
    people = [
        _person(key.meeting, appearances, () if key.meeting else aliases.get(key.name, ()))
        for key, appearances in found.items()
    ]
    return tuple(
        _distinct(sorted(people, key=lambda p: (p.anonymous, p.local, fold_name(p.name), p.id)))
    )


class _Key(NamedTuple):
    """What makes two appearances one person: the folded name, and what it is told apart by."""

    name: str
    meeting: str = ""
    decision: int = 0


def _key(row: Row, appearance: Appearance, unions: Mapping[tuple[str, str], int]) -> _Key:
    full = full_name(appearance.name, [other.name for other in row.people])
    name = fold_name(full)
    if is_full(full):
        return _Key(name)
    if decision := unions.get((row.entry.id, name)):
        return _Key(name, decision=decision)
    return _Key(name, meeting=row.entry.id)


def _person(
    meeting: str, appearances: list[tuple[Row, Appearance]], aliases: Sequence[str]
) -> Person:
    printed = (
        text
        for _, appearance in appearances
        for text in (appearance.name, appearance.label)
        if text
    )
    spellings = _unique((*printed, *aliases))
    name = _usual([appearance.name for _, appearance in appearances])
    tenures = [
        Tenure(role, row.entry.date, row.entry.id, turn)
        for row, appearance in appearances
        for role, turn in appearance.roles
    ]
    slug = slugify(name) or "speaker"
    return Person(
        id=f"{slug}@{meeting}" if meeting else slug,
        name=name,
        spellings=spellings,
        tenures=tuple(tenures),
        meetings=_unique(row.entry.id for row, _ in appearances),
        turns=sum(appearance.turns for _, appearance in appearances),
        local=bool(meeting),
        anonymous=is_anonymous(name),
    )


def _usual(names: list[str]) -> str:
    """The fullest and most frequent spelling, one that is not all capitals where there is one."""
    times = Counter(names)
    return max(times, key=lambda name: (name.count(" "), not name.isupper(), times[name]))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _distinct(people: Iterable[Person]) -> Iterable[Person]:
    """Number the ids of different names that have one slug."""
    seen: dict[str, int] = defaultdict(int)
    for person in people:
        seen[person.id] += 1
        number = seen[person.id]
        yield person if number == 1 else replace(person, id=f"{person.id}-{number}")
