"""What layers declare is what the class that is made in the end has."""

from __future__ import annotations

import inspect

import pytest
from textual.app import App
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.app import StenogramApp
from tui.layers import Layered
from tui.screens.reading import ReadingScreen
from tui.widgets.dialogue import Dialogue


class Ground(Layered, Widget):
    BINDINGS = [Binding("a", "first", "first")]  # noqa: RUF012


class Middle(Ground, layer=True):
    BINDINGS = [Binding("b", "second", "second")]  # noqa: RUF012

    level: reactive[int] = reactive(3)

    class Told(Message):
        """Something to be handled."""


class Made(Middle):
    BINDINGS = [Binding("c", "third", "third")]  # noqa: RUF012

    told = 0

    def on_middle_told(self) -> None:
        self.told += 1


async def test_bindings_reactives_and_messages_of_a_layer_count() -> None:
    class Host(App[None]):
        def compose(self):
            yield Made()

    async with Host().run_test() as pilot:
        made = pilot.app.screen.query_one(Middle)
        made.post_message(Middle.Told())
        await pilot.pause()
        assert (made.level, made.told) == (3, 1)
        assert {"a", "b", "c"} <= set(made._bindings.key_to_bindings)


@pytest.mark.parametrize("made", [StenogramApp, ReadingScreen, Dialogue])
def test_a_layer_has_no_look_of_its_own(made: type) -> None:
    layers = [
        base
        for base in inspect.getmro(made)
        if issubclass(base, Layered) and "_css_type_names" not in vars(base)
    ]
    assert Layered in layers
    assert len(layers) > 1
    assert not [layer for layer in layers if "DEFAULT_CSS" in vars(layer)]
