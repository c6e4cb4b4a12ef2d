"""Columns of rows for reading: what gives way first, and how far the hits stand in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli import output as output_module
from tui.cli.table import plural

Stenogram = Callable[..., Any]


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 80 columns."""
    monkeypatch.setattr(output_module.sys.stdout.__class__, "isatty", lambda _: True)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("narrow")
def test_a_narrow_list_tells_where_who_and_what(stenogram: Stenogram) -> None:
    (line,) = stenogram("list", "--color", "never", "at:astana").out.splitlines()
    assert len(line) <= 80
    assert "Astana" in line
    assert "Nursultan Naz" in line
    assert "Meeting with President" in line


@pytest.mark.usefixtures("narrow")
def test_an_id_of_a_narrow_list_leads_to_its_meeting(stenogram: Stenogram) -> None:
    full = [row["id"] for row in stenogram("list", "--json", "date:2012").rows]
    lines = stenogram("list", "--color", "never", "date:2012").out.splitlines()
    for line, id_ in zip(lines, full, strict=True):
        (row,) = stenogram("show", "--format", "json", line.split()[0]).rows
        assert row["id"] == id_


@pytest.mark.usefixtures("narrow")
def test_a_narrow_table_of_counts_keeps_names_and_titles(stenogram: Stenogram) -> None:
    lines = stenogram("find", "--by", "meeting", "--color", "never", "union").out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert all("Meeting with " in line for line in lines[1:])


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("by", ["speaker", "meeting", "year"])
def test_a_heading_over_hits_takes_one_line(stenogram: Stenogram, by: str) -> None:
    out = stenogram("find", "--by", by, "--sort", "left", "--color", "never", "union").out
    assert all(len(line) <= 80 for line in out.splitlines())


@pytest.mark.usefixtures("narrow")
def test_a_short_id_of_somebody_leads_to_them(stenogram: Stenogram, tmp_path: Path) -> None:
    for day in ("2024-03-01", "2024-03-08"):
        front = f"---\ntitle: Standup {day}\ndate: {day}\n---\n\n"
        said = "Anna: The harbour first.\n\nOtto Hill: Yes.\n\nAnna: Then the bridge.\n"
        (tmp_path / f"{day}.md").write_text(front + said, encoding="utf-8")
    assert stenogram("import", *map(str, tmp_path.glob("*.md"))).code == 0
    lines = stenogram("people", "--color", "never").out.splitlines()
    shown = [line.split()[0] for line in lines if " Anna " in line]
    assert shown == ["anna@2024-03-01", "anna@2024-03-08"]
    found = [stenogram("people", "--json", each).rows for each in shown]
    assert [(len(rows), rows[0]["id"][:15]) for rows in found] == [(1, each) for each in shown]


def test_little_context_takes_a_narrow_column(stenogram: Stenogram) -> None:
    lines = stenogram("find", "--context", "0", "union").out.splitlines()
    assert lines
    assert all(" " * 24 not in line for line in lines)


def test_a_markdown_cell_has_no_outer_blanks(stenogram: Stenogram) -> None:
    lines = stenogram("find", "--markdown", "union").out.splitlines()[2:]
    assert lines
    assert all("  " not in line.replace("|  |", "| |") for line in lines)


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


@pytest.mark.parametrize(("count", "said"), [(0, "0 hits"), (1, "1 hit"), (1234, "1,234 hits")])
def test_a_count_in_words_is_written_as_in_tables(count: int, said: str) -> None:
    assert plural(count, "hit") == said
