"""Completion in the filter bar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.completion import complete
from tui.search.fields import FIELDS
from tui.search.parser import parse
from tui.search.query import Field
from tui.search.vocabulary import Choice, Choices, Vocabulary

VOCABULARY = Vocabulary(
    people=Choices.ranked({"Natalya Ivanova": 1, "Vladimir Putin": 5, "Nursultan Nazarbayev": 5}),
    places=Choices.ranked({"The Kremlin": 2, "Astana": 1}),
    meetings=Choices([Choice.of("2013-05-29/astana-k3f9"), Choice.of("2012-05-15/kremlin-ab12")]),
)


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("ti", ["title:"]),
        ("by:na", ["Natalya Ivanova", "Nursultan Nazarbayev"]),
        ("by:", ["Nursultan Nazarbayev", "Vladimir Putin", "Natalya Ivanova"]),
        ("-by:pu", ["Vladimir Putin"]),
        ('by:"nursultan naz', ["Nursultan Nazarbayev"]),
        ("union (at:krem", ["The Kremlin"]),
        ("is:p", ["partial"]),
        ("in:2012", ["2012-05-15/kremlin-ab12"]),
        ("in:astana", ["2013-05-29/astana-k3f9"]),
        ("putin >> by:naz", ["Nursultan Nazarbayev"]),
        ("nofield:x", []),
        ("by:?", []),
        ("is:partial", []),
        ("zzz", []),
        ('"by', []),
    ],
)
def test_suggestions(typed: str, labels: list[str]) -> None:
    assert [one.label for one in complete(typed, len(typed), VOCABULARY)] == labels


def test_every_field_is_offered_where_nothing_is_typed_only_when_asked_for() -> None:
    assert len(complete("", 0, VOCABULARY, limit=99)) == len(FIELDS)
    assert complete("", 0, VOCABULARY, asked=False) == ()


def test_one_letter_is_a_word_until_somebody_asks() -> None:
    assert complete("t", 1, VOCABULARY, asked=False) == ()
    assert [one.label for one in complete("t", 1, VOCABULARY)] == ["title:", "topic:"]


def test_only_what_stands_before_the_cursor_is_completed() -> None:
    (one,) = complete("by:pu union", 5, VOCABULARY)
    assert (one.start, one.end) == (3, 5)


@given(st.text(min_size=1).filter(lambda name: any(c.isalnum() for c in name)))
def test_what_is_put_in_is_read_as_one_name(name: str) -> None:
    vocabulary = Vocabulary(people=Choices.ranked({name: 1}))
    (one,) = complete("by:", 3, vocabulary)
    assert isinstance(parse(f"by:{one.text}").query.root, Field)


@given(st.text(), st.integers(0, 50))
def test_anything_typed_can_be_completed(text: str, cursor: int) -> None:
    for one in complete(text, cursor, VOCABULARY):
        assert 0 <= one.start <= one.end
