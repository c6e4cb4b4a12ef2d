"""An app with a bit of everything, on a driver that records, beside a terminal emulator."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

import pyte
import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.drivers.headless_driver import HeadlessDriver
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Static

from tui.terminal.display import CellDiff

WORDS = "The agenda was agreed, and the chair thanked the members for their patience. "
SCRIPTS = [
    WORDS,
    "会議の記録を読む、全文。",
    "naïve cafe\u0301 voila\u0300 — “quoted” …",
    "Протокол заседания, часть вторая",
    "mixed 会 and latin 議 in one line",
    "한국어 회의록 그대로",
    "[/ not markup [red]x[/] at all",
]


class Recorder(HeadlessDriver):
    """A driver without a terminal that keeps what would be sent."""

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.sent: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.sent.append(data)

    def take(self) -> str:
        sent = "".join(self.sent)
        self.sent.clear()
        return sent


class Question(ModalScreen[None]):
    """A box over everything."""

    CSS = """
    Question { align: center middle; }
    Question > Label { width: 33; height: 5; border: round $accent; background: $panel; }
    """
    BINDINGS: ClassVar = [("escape", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        yield Label("Delete 会議 from the library?")


class Sampler(App[None]):
    """A list, a text that scrolls and a line to type in."""

    CSS = """
    OptionList { width: 31; border: none; }
    VerticalScroll { width: 1fr; }
    Static { margin: 1 3; }
    .reverse { text-style: reverse; }
    .under { text-style: underline bold; }
    """
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = [
        ("f2", "push_screen('question')", "Ask"),
        ("f3", "swap", "Swap"),
        ("f4", "command_palette", "Palette"),
        ("f5", "theme('textual-light')", "Light"),
        ("f6", "theme('nord')", "Nord"),
        ("f7", "theme('textual-ansi')", "Ansi"),
    ]
    SCREENS: ClassVar = {"question": Question}

    def __init__(self, **options) -> None:
        super().__init__(**{"driver_class": Recorder, **options})
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        with Horizontal():
            rows = [f"{row:3} {SCRIPTS[row % len(SCRIPTS)][:26]}" for row in range(80)]
            yield OptionList(*[Content(row) for row in rows])
            with VerticalScroll():
                for number, words in enumerate(SCRIPTS):
                    classes = ("", "reverse", "under")[number % 3]
                    yield Static(Content(words * (number + 2)), classes=classes)
        line = Input(placeholder="Filter")
        line.cursor_blink = False
        yield line

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    def action_theme(self, name: str) -> None:
        self.theme = name if name in self.available_themes else "ansi-dark"

    def action_swap(self) -> None:
        for static in self.query(Static):
            static.toggle_class("under")


class LightSampler(CellDiff, Sampler):
    """The same, sending only what changed."""


class Picture(NamedTuple):
    """What somebody at the terminal sees."""

    rows: list[str]
    looks: list[list[tuple]]


class Emulator(pyte.Screen):
    """pyte, which forgets to colour the cells that nobody wrote on yet when it erases."""

    def erase_in_display(self, how=0, *args, **options) -> None:
        for y in range(self.lines):
            for x in range(self.columns):
                self.buffer[y][x] = self.buffer[y][x]
        super().erase_in_display(how, *args, **options)


class Terminal:
    """A terminal emulator that is fed what an app sends."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = Emulator(width, height)
        self.screen.reset_mode(pyte.modes.DECAWM >> 5, private=True)  # Textual turns it off
        self.stream = pyte.Stream(self.screen)

    def feed(self, data: str) -> None:
        self.stream.feed(data)

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)

    @property
    def picture(self) -> Picture:
        looks = []
        for y in range(self.screen.lines):
            line = self.screen.buffer[y]
            looks.append([_look(line[x]) for x in range(self.screen.columns)])
        return Picture(list(self.screen.display), looks)


def _look(cell) -> tuple:
    lines = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(lines):
        return (" ", cell.bg)  # colour and weight of a blank are not seen
    return (cell.data, cell.fg, cell.bg, cell.bold, cell.italics, cell.blink, *lines)


@pytest.fixture(scope="session")
def terminal() -> Callable[[int, int], Terminal]:
    return Terminal


@pytest.fixture(scope="session")
def samplers() -> tuple[type[Sampler], type[LightSampler]]:
    """The stock app and ours."""
    return Sampler, LightSampler


@pytest.fixture(scope="session")
def recorder() -> type[Recorder]:
    """A driver that keeps what would be sent."""
    return Recorder
