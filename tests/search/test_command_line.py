"""The command line of what a screen shows."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.command_line import command_line
from tui.search.groups import By
from tui.search.orders import Order, Side
from tui.search.sample import DEFAULT_SEED


def test_what_is_not_asked_for_is_not_said() -> None:
    assert command_line("union") == "stenogram find -- union"


def test_every_choice_is_said() -> None:
    line = command_line(
        '"customs union"', order=Order(Side.LEFT, 2), sample=50, seed=7, context=5, limit=9
    )
    assert line == (
        "stenogram find --sort left:2 --sample 50 --seed 7 --context 5 --limit 9 "
        "-- '\"customs union\"'"
    )


def test_a_sample_states_its_seed() -> None:
    assert f"--seed {DEFAULT_SEED} " in command_line("union", by=By.YEAR, sample=5)


def test_groups_of_rows_say_their_order_and_counts_of_groups_none() -> None:
    assert command_line("union", by=By.YEAR) == "stenogram find --by year -- union"
    rows = command_line("union", order=Order(), by=By.YEAR)
    assert rows == "stenogram find --sort date --by year -- union"


@given(st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",))))
def test_a_shell_hands_over_the_query_as_typed(text: str) -> None:
    assert shlex.split(command_line(text))[-2:] == ["--", text]


@pytest.mark.parametrize("text", ["-billion list", "--json", "$(reboot)"])
def test_no_query_becomes_an_option_or_a_command(text: str) -> None:
    assert shlex.split(command_line(text)) == ["stenogram", "find", "--", text]
