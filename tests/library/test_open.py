"""Opening, making and refusing libraries."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import orjson
import pytest

from tui.library.errors import Damaged, LibraryError, NewerFormat, NotFound, ReadOnly
from tui.library.files import Files
from tui.library.head import read_head
from tui.library.layout import Layout
from tui.library.open import create_library, open_library
from tui.library.sealed import Lines, pack, unpack


def test_a_first_launch_brings_the_seeds(tmp_path: Path) -> None:
    library = open_library(tmp_path / "new")
    dates = [row.entry.date for row in library.timeline()]
    assert dates == ["2020-03-10", "2017-10-12", "2013-05-29", "2012-10-09", "2012-05-15"]


def test_a_second_opening_reads_the_same(tmp_path: Path) -> None:
    first = open_library(tmp_path / "new")
    second = open_library(tmp_path / "new")
    assert (second.uuid, second.timeline()) == (first.uuid, first.timeline())
    for row in first.timeline():
        assert second.meeting(row.entry.id) == first.meeting(row.entry.id)


def test_an_empty_library_stays_empty(tmp_path: Path) -> None:
    create_library(tmp_path / "new", empty=True)
    assert open_library(tmp_path / "new").timeline() == ()


def test_a_library_is_not_made_twice(tmp_path: Path) -> None:
    uuid = create_library(tmp_path / "new", empty=True).uuid
    with pytest.raises(LibraryError, match="a library already"):
        create_library(tmp_path / "new")
    assert open_library(tmp_path / "new").uuid == uuid


def test_reading_only_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="--read-only"):
        open_library(tmp_path / "new", read_only=True)
    assert not (tmp_path / "new").exists()


def test_a_read_only_library_refuses_changes(tmp_path: Path) -> None:
    open_library(tmp_path / "new")
    library = open_library(tmp_path / "new", read_only=True)
    with pytest.raises(ReadOnly):
        list(library.import_files([tmp_path]))
    with pytest.raises(ReadOnly):
        library.remove("2013")


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_library_is_private(tmp_path: Path) -> None:
    open_library(tmp_path / "new")
    for path in ((tmp_path / "new"), *(tmp_path / "new").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_shared_library_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        create_library(tmp_path / "new", shared=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o750
    assert stat.S_IMODE((tmp_path / "new" / "catalogue.json").stat().st_mode) == 0o640


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(LibraryError, match="file"):
        open_library(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(LibraryError, match=r"thesis\.txt"):
        open_library(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    open_library(tmp_path / "new")
    path = tmp_path / "new" / "catalogue.json"
    tables = {name: dict(table) for name, table in unpack(path, path.read_bytes()).items()}
    tables["library"]["library"]["format"] = 99
    path.write_bytes(pack(tables))
    with pytest.raises(NewerFormat, match="99"):
        open_library(tmp_path / "new")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\x00" * 500])
def test_a_damaged_catalogue_is_named_and_kept(tmp_path: Path, content: bytes) -> None:
    open_library(tmp_path / "new")
    path = tmp_path / "new" / "catalogue.json"
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"catalogue\.json.*stenogram doctor"):
        open_library(tmp_path / "new")
    assert path.read_bytes() == content


def test_a_flipped_bit_in_the_catalogue_is_noticed(tmp_path: Path) -> None:
    open_library(tmp_path / "new")
    path = tmp_path / "new" / "catalogue.json"
    data = bytearray(path.read_bytes())
    data[data.index(b"Nazarbayev")] ^= 1
    path.write_bytes(data)
    with pytest.raises(Damaged, match="checksum"):
        open_library(tmp_path / "new")


def test_a_library_without_its_catalogue_is_not_filled_again(tmp_path: Path) -> None:
    library = open_library(tmp_path / "new")
    library.remove("2013")
    (tmp_path / "new" / "catalogue.json").unlink()
    with pytest.raises(Damaged, match="missing"):
        open_library(tmp_path / "new")


def test_a_file_of_the_library_is_plain_tinydb(tmp_path: Path) -> None:
    open_library(tmp_path / "new")
    from tinydb import TinyDB

    catalogue = orjson.loads((tmp_path / "new" / "catalogue.json").read_bytes())
    assert len(catalogue["meetings"]) == 5
    assert TinyDB(tmp_path / "new" / "catalogue.json").tables() >= {"meetings", "library"}


def test_the_head_says_whose_it_is(tmp_path: Path) -> None:
    library = open_library(tmp_path / "new")
    head = read_head(Layout(tmp_path / "new").head)
    assert head is not None
    assert (head.uuid, head.generation) == (library.uuid, library.generation)


def _launch(root: Path) -> tuple[str, int]:
    library = open_library(root)
    return library.uuid, len(library.timeline())


def test_launches_at_the_same_time_make_one_library(tmp_path: Path) -> None:
    with get_context("spawn").Pool(3) as pool:
        seen = pool.map(_launch, [tmp_path / "new"] * 3, chunksize=1)
    assert len(set(seen)) == 1
    assert seen[0][1] == 5


def test_opening_loads_neither_readers_nor_grammar_nor_screen(tmp_path: Path) -> None:
    open_library(tmp_path / "new")
    script = (
        "import sys; from pathlib import Path; from tui.library.open import open_library\n"
        f"library = open_library(Path({str(tmp_path / 'new')!r}))\n"
        "library.meeting(library.timeline()[0].entry.id)\n"
        "heavy = {'lark', 'ftfy', 'tinydb', 'slugify', 'textual', 'rich', 'filelock'}\n"
        "heavy.add('tui.reading.registry')\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "[]"


def test_lines_know_a_document_without_decoding_it() -> None:
    assert "a" in Lines({"a": b"not json"})


def test_a_library_that_lost_both_catalogues_is_not_filled_again(tmp_path: Path) -> None:
    library = open_library(tmp_path / "new")
    library.remove("2012-05")
    for name in ("catalogue.json", "catalogue.previous.json", "head.json"):
        (tmp_path / "new" / name).unlink()
    before = {path: path.read_bytes() for path in (tmp_path / "new").rglob("*.*")}
    for read_only in (False, True):
        with pytest.raises(Damaged, match="doctor --repair"):
            open_library(tmp_path / "new", read_only=read_only)
    assert {path: path.read_bytes() for path in (tmp_path / "new").rglob("*.*")} == before


def test_a_folder_of_transcripts_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "mine.txt").write_text("mine")
    with pytest.raises(LibraryError, match="other things"):
        open_library(tmp_path)
    assert (tmp_path / "transcripts" / "mine.txt").read_text() == "mine"


def test_a_first_commit_sweeps_only_what_is_unfinished_and_ours(tmp_path: Path) -> None:
    (tmp_path / "thesis.tmp").write_text("mine")
    open_library(tmp_path)
    assert (tmp_path / "thesis.tmp").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_folder_that_was_there_becomes_private(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir(mode=0o755)
    open_library(tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_the_folder_of_a_new_library_is_made_durable(tmp_path: Path) -> None:
    synced: set[Path] = set()

    class Noting(Files):
        def before(self, step: str, path: Path) -> None:
            if step == "sync folder":
                synced.add(path)

    open_library(tmp_path / "new", files=Noting)
    assert synced >= {tmp_path, tmp_path / "new"}
