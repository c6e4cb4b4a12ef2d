"""One form of output at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Stenogram = Callable[..., Any]

MEETING = "2013-05-29/astana"


@pytest.mark.parametrize(
    "words",
    [
        ("find", "union", "--json", "--csv"),
        ("find", "union", "--csv", "--markdown"),
        ("show", MEETING, "--json", "--format", "markdown"),
        ("show", MEETING, "--format", "text", "--json"),
    ],
)
def test_two_forms_are_refused(stenogram: Stenogram, words: tuple[str, ...]) -> None:
    ended = stenogram(*words)
    assert (ended.code, ended.out) == (2, "")
    assert "do not go together" in ended.err


def test_one_form_said_twice_is_one(stenogram: Stenogram) -> None:
    twice = stenogram("show", MEETING, "--json", "--format", "json")
    assert twice == stenogram("show", MEETING, "--json")
    assert twice.code == 0


def test_meetings_listed_by_what_is_known_of_them_have_no_hits(stenogram: Stenogram) -> None:
    assert "hit" not in stenogram("list", "at:astana").out
    assert "hit" in stenogram("list", "at:astana", "union").out


def test_find_without_words_points_to_list(stenogram: Stenogram) -> None:
    ended = stenogram("find", "at:astana")
    assert (ended.code, ended.out) == (1, "")
    assert "Nothing found" not in ended.err
    assert "stenogram list" in ended.err


def test_find_without_words_and_without_a_meeting_says_so(stenogram: Stenogram) -> None:
    ended = stenogram("find", "in:nowhere")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "No meeting is such: in the meeting “nowhere”\n"
