"""People as rows, as JSON objects, and one of them in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.cli.output import Output, note
from tui.cli.table import Column, plural

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.library.people import Person

COLUMNS = (
    Column(style={"fg": "cyan"}),  # id
    Column(shrinks=4, least=12, style={"bold": True}),  # name
    Column(right=True, shrinks=3),  # meetings
    Column(right=True, shrinks=2),  # turns
    Column(shrinks=1),  # roles
)
"""How a list of people is set."""

_DIFFER = "≠ "
"""Stands before the offices of somebody with whom several are printed on one day."""


def say_differing(people: Iterable[Person]) -> None:
    """Say on standard error what the sign means, where it stands."""
    if any(person.contradictions for person in people):
        note(
            f"{_DIFFER}several offices are printed on one day; `stenogram people NAME` shows "
            "the turns."
        )


def as_json_row(person: Person) -> dict[str, object]:
    """Return a person as `--json` writes it in a list."""
    return {
        "id": person.id,
        "name": person.name,
        "spellings": list(person.spellings),
        "roles": list(person.roles),
        "meetings": list(person.meetings),
    }


def tenures(person: Person) -> dict[str, object]:
    """Return what `--json` says besides of a person who was asked for by name."""
    return {
        "tenures": [
            {"role": tenure.role, "date": tenure.date, "id": tenure.address}
            for tenure in person.tenures
        ],
        "contradictions": [
            {
                "date": contradiction.date,
                "roles": [tenure.role for tenure in contradiction.tenures],
                "ids": [tenure.address for tenure in contradiction.tenures],
            }
            for contradiction in person.contradictions
        ],
    }


def shown_ids(library: Library, people: Sequence[Person], output: Output) -> Mapping[str, str]:
    """Return people's ids as they are written: on a terminal as short as they may be typed."""
    from tui.library.speakers import ids_beside, meetings_of, typed_id

    meetings = ids_beside(library, map(meetings_of, people)) if output.width is not None else {}
    return {person.id: typed_id(person, meetings) for person in people}


def as_cells(person: Person, ids: Mapping[str, str]) -> tuple[str, ...]:
    """Return a person as a row of `COLUMNS`."""
    return (
        ids[person.id],
        person.name,
        plural(len(person.meetings), "meeting"),
        plural(person.turns, "turn"),
        _DIFFER * bool(person.contradictions) + "; ".join(person.roles),
    )


def portrait(person: Person, output: Output) -> Iterator[str]:
    """Yield a person's name, spellings, offices with the turns that show them, and meetings."""
    yield output.style(output.words(person.name), bold=True)
    counts = f"{plural(len(person.meetings), 'meeting')}, {plural(person.turns, 'turn')}"
    yield f"  {output.words(person.id)} · {counts}"
    others = [each for each in person.spellings if each != person.name]
    if others:
        yield f"  also printed: {output.words('; '.join(others))}"
    for tenure in person.tenures:
        yield output.words(f"  {tenure.date or 'undated'}  {tenure.role}  {tenure.address}")
    for contradiction in person.contradictions:
        yield output.words(f"  {contradiction}")
