"""What the archive offers for completion in a query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui.library.people import Person
from tui.model import Entry
from tui.search.vocabulary import Choice, Choices, Vocabulary


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
    speakers: Counter[str] = Counter()
    holders: dict[str, set[str]] = {}
    for person in named:
        speakers[person.name] += len(person.meetings)
        for tenure in person.tenures:
            holders.setdefault(tenure.role, set()).add(tenure.meeting)
    topics: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for document in documents:
        topics.update(document["topics"])
        countries.update(document["geography"])
    years = Counter(entry.date[:4] for entry in entries if entry.date)
    return Vocabulary(
        people=Choices.ranked(speakers),
        places=Choices.ranked(Counter(entry.place for entry in entries if entry.place)),
        topics=Choices.ranked(topics),
        countries=Choices.ranked(countries),
        roles=Choices.ranked({role: len(meetings) for role, meetings in holders.items()}),
        years=Choices(Choice.of(year, years[year]) for year in sorted(years, reverse=True)),
        meetings=Choices(Choice.of(entry.id, entry.turns) for entry in reversed(entries)),
    )
