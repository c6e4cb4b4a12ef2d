"""Addresses that open where the quoted words stand."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Meeting, Place
from tui.quoting.cut import quote_selection, quote_turn
from tui.quoting.deep_link import deep_link

URL = "http://example.org/talks/1"


def test_a_short_quotation_is_looked_for_whole(published: Meeting) -> None:
    assert deep_link(quote_turn(published, "t3")) == f"{URL}#:~:text=Agreed"


def test_of_a_long_one_both_ends_are_looked_for(published: Meeting) -> None:
    words = " ".join(f"word{number}" for number in range(30))
    link = deep_link(replace(quote_turn(published, "t3"), words=words))
    assert link is not None
    start, end = (unquote(part) for part in link.partition("text=")[2].split(","))
    assert words.startswith(start)
    assert words.endswith(end)


def test_no_part_runs_across_paragraphs_or_omissions(published: Meeting) -> None:
    link = deep_link(quote_turn(published, "t2"))
    assert link == f"{URL}#:~:text=Thank%20you,has%20grown"


def test_words_around_a_part_of_a_paragraph_tell_it_apart(published: Meeting) -> None:
    start, end = (Place(published.id, "t1", 0, offset) for offset in (3, 7))
    (quote,) = quote_selection(published, start, end)
    assert quote.words == "meet"
    assert deep_link(quote) == f"{URL}#:~:text=We-,meet,-again"


def test_an_address_with_a_fragment_of_its_own_keeps_it(published: Meeting) -> None:
    quote = replace(quote_turn(published, "t3"), source_url=f"{URL}#part")
    assert deep_link(quote) == f"{URL}#part:~:text=Agreed"


@pytest.mark.parametrize("anchor", ["t1", "t3", "b1"])
def test_without_an_address_there_is_no_link(talks: Meeting, anchor: str) -> None:
    assert deep_link(quote_turn(talks, anchor)) is None


@given(words=st.text(min_size=1, max_size=80))
def test_no_sign_of_the_words_is_one_of_the_directives(published: Meeting, words: str) -> None:
    link = deep_link(replace(quote_turn(published, "t3"), words=words))
    assert link is not None
    directive = link.removeprefix(URL).removeprefix("#:~:text=")
    assert directive.count(",") <= 1
    assert not set(directive) & set("-& #<>")
