"""Every kind of damage is found, explained, and mended as far as anything is left."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.doctor import Finding, examine
from tui.library.errors import NotFound
from tui.library.files import Files
from tui.library.layout import Layout
from tui.library.library import Library
from tui.library.lock import exclusive
from tui.library.open import create_library, open_library
from tui.model import Meeting

Write = Callable[..., Path]


@pytest.fixture
def library(empty: Library, sources: Write) -> Library:
    """Three meetings in two years, from two imports, so that there is a generation before."""
    list(empty.import_files([sources("a.txt"), sources("b.txt", title="Two", date="May 1, 2013")]))
    list(empty.import_files([sources("c.txt", title="Three", date="May 1, 2014")]))
    return empty


def content(root: Path) -> dict[str, Meeting]:
    library = open_library(root, read_only=True)
    return {row.entry.id: library.meeting(row.entry.id) for row in library.timeline()}


def shard(library: Library, beginning: str) -> Path:
    return library.path / "transcripts" / f"{library.row(beginning).shard}.json"


def original(library: Library, beginning: str) -> Path:
    return library.path / "originals" / f"{library.row(beginning).captures[0].sha256}.gz"


def mend(library: Library) -> list[Finding]:
    found = list(examine(library.path, repair=True))
    assert list(examine(library.path)) == [f for f in found if f.lost and not f.repaired]
    return found


def test_a_sound_library_has_no_findings(library: Library) -> None:
    assert list(library.doctor()) == []


def test_there_must_be_a_library(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        list(examine(tmp_path))


@pytest.mark.parametrize("damage", [b"", b"{}", b"garbage", None])
def test_a_damaged_shard_is_read_again_from_the_originals(
    library: Library, damage: bytes | None
) -> None:
    before = content(library.path)
    path = shard(library, "2013-05-29")
    path.unlink() if damage is None else path.write_bytes(damage)
    (finding,) = library.doctor()
    assert finding.path == path
    assert "2013-05-29" in finding.problem
    (finding,) = mend(library)
    assert "original" in finding.repaired
    assert not finding.lost
    assert content(library.path) == before


def test_a_shard_that_nothing_brings_back_is_let_go(library: Library) -> None:
    kept = set(content(library.path)) - {library.row("2014").entry.id}
    shard(library, "2014").write_bytes(b"")
    original(library, "2014").unlink()
    findings = list(examine(library.path, repair=True))
    assert findings[0].lost
    assert "Lost" in findings[0].repaired
    assert set(content(library.path)) == kept


def test_the_generation_before_helps_where_the_original_is_gone(library: Library) -> None:
    older = shard(library, "2013-05-29")
    library.remove("2013-05-01")
    before = content(library.path)
    rewritten = shard(library, "2013-05-29")
    assert rewritten != older
    original(library, "2013-05-29").unlink()
    rewritten.write_bytes(b"")
    findings = list(examine(library.path, repair=True))
    assert "generation before" in findings[0].repaired
    assert content(library.path) == before


def test_a_flipped_bit_in_an_original_is_found(library: Library) -> None:
    path = original(library, "2014")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    (finding,) = library.doctor()
    assert (finding.path, finding.lost) == (path, True)


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_a_lost_catalogue_is_made_again(library: Library, damage: bytes | None) -> None:
    before = content(library.path)
    uuid = library.uuid
    path = library.path / "catalogue.json"
    path.unlink() if damage is None else path.write_bytes(damage)
    (finding,) = examine(library.path)
    assert finding.path == path
    mend(library)
    assert content(library.path) == before
    assert open_library(library.path).uuid == uuid


def test_a_catalogue_without_a_predecessor_is_made_from_the_shards(library: Library) -> None:
    before = content(library.path)
    (library.path / "catalogue.json").write_bytes(b"")
    (library.path / "catalogue.previous.json").write_bytes(b"")
    list(examine(library.path, repair=True))
    assert content(library.path) == before
    assert list(examine(library.path)) == []


def test_a_catalogue_edited_by_hand_is_sealed_again(library: Library) -> None:
    path = library.path / "catalogue.json"
    path.write_bytes(path.read_bytes().replace(b'"title":"Two"', b'"title":"Second"'))
    (finding,) = examine(library.path)
    assert "checksum" in finding.problem
    mend(library)
    assert open_library(library.path).row("2013-05-01").entry.title == "Second"


def test_leftovers_are_swept(library: Library) -> None:
    strays = [
        library.path / "catalogue.json.tmp",
        library.path / "transcripts" / "2013-g99.json",
        library.path / "originals" / f"{'0' * 64}.gz",
    ]
    for path in strays:
        path.touch(mode=0o600)
    assert sorted(finding.path for finding in library.doctor()) == sorted(strays)
    mend(library)
    assert not any(path.exists() for path in strays)


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_open_permissions_are_closed(library: Library) -> None:
    path = library.path / "catalogue.json"
    path.chmod(0o644)
    (finding,) = library.doctor()
    assert finding.path == path
    mend(library)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_examining_changes_nothing(library: Library, tmp_path: Path) -> None:
    shard(library, "2014").write_bytes(b"")
    shutil.copytree(library.path, tmp_path / "copy")
    assert list(library.doctor())
    for path in (tmp_path / "copy").rglob("*"):
        if path.is_file():
            twin = library.path / path.relative_to(tmp_path / "copy")
            assert twin.read_bytes() == path.read_bytes()


def digests(root: Path) -> set[str]:
    """Every original that is kept, wherever it lies."""
    return {path.stem for path in root.rglob("*.gz")}


def lose_catalogues(library: Library) -> None:
    for path in library.path.glob("catalogue*.json"):
        path.unlink()


def test_originals_bring_back_what_no_shard_holds(library: Library) -> None:
    before, kept = content(library.path), digests(library.path)
    lose_catalogues(library)
    shard(library, "2014").write_bytes(b"damaged")
    found = list(examine(library.path, repair=True))
    assert "read in again" in found[0].repaired
    assert digests(library.path) == kept
    after = content(library.path)
    assert after.keys() == before.keys()
    assert all(after[key].body == before[key].body for key in before)
    assert [path.read_bytes() for path in (library.path / "lost+found").iterdir()] == [b"damaged"]


@pytest.mark.parametrize("lose_shards", [False, True])
def test_no_original_ever_disappears_in_a_repair(library: Library, lose_shards: bool) -> None:
    stray = library.path / "originals" / f"{'0' * 64}.gz"
    stray.write_bytes(b"understood by nobody")
    kept = digests(library.path)
    lose_catalogues(library)
    for path in (library.path / "transcripts").iterdir():
        if lose_shards:
            path.write_bytes(path.read_bytes()[:-9])
    for _ in range(2):
        list(examine(library.path, repair=True))
        assert digests(library.path) == kept
    assert len(content(library.path)) == 3


def test_a_repair_that_was_interrupted_loses_no_original(library: Library) -> None:
    kept = digests(library.path)
    lose_catalogues(library)
    for path in (library.path / "transcripts").iterdir():
        path.write_bytes(b"damaged")
    next(examine(library.path, repair=True))
    list(examine(library.path, repair=True))
    assert digests(library.path) == kept


def test_a_revised_meeting_keeps_its_later_words(library: Library, sources: Write) -> None:
    revised = "We agreed on the harbour, the bridge and the three new schools."
    list(library.import_files([sources("d.txt", words=revised)]))
    before = content(library.path)
    lose_catalogues(library)
    list(examine(library.path, repair=True))
    assert content(library.path) == before
    assert len(open_library(library.path).row("2013-05-29").captures) == 2


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
@pytest.mark.parametrize(("shared", "head"), [(False, True), (False, False), (True, True)])
def test_a_repair_shares_nothing_that_was_private(tmp_path: Path, shared: bool, head: bool) -> None:
    root = tmp_path / "new"
    create_library(root, shared=shared)
    root.chmod(0o755)
    (root / "catalogue.json").write_bytes(b"")
    if not head:
        (root / "head.json").unlink()
    list(examine(root, repair=True))
    assert open_library(root).catalogue.header.shared is shared
    assert stat.S_IMODE(root.stat().st_mode) == (0o755 if shared else 0o700)


def test_examining_takes_no_lock_and_makes_nothing(library: Library) -> None:
    (library.path / "lock").unlink(missing_ok=True)
    before = set(library.path.rglob("*"))
    assert list(library.doctor()) == []
    assert set(library.path.rglob("*")) == before


def test_examining_leaves_a_writer_at_work_alone(library: Library) -> None:
    stray = library.path / "transcripts" / "2013-g99.json"
    with exclusive(Layout(library.path), Files()):
        stray.touch(mode=0o600)
        assert list(library.doctor()) == []
    assert [finding.path for finding in library.doctor()] == [stray]


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
@pytest.mark.parametrize("damaged", [False, True])
def test_a_repair_leaves_the_lock_of_a_shared_library_to_others(
    tmp_path: Path, damaged: bool
) -> None:
    create_library(tmp_path / "new", shared=True)
    mode = (tmp_path / "new" / "lock").stat().st_mode
    if damaged:
        (tmp_path / "new" / "catalogue.json").write_bytes(b"")
    list(examine(tmp_path / "new", repair=True))
    assert (tmp_path / "new" / "lock").stat().st_mode == mode
