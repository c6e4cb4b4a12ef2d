"""The command palette: places to go, people to filter by, commands, themes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
)
from textual.content import Content
from textual.widgets import LoadingIndicator

from tui.safe import visible
from tui.screens.command import Command, shown

_SLICE = 500
"""Items looked at before other work gets its turn."""

_ADDRESS, _COMMAND, _PLACE, _STREWN = 4.0, 3.0, 2.0, 1.0
"""What comes first: an address, a command and a place that hold the words, other commands."""
_WITHIN = 0.9
"""How far likeness moves a command among its own kind; less than the next kind is away."""


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """Something the palette offers.

    Attributes:
        title: What is printed and searched; may come from a document.
        run: What choosing it does.
        kind: A word printed behind the title, such as ``meeting``.
        keys: The key that does the same, "" where there is none.
    """

    title: str
    run: Callable[[], object]
    kind: str = ""
    keys: str = ""

    @property
    def display(self) -> Content:
        """The item as the palette prints it."""
        parts: list[Content | tuple[str, str]] = [Content(visible(self.title))]
        if self.kind:
            parts.append((f"  {self.kind}", "dim"))
        if self.keys:
            parts.append((f"  {self.keys}", "bold $accent"))
        return Content.assemble(*parts)


@runtime_checkable
class PaletteSource(Protocol):
    """A screen that has something to offer."""

    def palette_commands(self) -> Iterable[PaletteItem]:
        """Offer commands; they are also shown before anything is typed."""

    def palette_places(self) -> Iterable[PaletteItem]:
        """Offer meetings, people and whatever else is found by typing its name."""

    def palette_address(self, text: str) -> PaletteItem | None:
        """Read what is typed as a date, a meeting's id, a turn; None where it is none."""


class Palette(CommandPalette):
    """Textual's palette, at rest while nobody types, and unharmed by answers that come late."""

    def on_mount(self) -> None:
        """Let nothing go round while nobody types: neither the cursor nor what is not shown."""
        self.query_one(CommandInput).cursor_blink = False
        self.query_one(LoadingIndicator).auto_refresh = None

    def _watch__list_visible(self) -> None:
        # Textual looks for the list it has already taken away, and would end the program.
        if self.query(CommandList):
            super()._watch__list_visible()


def offered(
    commands: Iterable[Command], keymap: Mapping[str, str], run: Callable[[str], object]
) -> Iterator[PaletteItem]:
    """Offer the commands that make sense without a key.

    Args:
        commands: Those of a screen.
        keymap: The keys that the user gave to commands, by their id.
        run: Does what the action of this name does.
    """
    for command in commands:
        if command.palette:
            keys = keymap.get(command.id, ",".join(command.keys))
            does = partial(run, command.action)
            yield PaletteItem(command.help, does, keys=shown(keys.split(",")[0]))


def _holds(title: str, words: Iterable[str]) -> bool:
    held = title.casefold()
    return all(word in held for word in words)


class PaletteProvider(Provider):
    """Feeds Textual's palette from the screen below it."""

    @property
    def _source(self) -> PaletteSource | None:
        return self.screen if isinstance(self.screen, PaletteSource) else None

    async def startup(self) -> None:
        """Read the names of meetings and people, away from the UI thread."""
        source = self._source
        self._places: tuple[PaletteItem, ...] = ()
        if source is not None:
            self._places = await asyncio.to_thread(lambda: tuple(source.palette_places()))

    async def discover(self) -> Hits:
        """Offer the commands."""
        if (source := self._source) is not None:
            for item in source.palette_commands():
                yield DiscoveryHit(item.display, item.run, text=visible(item.title))

    async def search(self, query: str) -> Hits:
        """Offer what fits the words typed, an address first."""
        if (source := self._source) is None:
            return
        address = await asyncio.to_thread(source.palette_address, query)
        if address is not None:
            yield Hit(_ADDRESS, address.display, address.run, text=visible(address.title))
        matcher = self.matcher(query)
        words = query.casefold().split()
        for item in source.palette_commands():
            if (score := matcher.match(item.title)) > 0:
                # Letters strewn over a sentence are a weaker sign than a title that holds the word.
                rank = _COMMAND if _holds(item.title, words) else _STREWN
                score = rank + score / (1 + score) * _WITHIN
                yield Hit(score, item.display, item.run, text=visible(item.title))
        for count, item in enumerate(self._places):
            # Substrings, not fuzzy: "sochi" must not find a title that merely holds its letters.
            if _holds(item.title, words):
                yield Hit(_PLACE, item.display, item.run, text=visible(item.title))
            if count % _SLICE == _SLICE - 1:
                await asyncio.sleep(0)
