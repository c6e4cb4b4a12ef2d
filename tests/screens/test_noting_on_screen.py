"""Marks and saved quotations while one reads."""

from __future__ import annotations

from tui.library.notebook import Notebook
from tui.library.open import open_library
from tui.quoting.keeping import keep_passage
from tui.screens.notebook import NotebookScreen
from tui.widgets.dialogue.painter import NOTED


def notes(reader):
    return reader.app.notebook.notes.all()


def rows(reader):
    """The notes' lines on the notebook's screen."""
    options = reader.app.screen.query_one("OptionList").options
    return [str(option.prompt) for option in options]


async def test_m_marks_the_turn_and_says_how_to_take_it_back(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("m")
        assert [note.first.anchor for note in notes(reader)] == ["t2"]
        assert reader.message == "Marked t2; u takes it back"


async def test_a_mark_shows_in_words_list_and_scrollbar(reading):
    async with reading() as reader:
        assert NOTED not in reader.text()
        await reader.walk_to("t2")
        await reader.press("m")
        lines = reader.text().splitlines()
        assert sum(NOTED in line for line in lines) >= 2
        in_words = [strip.text for strip in reader.dialogue._current_frame()]
        assert any(line.lstrip().startswith(NOTED) for line in in_words)
        assert any(line.endswith(NOTED) for line in in_words)


async def test_u_takes_the_mark_and_its_signs_back(reading):
    async with reading() as reader:
        await reader.press("m", "u")
        assert notes(reader) == ()
        assert reader.message.startswith("Taken back: mark at ")
        assert NOTED not in reader.text()


async def test_the_same_turn_is_marked_once(reading):
    async with reading() as reader:
        await reader.press("m", "m")
        assert len(notes(reader)) == 1
        assert "is marked already" in reader.message


async def test_m_saves_a_selection_word_for_word(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("shift+right", "shift+right")
        await reader.press("m")
        (note,) = notes(reader)
        assert not note.whole
        assert reader.screen.meeting.turns[1].blocks[0].text.startswith(note.words)
        assert "Saved “" in reader.message


async def test_a_selection_across_turns_is_kept_speaker_by_speaker(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        while len({place.anchor for place in reader.dialogue.selected_range() or ()}) < 2:
            await reader.press("J")
        await reader.press("m")
        (note,) = notes(reader)
        assert [kept.quote.anchor for kept in note.kept] == ["t2", "t3"]
        assert len({kept.quote.speaker for kept in note.kept}) == 2


async def test_capital_m_asks_for_remark_and_tags(reading):
    async with reading() as reader:
        await reader.press("M")
        await reader.type("see 2012 #trade")
        await reader.press("enter")
        (note,) = notes(reader)
        assert (note.remark, note.tags) == ("see 2012", ("trade",))


async def test_capital_m_on_a_mark_edits_its_remark(reading):
    async with reading() as reader:
        await reader.press("m", "M")
        await reader.type("later")
        await reader.press("enter")
        assert [note.remark for note in notes(reader)] == ["later"]


async def test_the_apostrophe_leads_to_a_mark_in_another_meeting(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        marked = reader.meeting
        await reader.press("m", "]")
        assert reader.meeting != marked
        await reader.press("'", "enter")
        assert (reader.meeting, reader.dialogue.current_anchor) == (marked, "t2")


async def test_marks_of_another_process_appear(reading, seed_library):
    async with reading() as reader:
        other = Notebook(reader.app.notebook.path.parent, seed_library.uuid)
        other.notes.add(keep_passage(reader.screen.meeting, "t1"), whole=True)
        reader.screen.look_at_notebook()
        await reader.settle()
        assert NOTED in reader.text()


async def test_marks_stand_after_a_restart(reading):
    async with reading() as reader:
        await reader.press("m")
    async with reading() as reader:
        await reader.settle()
        assert NOTED in reader.text()


async def test_a_damaged_notebook_is_told_and_kept(reading, seed_library, empty_home):
    notebook = empty_home / "notebook" / f"{seed_library.uuid}.json"
    notebook.parent.mkdir()
    notebook.write_text("{broken")
    async with reading() as reader:
        await reader.press("m")
        assert "cannot be read" in reader.message
        await reader.press("}")
        assert reader.dialogue.current_anchor
        await reader.press("B")
        assert isinstance(reader.app.screen, NotebookScreen)
        assert "cannot be read" in reader.app.screen._told
    assert notebook.read_text() == "{broken"


async def test_a_read_only_library_has_a_notebook(reading, own_library):
    async with reading(library=open_library(own_library.path, read_only=True)) as reader:
        await reader.press("m")
        assert len(notes(reader)) == 1


async def test_a_new_capture_that_touches_a_saved_quote_is_told(reading, own_library, tmp_path):
    revised = tmp_path / "revised.txt"

    def write(words):
        revised.write_text(
            "Talks on the harbour\n\nMay 29, 2013\n\nAnna Berg: Good morning to all of you.\n\n"
            f"Rudolf Strand: {words}\n\nAnna Berg: Then it is agreed.\n"
        )
        return list(own_library.import_files([revised]))

    write("The ferry will sail twice a day, whatever the weather, from May on.")
    async with reading(library=own_library) as reader:
        meeting = next(r.entry.id for r in reader.screen.rows if "harbour" in r.entry.title)
        reader.screen.visit(meeting)
        await reader.settle()
        await reader.walk_to("t2")
        await reader.press("m")
        assert [
            result.status
            for result in write(
                "The ferry will sail three times a day, whatever the weather, from May on."
            )
        ] == ["revised"]
        reader.screen.post_message(reader.screen.Changed(own_library.timeline()))
        await reader.settle()
        assert "1 note to look at" in reader.message
        await reader.press("B")
        assert rows(reader)[0].startswith("≠")
        assert "three times a day" in reader.text()
        assert "twice a day" in rows(reader)[0]
