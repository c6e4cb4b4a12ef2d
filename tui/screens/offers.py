"""What the command palette offers on the reading screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from tui.library.errors import LibraryError
from tui.model import Place
from tui.screens import wording
from tui.screens.commands import COMMANDS
from tui.screens.honest_zero import HonestZero

if TYPE_CHECKING:
    from tui.library.people import Person
    from tui.screens.palette import PaletteItem


class Offers(HonestZero, layer=True):
    """The palette's source: commands, meetings, people and addresses."""

    def palette_commands(self) -> Iterable[PaletteItem]:
        """Offer the commands that make sense without a key."""
        from tui.screens.palette import offered  # not before the palette opens

        run = partial(self.call_later, self.run_action)
        return offered(COMMANDS, self.host.config.keymap, run)

    def palette_places(self) -> Iterable[PaletteItem]:
        """Offer people and meetings; reads the archive, so for a thread."""
        from tui.library.speakers import ids_beside, meetings_of
        from tui.screens.palette import PaletteItem
        from tui.search.speaker import places

        try:
            people = self.archive.people()
            ids = ids_beside(self.archive, map(meetings_of, people))
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            people, ids = (), {}
        yield from self._saved()
        for person in people:
            run = partial(self._ask_for, person)
            # Beside the name, not in it: who types a date looks for a meeting.
            where = places(meetings_of(person), ids)
            yield PaletteItem(person.name, run, f"filter by · {where}" if where else "filter by")
        for theme in sorted(self.app.available_themes):
            wear = partial(setattr, self.app, "theme", theme)
            yield PaletteItem(f"{theme} theme", wear, "look")
        for row in self.rows:
            go = partial(self.open_place, Place(row.entry.id))
            yield PaletteItem(wording.line(row.entry), go, "meeting")

    def _ask_for(self, person: Person) -> None:
        from tui.library.speakers import asking_for  # a query is written for who is chosen

        self.set_filter(asking_for(person))

    def _saved(self) -> Iterable[PaletteItem]:
        try:
            yield from self.saved_items()
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))

    def palette_address(self, text: str) -> PaletteItem | None:
        """Read a date, an id, or ``t3`` of the meeting that is open; for a thread."""
        from tui.screens.palette import PaletteItem

        address = text.strip()
        turn = address.lstrip("#")
        if self.meeting is not None and turn[:1] in ("t", "b") and turn[1:2].isdigit():
            address = f"{self.meeting.id}#{turn}"
        if not address[:1].isdigit() and "#" not in address:
            return None
        try:
            place = self.archive.resolve(address)
        except LibraryError:
            return None
        return PaletteItem(f"Go to {text.strip()}", partial(self.open_place, place))
