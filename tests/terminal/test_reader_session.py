"""The reader's own screens: the same pictures as Textual's output, and what each key costs."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from pathlib import Path
from typing import Any

import pytest
from playing import compare, play

from tui.app import StenogramApp
from tui.library.consulting import consult
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.open import open_library
from tui.screens import asking

MakeApp = Callable[..., StenogramApp]

SESSIONS = {
    "reading": ["j", "k", "space", "G", "}", "{", ")", "h", "1", "]", "H", "m", "u"],
    "list and strip": ["tab", "j", "j", "tab", "left", "shift+left", "escape", "tab"],
    "filtering": ["slash", *"cus", "backspace", "enter", "n", "N", "escape"],
    "completing": ["slash", *"by:pu", "down", "tab", "escape"],
    "concordance": ["slash", *"lin", "enter", "c", "j", "space", "G", "q"],
    "sheets": ["question_mark", "a", "b", "escape", "colon", "m", "down", "escape"],
}
MIXED = ["j", "space", "slash", *"cu", "enter", "n", "tab", "j", "question_mark", "escape"]
THEMES = {1: "paper", 3: "ansi-dark", 5: "nord", 7: "ink"}

# What a key may cost, in bytes, at 120×40.
FIRST_SCREEN = 12_000
DIALOGUE = 5_500
SHEET = 5_500
OTHER = 400
AFTER_MESSAGE = 500
"""A message gives way to the keys, which then give way to the next message."""

COSTS: dict[str, list[tuple[str, int]]] = {
    "the words": [
        *[("j", DIALOGUE), ("k", DIALOGUE), ("space", DIALOGUE), ("b", DIALOGUE)],
        *[("G", DIALOGUE), ("g", DIALOGUE), ("}", DIALOGUE), ("{", DIALOGUE)],
        *[("h", DIALOGUE), ("1", DIALOGUE), ("]", DIALOGUE)],
    ],
    "panes, list and strip": [
        *[("tab", OTHER), ("j", DIALOGUE), ("k", DIALOGUE), ("tab", OTHER)],
        *[("left", DIALOGUE), ("shift+left", OTHER), ("tab", OTHER), ("tab", OTHER)],
    ],
    "marks and messages": [
        *[("m", OTHER), ("m", AFTER_MESSAGE), ("u", AFTER_MESSAGE), ("L", OTHER)],
    ],
    "a filter whose hits do not change": [
        *[("slash", OTHER), *[(letter, DIALOGUE) for letter in "cus"]],
        *[("t", OTHER), ("o", OTHER), ("m", OTHER), ("backspace", OTHER), ("enter", OTHER)],
        *[("n", DIALOGUE), ("n", DIALOGUE), ("N", DIALOGUE), ("escape", DIALOGUE)],
    ],
    "completion": [
        *[("slash", OTHER), ("b", DIALOGUE), ("y", DIALOGUE), (":", DIALOGUE), ("p", DIALOGUE)],
        *[("u", OTHER), ("down", OTHER), ("up", OTHER)],
    ],
    "the concordance": [
        *[("slash", OTHER), *[(letter, DIALOGUE) for letter in "lin"]],
        *[("enter", OTHER), ("c", SHEET), ("j", AFTER_MESSAGE), ("j", AFTER_MESSAGE)],
        *[("space", SHEET), ("k", AFTER_MESSAGE)],
    ],
    "the notebook": [("m", OTHER), ("B", SHEET), ("j", OTHER), ("escape", SHEET)],
    "sheets": [
        *[("question_mark", SHEET), ("a", SHEET), ("escape", SHEET)],
        *[("colon", SHEET), ("m", SHEET), ("down", OTHER), ("escape", SHEET)],
    ],
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library(tmp_path_factory.mktemp("library") / "seeds")


@pytest.fixture
def make_app(
    library: Library,
    empty_home: Path,
    tmp_path: Path,
    recorder: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> MakeApp:
    """Make the application on a driver that records, with an empty notebook each time."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    # On a loaded machine an answer would be told in parts, and each part paints.
    monkeypatch.setattr(asking, "PACE", inf)
    made = iter(range(1000))

    def make(*, diff: bool = True) -> StenogramApp:
        notebook = Notebook(tmp_path / f"notebook {next(made)}", library.uuid)
        consult(library, lambda: notebook)
        app = StenogramApp(library, library.timeline(), notebook=notebook)
        app.driver_class = recorder
        app.cell_diff = diff
        return app

    return make


@pytest.mark.parametrize("name", SESSIONS)
async def test_the_picture_is_the_same_at_every_step(
    make_app: MakeApp, terminal: Any, name: str
) -> None:
    size, keys = (120, 40), SESSIONS[name]
    expected = await play(make_app(diff=False), terminal(*size), size, keys)
    compare(expected, await play(make_app(), terminal(*size), size, keys))


async def test_the_picture_is_the_same_through_resizes_and_themes(
    make_app: MakeApp, terminal: Any
) -> None:
    size = (200, 60)
    resizes = {2: (80, 24), 4: (40, 12), 6: (133, 31), 9: (80, 24), 11: (120, 40)}
    change = {"resizes": resizes, "themes": THEMES}
    expected = await play(make_app(diff=False), terminal(*size), size, MIXED, **change)
    compare(expected, await play(make_app(), terminal(*size), size, MIXED, **change))


@pytest.mark.parametrize("name", COSTS)
async def test_a_key_costs_no_more_than_it_may(make_app: MakeApp, name: str) -> None:
    """Bytes are counted, not timed: the same on every machine."""
    keys = [key for key, _ in COSTS[name]]
    first, *steps = await play(make_app(), None, (120, 40), keys)
    assert first.sent <= FIRST_SCREEN
    over = [
        (number, key, sent, limit)
        for number, ((key, limit), (_, _, sent)) in enumerate(zip(COSTS[name], steps, strict=True))
        if sent > limit
    ]
    assert over == []
