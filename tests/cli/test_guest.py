"""A guest reads everything and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]
PLACE = "2020-03-10/the-kremlin-moscow#t2"


def files(*folders: Path) -> dict[str, bytes]:
    """Every file below some folders, with what it holds."""
    return {
        str(path): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    "words",
    [("find", "customs"), ("show", PLACE), ("list",), ("cite", PLACE), ("people",), ("export",)],
    ids=lambda words: words[0],
)
def test_what_reads_works_and_leaves_nothing(
    stenogram: Stenogram, library: Path, empty_home: Path, words: tuple[str, ...]
) -> None:
    plain = stenogram(*words)
    before = files(library, empty_home)
    as_guest = stenogram(*words, "--guest")
    assert (as_guest.code, as_guest.out) == (plain.code, plain.out)
    assert as_guest.code == 0
    assert files(library, empty_home) == before


@pytest.mark.parametrize("option", ["--guest", "--read-only"])
@pytest.mark.parametrize(
    "words",
    [
        ("import", "page.txt"),
        ("remove", "2012-05-15"),
        ("edit", PLACE, "--speaker", "Anna Berg"),
        ("init",),
        ("backup", "made.tar.gz"),
        ("restore", "page.txt"),
        ("verify", "--fix", "draft.md"),
    ],
    ids=lambda words: words[0],
)
def test_what_writes_is_refused(
    stenogram: Stenogram,
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    option: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text("ANNA BERG: We agreed.\n", encoding="utf-8")
    (tmp_path / "draft.md").write_text("He said “Thank you very much.”\n", encoding="utf-8")
    before = files(tmp_path)
    ended = stenogram(option, *words)
    assert (ended.code, ended.out) == (2, "")
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "words", [("list",), ("add", PLACE), ("searches",), ("last",), ("undo",)], ids=lambda w: w[0]
)
def test_a_guest_has_no_notebook(
    stenogram: Stenogram, empty_home: Path, words: tuple[str, ...]
) -> None:
    before = files(empty_home)
    ended = stenogram("notebook", *words, "--guest")
    assert ended.code == 2
    assert "guest" in ended.err
    assert files(empty_home) == before


def test_a_reader_only_keeps_a_notebook(stenogram: Stenogram) -> None:
    assert stenogram("--read-only", "notebook", "add", PLACE).code == 0
    assert stenogram("find", "is:noted", "--json").rows[0]["id"].endswith("#t2")


@pytest.mark.parametrize("query", ["saved:trade", "is:noted"])
def test_what_only_a_notebook_knows_is_not_found_and_breaks_nothing(
    stenogram: Stenogram, query: str
) -> None:
    ended = stenogram("find", query, "--guest")
    assert ended.code in (1, 2)
    assert ended.out == ""
    assert "should not happen" not in ended.err
