"""Whom somebody means who types a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.library.errors import NotFound, UndecidableError
from tui.library.people import Person, fold_name


class AmbiguousPersonError(UndecidableError):
    """Several people fit a name.

    Attributes:
        candidates: Their ids.
    """

    def __init__(self, name: str, people: Sequence[Person]) -> None:
        """List the candidates."""
        self.candidates = tuple(person.id for person in people)
        shown = ", ".join(self.candidates[:10])
        rest = f" and {len(people) - 10} more" if len(people) > 10 else ""
        super().__init__(
            f"“{name}” fits {len(people)} people: {shown}{rest}. Nothing was changed. "
            "Type the id of the one you mean."
        )


def find_people(people: Iterable[Person], name: str) -> tuple[Person, ...]:
    """The people a name means: by id, else by a whole spelling, else by some of its words.

    Of the id of somebody of one meeting, any beginning will do that goes on behind the ``@``.
    """
    people, folded, key = tuple(people), fold_name(name), name.strip()
    by_id = [person for person in people if person.id == key]
    if not by_id and "@" in key:
        by_id = [person for person in people if person.local and person.id.startswith(key)]
    if by_id:
        return tuple(by_id)
    whole = [
        person for person in people if folded in map(fold_name, (person.name, *person.spellings))
    ]
    if whole:
        return tuple(whole)
    words = set(re.findall(r"\w+", folded))
    return tuple(
        person
        for person in people
        if words and words <= set(re.findall(r"\w+", fold_name(person.name)))
    )


def find_person(people: Iterable[Person], name: str) -> Person:
    """The one person a name means.

    Raises:
        NotFound: Nobody goes by it.
        AmbiguousPersonError: Several do.
    """
    found = find_people(people, name)
    if not found:
        raise NotFound(f"Nobody goes by “{name}”. `stenogram people` lists everyone.")
    if len(found) > 1:
        raise AmbiguousPersonError(name, found)
    return found[0]
