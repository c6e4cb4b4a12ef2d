"""A library of which something is lost: what is said of it, and how it is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]


def test_a_search_that_met_damage_says_what_is_missing(stenogram: Stenogram, library: Path) -> None:
    shard = next((library / "transcripts").glob("2012*"))
    shard.write_bytes(shard.read_bytes()[:-10])
    ended = stenogram("find", "--json", '"customs union"')
    assert ended.code == 2
    assert {row["date"] for row in ended.rows} == {"2013-05-29"}
    assert shard.name in ended.err
    missing = ended.err.splitlines()[-1]
    assert "2012-05-15/" in missing and "2012-10-09/" not in ended.out
    assert "2013-05-29/" not in missing


def test_a_shard_that_was_not_needed_is_missing_from_no_answer(
    stenogram: Stenogram, library: Path
) -> None:
    shard = next((library / "transcripts").glob("2012*"))
    shard.write_bytes(shard.read_bytes()[:-10])
    ended = stenogram("find", "date:2013", "customs")
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("command", [["list", "customs"], ["show", "2012-05"]])
def test_what_needs_lost_words_says_whose_they_are(
    stenogram: Stenogram, library: Path, command: list[str]
) -> None:
    shard = next((library / "transcripts").glob("2012*"))
    shard.write_bytes(b"")
    ended = stenogram(*command)
    assert ended.code == 2
    assert shard.name in ended.err


def test_a_library_that_cannot_be_opened_can_be_mended(stenogram: Stenogram, library: Path) -> None:
    before = stenogram("list").out
    (library / "catalogue.json").write_bytes(b"garbage")
    assert stenogram("list").code == 2
    assert "catalogue.json" in stenogram("doctor").out
    ended = stenogram("doctor", "--repair", "--json")
    assert (ended.code, ended.rows[0]["path"]) == (1, str(library / "catalogue.json"))
    assert ended.rows[0]["repaired"]
    assert stenogram("list").out == before
    assert stenogram("doctor").code == 0


def test_mending_is_writing(stenogram: Stenogram, library: Path) -> None:
    (library / "catalogue.json").write_bytes(b"garbage")
    assert stenogram("doctor", "--repair", "--read-only").code == 2
    assert (library / "catalogue.json").read_bytes() == b"garbage"


def test_an_examination_makes_the_library_first(stenogram: Stenogram, tmp_path: Path) -> None:
    ended = stenogram("doctor", "--library", str(tmp_path / "new"))
    assert ended.code == 0
    assert "5 meetings, all sound" in ended.err


def test_words_without_any_catalogue_are_kept_and_brought_back(
    stenogram: Stenogram, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "own.txt"
    file.write_text("Ann: One zzyzx.\n\nBob: Two.\n\nAnn: Three.\n", encoding="utf-8")
    assert stenogram("import", str(file)).code == 0
    (library / "catalogue.json").unlink()
    (library / "catalogue.previous.json").unlink()
    ended = stenogram("list")
    assert ended.code == 2
    assert "stenogram doctor --repair" in ended.err
    assert stenogram("doctor", "--repair").code == 1
    assert stenogram("find", "zzyzx").code == 0
    assert len(stenogram("list", "--json").rows) == 6


def test_words_lost_in_the_middle_of_a_search_cost_only_their_rows(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.library.errors import Damaged
    from tui.library.library import Library

    whole = stenogram("find", "--json", '"customs union"').rows
    lost = whole[0]["meeting"]
    read = Library.meeting

    def failing(library: Library, beginning: str) -> Any:
        if beginning == lost:
            library._current.damage[library.path] = error = Damaged(
                library.path, "the words are gone"
            )
            raise error
        return read(library, beginning)

    monkeypatch.setattr(Library, "meeting", failing)
    ended = stenogram("find", "--json", '"customs union"')
    assert ended.code == 2
    assert ended.rows == [row for row in whole if row["meeting"] != lost]
    assert "the words are gone" in ended.err
