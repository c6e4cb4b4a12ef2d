"""A word that is nearly a command, where no screen can open on it as a query."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Stenogram = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "meant"), [("lst", "list"), ("improt", "import"), ("remvoe", "remove")]
)
def test_the_nearest_command_is_offered(stenogram: Stenogram, typed: str, meant: str) -> None:
    ended = stenogram(typed, "something")
    assert (ended.code, ended.out) == (2, "")
    assert f"stenogram {meant}`?" in ended.err


@pytest.mark.parametrize("words", [(), ("by:nazarbayev",), ("2013-05-29/astana",)])
def test_nothing_is_offered_for_a_query(stenogram: Stenogram, words: tuple[str, ...]) -> None:
    ended = stenogram(*words)
    assert ended.code == 2
    assert "Did you mean" not in ended.err
