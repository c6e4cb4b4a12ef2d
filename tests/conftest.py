"""What every test may ask for: an empty home, and the seeds read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tui.data import data_folder
from tui.model import Meeting
from tui.reading.registry import read

# A test never judges by the clock: a loaded machine is no defect.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without any files, whose terminal is plain and whose settings are unset."""
    home = tmp_path / "home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("XDG_", "STENOGRAM_")) or name in ("TMUX", "NO_COLOR", "TEXTUAL_THEME"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return home


@pytest.fixture(scope="session")
def seeds() -> tuple[Meeting, ...]:
    """The five seeds in the order of their files."""
    files = sorted(data_folder("seeds").glob("*.txt"))
    return tuple(meeting for file in files for meeting in read(file.read_bytes(), file.name))
