"""The people that fit a search, or names that may be one person's, a line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.library.people import Person
from tui.screens.people_lines import fitting, pair_line, person_line

if TYPE_CHECKING:
    from tui.library.suggesting import Suggestion

_LISTED = 300
"""People listed at once; more are reached by typing."""


class PeopleList(OptionList):
    """People under a cursor, some of them marked; or pairs of people, where those are asked for."""

    DEFAULT_CSS = """
    PeopleList, PeopleList:focus {
        height: 2fr; margin: 1 0; padding: 0; border: none; background: $surface;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__(markup=False)
        self.can_focus = False
        self.people: tuple[Person, ...] = ()
        """Everyone who speaks."""
        self.ids: Mapping[str, str] = {}
        """How ids of meetings are written beside names that say who it is in one only."""
        self.unlisted = 0
        """How many more fit than are listed."""
        self._shown: tuple[Person, ...] = ()
        self._pairs: tuple[Suggestion, ...] | None = None
        self._marked: tuple[str, ...] = ()

    def show(self, search: str, *, stay: int = 0) -> None:
        """List the people who fit a search.

        Args:
            search: Words of names, spellings and offices; "" for everyone.
            stay: The line for the cursor.
        """
        fits = fitting(self.people, search)
        self._pairs, self._shown = None, fits[:_LISTED]
        self.unlisted = len(fits) - len(self._shown)
        lines = (
            person_line(person, self.ids, marked=person.id in self._marked)
            for person in self._shown
        )
        self._fill([Option(line) for line in lines], stay)

    def show_pairs(self, pairs: tuple[Suggestion, ...]) -> None:
        """List people who may be one."""
        self._pairs, self.unlisted = pairs, 0
        self._fill([Option(pair_line(pair, self.ids)) for pair in pairs], 0)

    def _fill(self, options: Sequence[Option], stay: int) -> None:
        self.clear_options()
        self.add_options(options)
        self.highlighted = min(stay, len(options) - 1) if options else None

    @property
    def has_pairs(self) -> bool:
        """Whether it lists people who may be one."""
        return self._pairs is not None

    @property
    def current(self) -> Person | None:
        """The person under the cursor; None where there is none, or a pair."""
        at = self.highlighted
        if self._pairs is not None or at is None or at >= len(self._shown):
            return None
        return self._shown[at]

    @property
    def chosen(self) -> Sequence[Person]:
        """The two under the cursor where pairs are listed, else those that were marked."""
        if self._pairs is not None:
            at = self.highlighted
            return () if at is None else (self._pairs[at].one, self._pairs[at].other)
        by_id = {person.id: person for person in self.people}
        return [by_id[each] for each in self._marked if each in by_id]

    def mark(self, person: Person) -> None:
        """Mark somebody, or unmark."""
        without = tuple(each for each in self._marked if each != person.id)
        self._marked = without if person.id in self._marked else (*self._marked, person.id)
