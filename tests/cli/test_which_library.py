"""Which folder is the library, and what is said of one that cannot be."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import filelock
import pytest

Stenogram = Callable[..., Any]


def test_an_empty_name_is_no_folder(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    ended = stenogram("list", "--library", "")
    assert (ended.code, ended.out) == (2, "")
    assert "--library" in ended.err
    assert list((tmp_path / "here").iterdir()) == []


def test_a_file_is_refused_alike_by_option_and_variable(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("words", encoding="utf-8")
    by_option = stenogram("list", "--library", str(file))
    monkeypatch.setenv("STENOGRAM_LIBRARY", str(file))
    by_variable = stenogram("list")
    assert by_option == by_variable
    assert by_variable.code == 2
    assert "this is a file, and a library is a folder" in by_variable.err


def test_a_read_only_mount_is_named_with_the_way_out(
    stenogram: Stenogram, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    ended = stenogram("remove", "--yes", "2013-05-29")
    assert ended.code == 2
    assert "mounted read-only" in ended.err
    assert "--read-only" in ended.err
