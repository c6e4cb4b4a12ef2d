"""Ids cut to what is enough to name a meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli import output as output_module
from tui.cli.short_ids import short_ids

Stenogram = Callable[..., Any]

IDS = st.lists(
    st.builds(
        "{}/{}-{}".format,
        st.sampled_from(["2013-05-29", "2013-05-30", "undated"]),
        st.sampled_from(["astana", "astana-palace", "sochi", "a"]),
        st.text("ab12", min_size=4, max_size=5),
    ),
    unique=True,
)


@given(IDS)
def test_a_short_id_begins_one_id_alone(ids: list[str]) -> None:
    shortened = short_ids(ids)
    assert list(shortened) == sorted(ids)
    for key, short in shortened.items():
        assert [each for each in ids if each.startswith(short)] == [key] or short == key


def test_an_id_is_cut_where_a_part_of_it_ends() -> None:
    ids = ["2013-05-29/astana-k3f9", "2013-06-01/sochi-aaaa", "2013-06-01/sochi-aabb"]
    assert list(short_ids([*ids, "2013-06-01/tver-cccc"]).values()) == [
        "2013-05-29",
        *ids[1:],
        "2013-06-01/tver",
    ]


def test_an_address_on_a_terminal_leads_to_its_passage(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = [row["id"] for row in stenogram("find", "--sort", "left", "--json", "union").rows]
    with monkeypatch.context() as patch:
        patch.setattr(output_module.sys.stdout.__class__, "isatty", lambda _: True)
        patch.setenv("COLUMNS", "80")
        lines = stenogram("find", "--sort", "left", "--color", "never", "union").out.splitlines()
    for line, address in zip(lines, full, strict=True):
        short = line.split()[0]
        assert len(line) <= 80
        assert address.startswith(short.partition("#")[0])
        assert stenogram("show", "--format", "json", short).out == (
            stenogram("show", "--format", "json", address).out
        )
