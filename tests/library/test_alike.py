"""Passages that share most of some words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.library import Library
from tui.model import Place

Write = Callable[..., Path]


@pytest.fixture
def library(empty: Library, sources: Write) -> Library:
    files = [
        sources("a.txt", words="The harbour is closed, and the ships wait.", answer="So it is."),
        sources(
            "b.txt",
            date="June 1, 2014",
            words="Ships and more ships, the whole summer.",
            answer="The harbour needs a lighthouse, and the ships need it too.",
        ),
    ]
    list(empty.import_files(files))
    return empty


def test_the_passage_that_shares_most_comes_first(library: Library) -> None:
    places = library.alike(["HARBOUR", "lighthouse,", "ships"], limit=5)
    second = library.meeting("2014").id
    assert places[0] == Place(second, "t2")
    assert len(places) == len(set(places)) == 3


def test_a_rare_word_counts_more_than_a_frequent_one(library: Library) -> None:
    assert library.alike(["ships", "lighthouse"], limit=1) == (
        Place(library.meeting("2014").id, "t2"),
    )


@pytest.mark.parametrize("words", [[], ["…"], ["zebra"]])
def test_without_a_common_word_nothing_is_alike(library: Library, words: list[str]) -> None:
    assert library.alike(words, limit=5) == ()
