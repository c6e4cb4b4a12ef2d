"""Every command of the reading screen, as a reader at the keyboard meets it."""

import pytest

from tui.data import data_folder
from tui.library.open import create_library, open_library
from tui.model import Place
from tui.settings.config import Config
from tui.settings.state import State

NEWEST = "2020-03-10"


async def test_opens_at_the_latest_meeting(reading):
    async with reading() as reader:
        assert reader.meeting.startswith(NEWEST)
        assert "Meeting with Nursultan Nazarbayev" in reader.text()


async def test_the_words_have_the_keyboard_at_the_start(reading):
    async with reading() as reader:
        assert reader.app.focused is reader.dialogue


async def test_opens_at_the_last_place_read(reading, seed_library):
    place = Place(seed_library.meeting("2012-05-15").id, "t2")
    state = State().at(seed_library.uuid, place)
    async with reading(state=state) as reader:
        assert reader.dialogue.place.meeting == place.meeting
        assert reader.dialogue.place.anchor == "t2"


@pytest.mark.parametrize("way", [["}"], ["}", "}"], ["G"], ["}", "j"], ["]", "space", "}"]])
async def test_the_turn_one_was_at_is_the_current_one_again(reading, seed_library, way):
    async with reading() as reader:
        await reader.press(*way)
        left, seen = reader.dialogue.current_anchor, reader.dialogue.place
        await reader.press("q")
        state = reader.app.final_state(State())
    async with reading(state=state) as reader:
        assert reader.dialogue.current_anchor == left
        assert reader.dialogue.place == seen


async def test_a_place_in_a_meeting_that_is_gone_is_forgotten(reading, seed_library):
    state = State().at(seed_library.uuid, Place("1999-01-01/nowhere-0000", "t2"))
    async with reading(state=state) as reader:
        assert reader.meeting.startswith(NEWEST)


async def test_typing_narrows_while_one_types(reading):
    async with reading() as reader:
        await reader.type_filter("by:nazarbayev billion")
        assert reader.counts == "1 of 2 hits · 2 turns · 2 of 5 meetings"
        assert "billion" in reader.text()


async def test_enter_keeps_the_filter_and_returns_to_the_words(reading):
    async with reading() as reader:
        await reader.filter_by("customs")
        assert reader.app.focused is reader.dialogue
        assert reader.filter == "customs"


async def test_escape_in_the_bar_takes_back_what_was_typed_and_returns(reading):
    async with reading() as reader:
        before = reader.dialogue.place
        await reader.type_filter("gosplan")
        assert reader.meeting.startswith("2012-05-15")
        await reader.press("escape")
        assert reader.filter == ""
        assert reader.dialogue.place == before


async def test_escape_in_the_words_lifts_the_filter_and_stays(reading):
    async with reading() as reader:
        await reader.filter_by("gosplan")
        await reader.press("escape")
        assert reader.filter == ""
        assert reader.counts == ""
        assert reader.meeting.startswith("2012-05-15")


async def test_n_walks_hits_across_meetings_and_comes_round(reading):
    async with reading() as reader:
        await reader.filter_by("by:nazarbayev billion")
        first = reader.counts
        seen = {reader.meeting}
        for _ in range(10):
            await reader.press("n")
            seen.add(reader.meeting)
            if reader.counts == first:
                break
        assert len(seen) > 1
        assert reader.counts == first


async def test_capital_n_undoes_n(reading):
    async with reading() as reader:
        await reader.filter_by("customs")
        first = reader.counts
        await reader.press("n", "N")
        assert reader.counts == first


async def test_no_hits_says_so_in_the_place_of_the_words(reading):
    async with reading() as reader:
        await reader.type_filter("xyzzy")
        assert "no hits" in reader.counts
        assert "Nothing fits the filter" in reader.text()


@pytest.mark.parametrize("typed", ['"', "by:", "(", "/[", "-", "date:20", "a >>", '"customs uni'])
async def test_half_typed_filters_never_blank_the_screen(reading, typed):
    async with reading() as reader:
        await reader.type_filter(typed)
        assert "Nazarbayev" in reader.text()


async def test_brackets_walk_the_list_of_meetings(reading):
    async with reading() as reader:
        await reader.press("]")
        assert reader.meeting.startswith("2017-10-12")
        await reader.press("[")
        assert reader.meeting.startswith(NEWEST)
        await reader.press("[")
        assert "above" in reader.message


async def test_braces_walk_the_turns(reading):
    async with reading() as reader:
        await reader.press("}", "}")
        second = reader.dialogue.current_anchor
        await reader.press("}")
        assert reader.dialogue.current_anchor != second
        await reader.press("{")
        assert reader.dialogue.current_anchor == second


async def test_parentheses_walk_the_turns_of_one_speaker(reading):
    async with reading() as reader:
        await reader.walk_to("t1")
        await reader.press(")")
        assert reader.dialogue.current_anchor == "t3"
        await reader.press("(")
        assert reader.dialogue.current_anchor == "t1"


async def test_back_and_forth(reading):
    async with reading() as reader:
        await reader.press("]", "]")
        there = reader.meeting
        await reader.press("H")
        assert reader.meeting.startswith("2017-10-12")
        await reader.press("L")
        assert reader.meeting == there


async def test_h_lights_up_each_speaker_in_turn_then_all(reading):
    async with reading() as reader:
        seen = []
        for _ in range(3):
            await reader.press("h")
            seen.append(reader.dialogue.highlighted_speaker)
        assert seen == ["Vladimir Putin", "Nursultan Nazarbayev", None]


async def test_a_number_lights_up_one_speaker(reading):
    async with reading() as reader:
        await reader.press("2")
        assert reader.dialogue.highlighted_speaker == "Nursultan Nazarbayev"
        await reader.press("9")
        assert "Only 2" in reader.message


async def test_y_copies_the_current_turn_into_the_register(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("y")
        assert reader.app._notebook.register() == "Yes, it did."
        assert reader.message


async def test_capital_y_adds_the_citation(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("Y", "enter")
        copied = reader.app._notebook.register()
        assert "Yes, it did." in copied
        assert "Nursultan Nazarbayev" in copied
        assert "source url not recorded" in copied.casefold()


@pytest.mark.parametrize(
    ("downs", "begins"),
    [(1, "> Yes, it did."), (2, "Nursultan Nazarbayev"), (7, "@misc{"), (8, "TY  - ")],
)
async def test_capital_y_offers_every_form(reading, downs, begins):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("Y", *["down"] * downs, "enter")
        assert reader.app.notebook.register().startswith(begins)


async def test_the_form_chosen_last_comes_first_the_next_time(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("Y", "down", "enter", "}", "Y", "enter")
        assert reader.app.notebook.register().startswith("> ")


async def test_the_concordance_offers_the_same_forms(reading):
    async with reading(query="customs") as reader:
        await reader.press("c", "Y", "down", "enter")
        assert reader.app.notebook.register().startswith("> ")


async def test_the_form_of_the_configuration_comes_first(reading):
    async with reading(config=Config(style="bibtex")) as reader:
        await reader.press("Y", "enter")
        assert reader.app.notebook.register().startswith("@misc{")


async def test_escape_on_the_forms_copies_nothing(reading):
    async with reading() as reader:
        await reader.press("Y", "escape")
        assert reader.app.notebook.register() is None


async def test_s_selects_the_sentence_then_the_paragraph_then_the_turn(reading, seed_library):
    place = seed_library.resolve("2013-05-29/astana#t2")
    async with reading(place=place) as reader:
        await reader.press("s", ".")
        taken = []
        for _ in range(3):
            await reader.press("y", "s")
            taken.append(reader.app.notebook.register())
        blocks = [block.text for block in reader.screen.meeting.turns[1].blocks]
        assert blocks[1].startswith(f"{taken[0]} This kind")
        assert taken[1] == blocks[1]
        assert taken[2].startswith("\n\n".join(blocks[:3]))


async def test_full_stop_and_comma_walk_by_sentences(reading, seed_library):
    place = seed_library.resolve("2013-05-29/astana#t2")
    async with reading(place=place) as reader:
        walked = []
        for key in ("s", ".", ".", "comma"):
            await reader.press(key)
            walked.append(reader.app.screen.get_selected_text())
        blocks = [block.text for block in reader.screen.meeting.turns[1].blocks]
        assert walked[0] == blocks[0]
        assert f"{walked[1]} {walked[2]}" in blocks[1]
        assert walked[3] == walked[1]


async def test_a_selection_is_copied_as_the_source_has_it(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("shift+right")
        await reader.press("y")
        assert "Yes, it did.".startswith(reader.app._notebook.register().strip('“”" '))


async def test_help_opens_searches_and_closes(reading):
    async with reading() as reader:
        await reader.press("?")
        assert "Filter while you type" in reader.text()
        await reader.type("theme")
        assert "Choose a theme" in reader.text()
        assert "Filter while you type" not in reader.text()
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_the_palette_goes_to_a_meeting_by_its_date(reading):
    async with reading() as reader:
        await reader.press(":")
        await reader.type("2012-05-15")
        await reader.press("enter")
        assert reader.meeting.startswith("2012-05-15")


async def test_the_palette_filters_by_a_person(reading):
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.type("nursultan")
        await reader.press("enter")
        assert "Nursultan Nazarbayev" in reader.filter


async def test_tab_goes_round_words_list_strip_and_filter(reading):
    async with reading() as reader:
        names = []
        for _ in range(4):
            await reader.press("tab")
            names.append(reader.app.focused.id)
        assert names == ["list", "strip", "query", "dialogue"]


async def test_the_list_shows_the_meeting_under_its_cursor_after_a_rest(reading):
    async with reading() as reader:
        await reader.press("tab", "j")
        await reader.rest()
        assert reader.meeting.startswith("2017-10-12")


async def test_the_strip_walks_in_time(reading):
    async with reading() as reader:
        await reader.press("tab", "tab", "left")
        await reader.settle()
        assert reader.meeting.startswith("2017-10-12")


async def test_a_range_on_the_strip_becomes_a_date_clause(reading):
    async with reading() as reader:
        await reader.press("tab", "tab", "shift+left", "shift+left", "enter")
        await reader.settle()
        assert "date:" in reader.filter
        assert "of 5 meetings" in reader.counts


async def test_up_in_the_bar_offers_the_last_filter(reading):
    async with reading() as reader:
        await reader.filter_by("customs")
        await reader.press("escape", "/", "up")
        assert reader.filter == "customs"


async def test_a_key_of_ones_own(reading):
    async with reading(config=Config(keymap={"meeting.next": "x"})) as reader:
        await reader.press("x")
        assert reader.meeting.startswith("2017-10-12")


async def test_errors_in_the_configuration_are_told(reading):
    async with reading(notices=("config.toml, line 3: no such theme",)) as reader:
        assert "line 3" in reader.text()


async def test_q_quits_and_keeps_the_place(reading, seed_library):
    async with reading() as reader:
        await reader.press("]")
        meeting = reader.meeting
        await reader.press("q")
        kept = reader.app.final_state(State()).places.get(seed_library.uuid)
        assert kept is not None and kept.meeting == meeting


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (300, 100), (20, 6)])
async def test_words_and_bar_stand_at_every_size(reading, size):
    async with reading(size=size) as reader:
        text = reader.text()
        assert "Nazarbayev" in text or "Make it at least" in text


async def test_a_narrow_screen_opens_the_list_with_a_key_and_closes_it(reading):
    async with reading(size=(80, 24)) as reader:
        await reader.press("tab")
        assert "2013" in reader.text()
        await reader.press("j")
        await reader.press("enter")
        assert reader.app.focused is reader.dialogue
        assert reader.meeting.startswith("2017-10-12")


async def test_a_name_only_begun_is_kept_with_its_asterisk(reading):
    async with reading() as reader:
        await reader.type_filter("billion by:nazarb")
        found = reader.counts
        await reader.press("enter")
        assert reader.filter == "billion by:nazarb*"
        assert reader.counts == found


async def test_a_whole_name_is_kept_as_it_is(reading):
    async with reading() as reader:
        await reader.filter_by("billion by:nazarbayev")
        assert reader.filter == "billion by:nazarbayev"


async def test_escape_on_the_strip_drops_the_range_first(reading):
    async with reading() as reader:
        await reader.press("tab", "tab", "shift+left", "escape")
        assert reader.app.focused is reader.screen.strip
        await reader.press("escape")
        assert reader.app.focused is reader.dialogue


async def test_a_speakers_colour_of_ones_own_is_painted(reading):
    colours = {"Vladimir Putin": "#12ab34"}
    async with reading(config=Config(colours=colours)) as reader:
        painted = {
            segment.style.color.triplet.hex
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.color and "Vladimir" in segment.text
        }
        assert "#12ab34" in painted


async def test_a_colour_nobody_knows_is_told_and_the_theme_keeps_its_own(reading):
    async with reading(config=Config(colours={"Vladimir Putin": "puce-ish"})) as reader:
        assert "puce-ish" in reader.text()
        assert "Vladimir Putin" in reader.text()


async def test_what_another_process_imports_appears(reading, tmp_path, empty_home):
    create_library(tmp_path / "library", empty=True)
    mine, other = open_library(tmp_path / "library"), open_library(tmp_path / "library")
    async with reading(library=mine) as reader:
        assert "holds no meetings" in reader.text()
        list(other.import_files([next(data_folder("seeds").glob("004*"))]))
        reader.screen.look_for_changes()
        await reader.settle()
        assert "Meeting with Nursultan Nazarbayev" in reader.text()
        assert "+1 meeting" in reader.message


async def test_keys_that_arrive_together_go_where_they_were_meant(reading):
    async with reading() as reader:
        await reader.burst("/customs union\r")
        assert reader.filter == "customs union"
        assert reader.app.focused is reader.dialogue


async def test_keys_after_enter_in_one_burst_are_commands_again(reading):
    async with reading() as reader:
        await reader.burst("/customs\r")
        first = reader.counts
        await reader.burst("\x1b/customs\rnn")
        assert reader.filter == "customs"
        assert reader.counts != first


async def test_a_burst_into_the_help_searches_it_and_leaves(reading):
    async with reading() as reader:
        await reader.burst("?theme")
        assert "Choose a theme" in reader.text()
        assert "Filter while you type" not in reader.text()
        await reader.burst("\x1b]")
        assert reader.meeting.startswith("2017-10-12")


async def test_escape_drops_a_selection_and_only_then_the_filter(reading):
    async with reading(query="trade") as reader:
        await reader.press("shift+right", "shift+right", "escape")
        assert reader.dialogue.selected_range() is None
        assert reader.filter == "trade"
        await reader.press("escape")
        assert reader.filter == ""


async def test_a_filter_lifted_while_a_meeting_is_on_its_way_marks_nothing(reading):
    async with reading(query="trade") as reader:
        await reader.burst("]\x1b")
        assert reader.filter == ""
        assert reader.screen.walk.hits == ()
        assert reader.counts == ""


async def test_a_damaged_notebook_is_told_and_nothing_else(reading, seed_library, empty_home):
    notebook = empty_home / "notebook" / f"{seed_library.uuid}.json"
    notebook.parent.mkdir()
    notebook.write_text("{broken")
    async with reading() as reader:
        assert "Meeting with Nursultan Nazarbayev" in reader.text()
        assert reader.message


async def test_h_begins_with_who_speaks_where_one_reads(reading):
    async with reading() as reader:
        await reader.walk_to("t2")
        await reader.press("h")
        assert reader.dialogue.highlighted_speaker == "Nursultan Nazarbayev"


async def test_a_tiny_screen_shows_messages_too(reading):
    async with reading(size=(40, 12)) as reader:
        await reader.press("n")
        assert "No filter is set" in reader.text()


async def test_the_footer_keeps_help_and_quit_where_it_is_short(reading):
    async with reading(size=(80, 24)) as reader:
        footer = reader.text().splitlines()[-1]
        assert "? help" in footer
        assert "q quit" in footer


async def test_the_palette_changes_the_theme(reading):
    async with reading() as reader:
        await reader.press(":")
        await reader.type("paper theme")
        await reader.press("enter")
        assert reader.app.theme == "paper"


async def test_a_hit_in_the_summary_is_what_a_copy_takes(reading):
    async with reading() as reader:
        await reader.filter_by('"eurasian economic" in:2012-05-15')
        assert reader.dialogue.current_anchor == "summary"
        await reader.press("y")
        assert reader.app.notebook.register().startswith("Vladimir Putin and Nursultan")
