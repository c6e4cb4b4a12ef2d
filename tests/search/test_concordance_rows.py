"""Hits as rows of a concordance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Block, BlockKind, Hit, Match, Passage
from tui.search.rows import left_and_right

PASSAGE = Passage(
    "b1",
    None,
    (Block(BlockKind.NARRATIVE, "one two three"), Block(BlockKind.NARRATIVE, "about $20 billion.")),
)


def hit(block: int, start: int, end: int) -> Hit:
    match = Match(block, start, end)
    return Hit("m", "b1", match, (match,))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (0, ("$", "20", "")),
        (1, ("about $", "20", " billion.")),
        (2, ("three about $", "20", " billion.")),
        (None, ("one two three about $", "20", " billion.")),
    ],
)
def test_context_is_counted_in_words_and_crosses_paragraphs(
    words: int | None, expected: tuple[str, str, str]
) -> None:
    assert left_and_right(PASSAGE, hit(1, 7, 9), words) == expected


def test_a_hit_without_words_shows_what_follows() -> None:
    assert left_and_right(PASSAGE, hit(0, 0, 0), 2) == ("", "", "one two")


@given(
    st.lists(st.text(), min_size=1, max_size=3), st.data(), st.one_of(st.none(), st.integers(0, 9))
)
def test_a_row_is_an_uninterrupted_stretch_of_the_passage(
    texts: list[str], data: st.DataObject, words: int | None
) -> None:
    block = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[block])))
    end = data.draw(st.integers(start, len(texts[block])))
    passage = Passage("b1", None, tuple(Block(BlockKind.NARRATIVE, text) for text in texts))
    left, found, right = left_and_right(passage, hit(block, start, end), words)
    assert found == texts[block][start:end]
    assert left + found + right in " ".join(texts)
