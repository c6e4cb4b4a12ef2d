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
    *,
    decided: bool,
) -> Known:
    """Make what is known of one generation; nothing is looked up before it is asked for.

    Args:
        catalogue: The generation.
        people: Everybody who speaks in it.
        revised: Whether a meeting, by its id, has captures whose words differ.
        decided: Whether somebody decided anything, such as that two names are one person's.
    """

    @cache
    def index() -> dict[str, tuple[str, ...]]:
        if not decided and not has_surnames_alone(catalogue):
            return {}
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


def has_surnames_alone(catalogue: Catalogue) -> bool:
    """Whether in some meeting a surname alone may stand for a full name of the same meeting.

    Where nobody decided otherwise, names that differ in more than case, accents and spaces
    are one person's only there; so a large library need not be gone through for the others.
    """
    for key in catalogue:
        names = [person["name"].split() for person in catalogue.document(key)["people"]]
        alone = {fold_name(name[0]) for name in names if len(name) == 1}
        if alone and any(fold_name(name[-1]) in alone for name in names if len(name) > 1):
            return True
    return False


def _names(catalogue: Catalogue) -> Iterable[str]:
    for key in catalogue:
        for person in catalogue.document(key)["people"]:
            yield person["name"]
