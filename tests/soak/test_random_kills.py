"""A process under load is killed at random moments; what it acknowledged is there, and is whole.

The kills at every step of ours are in tests/library/test_crash.py. This one hits what they do not
enumerate: the index's own writes, the lock's, the system's. More of them by hand::

    STENOGRAM_KILLS=1000 python -m pytest -q tests/soak/test_random_kills.py
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from labour import PAGE, Labour

from tui.library.doctor import examine
from tui.library.errors import NotFound
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.open import create_library, open_library
from tui.search.parser import parse

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

KILLS = int(os.environ.get("STENOGRAM_KILLS", "12"))
LONGEST = 0.12
"""Seconds until a kill: some fall into the first action, some after a dozen."""


class Expected:
    """What was acknowledged, and the one thing that was being done at the end."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        self.notes: list[tuple[str, str]] = []
        self.imported = 0
        self.begun = ("", 0, "")

    def take(self, lines: list[str]) -> None:
        """Learn what one process said."""
        self.begun = ("", 0, "")
        for state, kind, number, subject in (line.split(" ") for line in lines):
            self.begun = (kind, int(number), subject) if state == "begin" else ("", 0, "")
            if state == "done":
                self._did(kind, int(number), subject)

    def _did(self, kind: str, number: int, subject: str) -> None:
        if kind == "import":
            self.imported += 1
            self.places[subject] = "Strelsau"
        elif kind == "remove":
            del self.places[subject]
        elif kind == "decide":
            self.places[subject] = f"Zenda {number}"
        else:
            self.notes.append((subject, f"bridge {number}"))

    def check(self, library: Library, notebook: Notebook) -> None:
        """The acknowledged state, or that with what was begun; then take up which it is."""
        found = {row.entry.id: row.entry.place for row in library.timeline()}
        kind, number, subject = self.begun
        outcomes = [self.places]
        if kind == "import":
            new = [each.entry for each in library.timeline() if each.entry.id not in self.places]
            assert [one.title for one in new] in ([], [f"Opening of bridge {number}"])
            outcomes.append(self.places | {one.id: one.place for one in new})
        elif kind == "remove":
            outcomes.append({key: at for key, at in self.places.items() if key != subject})
        elif kind == "decide":
            outcomes.append(self.places | {subject: f"Zenda {number}"})
        assert found in outcomes
        self.places = found
        noted = {(note.id, note.remark) for note in notebook.notes.all()}
        assert set(self.notes) <= noted
        assert {remark for _, remark in self.notes[-400:]} <= set(notebook.queries())  # keeps 500


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path, Path]]:
    monkeypatch.setattr("tui.library.index.index.SMALL", -1)  # so that the smallest is indexed
    root, sources = tmp_path / "library", tmp_path / "sources"
    sources.mkdir()
    create_library(root, empty=True)
    yield root, tmp_path / "notebooks", sources


def test_what_was_acknowledged_survives_every_kill(work: tuple[Path, Path, Path]) -> None:
    root, notebooks, sources = work
    expected = Expected()
    chance = random.Random(5)
    for kill in range(KILLS):
        listen, say = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(listen)
            try:
                Labour(root, notebooks, sources, say).run(kill)
            finally:
                os._exit(7)
        os.close(say)
        # On a machine with much else to do a process needs longer to get anywhere.
        time.sleep(chance.uniform(0, LONGEST) * (1 if expected.imported else 1 + kill))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(listen, encoding="utf-8") as heard:
            expected.take([line.rstrip("\n") for line in heard if line.endswith("\n")])
        library = open_library(root)
        expected.check(library, Notebook(notebooks, library.uuid))
        assert not [finding for finding in examine(root) if finding.lost], f"kill {kill}"
        for row in library.timeline():
            assert len(library.meeting(row.entry.id).turns) == 2
        answers(library)
        if kill % 5 == 4:
            library.catch_up()
            answers(library)
    assert expected.imported, "no kill left anything to look for"


def answers(library: Library) -> None:
    """Whatever became of the index, every meeting is found by its words, and nothing else is."""
    everything = [row.entry.id for row in library.timeline()]
    found = library.timeline(parse('by:berg "two new schools"').query)
    assert [row.entry.id for row in found] == everything
    assert all((row.hits, row.turns) == (1, 1) for row in found)


def test_a_stale_lock_of_a_killed_process_blocks_nobody(work: tuple[Path, Path, Path]) -> None:
    root, _, sources = work
    from tui.library.files import Files
    from tui.library.layout import Layout
    from tui.library.lock import exclusive

    child = os.fork()
    if child == 0:
        with exclusive(Layout(root), Files()):
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    path = sources / "after.txt"
    path.write_text(PAGE.format(number=1, day=1), encoding="utf-8")
    library = open_library(root)
    assert [result.status for result in library.import_files([path])] == ["imported"]
    with pytest.raises(NotFound):
        library.meeting("nowhere")
