"""The application over a library of the seeds, without a terminal."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from quiet import SOON, until_quiet
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tui.app import StenogramApp
from tui.leaving_picture import STARTED
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.open import open_library
from tui.model import Place
from tui.screens.reading import ReadingScreen
from tui.settings.config import Config
from tui.settings.state import State
from tui.widgets.dialogue import Dialogue
from tui.widgets.filter_bar import FilterBar
from tui.widgets.key_bar import KeyBar


@pytest.fixture(scope="session")
def seed_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of the five seeds; tests only read it."""
    return open_library(tmp_path_factory.mktemp("library") / "seeds")


@pytest.fixture
def own_library(seed_library: Library, tmp_path: Path) -> Library:
    """A copy of it that a test may change."""
    return open_library(shutil.copytree(seed_library.path, tmp_path / "own"))


@dataclass
class Reader:
    """Somebody at the keyboard."""

    app: StenogramApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        await self.pilot.press(*text)
        await self.settle()

    async def type_filter(self, query: str) -> None:
        """Type a filter and stay in its bar."""
        await self.press("/")
        await self.type(query)

    async def filter_by(self, query: str) -> None:
        """Type a filter and go to the words."""
        await self.type_filter(query)
        await self.press("enter")

    async def burst(self, text: str) -> None:
        """Send keys all at once, as a slow link delivers them."""
        named = {"\r": "enter", "\x1b": "escape", "\t": "tab"}
        for character in text:
            key = named.get(character, character)
            self.app.post_message(Key(_character_to_key(key) if len(key) == 1 else key, character))
        await self.rest()

    async def walk_to(self, anchor: str) -> None:
        """Walk by turns from the beginning of the meeting."""
        await self.press("g")
        for _ in range(20):
            if self.dialogue.current_anchor == anchor:
                return
            await self.press("}")
        raise AssertionError(f"{anchor} was not reached")

    async def settle(self) -> None:
        """Wait for all that comes at once."""
        await until_quiet(self.pilot, put_off=SOON)

    async def rest(self) -> None:
        """Wait also for what comes where nobody presses a key for a moment."""
        await until_quiet(self.pilot, put_off=STARTED / 2)

    @property
    def screen(self) -> ReadingScreen:
        return self.app.reading

    @property
    def dialogue(self) -> Dialogue:
        return self.screen.query_one("#dialogue", Dialogue)

    @property
    def meeting(self) -> str:
        place = self.screen.place
        return place.meeting if place is not None else ""

    @property
    def counts(self) -> str:
        return self.screen.filter_bar.counts

    @property
    def filter(self) -> str:
        return self.screen.query_one(FilterBar).text

    @property
    def message(self) -> str:
        return self.screen.query_one(KeyBar).message

    def text(self) -> str:
        """The whole screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


Open = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def reading(seed_library: Library, empty_home: Path) -> Open:
    """Open the application: ``async with reading(size=(120, 40)) as reader``."""

    @asynccontextmanager
    async def start(
        *,
        size: tuple[int, int] = (120, 40),
        library: Library = seed_library,
        config: Config | None = None,
        state: State | None = None,
        place: Place | None = None,
        query: str = "",
        notices: tuple[str, ...] = (),
    ) -> AsyncIterator[Reader]:
        app = StenogramApp(
            library,
            library.timeline(),
            notebook=Notebook(empty_home / "notebook", library.uuid),
            config=config,
            state=state,
            place=place,
            query=query,
            notices=notices,
        )
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            await reader.settle()
            yield reader

    return start
