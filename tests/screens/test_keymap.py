"""Keys of the user's own, on every screen."""

import pytest

from tui.screens.command_ids import COMMAND_IDS
from tui.search.orders import Side
from tui.settings.config import Config


@pytest.mark.parametrize("name", ["hit.next", "order.next", "note.edit", "verdict.open", "take"])
def test_commands_of_every_screen_can_be_given_keys(name):
    assert any(each == name or each.endswith(f".{name}") for each in COMMAND_IDS)


async def test_a_key_given_to_a_command_of_the_concordance_works_and_is_told(reading):
    config = Config(keymap={"order.next": "z"})
    async with reading(query="union", config=config) as reader:
        await reader.press("c", "z")
        assert reader.app.screen.sitting.arrangement.order.side is Side.SPEAKER
        assert "z order" in reader.text()
        await reader.press("?")
        await reader.type("order.next")
        assert "  z  " in reader.text()
