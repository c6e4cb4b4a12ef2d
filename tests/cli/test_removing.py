"""``remove``: what it names before it asks, and what an answer does."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import click
import pytest

from tui.cli.commands import removing

Stenogram = Callable[..., Any]


class Asked:
    """A person at the terminal who gives one answer and counts the questions."""

    def __init__(self, answer: bool) -> None:
        self.answer = answer
        self.questions: list[str] = []

    def confirm(self, question: str, **_: object) -> bool:
        self.questions.append(question)
        return self.answer


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A person who answers no."""
    asked = Asked(False)
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(removing, "sys", SimpleNamespace(stdin=terminal, stderr=terminal))
    monkeypatch.setattr(click, "confirm", asked.confirm)
    return asked


def test_no_is_nothing_done(stenogram: Stenogram, refusing: Asked) -> None:
    ended = stenogram("remove", "2013-05-29")
    assert (ended.code, ended.out, len(refusing.questions)) == (1, "", 1)
    assert len(stenogram("list", "--json").rows) == 5


def test_the_question_names_the_meeting(stenogram: Stenogram, refusing: Asked) -> None:
    (row,) = stenogram("list", "--json", "at:astana").rows
    said = stenogram("remove", "2013-05-29").err
    assert row["id"] in said
    assert row["title"] in said
    assert "2 turns" in said


@pytest.mark.parametrize("target", ["1999-01-01", "2012"])
def test_an_unclear_target_is_an_error_and_no_question(
    stenogram: Stenogram, refusing: Asked, target: str
) -> None:
    assert stenogram("remove", target).code == 2
    assert refusing.questions == []


def test_one_unknown_target_lets_the_others_stay(stenogram: Stenogram) -> None:
    assert stenogram("remove", "--yes", "2013-05-29", "1999-01-01").code == 2
    assert len(stenogram("list", "--json").rows) == 5


def test_an_import_is_a_target(stenogram: Stenogram) -> None:
    assert len(stenogram("remove", "--yes", "seeds").out.splitlines()) == 5
