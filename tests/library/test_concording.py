"""A concordance out of a library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tui.library.concording import choose, rows, searched_words
from tui.library.library import Library
from tui.model import Hit
from tui.search import orders
from tui.search.groups import By
from tui.search.orders import Order, Side
from tui.search.parser import parse
from tui.search.query import Query


def query(text: str) -> Query:
    return parse(text).query


def test_rows_are_the_hits(seeds: Library) -> None:
    assert [row.found for row in rows(seeds, query("union"), 5)] == list(seeds.hits(query("union")))


def test_a_row_of_an_exchange_has_its_answer(seeds: Library) -> None:
    asked = query("by:putin trade >> by:nazarbayev billion")
    (row,) = rows(seeds, asked, 5)
    (pair,) = seeds.pairs_in(row.meeting, asked)
    assert row.answer is not None
    assert (row.found, row.answer.found) == (pair.hit, pair.other)


def test_the_first_row_waits_for_no_other_hit(
    seeds: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first, *_) = seeds.hits(query("union"))

    def only_one(*_: object, **__: object) -> Iterator[Hit]:
        yield first
        raise AssertionError("another hit was looked for")

    monkeypatch.setattr(seeds, "hits", only_one)
    assert next(rows(seeds, query("union"), 5)).found == first


def test_rows_end_when_they_are_cancelled(seeds: Library) -> None:
    assert list(rows(seeds, query("union"), 5, cancelled=lambda: True)) == []


def test_all_there_are_is_no_sample(seeds: Library) -> None:
    for order in orders.ORDERS:
        chosen = choose(seeds, query("union"), order, 5)
        assert chosen.sample is None
        assert sorted(row.id for row in chosen.rows) == sorted(
            row.id for row in rows(seeds, query("union"), 5)
        )


def test_more_hits_than_can_be_sorted_are_sampled_and_it_is_stated(
    seeds: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.library.concording.MOST_SORTED", 7)
    chosen = choose(seeds, query("union"), Order(Side.LEFT), 5)
    assert len(list(chosen.rows)) == 7
    assert chosen.sample is not None
    assert (chosen.sample.of, chosen.sample.seed) == (17, 1)


def test_a_sample_is_in_the_order_of_time(seeds: Library) -> None:
    every = [row.found for row in rows(seeds, query("union"), 5)]
    chosen = [row.found for row in choose(seeds, query("union"), Order(), 5, sample=6).rows]
    assert len(chosen) == 6
    assert chosen == [hit for hit in every if hit in chosen]


def test_the_words_searched_are_those_of_the_meetings_left(seeds: Library) -> None:
    entries = [row.entry for row in seeds.timeline()]
    assert searched_words(seeds, query("union")).words == sum(entry.words for entry in entries)
    of_2012 = sum(entry.words for entry in entries if (entry.date or "").startswith("2012"))
    assert searched_words(seeds, query("union date:2012")).words == of_2012
    assert searched_words(seeds, query("union with:putin date:2012")).words == of_2012


def test_the_words_of_one_speaker_are_what_by_searches(seeds: Library) -> None:
    everyone = searched_words(seeds, query("union"), By.SPEAKER)
    alone = searched_words(seeds, query("by:putin union"))
    assert alone.words == everyone.groups["vladimir-putin"] < everyone.words


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize("text", ["union", "date:2012 union", "is:speech union", "by:putin union"])
def test_the_groups_add_up_to_the_whole(seeds: Library, by: By, text: str) -> None:
    searched = searched_words(seeds, query(text), by)
    assert sum(searched.groups.values()) == searched.words > 0
