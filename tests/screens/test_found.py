"""What a filter found: counts and the way from hit to hit across meetings."""

import pytest

from tui.model import Entry, TimelineRow
from tui.screens.found import Found
from tui.search.parser import parse


def row(name: str, hits: int, turns: int = 1) -> TimelineRow:
    return TimelineRow(Entry(name, name, None, None, "", (), 3, 100, False), hits, turns)


@pytest.fixture
def found() -> Found:
    rows = (row("d", 2), row("c", 0, 0), row("a", 3, 2))
    return Found("union", parse("union").query, rows)


def test_counts_say_hits_turns_and_meetings(found):
    assert found.counts(5)[0] == "5 hits · 3 turns · 2 of 5 meetings"


def test_counts_say_which_hit_one_stands_on(found):
    assert found.counts(5, 4)[0].startswith("4 of 5 hits")


def test_one_hit_is_not_plural():
    assert Found("x", parse("x").query, (row("a", 1),)).counts(5)[0].startswith("1 hit · 1 turn ·")


def test_no_hits_are_said():
    assert Found("x", parse("x").query, ()).counts(5)[0] == "no hits in 5 meetings"


def test_a_filter_of_meetings_alone_counts_meetings():
    query = parse("at:sochi").query
    assert Found("at:sochi", query, (row("a", 0, 0),)).counts(5)[0] == "1 of 5 meetings"


def test_hits_before_counts_the_meetings_above(found):
    assert found.hits_before("a") == 2


def test_neighbour_steps_over_meetings_without_hits(found):
    assert found.neighbour("d", 1, order=("d", "c", "b", "a")) == "a"
    assert found.neighbour("a", -1, order=("d", "c", "b", "a")) == "d"


def test_neighbour_of_a_meeting_that_was_filtered_out(found):
    assert found.neighbour("b", 1, order=("d", "c", "b", "a")) == "a"
    assert found.neighbour("b", -1, order=("d", "c", "b", "a")) == "d"


def test_no_neighbour_at_the_end(found):
    assert found.neighbour("a", 1, order=("d", "c", "b", "a")) is None


def test_every_length_of_the_counts_is_shorter_than_the_one_before(found):
    forms = [len(form) for form in found.counts(5, 4)]
    assert forms == sorted(set(forms), reverse=True)
