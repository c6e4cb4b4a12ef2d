"""The Textual application and its entry, ``run``."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.color import Color, ColorParseError
from textual.dom import DOMNode
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from tui import garbage
from tui.data import data_folder
from tui.leaving_picture import STARTED, LeavingPicture
from tui.library.errors import LibraryError
from tui.model import Meeting, Place, TimelineRow
from tui.notebook_keeping import NotebookKeeping
from tui.screens import wording
from tui.screens.reading import ReadingScreen
from tui.settings.config import Config
from tui.settings.state import State
from tui.terminal.ordered_keys import OrderedKeys
from tui.themes import INK, PAPER, variable_defaults
from tui.timeline import ids_of
from tui.widgets.palette import own_slots

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.library.library import Library
    from tui.library.notebook import Notebook

_DEFAULT_THEME = INK.name

_TURN = 0.0005
"""Seconds for which another thread may go on while the screen's waits: it waits several times
for each key, and Python's usual five milliseconds would be seen."""


def _palette_provider() -> type[Provider]:
    from tui.screens.palette import PaletteProvider  # not before the palette opens

    return PaletteProvider


class StenogramApp(OrderedKeys, LeavingPicture, NotebookKeeping):
    """Stenogram on a terminal."""

    TITLE = "stenogram"
    CSS_PATH: ClassVar = [data_folder("styles") / "app.tcss"]
    COMMANDS: ClassVar = {_palette_provider}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="quit.anywhere"),
        Binding("ctrl+z", "stop", "Back to the shell", show=False, id="stop"),
    ]

    def __init__(
        self,
        library: Library,
        rows: Sequence[TimelineRow],
        *,
        notebook: Notebook | None = None,
        config: Config | None = None,
        state: State | None = None,
        place: Place | None = None,
        query: str = "",
        notices: Iterable[str] = (),
    ) -> None:
        """Create the application over a library that is open.

        Args:
            library: The archive.
            rows: Its whole timeline, newest first.
            notebook: The person's own notes; None where nothing may be kept.
            config: What the person chose.
            state: Where the person was.
            place: Where to begin instead.
            query: A filter to begin with.
            notices: What to tell once the screen stands, such as errors in the configuration.
        """
        # Before Textual's own start, which asks for our colours.
        self.config, problems = _with_known_colours(config or Config())
        super().__init__()
        self.animation_level = "none"
        self.state = state or State()
        self.library = library
        self._rows = rows
        self._notices = (*notices, *problems, *self.open_notebook(notebook))
        self._clashes: set[str] = set()
        kept = self.state.places.get(library.uuid)
        known = kept is not None and kept.meeting in ids_of(rows)
        self._begin = place or (kept if known else None)
        self._query = query
        for theme in (INK, PAPER):
            self.register_theme(theme)
        if self.config.keymap:
            self.set_keymap(self.config.keymap)
        wanted = self.config.theme or self.state.theme or os.environ.get("TEXTUAL_THEME", "")
        self._begin_with(wanted if wanted in self.available_themes else _DEFAULT_THEME)
        if wanted and wanted not in self.available_themes:
            self._notices = (*self._notices, f"There is no theme named {wanted}")

    def _begin_with(self, name: str) -> None:
        """Take a theme before there is anything to draw.

        Textual takes a change of theme for one of a screen that stands: it would read all
        rules and style everything once more. A dark theme differs from Textual's own in
        nothing but variables and classes.
        """
        self._begun = True
        theme = self.available_themes[name]
        if theme.ansi or not theme.dark:
            self.theme = name
        else:
            self.set_reactive(App.theme, name)
            self.add_class(f"-theme-{name}", "-dark-mode", update=False)
            self.remove_class("-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    _begun = False
    """Whether there is a theme: Textual asks for colours before, and parses nothing yet."""

    def get_css_variables(self) -> dict[str, str]:
        """Lay the colours that the person gave to speakers over the theme's."""
        if not self._begun:
            return {}
        colours = {
            f"speaker-{slot}": self.config.colours[name]
            for name, slot in own_slots(self.config.colours).items()
        }
        self.theme_variables = {**super().get_css_variables(), **colours}
        return self.theme_variables

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme, Textual's own too, the colours our styles name."""
        return variable_defaults(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """Begin with the reading screen."""
        return ReadingScreen(
            self.library, self._rows, place=self._begin, query=self._query, read=self._first_read()
        )

    def _first_read(self) -> Meeting | None:
        """Read the meeting to begin with, so that its words stand in the first paint.

        Nothing is on the screen that could wait for the disk. What cannot be read is left to
        the screen, which says why.
        """
        if not self._rows or (self._query and self._begin is None):
            return None
        place = self._begin or Place(self._rows[0].entry.id)
        with suppress(LibraryError):
            return self.library.meeting(place.meeting)
        return None

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer nothing beside our own commands."""
        return ()

    def action_command_palette(self) -> None:
        """Show the command palette."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Show the themes to choose from."""
        from textual.theme import ThemeProvider

        from tui.screens.palette import Palette

        self.push_screen(Palette([ThemeProvider], placeholder="Search for themes…"))

    def say(self, message: str) -> None:
        """Show a message on the reading screen, if it stands."""
        if (reading := self.reading) is not None:
            reading.say(message)

    def pop_screen(self) -> AwaitComplete:
        """Close the sheet on top, and let go of what it showed."""
        closed = super().pop_screen()
        self.call_later(garbage.forget_closed_sheets)
        return closed

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what a worker could not finish; the screen goes on."""
        if event.state is WorkerState.ERROR:
            self.say(wording.defect(event.worker.error))

    def on_mount(self) -> None:
        """Leave in good order when told to; tell what went wrong before the screen stood."""
        sys.setswitchinterval(_TURN)
        self.set_timer(STARTED, garbage.begin)
        self.set_timer(STARTED, self.release)  # also where no words come
        if not self.is_headless:
            # Not every platform has signal handlers on its loop.
            with suppress(NotImplementedError):
                for name in ("SIGTERM", "SIGHUP"):
                    if (number := getattr(signal, name, None)) is not None:
                        asyncio.get_running_loop().add_signal_handler(number, self.exit)
        if self._notices:
            self.call_after_refresh(self.say, "  ·  ".join(self._notices))

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Say once that two commands were given one key."""
        fresh = {binding.id or binding.action for binding in clashed_bindings} - self._clashes
        if fresh:
            self._clashes |= fresh
            self.say(f"config.toml: {', '.join(sorted(fresh))} lost a key to another command")

    # What outlives the session ----------------------------------------------------------

    def action_stop(self) -> None:
        """Go back to the shell for a while; ``fg`` continues."""
        from tui.terminal.job_control import shell_waits

        if shell_waits():
            self.action_suspend_process()
        else:
            self.say("There is no shell to go back to")

    def final_state(self, state: State) -> State:
        """Return a state with this session's reading place and theme laid over it."""
        state = state if self.config.theme else state.themed(self.theme)
        place = self._last_place
        return state if place is None else state.at(self.library.uuid, place)

    _last_place: Place | None = None

    def exit(self, *args: object, **kwargs: object) -> None:
        """Leave, remembering where the reader was."""
        self._last_place = self.reading.place if self.reading is not None else None
        super().exit(*args, **kwargs)


def _with_known_colours(config: Config) -> tuple[Config, tuple[str, ...]]:
    """Leave out colours that no terminal knows, and say so."""
    known, problems = {}, []
    for name, colour in config.colours.items():
        try:
            Color.parse(colour)
            known[name] = colour
        except ColorParseError:
            problems.append(f"config.toml: “{colour}” is not a colour; {name} keeps the theme's")
    return replace(config, colours=known), tuple(problems)
