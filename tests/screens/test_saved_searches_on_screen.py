"""Searches kept under a name, as a reader at the keyboard meets them."""

import pytest

from tui.library.consulting import consult


@pytest.fixture
def saving(reading, own_library):
    """Open the application over a library that asks the reader's notebook."""

    def start(**options):
        return reading(library=own_library, **options)

    return start


async def save(reader, query: str, name: str) -> None:
    consult(reader.app.library, lambda: reader.app.notebook)
    await reader.type_filter(query)
    await reader.press("ctrl+s")
    await reader.type(name)
    await reader.press("enter")


async def test_a_filter_is_saved_while_it_is_typed_and_typing_goes_on(saving):
    async with saving() as reader:
        await save(reader, "gosplan", "plans")
        assert reader.app.notebook.saved_searches() == {"plans": "gosplan"}
        assert "saved:plans" in reader.message
        assert reader.app.focused is reader.screen.filter_bar.query_input


async def test_a_saved_search_is_asked_by_its_name(saving):
    async with saving() as reader:
        await save(reader, "gosplan", "my plans")
        await reader.press("escape", "/")
        await reader.type('saved:"My Plans"')
        assert reader.counts.startswith("1 of 1 hit") or reader.counts == "1/1"
        assert reader.meeting.startswith("2012-05-15")


async def test_saved_names_are_completed(saving):
    async with saving() as reader:
        await save(reader, "gosplan", "my plans")
        await reader.press("escape", "/")
        await reader.type("saved:pl")
        await reader.press("tab")
        assert reader.filter == 'saved:"my plans" '


async def test_a_name_that_nobody_saved_leaves_the_rest(saving):
    async with saving() as reader:
        await save(reader, "customs", "c")
        await reader.press("escape", "/")
        await reader.type("gosplan saved:nope")
        assert reader.screen.found.hits == 1
        assert "no search is saved as" in reader.text()


async def test_saved_searches_are_renamed_and_forgotten_from_the_palette(saving):
    async with saving() as reader:
        await save(reader, "gosplan", "plans")
        items = {item.title: item for item in reader.screen.saved_items()}
        items["Rename saved:plans"].run()
        await reader.settle()
        await reader.press(*["backspace"] * 5)
        await reader.type("dreams")
        await reader.press("enter")
        assert reader.app.notebook.saved_searches() == {"dreams": "gosplan"}
        items = {item.title: item for item in reader.screen.saved_items()}
        items["Forget saved:dreams"].run()
        await reader.settle()
        assert reader.app.notebook.saved_searches() == {}


async def test_without_a_filter_there_is_nothing_to_save(saving):
    async with saving() as reader:
        await reader.press("S")
        assert "Type a filter first" in reader.message


async def test_filters_of_earlier_days_are_above_the_line(saving):
    async with saving() as reader:
        await reader.filter_by("gosplan")
    async with saving() as reader:
        await reader.press("/", "up")
        assert reader.filter == "gosplan"
