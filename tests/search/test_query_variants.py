"""Queries near to one that finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.parser import parse
from tui.search.printing import text_of
from tui.search.pruning import without
from tui.search.variants import variants

PIECES = st.sampled_from(
    [
        *("union", "19.7", "中文", '"customs union"', '"customs * uni*"', '"a b"~5', "~integrate"),
        *(
            "integraton~1",
            "/x y/",
            "by:nazarbayev",
            "mentions:shu*",
            "date:may 2012",
            "is:question",
        ),
        *("same:paragraph", "-trade", "|", "(", ")", ">>", "<<3"),
    ]
)


def texts(query: str, *names: str) -> list[str]:
    return [variant.text for variant in variants(parse(query).query, names)]


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("integraton", "~integraton"),
        ("integraton", "integraton~1"),
        ("integrated", "integr"),
        ("~integrate", "integrate~1"),
        ('"customs union"', '"customs union"~5'),
        ('"customs union"', '"customs * union"'),
        ('"customs union"', '"customs union*"'),
        ('"customs union"', '"customs" "union"'),
        ('"customs union"', "~customs ~union"),
        ('"customs unoin"', '"customs" unoin~1'),
        ('"trade billion"~5', '"trade billion"~10'),
        ("/Customs/", "/(?i)Customs/"),
        ("by:putin union", "union"),
        ("by:put union", "by:put* union"),
        ("mentions:putin", '"putin"'),
        ("date:2014 union", "union"),
        ("trade union", "same:meeting trade union"),
        ("same:paragraph trade union", "same:meeting trade union"),
        ("trade >> billion", "trade >>3 billion"),
        ("(zzyzx | xyzzy) trade", "(~zzyzx | xyzzy) trade"),
    ],
)
def test_a_variant(query: str, near: str) -> None:
    assert near in texts(query)


def test_a_name_is_taken_for_one_that_is_spelled_nearly_so() -> None:
    near = texts("by:nazarbaev union", "Nursultan Nazarbayev", "Vladimir Putin")
    assert 'by:"Nursultan Nazarbayev" union' in near
    assert not [text for text in near if "Putin" in text]


def test_what_is_left_out_stays_left_out() -> None:
    assert all("-trade" in text for text in texts("union -trade"))


@given(st.lists(PIECES, max_size=7).map(" ".join))
def test_a_variant_is_another_query_and_reads_as_it_is_written(query: str) -> None:
    found = texts(query)
    assert len(set(found)) == len(found)
    for text in found:
        parsed = parse(text)
        assert not [problem for problem in parsed.problems if problem.left_out]
        assert parsed.query != parse(query).query
        assert text_of(parsed.query) == text


def test_clauses_can_be_left_out() -> None:
    query = parse("by:putin (a | b) date:2012").query
    first, second, third = query.root.children  # type: ignore[union-attr]
    assert text_of(without(query, second)) == "by:putin date:2012"
    assert text_of(without(query, first, third)) == "a | b"
    assert without(query, first, second, third).is_everything
