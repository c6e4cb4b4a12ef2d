"""People and corrections on the reading screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library.library import Library
from tui.library.open import create_library, open_library
from tui.model import Place

OPEN = Place("2013-05-29/astana")


def names(library: Library) -> list[str]:
    return [person.name for person in library.people()]


async def test_enter_filters_by_the_person(reading):
    async with reading() as reader:
        await reader.press("P")
        await reader.type("nazarb")
        await reader.press("enter")
        assert reader.filter == 'by:"Nursultan Nazarbayev"'
        assert "said by" in reader.text()


async def test_an_office_stands_beside_the_turn_that_shows_it(reading):
    async with reading() as reader:
        await reader.press("P")
        await reader.type("nazarb")
        tenure = next(
            person.tenures[0]
            for person in reader.app.library.people()
            if person.name == "Nursultan Nazarbayev"
        )
        row = next(line for line in reader.text().splitlines() if tenure.address in line)
        assert tenure.role in row
        assert tenure.date in row


async def test_the_marked_become_one_person_and_are_taken_apart(reading, own_library):
    before = names(own_library)
    async with reading(library=own_library, place=OPEN) as reader:
        await reader.press("P", "tab", "tab", "f2")
        assert "Make one person" in reader.text()
        await reader.press("y")
        assert "are one person" in reader.message
        assert len(names(own_library)) == len(before) - 1
        kept = own_library.decisions.all[-1].value["to"]
        await reader.press("P")
        await reader.type(kept)
        await reader.press("f3", "y")
        assert "Taken back" in reader.message
    assert names(own_library) == before


async def test_the_last_decision_is_taken_back(reading, own_library):
    before = names(own_library)
    async with reading(library=own_library) as reader:
        await reader.press("P", "tab", "tab", "f2", "y", "P", "f4", "y")
        assert "Taken back" in reader.message
    assert names(own_library) == before


async def test_no_leaves_everything_as_it_was(reading, own_library):
    async with reading(library=own_library) as reader:
        await reader.press("P", "tab", "tab", "f2", "n", "escape")
        assert reader.app.screen is reader.screen
    assert own_library.decisions.all == ()


async def test_who_was_never_merged_is_not_split(reading, own_library):
    async with reading(library=own_library) as reader:
        await reader.press("P", "f3", "y")
        assert "not merged by hand" in reader.message
    assert own_library.decisions.all == ()


async def test_a_suggestion_is_accepted(reading, own_library):
    def misspell(held):
        from tui.library import deciding

        return deciding.correct_speaker(
            held, own_library.meeting(OPEN.meeting), 1, "Nursultan Nazarbaev"
        )[0]

    own_library.decide(misspell)
    async with reading(library=own_library) as reader:
        await reader.press("P", "f5")
        assert "Nazarbaev" in reader.text()
        await reader.press("enter", "y")
        assert "are one person" in reader.message


async def test_the_speaker_of_a_turn_is_corrected(reading, own_library):
    async with reading(library=own_library, place=OPEN) as reader:
        await reader.walk_to("t2")
        await reader.press("E", "enter")
        reader.app.screen.query_one("Input").value = "Anna [b]Berg"
        await reader.press("enter")
        assert "t2 speaker Anna [b]Berg (was" in reader.message
        assert reader.dialogue.current_anchor == "t2"
        assert reader.screen.meeting.turns[1].speaker == "Anna [b]Berg"


async def test_the_date_is_corrected_under_a_filter_too(reading, own_library):
    async with reading(library=own_library, query="union", place=OPEN) as reader:
        await reader.press("E", "down", "enter")
        reader.app.screen.query_one("Input").value = "2013-05-30"
        await reader.press("enter")
        assert reader.screen.meeting.date == "2013-05-30"
        assert "date 2013-05-30 (was 2013-05-29)" in reader.message


async def test_a_date_that_is_none_is_refused_in_words(reading, own_library):
    async with reading(library=own_library, place=OPEN) as reader:
        await reader.press("E", "down", "enter")
        reader.app.screen.query_one("Input").value = "next week"
        await reader.press("enter")
        assert "Nothing was changed" in reader.message
    assert own_library.decisions.all == ()


@pytest.mark.parametrize("keys", [("E",), ("P", "tab", "tab", "f2")])
async def test_a_library_for_reading_only_refuses(reading, own_library, keys):
    library = open_library(own_library.path, read_only=True)
    async with reading(library=library, place=OPEN) as reader:
        await reader.press(*keys)
        assert "reading only" in reader.text()
    assert library.decisions.all == ()


@pytest.mark.parametrize(("read_only", "named"), [(True, False), (False, True)])
async def test_keys_that_decide_are_named_where_they_decide(reading, own_library, read_only, named):
    library = open_library(own_library.path, read_only=read_only)
    async with reading(library=library, place=OPEN) as reader:
        await reader.press("P")
        assert "enter filters" in reader.text()
        assert ("merges" in reader.text()) is named
        assert ("names" in reader.text()) is named


@pytest.fixture
def recorded(tmp_path: Path) -> Library:
    """Two recordings whose speakers a machine numbered."""
    library = create_library(tmp_path / "recorded")
    files = []
    for day in ("2024-05-01", "2024-05-02"):
        file = tmp_path / f"{day} talk.txt"
        said = f"SPEAKER_00: Shall we begin on {day}?\n\nSPEAKER_01: Yes.\n\n"
        file.write_text(said + "SPEAKER_00: Good.\n", encoding="utf-8")
        files.append(file)
    assert [result.status for result in library.import_files(files)] == ["imported"] * 2
    return library


@pytest.mark.parametrize(("down", "left"), [((), 1), (("down",), 0)])
async def test_a_numbered_speaker_is_named_in_one_meeting_or_in_all(reading, recorded, down, left):
    async with reading(library=recorded) as reader:
        await reader.press("P")
        await reader.type("SPEAKER_00")
        await reader.press("f6")
        await reader.type("Anna Berg")
        await reader.press("enter")
        assert "in all 2 meetings" in reader.text()
        await reader.press(*down, "enter")
        assert "Anna Berg" in reader.message
    assert names(recorded).count("SPEAKER_00") == left
    assert names(recorded).count("SPEAKER_01") == 2


async def test_a_name_that_is_not_typed_decides_nothing(reading, own_library):
    async with reading(library=own_library) as reader:
        await reader.press("P", "f6", "escape")
    assert own_library.decisions.all == ()


async def test_those_of_one_label_are_told_apart_and_asked_for_one_by_one(reading, recorded):
    async with reading(library=recorded) as reader:
        await reader.press("P")
        await reader.type("SPEAKER_00")
        lines = [line for line in reader.text().splitlines() if "SPEAKER_00 ·" in line]
        assert len(set(lines)) == 2
        await reader.press("enter")
        assert len(reader.screen.listed) == 1
        assert "in:" in reader.filter


async def test_a_small_screen_keeps_its_lines_for_people(reading, recorded):
    async with reading(library=recorded, size=(40, 12)) as reader:
        await reader.press("P")
        first, *lines = reader.text().splitlines()
        assert first.split()[0] == "People"
        assert "esc closes" in first
        assert sum("SPEAKER_0" in line for line in lines) >= 4
