"""The command line, run in this process as a user without any files would."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli.main import run


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Stenogram = Callable[..., Ended]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the seeds, to be copied and not to be written."""
    folder = tmp_path_factory.mktemp("seeded") / "library"
    assert run(["--library", str(folder), "list", "--json"]) == 0
    return folder


@pytest.fixture
def library(seeded: Path, tmp_path: Path) -> Path:
    """A library of the seeds of the test's own."""
    folder = tmp_path / "library"
    shutil.copytree(seeded, folder)
    return folder


@pytest.fixture
def stenogram(
    empty_home: Path,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Stenogram:
    """Run the command line over that library."""
    monkeypatch.setenv("STENOGRAM_LIBRARY", str(library))
    monkeypatch.setenv("LANG", "C.UTF-8")

    def command(*words: str) -> Ended:
        capfd.readouterr()
        code = run(list(words))
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return command
