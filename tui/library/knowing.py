"""What a library tells the matcher beyond the meetings themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from tui.library.catalogue import Catalogue
from tui.library.people import Person, fold_name
from tui.search.known import Known


def known_of(
    catalogue: Catalogue,
    people: Callable[[], Iterable[Person]],
    revised: Callable[[str], bool],
) -> Known:
    """Make what is known of one generation; nothing is looked up before it is asked for.

    Args:
        catalogue: The generation.
        people: Everybody who speaks in it.
        revised: Whether a meeting, by its id, has captures whose words differ.
    """

    @cache
    def index() -> dict[str, tuple[str, ...]]:
        return spellings_of(people(), _names(catalogue))

    def spellings(name: str) -> tuple[str, ...]:
        return index().get(fold_name(name), ())

    return Known(spellings=spellings, revised=cache(revised))


def spellings_of(people: Iterable[Person], names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return every spelling of a person by each of them, folded.

    A spelling that several people share, such as a surname alone, leads to none of them:
    it cannot be told from it who is meant. Labels with an office in them are no spellings
    of a name, so that ``by:president`` asks for nobody's office.

    Args:
        people: Everybody who speaks.
        names: What counts as a name, without the office.
    """
    wanted = {fold_name(name) for name in names}
    bearers: dict[str, set[str]] = defaultdict(set)
    found: dict[str, tuple[str, ...]] = {}
    for person in people:
        spellings: dict[str, str] = {}
        for each in (person.name, *person.spellings):
            if each == person.name or fold_name(each) in wanted:
                spellings.setdefault(fold_name(each), each)
        for folded in spellings:
            bearers[folded].add(person.id)
            found[folded] = tuple(spellings.values())
    return {
        folded: spellings
        for folded, spellings in found.items()
        if len(bearers[folded]) == 1 and len(spellings) > 1
    }


def _names(catalogue: Catalogue) -> Iterable[str]:
    for key in catalogue:
        for person in catalogue.document(key)["people"]:
            yield person["name"]
