"""The palette, whenever it is closed."""

import pytest


@pytest.mark.parametrize("key", ["ctrl+p", "T"])
async def test_an_answer_that_finds_the_palette_closed_ends_nothing(reading, key):
    async with reading() as reader:
        await reader.press(key)
        palette = reader.app.screen
        await palette.query_one("CommandList").remove()
        palette._list_visible = not palette._list_visible
        await reader.press("escape")
        assert reader.app.screen is reader.screen
