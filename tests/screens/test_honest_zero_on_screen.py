"""What a reader sees who finds nothing."""

import pytest


async def test_each_clause_is_counted_alone_and_near_filters_are_offered(reading):
    async with reading() as reader:
        await reader.type_filter("by:nazarbayev gosplun")
        text = reader.text()
        assert "no hits" in reader.counts
        assert "gosplun        nothing" in text
        assert "texts are partial" in text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_number_takes_what_was_offered(reading, size):
    async with reading(size=size) as reader:
        await reader.filter_by("gosplun")
        assert "1  gosplan" in reader.text()
        await reader.press("1")
        assert reader.filter == "gosplan"
        assert reader.meeting.startswith("2012-05-15")
        assert "Nothing fits" not in reader.text()


async def test_a_click_takes_what_was_offered(reading):
    async with reading(query="gosplun") as reader:
        line = next(n for n, row in enumerate(reader.text().splitlines()) if "1  gosplan" in row)
        await reader.pilot.click(offset=(reader.dialogue.region.x + 4, line))
        await reader.settle()
        assert reader.filter == "gosplan"


async def test_the_words_come_back_where_one_was(reading):
    async with reading() as reader:
        before = reader.dialogue.place
        await reader.type_filter("zzzz")
        await reader.press("escape")
        assert "Nothing fits" not in reader.text()
        assert reader.dialogue.place == before


async def test_typing_on_until_something_is_found_shows_the_words(reading):
    async with reading() as reader:
        await reader.type_filter("gosplanx")
        assert "Nothing fits" in reader.text()
        await reader.press("backspace")
        assert "Nothing fits" not in reader.text()
        assert reader.counts.startswith("1 of")


@pytest.mark.parametrize("half", ["by:", '"', "(", "/(", "date:", "is:gre", ">>", "-"])
async def test_what_is_only_half_typed_leaves_what_was_found(reading, half):
    async with reading() as reader:
        await reader.type_filter("gosplan ")
        found = reader.counts
        await reader.type(half)
        assert reader.counts == found
        assert "Nothing fits" not in reader.text()


async def test_numbers_light_up_speakers_while_something_is_found(reading):
    async with reading(query="customs") as reader:
        await reader.press("1")
        assert reader.dialogue.highlighted_speaker is not None


@pytest.mark.parametrize("key", ["y", "Y", "m", "M"])
async def test_words_that_are_hidden_are_not_taken_away(reading, key):
    async with reading(query="zzzz") as reader:
        await reader.press(key)
        assert "Nothing fits the filter, so there" in reader.text()
