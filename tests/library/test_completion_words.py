"""What a library offers for completion, and what it asks its reader's notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library.consulting import consult
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.open import open_library
from tui.search.known import unknown
from tui.search.parser import parse


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library(tmp_path_factory.mktemp("offers") / "library")


@pytest.mark.parametrize(
    ("kind", "typed", "offered"),
    [
        ("people", "naz", [("Nursultan Nazarbayev", 5)]),
        ("places", "krem", [("The Kremlin, Moscow", 3)]),
        ("countries", "", [("Kazakhstan", 4)]),
        ("roles", "president of k", [("President of Kazakhstan", 4)]),
        ("years", "", [("2020", 1), ("2017", 1), ("2013", 1), ("2012", 2)]),
    ],
)
def test_names_come_with_the_meetings_they_stand_for(
    library: Library, kind: str, typed: str, offered: list[tuple[str, int]]
) -> None:
    choices = getattr(library.vocabulary(), kind).beginning(typed, 9)
    assert [(choice.value, choice.count) for choice in choices] == offered


def test_meetings_are_offered_the_latest_first(library: Library) -> None:
    ids = [choice.value for choice in library.vocabulary().meetings.beginning("", 9)]
    assert ids == sorted(ids, reverse=True)


def test_names_are_gathered_once_a_generation(library: Library) -> None:
    assert library.vocabulary() is library.vocabulary()


def test_the_notebook_is_not_opened_for_a_query_that_does_not_ask_it(library: Library) -> None:
    def notebook() -> Notebook:
        raise AssertionError("nothing was asked of the notebook")

    consult(library, notebook)
    assert library.timeline(parse("gosplan").query)


def test_saved_searches_are_found_whatever_the_case_of_their_name(
    library: Library, tmp_path: Path
) -> None:
    notebook = Notebook(tmp_path, library.uuid)
    notebook.save_search("Plans", "gosplan >> by:putin")
    consult(library, lambda: notebook)
    assert library.unfolded(parse("saved:plans").query) == parse("gosplan >> by:putin").query
    nameless = library.unfolded(parse("union saved:other").query)
    assert [clause.name for clause in unknown(nameless)] == ["other"]
