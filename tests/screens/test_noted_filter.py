"""The filter for what is noted, while one notes."""

from tui.library.consulting import consult


async def test_what_is_marked_under_the_filter_is_found_at_once(reading, own_library):
    async with reading(library=own_library) as reader:
        consult(own_library, lambda: reader.app.notebook)
        await reader.press("}", "m", "/")
        await reader.type("is:noted")
        await reader.press("enter")
        assert reader.counts.startswith("1 of 1 hit ")
        await reader.press("}", "m")
        place = reader.dialogue.place
        await reader.rest()
        assert reader.screen.found.hits == 2
        await reader.press("u")
        await reader.rest()
        assert reader.screen.found.hits == 1
        assert reader.dialogue.place == place
