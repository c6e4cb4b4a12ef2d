"""The notebook on screen: searched, edited, ordered, taken back, left for a place."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from tui.library.notebook import Notebook
from tui.quoting.keeping import keep_passage
from tui.quoting.note import Note
from tui.screens.notebook import NotebookScreen

ANCHORS = ("t1", "t2", "t3")


@pytest.fixture
def filled(seed_library, empty_home):
    """Three marks in the latest meeting, the first with remark and tag."""
    notebook = Notebook(empty_home / "notebook", seed_library.uuid)
    meeting = seed_library.meeting(seed_library.timeline()[0].entry.id)
    for anchor in ANCHORS:
        first = anchor == "t1"
        notebook.notes.add(
            keep_passage(meeting, anchor),
            whole=True,
            remark="[red]compare" if first else "",
            tags=("trade",) if first else (),
        )
    return notebook


def rows(reader):
    return [str(option.prompt) for option in reader.app.screen.query_one(OptionList).options]


def order(notebook):
    return [note.first.anchor for note in notebook.notes.all()]


async def opened(reader):
    await reader.press("B")
    assert isinstance(reader.app.screen, NotebookScreen)


async def test_every_note_has_a_line_and_remarks_are_no_markup(reading, filled):
    async with reading() as reader:
        await opened(reader)
        assert len(rows(reader)) == 3
        assert "[red]compare #trade" in rows(reader)[0]


async def test_typing_searches_words_remarks_and_tags(reading, filled):
    async with reading() as reader:
        await opened(reader)
        await reader.type_filter("#tra")
        assert len(rows(reader)) == 1
        await reader.press("escape")
        assert len(rows(reader)) == 3
        await reader.type_filter("nobody said this")
        assert rows(reader) == []
        assert "No note has all these words" in reader.text()


async def test_enter_reads_on_where_the_note_stands(reading, filled):
    async with reading() as reader:
        await reader.press("]")
        await opened(reader)
        await reader.press("j", "enter")
        assert reader.app.screen is reader.screen
        assert reader.meeting == filled.notes.all()[1].meeting
        assert reader.dialogue.current_anchor == "t2"


async def test_remark_and_tags_are_edited_in_one_line(reading, filled):
    async with reading() as reader:
        await opened(reader)
        await reader.press("e")
        assert reader.app.screen.query_one(Input).value == "[red]compare #trade"
        await reader.type(" #astana")
        await reader.press("enter")
        assert filled.notes.all()[0].tags == ("trade", "astana")
        await reader.press("u")
        assert filled.notes.all()[0].tags == ("trade",)


async def test_notes_are_put_into_another_order(reading, filled):
    async with reading() as reader:
        await opened(reader)
        await reader.press("J", "J")
        assert order(filled) == ["t2", "t3", "t1"]
        await reader.press("K")
        assert order(filled) == ["t2", "t1", "t3"]
        await reader.press("u", "u", "u")
        assert order(filled) == list(ANCHORS)


async def test_what_was_deleted_comes_back_in_its_place(reading, filled):
    async with reading() as reader:
        await opened(reader)
        await reader.press("j", "d")
        assert order(filled) == ["t1", "t3"]
        await reader.press("u")
        assert order(filled) == list(ANCHORS)
        await reader.press("U")
        assert order(filled) == ["t1", "t3"]


async def test_notes_are_grouped_by_tag(reading, filled):
    async with reading() as reader:
        await opened(reader)
        await reader.press("t")
        assert [row for row in rows(reader) if not row.startswith("  ")] == [
            "#trade",
            "without a tag",
        ]
        await reader.press("g", "enter")
        assert reader.dialogue.current_anchor == "t1"


async def test_words_are_copied_with_their_citation(reading, filled):
    async with reading() as reader:
        await opened(reader)
        await reader.press("j", "y")
        words = filled.notes.all()[1].words
        assert filled.register() == words
        await reader.press("Y", "enter")
        assert words in filled.register()
        assert "Source URL not recorded" in filled.register()


async def test_an_orphan_is_told_and_leads_nowhere(reading, filled):
    filled.path.write_text(filled.path.read_text().replace('"meeting":"2020', '"meeting":"1999'))
    async with reading() as reader:
        before = reader.screen.place
        await opened(reader)
        assert rows(reader)[0].startswith("?")
        await reader.press("enter")
        assert reader.screen.place == before
        assert "not in the library" in reader.message


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_it_works_on_a_small_terminal(reading, filled, size):
    async with reading(size=size) as reader:
        await opened(reader)
        await reader.press("j", "d", "escape")
        assert order(filled) == ["t1", "t3"]
        assert reader.app.screen is reader.screen


async def test_of_very_many_notes_all_are_reached(reading, filled, seed_library):
    meeting = seed_library.meeting(seed_library.timeline()[0].entry.id)
    kept = keep_passage(meeting, "t1")
    day = "2020-01-01T00:00:00+00:00"
    many = [Note(f"n{n:04}", day, day, kept, f"remark {n}", (), True) for n in range(1100)]
    filled.notes.bring(many)
    async with reading() as reader:
        await opened(reader)
        assert len(rows(reader)) < 1103
        assert "more below" in reader.text()
        await reader.press("G")
        assert len(rows(reader)) == 1103
        assert "remark 1099" in reader.text()


async def test_a_small_screen_keeps_its_lines_for_notes(reading, filled):
    async with reading(size=(40, 12)) as reader:
        await opened(reader)
        first = reader.text().splitlines()[0]
        assert first.split()[0] == "Notebook"
        assert "esc close" in first
        assert len(rows(reader)) == 3
        assert reader.app.screen.query_one(OptionList).size.height >= 5
