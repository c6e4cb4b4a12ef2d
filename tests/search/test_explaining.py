"""Queries in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.explain import clauses, explain
from tui.search.fields import FIELDS
from tui.search.guide import GUIDE
from tui.search.parser import parse


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "everything"),
        ("union", "a word beginning “union”"),
        ("$25", "a word beginning “25”"),
        ('"Customs Union"', "the words “Customs Union” in a row"),
        ('"customs * union"', "the words “customs … union” in a row, … for one word"),
        ('"union"', "the word “union”"),
        ('"trade billion"~5', "“trade” and “billion” within 5 words of each other"),
        ("~integrate", "any form of “integrate”"),
        ("integraton~1", "“integraton” give or take one letter"),
        ("-union", "without a word beginning “union”"),
        ("-by:putin", "not said by “putin”"),
        ("by:putin customs", "said by “putin”, a word beginning “customs”"),
        ("at:sochi | date:2012", "held at “sochi” or in 2012"),
        ("(a | b) c", "(a word beginning “a” or a word beginning “b”), a word beginning “c”"),
        ("customs same:paragraph", "a word beginning “customs”, all in one paragraph"),
        ("by:a >> by:b", "said by “a”; answered in the next turn: said by “b”"),
        (
            "a (by:b >> by:c)",
            "a word beginning “a”, (said by “b”; answered in the next turn: said by “c”)",
        ),
        (
            "by:a >>2 by:b >> by:c",
            "said by “a”; answered within 2 turns: said by “b”; "
            "answered in the next turn: said by “c”",
        ),
        (
            "(by:a >> by:b) << by:c",
            "(said by “a”; answered in the next turn: said by “b”); "
            "in answer to the turn before: said by “c”",
        ),
        ("-(by:a >> by:b)", "not (said by “a”; answered in the next turn: said by “b”)"),
        ("is:partial", "of which only parts were published"),
    ],
)
def test_in_words(query: str, words: str) -> None:
    assert explain(parse(query).query) == words


def test_a_name_is_said_in_full_where_it_is_known() -> None:
    names = {"putin": ("Vladimir Putin",)}
    said = explain(parse("by:putin").query, lambda name: names.get(name, ()))
    assert said == "said by Vladimir Putin"


def test_chips_are_the_outermost_clauses_as_typed() -> None:
    chips = clauses(parse('by:putin  "customs union" -(a | b)').query)
    assert [chip.text for chip in chips] == ["by:putin", '"customs union"', "-(a | b)"]


@given(st.text(alphabet=st.one_of(st.sampled_from('"()|-~*/<>: by'), st.characters())))
def test_whatever_is_typed_can_be_explained(text: str) -> None:
    query = parse(text).query
    assert explain(query)
    assert (explain(query) == "everything") == (query.is_everything)


@pytest.mark.parametrize(("example", "meaning"), GUIDE)
def test_the_guide_shows_queries_that_are_understood(example: str, meaning: str) -> None:
    assert parse(example).problems == ()
    assert meaning


def test_the_guide_shows_every_field() -> None:
    shown = " ".join(example for example, _ in GUIDE)
    assert [name for name in FIELDS if f"{name}:" not in shown] == []
