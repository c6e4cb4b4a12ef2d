"""The palette, whenever it is closed."""

import pytest

from tui.screens.palette import PaletteItem, PaletteProvider
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


class Offers:
    """A screen with one command and one meeting."""

    def palette_commands(self):
        return [PaletteItem("Everyone who speaks: offices, spellings", lambda: None)]

    def palette_places(self):
        return [PaletteItem("undated · whisperx", lambda: None, kind="meeting")]

    def palette_address(self, text):
        return None


@pytest.mark.parametrize(
    ("typed", "first"),
    [("whisper", "undated · whisperx"), ("speaks", "Everyone who speaks: offices, spellings")],
)
async def test_a_title_that_holds_the_word_comes_before_one_that_holds_its_letters(typed, first):
    provider = PaletteProvider(Offers())
    await provider.startup()
    hits = [hit async for hit in provider.search(typed)]
    assert max(hits, key=lambda hit: hit.score).text == first
