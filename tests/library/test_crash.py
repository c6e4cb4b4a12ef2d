"""The process is killed before every single step that changes the disk, one after another."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.library import deciding
from tui.library.decisions import Decisions
from tui.library.errors import LibraryError
from tui.library.files import Files
from tui.library.library import Library
from tui.library.open import create_library, open_library
from tui.library.originals import load
from tui.reading.schema import encode

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

Action = Callable[[Path, Callable[..., Files]], None]
State = dict[str, Any] | None


class Counter:
    """Makes files that share one count of steps, and at one of them the process dies."""

    def __init__(self, fatal: int | None = None) -> None:
        self.steps = 0
        counter = self

        class Counting(Files):
            def before(self, step: str, path: Path) -> None:
                if counter.steps == fatal:
                    os.kill(os.getpid(), signal.SIGKILL)
                counter.steps += 1

        self.files = Counting


def die_at(step: int, action: Action, root: Path) -> None:
    """Run the action in a process of its own that is killed before the step."""
    child = os.fork()
    if child == 0:
        try:
            action(root, Counter(step).files)
        finally:
            os._exit(7)  # only where the action ended before the step came
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"step {step} was never reached"


def state(root: Path) -> State:
    """All that a reader can see: every word, what it was read from, and the original's bytes."""
    if not (root / "catalogue.json").exists():
        return None
    library = open_library(root, read_only=True)
    seen: dict[str, Any] = {}
    for row in library.timeline():
        known = library.row(row.entry.id)
        originals = [load(library._layout, capture.sha256) for capture in known.captures]
        seen[row.entry.id] = (
            encode(library.meeting(row.entry.id)),
            row.entry,
            [capture.sha256 for capture in known.captures],
            originals,
        )
    return seen


def check(action: Action, before: Path | None, tmp_path: Path, *, least: int = 10) -> None:
    """Kill the action at each of its steps: the old state or the new, and again converges."""

    def fresh(name: str) -> Path:
        root = tmp_path / name
        if before is not None:
            shutil.copytree(before, root)
        return root

    whole = fresh("whole")
    counter = Counter()
    old = state(whole)
    action(whole, counter.files)
    new = state(whole)
    assert counter.steps > least
    assert old != new
    outcomes = set()
    for step in range(counter.steps):
        root = fresh(f"step-{step}")
        die_at(step, action, root)
        found = state(root)
        assert found in (old, new), f"a third state after step {step}"
        outcomes.add(found == new)
        if found != new:
            action(root, Files)
        assert state(root) == new, f"step {step} does not converge"
        shutil.rmtree(root)
    assert outcomes == {False, True}


def test_a_full_disk_leaves_the_old_state_or_the_new(
    stocked: Path, tmp_path: Path, sources: Callable[..., Path]
) -> None:
    added = sources("new/added.txt", title="Opening of the bridge", date="June 3, 2014")
    old = state(stocked)
    step, told = 0, 0
    while True:
        root = tmp_path / f"full-{step}"
        shutil.copytree(stocked, root)
        library = open_library(root, files=full_from(step))
        try:
            results = list(library.import_files([added]))
        except LibraryError as error:
            told += 1
            assert (state(root) == old) is ("Nothing was" in str(error))
        else:
            assert [result.status for result in results] == ["imported"]
            assert len(state(root) or ()) == 3
            break
        shutil.rmtree(root)
        step += 1
    assert told > 10


def full_from(fatal: int) -> Callable[..., Files]:
    """Make files for which the disk is full from the given step on."""
    count = 0

    class Full(Files):
        def before(self, step: str, path: Path) -> None:
            nonlocal count
            count += 1
            if count > fatal and step not in ("remove", "lock"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    return Full


def launch(root: Path, files: Callable[..., Files]) -> None:
    open_library(root, files=files)


def test_a_first_launch_is_all_or_nothing(tmp_path: Path) -> None:
    check(launch, None, tmp_path)


@pytest.fixture
def stocked(tmp_path: Path, sources: Callable[..., Path]) -> Path:
    root = tmp_path / "stocked"
    library = create_library(root, empty=True)
    sources("kept.txt", title="Visit to the shipyard", date="May 30, 2013")
    sources("first.txt")
    list(library.import_files([tmp_path / "sources"]))
    return root


def test_an_import_is_all_or_nothing(
    stocked: Path, tmp_path: Path, sources: Callable[..., Path]
) -> None:
    added = sources("new/added.txt", title="Opening of the bridge", date="June 3, 2014")
    sources("new/revised.txt", words="We agreed on the harbour, the bridge and five new schools.")

    def bring(root: Path, files: Callable[..., Files]) -> None:
        list(open_library(root, files=files).import_files([added.parent]))

    check(bring, stocked, tmp_path)


def test_a_removal_is_all_or_nothing(stocked: Path, tmp_path: Path) -> None:
    def remove(root: Path, files: Callable[..., Files]) -> None:
        open_library(root, files=files).remove("2013-05-29")

    check(remove, stocked, tmp_path)


def test_a_decision_is_all_or_nothing(stocked: Path, tmp_path: Path) -> None:
    def merge_and_correct(known: Decisions, library: Library) -> Decisions:
        merged = deciding.merge(known, library.people(), ["Anna Berg", "Rudolf Strand"])
        return deciding.correct(merged, library.meeting("2013-05-29"), "date", "2015-01-02")[0]

    def decide(root: Path, files: Callable[..., Files]) -> None:
        library = open_library(root, files=files)
        library.decide(lambda known: merge_and_correct(known, library))

    check(decide, stocked, tmp_path, least=5)


def test_taking_a_decision_back_is_all_or_nothing(stocked: Path, tmp_path: Path) -> None:
    library = open_library(stocked)
    library.decide(
        lambda known: deciding.correct(known, library.meeting("2013-05-29"), "place", "Zenda")[0]
    )

    def undo(root: Path, files: Callable[..., Files]) -> None:
        open_library(root, files=files).decide(lambda known: deciding.undo(known, 1))

    check(undo, stocked, tmp_path, least=5)


def test_what_was_acknowledged_survives_a_kill(
    stocked: Path, tmp_path: Path, sources: Callable[..., Path]
) -> None:
    added = sources("new/added.txt", title="Opening of the bridge", date="June 3, 2014")
    child = os.fork()
    if child == 0:
        library: Library = open_library(stocked)
        for _ in library.import_files([added]):
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(7)
    os.waitpid(child, 0)
    assert open_library(stocked).row("2014-06-03").entry.title == "Opening of the bridge"
