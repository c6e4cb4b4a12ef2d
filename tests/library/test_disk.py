"""Disks that fill, go read-only, have no locks or vanish: a message, and nothing half-written."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tui.library import deciding
from tui.library.errors import LibraryError, ReadOnly
from tui.library.files import Files
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.open import create_library, open_library

Sources = Callable[..., Path]


@pytest.fixture
def stocked(tmp_path: Path, sources: Sources) -> Library:
    library = create_library(tmp_path / "library", empty=True)
    list(library.import_files([sources("a.txt"), sources("b.txt", date="June 3, 2014")]))
    return library


def refusing(code: int) -> type[Files]:
    """A disk that refuses every step with one error."""

    class Refusing(Files):
        def before(self, step: str, path: Path) -> None:
            if step != "lock":
                raise OSError(code, os.strerror(code), str(path))

    return Refusing


def bring(library: Library, path: Path) -> None:
    list(library.import_files([path]))


def take_away(library: Library, _: Path) -> None:
    library.remove("2014-06-03")


def decide(library: Library, _: Path) -> None:
    meeting = library.meeting("2014-06-03")
    library.decide(lambda known: deciding.correct(known, meeting, "place", "Zenda")[0])


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO, errno.ESTALE])
@pytest.mark.parametrize("action", [bring, take_away, decide])
def test_a_refused_change_says_what_was_kept_and_changes_nothing(
    stocked: Library,
    sources: Sources,
    action: Callable[[Library, Path], None],
    code: int,
) -> None:
    before = [row.entry for row in stocked.timeline()]
    library = open_library(stocked.path, files=refusing(code))
    with pytest.raises(LibraryError) as refusal:
        action(library, sources("new.txt", title="Opening of the bridge"))
    message = str(refusal.value)
    assert str(stocked.path) in message
    assert os.strerror(code) in message
    assert "Nothing was saved" in message or "may not be kept" in message
    assert [row.entry for row in open_library(stocked.path).timeline()] == before
    assert [row.entry for row in library.timeline()] == before


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOLCK, "No locks available"), NotImplementedError()]
)
def test_a_file_system_without_locks_is_named_and_nothing_is_written(
    stocked: Library, sources: Sources, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(self: FileLock, *arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(FileLock, "acquire", refuse)
    with pytest.raises(LibraryError, match=r"gives no lock.*local disk"):
        bring(stocked, sources("new.txt", title="Opening of the bridge"))
    assert len(open_library(stocked.path)) == 2


def test_a_library_that_vanishes_goes_on_showing_what_was_read(
    stocked: Library, tmp_path: Path
) -> None:
    key = stocked.timeline()[0].entry.id
    stocked.meeting(key)
    stocked.path.rename(tmp_path / "unmounted")
    with pytest.raises(LibraryError, match="no library"):
        stocked.refresh()
    assert stocked.meeting(key).turns
    assert len(stocked.timeline()) == 2
    (tmp_path / "unmounted").rename(stocked.path)
    assert stocked.refresh() is False


def test_importing_into_a_library_that_vanished_makes_no_other_in_its_place(
    stocked: Library, tmp_path: Path, sources: Sources
) -> None:
    stocked.path.rename(tmp_path / "unmounted")
    with pytest.raises(LibraryError):
        bring(stocked, sources("new.txt", title="Opening of the bridge"))
    assert not (stocked.path / "catalogue.json").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs permissions that bind")
def test_a_folder_one_may_only_read_is_read(stocked: Library, sources: Sources) -> None:
    stocked.path.chmod(0o500)
    try:
        library = open_library(stocked.path)
        assert len(library.timeline()) == 2
        with pytest.raises(ReadOnly):
            bring(library, sources("new.txt", title="Opening of the bridge"))
    finally:
        stocked.path.chmod(0o700)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_notebook_that_cannot_be_written_is_as_it_was(tmp_path: Path, code: int) -> None:
    Notebook(tmp_path, "u").remember_query("harbour")
    refused = Notebook(tmp_path, "u", files=refusing(code)())
    with pytest.raises(LibraryError, match="Nothing was saved; your notebook is as it was"):
        refused.remember_query("bridge")
    assert Notebook(tmp_path, "u").queries() == ("harbour",)


def test_a_notebook_whose_folder_vanishes_is_made_again(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notes", "u")
    notebook.remember_query("harbour")
    shutil.rmtree(tmp_path / "notes")
    assert notebook.queries() == ()
    notebook.remember_query("bridge")
    assert notebook.queries() == ("bridge",)
