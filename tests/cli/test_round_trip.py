"""What ``show --json`` prints is read again without loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Stenogram = Callable[..., Any]


@pytest.mark.parametrize("words", ["<â€¦>", "cafÃ©", "plain", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "a\r\x85\u2028b"])
def test_a_shown_meeting_is_parsed_as_it_was(
    stenogram: Stenogram, tmp_path: Path, words: str
) -> None:
    (meeting,) = stenogram("show", "2013-05-29/astana", "--json").rows
    turn = next(part for part in meeting["body"] if part["kind"] == "turn")
    turn["blocks"][0] = {**turn["blocks"][0], "text": words, "spans": []}
    file = tmp_path / "meeting.json"
    file.write_text(json.dumps(meeting, ensure_ascii=False), encoding="utf-8")
    assert stenogram("parse", "--json", str(file)).rows == [meeting]


def test_a_meeting_from_the_library_is_shown_and_parsed_alike(
    stenogram: Stenogram, tmp_path: Path
) -> None:
    shown = stenogram("show", "2020-03-10", "--format", "json").out
    file = tmp_path / "meeting.json"
    file.write_text(shown, encoding="utf-8")
    assert stenogram("parse", "--json", str(file)).out == shown


def test_a_backup_is_no_stream(
    stenogram: Stenogram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = stenogram("backup", "-")
    assert (ended.code, ended.out) == (2, "")
    assert not (tmp_path / "-").exists()
