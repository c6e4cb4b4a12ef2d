"""The concordance screen: from the words to every hit and back, in any order."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tui.library.concording import rows, searched_words, who_speaks
from tui.model import Place
from tui.screens.concordance import ConcordanceScreen
from tui.screens.concordance_commands import COMMANDS
from tui.screens.concordance_sitting import Sitting
from tui.search.groups import By, grouped
from tui.search.orders import Order
from tui.search.parser import parse
from tui.widgets.concordance import Concordance, Sight


def screen(reader) -> ConcordanceScreen:
    assert isinstance(reader.app.screen, ConcordanceScreen)
    return reader.app.screen


def lines(reader) -> Concordance:
    return screen(reader).lines


def said(reader) -> str:
    return screen(reader).sitting.told


def hits(reader) -> list:
    sheet = lines(reader).sheet
    return [sheet.row(place).found for place in range(len(sheet))]


async def test_every_hit_is_on_a_line_oldest_first(reading, seed_library):
    async with reading(query="union") as reader:
        await reader.press("c")
        assert hits(reader) == list(seed_library.hits(reader.screen.found.query))


async def test_list_bar_and_concordance_count_alike(reading):
    async with reading(query="union") as reader:
        counts = reader.screen.found.counts(5)[0]
        await reader.press("c")
        assert said(reader).startswith("17 hits · 9 turns · 5 meetings · ")
        assert counts.startswith("17 hits · 9 turns · 5 of 5 meetings")


async def test_it_opens_at_the_hit_one_stands_on(reading):
    async with reading(query="union") as reader:
        await reader.press("n", "n")
        standing = reader.screen.walk.current
        await reader.press("c")
        assert lines(reader).row.found == standing


async def test_enter_reads_on_at_the_hit_and_c_comes_back_to_the_line(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "g", "j", "j")
        hit = lines(reader).row.found
        await reader.press("enter")
        assert (reader.filter, reader.screen.walk.current) == ("union", hit)
        await reader.press("c")
        assert (lines(reader).cursor, lines(reader).row.found) == (2, hit)


async def test_enter_at_the_beginning_of_a_turn_without_matches(reading):
    async with reading(query="by:putin") as reader:
        await reader.press("c", "g", "j")
        hit = lines(reader).row.found
        await reader.press("enter")
        assert reader.screen.walk.current == hit


@pytest.mark.parametrize("key", ["q", "escape", "c"])
async def test_leaving_returns_to_the_place_before(reading, key):
    async with reading(query="union") as reader:
        before = reader.screen.place
        await reader.press("c", "g", "j", key)
        assert reader.app.screen is reader.screen
        assert (reader.screen.place, reader.filter) == (before, "union")


async def test_coming_back_keeps_order_and_groups(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "s", "tab", "G", "enter", "c")
        arrangement = screen(reader).sitting.arrangement
        assert (str(arrangement.order), arrangement.by) == ("speaker", "speaker")
        assert lines(reader).cursor == 16


async def test_another_filter_begins_anew(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "s", "q")
        reader.screen.set_filter("trade")
        await reader.settle()
        await reader.press("c")
        assert screen(reader).sitting.text == "trade"
        assert screen(reader).sitting.arrangement.order == Order()


async def test_orders_are_those_of_find(reading):
    async with reading(query="union") as reader:
        await reader.press("c")
        dated = [lines(reader).sheet.row(place) for place in range(17)]
        for keys in (("s",), ("s",), ("2",), ("s",), ("3",)):
            await reader.press(*keys)
            order = screen(reader).sitting.arrangement.order
            expected = [row.found for row in sorted(dated, key=order.key)]
            assert (str(order), hits(reader)) == (str(order), expected)


async def test_the_cursor_stays_on_its_hit_in_another_order(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "g", "j", "j", "j")
        hit = lines(reader).row.found
        for key in ("s", "s", "tab", "tab", "s", "s"):
            await reader.press(key)
            assert lines(reader).row.found == hit


@pytest.mark.parametrize("keys", [("tab", "tab"), ("s", "tab", "tab")])
async def test_groups_by_year_count_their_hits(reading, keys):
    async with reading(query="union") as reader:
        await reader.press("c", *keys)
        headings = [(each.text, each.hits) for each in lines(reader).sheet.headings]
        assert headings == [("2012", 8), ("2013", 5), ("2017", 2), ("2020", 2)]


async def test_grouped_by_speaker_what_nobody_said_comes_last(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "tab")
        headings = [each.text for each in lines(reader).sheet.headings]
        assert headings == ["Nursultan Nazarbayev", "Vladimir Putin", "outside speech"]


async def test_brackets_go_from_group_to_group(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "tab", "tab", "g", "]", "]")
        assert lines(reader).row.date.startswith("2017")
        await reader.press("[")
        assert lines(reader).row.date.startswith("2013")


async def test_a_sample_says_what_it_is_and_is_the_same_again(reading, monkeypatch):
    monkeypatch.setattr("tui.screens.concordance_sitting.SAMPLE", 5)
    async with reading(query="union") as reader:
        await reader.press("c", "r")
        first = hits(reader)
        assert len(first) == 5
        assert "a sample of 5 of 17 hits, seed 1" in reader.text()
        await reader.press("r", "r")
        assert hits(reader) == first
        await reader.press("R")
        assert hits(reader) != first
        assert "--sample 5 --seed 2" in screen(reader).sitting.command


async def test_beyond_the_limit_a_stated_sample_is_sorted(reading, monkeypatch):
    monkeypatch.setattr("tui.library.concording.MOST_SORTED", 6)
    async with reading(query="union") as reader:
        await reader.press("c", "s")
        assert len(hits(reader)) == 6
        assert "a sample of 6 of 17 hits, seed 1" in reader.text()
        assert said(reader).startswith("17 hits")


async def test_the_loupe_goes_from_sentence_to_turn_to_exchange_and_closes(reading):
    async with reading(query="union") as reader:
        await reader.press("c")
        sights = []
        for _ in range(4):
            await reader.press("o")
            sights.append(lines(reader).loupe and lines(reader).loupe.sight)
        assert sights == [Sight.SENTENCE, Sight.TURN, Sight.EXCHANGE, None]


async def test_escape_closes_the_loupe_before_it_leaves(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "o", "escape")
        assert lines(reader).loupe is None


async def test_a_pair_shows_both_turns_on_one_row(reading):
    async with reading(query="by:putin trade >> by:nazarbayev billion") as reader:
        await reader.press("c")
        assert len(lines(reader).sheet) == 1
        first, second = (lines(reader).render_line(y).text for y in (0, 1))
        assert "Vladimir Putin" in first and "trade" in first
        assert "↳ Nazarbayev" in second and "billion" in second


async def test_the_command_line_is_shown_and_copied(reading):
    async with reading(query='by:nazarbayev "customs union"') as reader:
        await reader.press("c", "s", "s", "2")
        command = "stenogram find --sort left:2 -- 'by:nazarbayev \"customs union\"'"
        assert f"$ {command}" in reader.text()
        await reader.press("!")
        assert reader.app._notebook.register() == command


async def test_y_copies_the_turn_of_the_hit_and_says_so_here(reading):
    async with reading(query="upsurge") as reader:
        await reader.press("c", "y")
        assert "upsurge" in reader.app._notebook.register()
        assert "t1: " in screen(reader).query_one("KeyBar").message


async def test_the_filter_can_be_changed_from_here(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "/")
        assert reader.app.screen is reader.screen
        assert reader.screen.focused is not reader.dialogue


@pytest.mark.parametrize("query", ["", "at:sochi", "xyzzy"])
async def test_without_hits_it_says_why_there_is_nothing_to_show(reading, query):
    async with reading(query=query) as reader:
        await reader.press("c")
        assert reader.app.screen is reader.screen
        assert reader.message


async def test_escape_gives_up_an_order_on_its_way(reading, monkeypatch):
    asked, go_on = threading.Event(), threading.Event()

    def slow(*_args, cancelled, tell):
        asked.set()
        go_on.wait(10)
        return

    monkeypatch.setattr("tui.screens.concordance_work.gather", slow)
    async with reading(query="union") as reader:
        await reader.press("c")
        await reader.pilot.press("s")
        await reader.pilot.pause()
        assert screen(reader).gathering is not None
        await reader.pilot.press("escape")
        go_on.set()
        await reader.settle()
        assert screen(reader).gathering is None
        assert screen(reader).sitting.arrangement.order == Order()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (24, 6)])
async def test_the_match_is_seen_at_every_size(reading, size):
    async with reading(query="upsurge", size=size) as reader:
        await reader.press("c")
        assert "upsurge" in reader.text()
        assert "1 hit · 1 turn" in reader.text()


async def test_a_resize_keeps_the_line(reading):
    async with reading(query="union") as reader:
        await reader.press("c", "G", "k")
        await reader.pilot.resize_terminal(60, 14)
        await reader.settle()
        assert lines(reader).cursor == 15
        assert "›" in reader.text()


async def test_a_meeting_that_vanished_meanwhile_leaves_no_lines(reading, monkeypatch):
    async with reading(query="union", place=Place("2020-03-10")) as reader:
        gone = reader.screen.found.rows[0].entry.id
        hits_in = type(reader.screen.archive).hits_in

        def without(archive, meeting, query):
            return () if meeting == gone else hits_in(archive, meeting, query)

        monkeypatch.setattr(type(reader.screen.archive), "hits_in", without)
        await reader.press("c")
        assert gone not in {hit.meeting for hit in hits(reader)}


async def test_hits_counted_from_below_become_as_many_as_there_are(reading):
    async with reading(query="union") as reader:
        found = reader.screen.found
        least = tuple(replace(row, hits=1, counted=False) for row in found.rows)
        reader.screen.found = replace(found, rows=least)
        sitting = Sitting.over("union", found.query, 1, least)
        assert sitting.told.startswith("≥ 5 hits · 9 turns")
        await reader.press("c")
        assert said(reader).startswith("17 hits · 9 turns")
        assert len(hits(reader)) == 17


def test_ids_and_keys_are_unique():
    ids = [command.id for command in COMMANDS]
    keys = [key for command in COMMANDS for key in command.keys]
    assert (len(set(ids)), len(set(keys))) == (len(ids), len(keys))


async def test_c_right_behind_enter_waits_for_the_answer(reading):
    async with reading() as reader:
        await reader.burst("/union\rc")
        assert said(reader).startswith("17 hits · ")
        assert lines(reader).row.found == reader.screen.walk.current


async def test_headings_tell_what_find_counts(reading, seed_library):
    async with reading(query="union") as reader:
        await reader.press("c", "tab")
        found = {head.text: head.lengths[0] for head in lines(reader).sheet.headings}
    query = parse("union").query
    words = searched_words(seed_library, query, By.SPEAKER).groups
    groups = grouped(rows(seed_library, query, 0), By.SPEAKER, words, who_speaks(seed_library))
    assert found["Nursultan Nazarbayev"].startswith("10 hits · 6 turns · ")
    assert list(found.values()) == [
        " · ".join(group.counts.parts[: 3 if group.counts.per_10000 is None else 4])
        for group, _ in groups
    ]


async def test_an_answer_that_still_grows_is_counted_to_its_end(reading, seed_library):
    async with reading(query="union") as reader:
        found = reader.screen.found
        reader.screen.found = replace(found, rows=found.rows[:2], complete=False)
        await reader.press("c")
        assert said(reader).startswith("17 hits · 9 turns · 5 meetings · 60.46")
        assert len(hits(reader)) == 17
