"""What `find` shows besides rows of hits: counts, groups, samples, and why there is nothing."""

from __future__ import annotations

import csv
import io
import shlex
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tui.search.command_line import command_line
from tui.search.groups import By
from tui.search.orders import Order, Side

Stenogram = Callable[..., Any]

COUNT_KEYS = ["hits", "turns", "meetings", "words", "per_10000"]


def test_count_agrees_with_the_rows_and_the_list(stenogram: Stenogram) -> None:
    rows = stenogram("find", "--json", "union").rows
    (counts,) = stenogram("find", "--count", "--json", "union").rows
    assert list(counts) == COUNT_KEYS
    assert counts["hits"] == len(rows)
    assert counts["turns"] == len({row["id"] for row in rows if row["kind"] == "turn"})
    assert counts["meetings"] == len({row["meeting"] for row in rows})
    assert counts["words"] == sum(row["words"] for row in stenogram("list", "--json").rows)
    in_speech = sum(row["kind"] == "turn" for row in rows)
    assert counts["per_10000"] == round(in_speech * 10_000 / counts["words"], 2)


def test_count_in_words_is_one_line(stenogram: Stenogram) -> None:
    ended = stenogram("find", "--count", "union")
    assert ended.code == 0
    (line,) = ended.out.splitlines()
    assert line.startswith("17 hits in 9 turns of 5 meetings, 2 outside speech; ")
    assert "per 10,000" in line


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("year", lambda row: row["date"][:4]),
        ("speaker", lambda row: row["speaker"]),
        ("meeting", lambda row: row["meeting"]),
    ],
)
def test_groups_hold_the_rows(
    stenogram: Stenogram, by: str, key: Callable[[dict[str, Any]], str | None]
) -> None:
    rows = stenogram("find", "--json", "union").rows
    groups = stenogram("find", "--by", by, "--json", "union").rows
    titles = {"meeting": ["title"], "speaker": ["person"]}.get(by, [])
    assert [list(group) for group in groups] == [[by, *titles, *COUNT_KEYS]] * len(groups)
    assert {group[by]: group["hits"] for group in groups} == Counter(map(key, rows))


def test_groups_stand_in_columns_under_a_heading(stenogram: Stenogram) -> None:
    heading, *lines = stenogram("find", "--by", "speaker", "union").out.splitlines()
    end = heading.index("hits") + len("hits")
    assert heading.split()[:4] == ["speaker", "hits", "turns", "meetings"]
    assert all(line[end - 1].isdigit() and line[end] == " " for line in lines)


def test_groups_as_csv_and_markdown(stenogram: Stenogram) -> None:
    groups = stenogram("find", "--by", "year", "--json", "union").rows
    heading, *records = csv.reader(
        io.StringIO(stenogram("find", "--by=year", "--csv", "union").out)
    )
    assert [dict(zip(heading, record, strict=True)) for record in records] == [
        {key: str(value) for key, value in group.items()} for group in groups
    ]
    table = stenogram("find", "--by", "year", "--markdown", "union").out.splitlines()
    assert len(table) == len(groups) + 2
    assert {line.count("|") for line in table} == {len(heading) + 1}


@pytest.mark.parametrize("by", ["year", "speaker", "meeting"])
@pytest.mark.parametrize("order", ["date", "left:1", "speaker"])
def test_rows_stand_group_by_group_where_an_order_is_asked_for(
    stenogram: Stenogram, by: str, order: str
) -> None:
    plain = stenogram("find", "--sort", order, "--json", "union").rows
    counts = stenogram("find", "--by", by, "--json", "union").rows
    rows = stenogram("find", "--by", by, "--sort", order, "--json", "union").rows

    def group(row: dict[str, Any]) -> str | None:
        return row["date"][:4] if by == "year" else row[by]

    names = [count[by] for count in counts]
    assert rows == sorted(plain, key=lambda row: names.index(group(row)))


def test_each_group_of_rows_stands_under_its_counts(stenogram: Stenogram) -> None:
    lines = stenogram("find", "--by", "year", "--sort", "date", "union").out.splitlines()
    headings = [line for line in lines if line[:4].isdigit() and line[4:6] == "  "]
    assert headings[0] == "2012  8 hits · 4 turns · 2 meetings · 62.17 per 10,000 words"
    assert len(headings) == 4


def test_limit_takes_the_first_groups(stenogram: Stenogram) -> None:
    groups = stenogram("find", "--by", "year", "--json", "union").rows
    assert stenogram("find", "--by", "year", "--json", "--limit", "2", "union").rows == groups[:2]


def test_a_sample_is_the_same_each_time_and_states_its_seed(stenogram: Stenogram) -> None:
    every = stenogram("find", "--json", "union").rows
    one, other = (stenogram("find", "--json", "--sample", "5", "union") for _ in range(2))
    assert one.rows == other.rows
    assert len(one.rows) == 5
    assert [row for row in every if row in one.rows] == one.rows
    assert "5 of 17 hits, seed 1" in one.err


def test_another_seed_is_another_sample(stenogram: Stenogram) -> None:
    seeds = [("--seed", "2"), ("--seed", "3"), ("--seed", "4")]
    samples = [stenogram("find", "--json", "--sample", "5", *seed, "union") for seed in seeds]
    assert len({tuple(row["left"] for row in sample.rows) for sample in samples}) > 1
    assert "seed 3" in samples[1].err


def test_a_sample_holds_the_same_hits_in_every_order(stenogram: Stenogram) -> None:
    by_time, by_left = (
        stenogram("find", "--json", "--sample", "6", "--sort", order, "union").rows
        for order in ("date", "left")
    )
    assert sorted(map(str, by_time)) == sorted(map(str, by_left))


def test_a_sample_has_no_frequency(stenogram: Stenogram) -> None:
    (counts,) = stenogram("find", "--count", "--json", "--sample", "5", "union").rows
    assert (counts["hits"], counts["words"], counts["per_10000"]) == (5, None, None)


@pytest.mark.parametrize(
    "options", [("--seed", "3"), ("--count", "--by", "year"), ("--sample", "0")]
)
def test_options_that_mean_nothing_are_refused(
    stenogram: Stenogram, options: tuple[str, ...]
) -> None:
    ended = stenogram("find", *options, "union")
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("options", [(), ("--count",), ("--by", "speaker"), ("--sample", "3")])
@pytest.mark.parametrize("form", ["--json", "--csv", "--color=never"])
def test_nothing_found_says_why_on_standard_error(
    stenogram: Stenogram, options: tuple[str, ...], form: str
) -> None:
    ended = stenogram("find", form, *options, "by:putin integraton")
    assert ended.code == 1
    assert "integraton~1" in ended.err
    assert "by:putin" in ended.err
    if form == "--json" or "--count" in options or "--by" in options:
        assert ended.out == ""


def test_a_variant_can_be_taken_as_it_stands(stenogram: Stenogram) -> None:
    ended = stenogram("find", "by:nazarbaev", '"customs union"')
    taken = next(line.split("  ")[1] for line in ended.err.splitlines() if "spelled" in line)
    assert stenogram("find", "--json", taken).code == 0


def test_context_words_are_not_more_than_asked_for_when_sorted(stenogram: Stenogram) -> None:
    rows = stenogram("find", "--json", "--sort", "left", "--context", "1", "union").rows
    assert {len(row["left"].split()) for row in rows} <= {0, 1}


@pytest.mark.parametrize(
    "line",
    [
        command_line('by:putin "customs union"', order=Order(Side.RIGHT, 2), sample=4, seed=9),
        command_line("union -trade", by=By.SPEAKER),
        command_line("union", order=Order(), by=By.MEETING, sample=4),
        command_line("union", count=True),
    ],
)
def test_a_command_line_for_a_screen_is_understood(stenogram: Stenogram, line: str) -> None:
    program, *words = shlex.split(line)
    assert program == "stenogram"
    assert stenogram(*words).code == 0
