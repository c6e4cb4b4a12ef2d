"""What the archive offers for completion in a query."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tui.library.people import Person, fold_name
from tui.library.short_ids import short_ids
from tui.library.speakers import place_of, shown_name
from tui.model import Entry
from tui.search.vocabulary import Choice, Choices, Vocabulary

_APART = 24
"""People of one name offered one by one: choices are gone through at every key press."""


def vocabulary_of(
    entries: Sequence[Entry], people: Iterable[Person], documents: Iterable[Mapping[str, Any]]
) -> Vocabulary:
    """Count what meetings can be asked for by.

    Args:
        entries: All meetings, the oldest first.
        people: Everybody who speaks; labels that name nobody are left out.
        documents: The catalogue's documents of the meetings, for their tags.
    """
    named = [person for person in people if not person.anonymous]
    holders: dict[str, set[str]] = {}
    for person in named:
        for tenure in person.tenures:
            holders.setdefault(tenure.role, set()).add(tenure.meeting)
    topics: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for document in documents:
        topics.update(document["topics"])
        countries.update(document["geography"])
    years = Counter(entry.date[:4] for entry in entries if entry.date)
    return Vocabulary(
        people=Choices(_speakers(named, entries)),
        places=Choices.ranked(Counter(entry.place for entry in entries if entry.place)),
        topics=Choices.ranked(topics),
        countries=Choices.ranked(countries),
        roles=Choices.ranked({role: len(meetings) for role, meetings in holders.items()}),
        years=Choices(Choice.of(year, years[year]) for year in sorted(years, reverse=True)),
        meetings=Choices(Choice.of(entry.id, entry.turns) for entry in reversed(entries)),
    )


def _speakers(people: Iterable[Person], entries: Sequence[Entry]) -> Iterator[Choice]:
    """Yield who can be asked for, those who speak in most meetings first.

    Of a name that several people bear, as Anna does, first what the name alone asks for, all
    of them, and behind everybody else each of them, the latest first.
    """
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        bearers[fold_name(person.name)].append(person)
    names = [(_meetings(same), same) for same in bearers.values()]
    for meetings, same in sorted(names, key=lambda one: (-one[0], one[1][0].name)):
        name = same[0].name
        label = name if len(same) == 1 else f"{name}, {len(same)} people"
        yield Choice.of(name, meetings, label=label)
    shared = [same for same in bearers.values() if len(same) > 1]
    ids = short_ids(entry.id for entry in entries) if shared else {}
    for same in shared:
        for person in sorted(same, key=lambda one: one.meetings[-1], reverse=True)[:_APART]:
            label, beside = shown_name(person, ids), place_of(person)
            yield Choice.of(person.name, len(person.meetings), label=label, beside=beside)


def _meetings(people: Iterable[Person]) -> int:
    return len({meeting for person in people for meeting in person.meetings})
