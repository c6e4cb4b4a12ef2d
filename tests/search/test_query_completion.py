"""Completion in the filter bar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.completion import Vocabulary, complete
from tui.search.parser import parse
from tui.search.query import Field

VOCABULARY = Vocabulary(
    people={"Nursultan Nazarbayev": 5, "Vladimir Putin": 5, "Natalya Ivanova": 1},
    places={"The Kremlin": 2, "Astana": 1},
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
        ("nofield:x", []),
        ("zzz", []),
        ("", []),
    ],
)
def test_suggestions(typed: str, labels: list[str]) -> None:
    assert [one.label for one in complete(typed, len(typed), VOCABULARY)] == labels


def test_only_what_stands_before_the_cursor_is_completed() -> None:
    (one,) = complete("by:pu union", 5, VOCABULARY)
    assert (one.start, one.end) == (3, 5)


@given(st.text(min_size=1).filter(lambda name: any(c.isalnum() for c in name)))
def test_what_is_put_in_is_read_as_one_name(name: str) -> None:
    vocabulary = Vocabulary(people={name: 1})
    for one in complete("by:", 3, vocabulary):
        query = parse(f"by:{one.text}").query
        assert isinstance(query.root, Field)


@given(st.text(), st.integers(0, 50))
def test_anything_typed_can_be_completed(text: str, cursor: int) -> None:
    for one in complete(text, cursor, VOCABULARY):
        assert 0 <= one.start <= one.end
