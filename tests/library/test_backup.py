"""A backup holds everything, of one moment, and makes the same library again."""

from __future__ import annotations

import gzip
import io
import os
import shutil
import signal
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.library import deciding
from tui.library.backup.errors import BackupError
from tui.library.backup.making import make
from tui.library.backup.restoring import check, restore
from tui.library.backup.saving import back_up
from tui.library.doctor import examine
from tui.library.errors import LibraryError
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.open import create_library, open_library
from tui.library.originals import load
from tui.reading.schema import encode


@pytest.fixture
def stocked(tmp_path: Path, sources: Callable[..., Path]) -> Library:
    """A library with a revised meeting, another year, and a decision."""
    library = create_library(tmp_path / "library", empty=True)
    list(library.import_files([sources("a.txt"), sources("b.txt", date="June 3, 2014")]))
    list(library.import_files([sources("c.txt", words="We agreed on the harbour and no more.")]))
    people = library.people()
    library.decide(lambda before: deciding.name(before, people, "Anna Berg", "Anne Berg"))
    return library


def content(library: Library) -> dict[str, Any]:
    """All that a reader can see, the originals among it."""
    return {
        row.entry.id: (
            encode(library.meeting(row.entry.id)),
            row.entry,
            library.row(row.entry.id).captures,
            [load(Layout(library.path), c.sha256) for c in library.row(row.entry.id).captures],
        )
        for row in library.timeline()
    }


def saved(library: Library, notebook: Path) -> bytes:
    target = io.BytesIO()
    make(Layout(library.path), notebook, target, lock=None)
    return target.getvalue()


def test_what_is_restored_is_what_was_saved(stocked: Library, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebooks", stocked.uuid)
    notebook.remember_query("by:berg harbour")
    source = io.BytesIO(saved(stocked, notebook.path))
    restore(source, tmp_path / "again", tmp_path / "others")
    again = open_library(tmp_path / "again")
    assert content(again) == content(stocked)
    assert again.uuid == stocked.uuid
    assert Notebook(tmp_path / "others", again.uuid).queries() == ("by:berg harbour",)
    assert not list(examine(again.path))


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_restored_library_is_private_unless_it_was_shared(
    stocked: Library, tmp_path: Path
) -> None:
    restore(io.BytesIO(saved(stocked, tmp_path / "none")), tmp_path / "again", tmp_path / "notes")
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "again").rglob("*")}
    assert modes == {0}


class Disturbed(io.BytesIO):
    """A target at whose first bytes somebody else commits, so that old files are swept."""

    def __init__(self, disturb: Callable[[], None]) -> None:
        super().__init__()
        self._disturb: Callable[[], None] | None = disturb

    def write(self, data: Any) -> int:
        if self._disturb is not None:
            disturb, self._disturb = self._disturb, None
            disturb()
        return super().write(data)


def test_a_backup_beside_a_writer_is_of_one_moment(
    stocked: Library, tmp_path: Path, sources: Callable[..., Path]
) -> None:
    def disturb() -> None:
        for number in range(3):
            words = f"We agreed on the harbour, the bridge and {number} new schools."
            list(stocked.import_files([sources(f"new-{number}.txt", words=words)]))

    target = Disturbed(disturb)
    make(Layout(stocked.path), tmp_path / "none", target, lock=Files())
    target.seek(0)
    restore(target, tmp_path / "again", tmp_path / "notes")
    assert content(open_library(tmp_path / "again")) == content(stocked)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(part=st.floats(0, 1), change=st.none() | st.integers(1, 255))
def test_a_changed_or_shortened_backup_is_refused_and_makes_nothing(
    stocked: Library, tmp_path: Path, part: float, change: int | None
) -> None:
    whole = saved(stocked, tmp_path / "none")
    at = 10 + int(part * (len(whole) - 20))  # its length depends on the moment
    harmed = whole[:at]
    if change is not None:
        harmed += bytes([whole[at] ^ change]) + whole[at + 1 :]
    root = tmp_path / "again"
    try:
        restore(io.BytesIO(harmed), root, tmp_path / "notes")
    except LibraryError:
        assert not root.exists()
        assert not list(tmp_path.glob("again*"))
    else:  # the harm is in what no file's bytes depend on
        assert content(open_library(root)) == content(stocked)
        shutil.rmtree(root)


def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as tar:
        member = tarfile.TarInfo("library/../../escaped")
        member.size = 1
        tar.addfile(member, io.BytesIO(b"x"))
    target.seek(0)
    with pytest.raises(BackupError, match="escaped"):
        restore(target, tmp_path / "again", tmp_path / "notes")
    assert not (tmp_path.parent / "escaped").exists()


def test_a_file_that_claims_to_be_huge_is_refused_unread() -> None:
    member = tarfile.TarInfo("library/catalogue.json")
    member.size = 2**41
    target = io.BytesIO(gzip.compress(member.tobuf(tarfile.GNU_FORMAT)))
    with pytest.raises(BackupError, match="larger than any file of a library"):
        check(target)


def test_a_library_is_never_restored_over_another(stocked: Library, tmp_path: Path) -> None:
    backup = io.BytesIO(saved(stocked, tmp_path / "none"))
    before = content(stocked)
    with pytest.raises(BackupError, match="already"):
        restore(backup, stocked.path, tmp_path / "notes")
    assert content(stocked) == before


def test_a_notebook_that_differs_is_left_alone(stocked: Library, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notes", stocked.uuid)
    notebook.remember_query("first")
    backup = io.BytesIO(saved(stocked, notebook.path))
    notebook.remember_query("later")
    with pytest.raises(BackupError, match="notebook"):
        restore(backup, tmp_path / "again", tmp_path / "notes")
    assert notebook.queries() == ("later", "first")
    assert not (tmp_path / "again").exists()


def test_a_folder_that_is_not_there_is_named_and_not_the_file_on_its_way(
    stocked: Library, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError) as told:
        back_up(stocked, tmp_path / "absent" / "b.tar.gz")
    assert told.value.filename == str(tmp_path / "absent")


def test_only_a_backup_of_the_same_library_is_replaced(stocked: Library, tmp_path: Path) -> None:
    path = tmp_path / "backup.tar.gz"
    back_up(stocked, path)
    back_up(stocked, path)
    path.write_bytes(b"somebody's thesis")
    with pytest.raises(BackupError, match="no backup of this library"):
        back_up(stocked, path)
    assert path.read_bytes() == b"somebody's thesis"


def test_what_the_library_lost_is_said_and_the_rest_is_saved(
    stocked: Library, tmp_path: Path
) -> None:
    lost = sorted(Layout(stocked.path).originals.iterdir())[0]
    lost.unlink()
    target = io.BytesIO()
    made = make(Layout(stocked.path), tmp_path / "none", target, lock=None)
    target.seek(0)
    assert [problem for problem in made.problems if lost.name in problem]
    assert check(target).library == stocked.uuid


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_restore_killed_at_any_step_leaves_no_half_library(
    stocked: Library, tmp_path: Path
) -> None:
    backup = saved(stocked, tmp_path / "none")
    whole = content(stocked)

    def fatal(step: int) -> type[Files]:
        steps = iter(range(10_000))

        class Fatal(Files):
            def before(self, name: str, path: Path) -> None:
                if next(steps) == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        return Fatal

    step, root = 0, tmp_path / "again"
    while True:
        child = os.fork()
        if child == 0:
            restore(io.BytesIO(backup), root, tmp_path / "notes", files=fatal(step))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break
        if root.exists():
            assert content(open_library(root)) == whole
            shutil.rmtree(root)
        step += 1
    assert step > 20
    assert content(open_library(root)) == whole
