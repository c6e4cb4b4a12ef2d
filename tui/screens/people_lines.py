"""People in words: which fit a search, and what is known of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from tui.library.people import Person, fold_name
from tui.library.speakers import meetings_of, shown_name
from tui.safe import visible
from tui.screens.wording import counted
from tui.search.speaker import places

if TYPE_CHECKING:
    from tui.library.suggesting import Suggestion


def fitting(people: Iterable[Person], search: str) -> tuple[Person, ...]:
    """The people whose names, spellings or offices hold all words of a search."""
    words = fold_name(search).split()
    return tuple(
        person
        for person in people
        if all(
            word in fold_name(" ".join((person.name, *person.spellings, *person.roles)))
            for word in words
        )
    )


def portrait(person: Person) -> Content:
    """Write a person's spellings, and each office with its date and the turn that shows it."""
    lines = [Content(visible(person.id)).stylize("$text-muted")]
    others = [each for each in person.spellings if each != person.name]
    if others:
        lines.append(Content(visible(f"also printed: {'; '.join(others)}")))
    for tenure in person.tenures:
        said = f"{tenure.date or 'undated':<10}  {tenure.role}"
        lines.append(Content.assemble(visible(said), (f"  {visible(tenure.address)}", "dim")))
    lines += [
        Content(visible(str(contradiction))).stylize("$text-warning")
        for contradiction in person.contradictions
    ]
    return Content("\n").join(lines)


def person_line(person: Person, ids: Mapping[str, str], *, marked: bool) -> Content:
    """Write a person's name and how much they speak.

    Args:
        person: Whom.
        ids: How ids of meetings are written beside names that say who it is in one only.
        marked: Whether the reader marked them.
    """
    counts = f"  {counted(person.turns, 'turn')}, {counted(len(person.meetings), 'meeting')}"
    sign = "● " if marked else "  "
    where = places(meetings_of(person), ids)
    told = f"{f' · {where}' if where else ''}{counts}"
    differ = "  offices differ" if person.contradictions else ""
    return Content.assemble(
        (sign, "$accent"),
        (visible(person.name), "bold"),
        (visible(told), "$text-muted"),
        (differ, "$text-warning"),
    )


def pair_line(pair: Suggestion, ids: Mapping[str, str]) -> Content:
    """Write two people who may be one, and why."""
    one, other = (visible(shown_name(person, ids)) for person in (pair.one, pair.other))
    reason = (f"  {visible(pair.reason)}", "$text-muted")
    return Content.assemble((f"{one}  =  {other}?", "bold"), reason)
