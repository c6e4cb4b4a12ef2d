"""Completion in the filter bar, as a reader at the keyboard meets it."""

import pytest

from tui.widgets.suggestions import Suggestions


def suggestions(reader) -> str:
    line = reader.screen.query_one(Suggestions)
    return line.render().plain if line.offered else ""


async def test_a_begun_name_is_completed_by_tab(reading):
    async with reading() as reader:
        await reader.type_filter("by:naz")
        assert suggestions(reader).startswith("Nursultan Nazarbayev 5 meetings")
        await reader.press("tab")
        assert reader.filter == 'by:"Nursultan Nazarbayev" '
        assert suggestions(reader) == ""


async def test_what_is_completed_is_searched(reading):
    async with reading() as reader:
        await reader.type_filter("by:naz")
        await reader.press("tab")
        await reader.type("billion")
        assert reader.counts.startswith("1 of 2 hits")


async def test_enter_means_the_query_as_typed(reading):
    async with reading() as reader:
        await reader.filter_by("by:naz")
        assert "Nursultan" not in reader.filter
        assert reader.app.focused is reader.dialogue
        assert suggestions(reader) == ""


async def test_enter_takes_what_the_reader_chose_and_stays(reading):
    async with reading() as reader:
        await reader.type_filter("by:")
        await reader.press("down", "down", "enter")
        assert reader.filter == 'by:"Vladimir Putin" '
        assert reader.app.focused is reader.screen.filter_bar.query_input


async def test_up_leaves_the_suggestions_and_then_means_history(reading):
    async with reading() as reader:
        await reader.filter_by("union")
        await reader.press("/", *["backspace"] * 5)
        await reader.type("by:")
        await reader.press("down", "up", "up")
        assert reader.filter == "union"
        assert suggestions(reader) == ""
        await reader.press("down")
        assert reader.filter == "by:"


async def test_escape_closes_the_suggestions_before_it_takes_back(reading):
    async with reading() as reader:
        await reader.type_filter("by:n")
        await reader.press("escape")
        assert reader.filter == "by:n"
        assert suggestions(reader) == ""
        await reader.type("a")
        assert suggestions(reader) == "", "closed for this word"
        await reader.press("escape")
        assert reader.filter == ""


async def test_what_is_typed_behind_a_tab_that_completes_nothing_is_typed(reading):
    async with reading() as reader:
        before = reader.meeting
        await reader.burst("/nazar\tok]q")
        assert reader.filter == "nazarok]q"
        assert reader.app.focused is reader.screen.filter_bar.query_input
        await reader.press("escape")
        assert (reader.filter, reader.meeting) == ("", before)


async def test_who_asks_in_vain_is_told_until_the_next_key(reading):
    async with reading() as reader:
        await reader.type_filter("gosplan")
        await reader.press("tab")
        assert "nothing to complete" in reader.text()
        await reader.type("s")
        assert "nothing to complete" not in reader.text()


async def test_tab_asks_for_suggestions_that_were_closed(reading):
    async with reading() as reader:
        await reader.type_filter("by:naz")
        await reader.press("escape", "tab")
        assert suggestions(reader).startswith("Nursultan Nazarbayev")


@pytest.mark.parametrize(("key", "pane"), [("shift+tab", "strip"), ("enter", "dialogue")])
async def test_the_bar_is_left_with_its_text(reading, key, pane):
    async with reading() as reader:
        await reader.type_filter("gosplan")
        await reader.press(key)
        assert reader.app.focused.id == pane
        assert reader.filter == "gosplan"


async def test_an_empty_bar_is_left_by_tab(reading):
    async with reading() as reader:
        await reader.press("/", "tab")
        assert reader.app.focused is reader.dialogue


async def test_fields_are_offered_to_who_asks(reading):
    async with reading() as reader:
        await reader.press("/", "ctrl+@")
        assert suggestions(reader).startswith("by:  a name: who says it")


async def test_a_filter_that_stands_is_not_completed_when_the_bar_is_opened(reading):
    async with reading(query="by:nazarbayev") as reader:
        await reader.press("/")
        assert suggestions(reader) == ""


async def test_a_suggestion_can_be_pointed_at(reading):
    async with reading() as reader:
        await reader.type_filter("at:")
        await reader.pilot.click(Suggestions, offset=(3, 0))
        await reader.settle()
        assert reader.filter == 'at:"The Kremlin, Moscow" '


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_suggestions_move_nothing(reading, size):
    async with reading(size=size) as reader:
        await reader.type_filter("zzz ")
        before = reader.text().splitlines()
        await reader.type("is:")
        after = reader.text().splitlines()
        changed = [
            n for n, (one, other) in enumerate(zip(before, after, strict=True)) if one != other
        ]
        assert "partial" in reader.text()
        assert len(changed) == 2, "the line of suggestions and the bar"
