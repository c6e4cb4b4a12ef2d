"""Killed at any step, a change of the notebook is done or was never begun."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.files import Files
from tui.library.notebook import Notebook
from tui.quoting.note import Kept, Note
from tui.quoting.quote import Quote

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")

KEPT = (
    Kept(
        Quote(
            words="Yes, it did.",
            meeting="2013-05-29/astana-k3f9",
            anchor="t3",
            speaker=None,
            family=None,
            role=None,
            kind="turn",
            title="Talks",
            date=None,
            time=None,
            place="",
            source_name="talks.txt",
            source_url=None,
            sha256="ab" * 32,
            partial=False,
        ),
        "",
        "",
        alone=True,
    ),
)


class Dying(Files):
    """Counts steps; before one of them the process dies."""

    def __init__(self, fatal: int | None = None) -> None:
        super().__init__()
        self.steps = 0
        self._fatal = fatal

    def before(self, step: str, path: Path) -> None:
        if self.steps == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        self.steps += 1


def mark(notebook: Notebook) -> None:
    notebook.notes.add(KEPT, whole=True)


def edit(notebook: Notebook) -> None:
    notebook.notes.edit(notebook.notes.all()[0].id, remark="later", tags=("a",))


def move(notebook: Notebook) -> None:
    notebook.notes.move(notebook.notes.all()[0].id, 1)


def remove(notebook: Notebook) -> None:
    notebook.notes.remove([notebook.notes.all()[0].id])


def undo(notebook: Notebook) -> None:
    notebook.notes.undo()


def save_search(notebook: Notebook) -> None:
    notebook.save_search("trade", "customs")


def seen(folder: Path) -> list[object]:
    """All that a reader sees of the notebook; ids and times are chance, so left out."""
    notebook = Notebook(folder, "one")
    notes = [(note.kept, note.remark, note.tags) for note in notebook.notes.all()]
    return [notes, dict(notebook.saved_searches())]


@pytest.mark.parametrize("action", [mark, edit, move, remove, undo, save_search])
def test_a_change_is_all_or_nothing(action: Callable[[Notebook], None], tmp_path: Path) -> None:
    before = tmp_path / "before"
    Notebook(before, "one").notes.bring(
        Note(name, "2020", "2020", KEPT, remark=name, whole=True) for name in ("aaaa", "bbbb")
    )
    old = seen(before)
    whole = shutil.copytree(before, tmp_path / "whole")
    files = Dying()
    action(Notebook(whole, "one", files=files))
    new = seen(whole)
    assert old != new
    outcomes = []
    for step in range(files.steps):
        folder = shutil.copytree(before, tmp_path / str(step))
        child = os.fork()
        if child == 0:
            try:
                action(Notebook(folder, "one", files=Dying(step)))
            finally:
                os._exit(7)  # only where the action ended before the step came
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"step {step} was never reached"
        found = seen(folder)
        assert found in (old, new), f"a third state after step {step}"
        outcomes.append(found == new)
        if found == old:
            action(Notebook(folder, "one"))
        assert seen(folder) == new, f"step {step} does not converge"
    assert set(outcomes) == {False, True}


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        mark(Notebook(tmp_path, "one"))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert [note.kept for note in Notebook(tmp_path, "one").notes.all()] == [KEPT]
