"""In which order the rows of a concordance stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Meeting
from tui.search.concordance import Row, rows_of
from tui.search.matcher import Matcher
from tui.search.orders import ORDERS, Order, Side, order_of
from tui.search.parser import parse

MakeMeeting = Callable[..., Meeting]


def found(meeting: Meeting, text: str, words: int | None = None) -> list[Row]:
    return list(rows_of(meeting, Matcher(parse(text).query).hits(meeting), words))


def test_left_compares_the_nearest_word_first(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(
        ("Ann", "a strong union"), ("Ann", "z big union"), ("Ann", "a big union"), ("Ann", "union")
    )
    rows = sorted(found(meeting, '"union"'), key=Order(Side.LEFT).key)
    assert [row.left.strip() for row in rows] == ["", "a big", "z big", "a strong"]


def test_so_many_words_are_compared_and_what_they_do_not_tell_apart_stays(
    make_meeting: MakeMeeting,
) -> None:
    meeting = make_meeting(("Ann", "z big union"), ("Ann", "a big union"), ("Ann", "a any union"))
    rows = sorted(found(meeting, '"union"'), key=Order(Side.LEFT, 1).key)
    assert [row.left.strip() for row in rows] == ["a any", "z big", "a big"]


def test_words_are_compared_folded_and_without_punctuation(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(
        ("Ann", "union (naïve)"), ("Ann", "union NAIVE, B"), ("Ann", "union – naive a")
    )
    order = Order(Side.RIGHT)
    assert [order.key(row) for row in found(meeting, '"union"')] == [
        ("naive",),
        ("naive", "b"),
        ("naive", "a"),
    ]


def test_right_compares_what_follows_and_not_the_hit(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann", "unions b"), ("Ann", "union c"), ("Ann", "unionist a"))
    rows = sorted(found(meeting, "union"), key=Order(Side.RIGHT).key)
    assert [row.right.strip() for row in rows] == ["a", "b", "c"]


def test_what_nobody_said_is_last_among_speakers(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("émile", "union"), ("Zoe", "union"), ("Ann", "union"), title="Union")
    rows = sorted(found(meeting, "union"), key=Order(Side.SPEAKER).key)
    assert [row.speaker for row in rows] == ["Ann", "émile", "Zoe", None]


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_an_order_is_found_by_its_text(order: Order) -> None:
    assert order_of(str(order)) == order


def test_an_unknown_order_says_which_there_are() -> None:
    with pytest.raises(ValueError, match="left:3"):
        order_of("left:4")


def test_a_row_can_be_cut_down_after_it_was_compared(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann", "one two three $20 billion, four five"))
    (wide,) = found(meeting, '"20"', 5)
    (narrow,) = found(meeting, '"20"', 1)
    assert wide.within(1) == narrow
