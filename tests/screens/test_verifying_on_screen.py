"""Checking, on the screen, what somebody is said to have said."""

from __future__ import annotations

import pytest
from textual.events import Paste

from tui.screens.reading import ReadingScreen

SAID = "This kind of direct involvement is helping our relations to develop very rapidly"
"""In the seeds, 2013-05-29/astana#t2."""


async def paste(reader, text):
    reader.app.post_message(Paste(text))
    await reader.settle()


async def check(reader, quote, by="", date=""):
    """Ask with all three lines; ends with the keyboard on the verdict."""
    await reader.press("v")
    await paste(reader, quote)
    await reader.press("tab")
    await reader.type(by)
    await reader.press("tab")
    await reader.type(date)
    await reader.press("enter")


@pytest.mark.parametrize(
    ("quote", "by", "date", "shown"),
    [
        (SAID, "", "", "EXACT"),
        (SAID.upper(), "", "", "TYPOGRAPHIC"),
        (f"“{SAID},”", "Putin", "2013-05", "EXACT"),
        (SAID, "Nazarbayev", "", "WRONG SPEAKER"),
        (SAID, "", "2012", "WRONG DATE"),
        ("Nobody ever talked about purple elephants over there", "", "", "NOT FOUND"),
    ],
)
async def test_v_says_what_the_record_has(reading, quote, by, date, shown):
    async with reading() as reader:
        await check(reader, quote, by, date)
        assert shown in reader.text()


async def test_the_passage_is_named_with_who_when_and_where(reading):
    async with reading() as reader:
        await check(reader, SAID)
        text = reader.text()
        assert "Vladimir Putin, President of Russia" in text
        assert "29 May 2013, 12:45 · Astana · 2013-05-29/astana" in text


async def test_changed_words_can_be_told_apart_without_colour(reading):
    async with reading() as reader:
        await check(reader, SAID.replace("is helping", "is not helping"))
        assert "{+not+} <negation>" in " ".join(reader.text().split())


async def test_lines_pasted_together_are_one_quotation(reading):
    async with reading() as reader:
        await check(reader, SAID.replace(" is ", "\nis "))
        assert "EXACT" in reader.text()


async def test_enter_on_the_verdict_reads_on_there(reading):
    async with reading() as reader:
        await check(reader, SAID)
        await reader.press("enter")
        assert isinstance(reader.app.screen, ReadingScreen)
        assert reader.screen.place.meeting.startswith("2013-05-29/astana")
        assert reader.dialogue.current_anchor == "t2"


async def test_y_on_the_verdict_takes_it_away_in_one_line(reading):
    async with reading() as reader:
        await check(reader, SAID, by="Nazarbayev")
        await reader.press("y")
        line = reader.app.notebook.register()
        assert line.startswith(f"“{SAID}”, said to be by Nazarbayev: WRONG SPEAKER")
        assert "\n" not in line


async def test_escape_goes_back_and_the_next_v_has_the_words_still(reading):
    async with reading() as reader:
        before = reader.screen.place
        await check(reader, SAID, by="Putin")
        await reader.press("escape")
        assert reader.screen.place == before
        await reader.press("v")
        assert SAID[:40] in reader.text()
        await reader.type("purple")
        assert SAID[:40] not in reader.text()


async def test_a_date_that_is_none_is_named(reading):
    async with reading() as reader:
        await check(reader, SAID, date="someday")
        assert "date: " in reader.text()
        assert "EXACT" not in reader.text()


async def test_escapes_in_what_was_pasted_stay_off_the_terminal(reading):
    async with reading() as reader:
        await check(reader, f"{SAID} \x1b[31mred alert")
        assert "\x1b" not in reader.text()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_it_fits_a_small_window(reading, size):
    async with reading(size=size) as reader:
        await check(reader, SAID)
        assert "EXACT" in reader.text()
