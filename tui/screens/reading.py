"""The reading screen: what its keys do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.library.archive import Archive
from tui.model import Meeting, Place, TimelineRow
from tui.safe import visible
from tui.screens import wording
from tui.screens.commands import COMMANDS
from tui.screens.filtered import UNHURRIED
from tui.screens.hit_walk import Landing
from tui.screens.verifying import Verifying
from tui.screens.watch import Watch
from tui.widgets.key_bar import KeyBar

_IN_LIST = {
    "line_down": "cursor_down",
    "line_up": "cursor_up",
    "half_page_down": "page_down",
    "half_page_up": "page_up",
    "go_top": "first",
    "go_end": "last",
}
"""What the list calls a movement where its name differs from the dialogue's."""


class ReadingScreen(Verifying):
    """The one screen on which meetings are read, found and quoted."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMMANDS]

    def __init__(
        self,
        archive: Archive,
        rows: Sequence[TimelineRow],
        *,
        place: Place | None = None,
        query: str = "",
        read: Meeting | None = None,
    ) -> None:
        """Create the screen over an archive.

        Args:
            archive: Where meetings come from.
            rows: Its whole timeline, newest first.
            place: Where to begin; the latest meeting where absent.
            query: A filter to begin with.
            read: The meeting to begin with, where it is read already: its words then stand in
                the first paint.
        """
        super().__init__(archive, rows)
        self._begin = place
        self._read_before = read
        self._first_query = query
        self._first_lit: str | None = None
        self._watch = Watch(self._look_around, self._look_failed)

    def on_mount(self) -> None:
        """Fill the screen with what was read before it opened."""
        self.dialogue.measure = self.host.config.measure
        self.show_hints()
        self.show_rows()
        self._watch.begin()
        self.call_after_refresh(self.look_at_notebook)
        self.set_timer(UNHURRIED, self.catch_up)
        if not self.rows:
            self.dialogue.show_words(wording.EMPTY_LIBRARY)
            return
        if self._first_query:
            self.set_filter(self._first_query)
        if self._begin is not None or not self._first_query:
            place = self._begin or Place(self.order[0])
            read, self._read_before = self._read_before, None
            if read is not None and read.id == place.meeting:
                self.show_meeting(read, (), place, Landing.NONE)
            else:
                self.open_place(place, remember=False)

    def on_unmount(self) -> None:
        """Look at the disk no more."""
        self._watch.end()

    def _look_around(self) -> None:
        self.look_for_changes()
        self.look_for_notes()

    def _look_failed(self, error: Exception) -> None:
        self.post_message(self.Failed(wording.defect(error)))

    @property
    def at_rest(self) -> bool:
        """Whether the screen looks as it does after a start at the reader's place."""
        return (
            self.meeting is not None
            and self.query_in_force is None
            and not self.filter_bar.text
            and self.focused is self.dialogue
            and not self.query_one(KeyBar).message
            and self.dialogue.highlighted_speaker is None
            and self.dialogue.selected_range() is None
            and not self.has_class("-list-open", "-too-small")
        )

    # Moving ---------------------------------------------------------------------------

    async def action_move(self, step: str) -> None:
        """Move in the list where it has the keyboard, else in the words.

        Args:
            step: The name of an action of the dialogue, such as ``line_down``.
        """
        if self.focused is self.list:
            await self.app.run_action(_IN_LIST.get(step, step), self.list)
        else:
            await self.app.run_action(step, self.dialogue)

    async def action_in_words(self, step: str) -> None:
        """Do something in the words, whatever has the keyboard."""
        await self.app.run_action(step, self.dialogue)

    async def action_on_strip(self, step: str) -> None:
        """Do something on the time strip, if it has the keyboard."""
        if self.focused is self.strip:
            await self.app.run_action(step, self.strip)

    async def action_extend(self, way: str) -> None:
        """Extend the selection of words; sideways on the strip, the range of time."""
        if self.focused is self.strip:
            await self.app.run_action(
                f"extend_{'later' if way == 'right' else 'earlier'}", self.strip
            )
        else:
            await self.app.run_action(f"extend_{way}", self.dialogue)

    def action_choose(self) -> None:
        """Open what the list's cursor is on, or filter by the strip's range."""
        if self.focused is self.list:
            self.list.action_choose()
        elif self.focused is self.strip:
            self.strip.action_choose()

    def action_pane(self, step: int) -> None:
        """Give the keyboard to the next pane (1) or the previous (-1)."""
        pane = self.next_pane(step)
        if pane is None:
            self.action_filter()
        else:
            self.focus_pane(pane)

    # Speakers -------------------------------------------------------------------------

    def action_highlight_speaker(self) -> None:
        """Light up who speaks here; then the others in turn; after the last, everybody."""
        names = [person.name for person in self.meeting.people] if self.meeting else []
        lit = self.dialogue.highlighted_speaker
        if lit not in names:
            here = self._speaker_here()
            self._first_lit = here if here in names else next(iter(names), None)
            self._light(self._first_lit)
            return
        following = names[(names.index(lit) + 1) % len(names)]
        self._light(None if following == self._first_lit else following)

    def _speaker_here(self) -> str | None:
        anchor = self.dialogue.current_anchor
        turns = self.meeting.turns if self.meeting is not None else ()
        return next((turn.speaker for turn in turns if f"t{turn.number}" == anchor), None)

    def action_pick_speaker(self, number: int) -> None:
        """Light up one speaker by number; the same again, everybody.

        Where a filter finds nothing, the number takes one of the filters offered instead.
        """
        if self.take_way_out(number):
            return
        people = () if self.meeting is None else self.meeting.people
        if number > len(people):
            self.say(f"Only {wording.counted(len(people), 'person', 'people')} speak here")
            return
        name = people[number - 1].name
        self._light(None if self.dialogue.highlighted_speaker == name else name)

    def _light(self, name: str | None) -> None:
        self.dialogue.highlight_speaker(name)
        self.say(f"{visible(name)} stands out" if name else "Nobody stands out")

    # Program --------------------------------------------------------------------------

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(COMMANDS, self.host.config.keymap))

    def action_palette(self) -> None:
        """Show the command palette."""
        self.app.action_command_palette()

    def action_theme(self) -> None:
        """Choose a theme."""
        self.app.search_themes()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
