"""The palette, whenever it is closed."""

import pytest

from tui.search.orders import Order, Side


@pytest.mark.parametrize("key", ["ctrl+p", "T"])
async def test_an_answer_that_finds_the_palette_closed_ends_nothing(reading, key):
    async with reading() as reader:
        await reader.press(key)
        palette = reader.app.screen
        await palette.query_one("CommandList").remove()
        palette._list_visible = not palette._list_visible
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_the_concordance_offers_its_commands(reading):
    async with reading(query="union") as reader:
        await reader.press("c", ":")
        await reader.type("order by 2 words")
        await reader.press("enter")
        assert reader.app.screen.sitting.arrangement.order == Order(Side.LEFT, 2)
