"""Importing: once is enough, the same meeting is known again, a bad file costs nothing else."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library import sources as sources_module
from tui.library.errors import Damaged
from tui.library.importing import ImportResult, Status
from tui.library.layout import Layout
from tui.library.library import Library
from tui.library.open import open_library
from tui.library.transaction import Transaction, UnstorableText
from tui.reading.schema import encode

Write = Callable[..., Path]


def statuses(results: list[ImportResult]) -> list[tuple[str, str]]:
    return [(Path(result.file).name, result.status) for result in results]


def test_a_file_becomes_a_meeting(empty: Library, sources: Write) -> None:
    (result,) = empty.import_files([sources("a.txt")])
    assert result.status is Status.IMPORTED
    assert result.meeting is not None
    meeting = empty.meeting(result.meeting)
    assert [turn.speaker for turn in meeting.turns] == ["Anna Berg", "Rudolf Strand"]
    assert meeting.id == result.meeting


def test_the_same_file_again_changes_nothing(empty: Library, sources: Write) -> None:
    path = sources("a.txt")
    (first,) = empty.import_files([path])
    generation = empty.generation
    (again,) = empty.import_files([path])
    assert (again.status, again.meeting) == (Status.UNCHANGED, first.meeting)
    assert empty.generation == generation


def test_the_same_words_from_another_file_are_another_capture(
    empty: Library, sources: Write
) -> None:
    (first,) = empty.import_files([sources("a.txt")])
    (again,) = empty.import_files([sources("b.txt", place="Zenda")])
    assert (again.status, again.meeting) == (Status.UNCHANGED, first.meeting)
    assert len(empty) == 1
    assert len(empty.row("2013-05-29").captures) == 2


def test_other_words_of_the_same_meeting_revise_it(empty: Library, sources: Write) -> None:
    (first,) = empty.import_files([sources("a.txt")])
    revised = sources(
        "b.txt", words="We agreed on the harbour, the bridge and the three new schools."
    )
    (again,) = empty.import_files([revised])
    assert (again.status, again.meeting) == (Status.REVISED, first.meeting)
    assert "three" in empty.meeting("2013-05-29").turns[0].blocks[0].text
    assert len(empty) == 1


def test_an_excerpt_does_not_replace_the_fuller_text(empty: Library, sources: Write) -> None:
    speech = " ".join(f"The {number}th ship left the harbour of Zenda." for number in range(40))
    empty_words = "The 1th ship left the harbour of Zenda. The 2th ship left the harbour of Zenda."
    (first,) = empty.import_files([sources("a.txt", words=speech)])
    (again,) = empty.import_files([sources("b.txt", words=empty_words)])
    assert (again.status, again.meeting) == (Status.UNCHANGED, first.meeting)
    assert "39th" in empty.meeting("2013-05-29").turns[0].blocks[0].text


def test_two_meetings_of_one_title_and_day_stay_two(empty: Library, sources: Write) -> None:
    one = sources("a.txt")
    two = sources(
        "b.txt",
        words="Fisheries were what brought my delegation to this coast today, nothing else.",
        answer="Then let us speak of herring and of nothing but herring.",
    )
    results = list(empty.import_files([one, two]))
    assert [result.status for result in results] == [Status.IMPORTED, Status.IMPORTED]
    first, second = (result.meeting for result in results)
    assert first != second
    assert first is not None
    assert empty.row(first).entry.id == first, "a whole id wins over the longer one it begins"


def test_a_bad_file_is_skipped_with_its_reason(
    empty: Library, sources: Write, tmp_path: Path
) -> None:
    sources("a.txt")
    (tmp_path / "sources" / "b.bin").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "sources" / "c.txt").write_bytes(b"")
    results = list(empty.import_files([tmp_path / "sources", tmp_path / "absent.txt"]))
    assert statuses(results) == [
        ("a.txt", "imported"),
        ("b.bin", "skipped"),
        ("c.txt", "skipped"),
        ("absent.txt", "skipped"),
    ]
    assert all(result.reason for result in results[1:])


def test_a_failing_reader_costs_only_its_file(
    empty: Library, sources: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.reading import registry

    real = registry.read

    def fail(data: bytes, name: str, **options: str | None) -> object:
        if name == "a.txt":
            raise RecursionError("too deep")
        return real(data, name, **options)

    monkeypatch.setattr(registry, "read", fail)
    results = list(empty.import_files([sources("a.txt"), sources("b.txt")]))
    assert statuses(results) == [("a.txt", "skipped"), ("b.txt", "imported")]
    assert "too deep" in results[0].reason


def test_folders_are_walked_in_order_and_hidden_files_left(
    empty: Library, sources: Write, tmp_path: Path
) -> None:
    sources("z/one.txt", title="One", words="alpha beta gamma delta")
    sources("a/two.txt", title="Two", words="epsilon zeta eta theta")
    sources("a/.hidden.txt", title="Hidden")
    sources(".git/config.txt", title="Hidden, too")
    results = list(empty.import_files([tmp_path / "sources"]))
    assert statuses(results) == [("two.txt", "imported"), ("one.txt", "imported")]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_links_neither_loop_nor_lead_out(empty: Library, sources: Write, tmp_path: Path) -> None:
    sources("inside/a.txt")
    (tmp_path / "secret.txt").write_text("elsewhere")
    folder = tmp_path / "sources" / "inside"
    (folder / "loop").symlink_to(folder)
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    results = list(empty.import_files([folder]))
    assert statuses(results) == [
        ("loop", "skipped"),
        ("a.txt", "imported"),
        ("out.txt", "skipped"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_a_folder_that_a_link_hides_is_named(
    empty: Library, sources: Write, tmp_path: Path
) -> None:
    sources("elsewhere/a.txt", title="One", words="alpha beta gamma delta")
    sources("inside/year/b.txt", title="Two", words="epsilon zeta eta theta")
    folder = tmp_path / "sources" / "inside"
    (folder / "latest").symlink_to("year")
    (folder / "other").symlink_to("../elsewhere")
    results = list(empty.import_files([folder]))
    assert statuses(results) == [("other", "skipped"), ("b.txt", "imported")]
    assert "name the folder itself" in results[0].reason


def test_a_file_too_large_is_skipped(
    empty: Library, sources: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources_module, "LARGEST_FILE", 100)
    (result,) = empty.import_files([sources("a.txt")])
    assert result.status is Status.SKIPPED
    assert "larger" in result.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_in_a_folder_does_not_hang(empty: Library, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "folder" / "pipe")
    (result,) = empty.import_files([tmp_path / "folder"])
    assert result.status is Status.SKIPPED


def test_a_dry_run_changes_nothing(empty: Library, sources: Write) -> None:
    (result,) = empty.import_files([sources("a.txt")], dry_run=True)
    assert result.status is Status.IMPORTED
    assert (empty.generation, len(open_library(empty.path))) == (1, 0)


def test_progress_names_every_file(empty: Library, sources: Write) -> None:
    seen: list[tuple[int, int, str]] = []
    paths = [sources("a.txt", title="One"), sources("b.txt", title="Two")]
    list(empty.import_files(paths, on_progress=lambda *told: seen.append(told)))
    assert seen == [(0, 2, str(paths[0])), (1, 2, str(paths[1]))]


def test_more_files_than_one_commit_takes(
    empty: Library, sources: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.library import importing

    monkeypatch.setattr(importing, "BATCH", 2)
    paths = [sources(f"{n}.txt", title=f"Session {n}", date=f"May {n + 1}, 2013") for n in range(5)]
    results = list(empty.import_files(paths))
    assert len({result.meeting for result in results}) == 5
    assert empty.generation == 4
    assert [empty.meeting(row.entry.id).title for row in empty.timeline()] == [
        f"Session {n}" for n in (4, 3, 2, 1, 0)
    ]


def test_removing_a_meeting_lets_it_be_imported_again(empty: Library, sources: Write) -> None:
    path = sources("a.txt")
    (first,) = empty.import_files([path])
    assert empty.remove("2013-05-29") == (first.meeting,)
    assert empty.timeline() == ()
    (again,) = empty.import_files([path])
    assert (again.status, again.meeting) == (Status.IMPORTED, first.meeting)


def test_removing_leaves_the_neighbours_in_the_shard(empty: Library, sources: Write) -> None:
    list(empty.import_files([sources("a.txt"), sources("b.txt", title="Two", date="May 1, 2013")]))
    kept = empty.meeting("2013-05-01")
    empty.remove("2013-05-29")
    fresh = open_library(empty.path)
    assert [fresh.meeting(row.entry.id) for row in fresh.timeline()] == [kept]


def test_the_original_leaves_the_disk_with_the_next_commit(empty: Library, sources: Write) -> None:
    list(empty.import_files([sources("a.txt")]))
    empty.remove("2013-05-29")
    list(empty.import_files([sources("b.txt", title="Two", date="May 1, 2013")]))
    sha256 = empty.row("2013-05-01").captures[0].sha256
    assert [path.stem for path in (empty.path / "originals").iterdir()] == [sha256]


def test_removing_an_import_undoes_it(empty: Library, sources: Write) -> None:
    (first,) = empty.import_files([sources("a.txt")])
    before = empty.meeting("2013-05-29")
    results = list(
        empty.import_files(
            [
                sources("b.txt", words="We agreed on the harbour, the bridge and five schools."),
                sources("c.txt", title="Two", date="May 1, 2013"),
            ]
        )
    )
    assert [result.status for result in results] == [Status.REVISED, Status.IMPORTED]
    empty.remove(results[0].import_id)
    assert [row.entry.id for row in empty.timeline()] == [first.meeting]
    assert empty.meeting("2013-05-29") == before


def test_the_seeds_can_be_removed_together(tmp_path: Path) -> None:
    library = open_library(tmp_path / "new")
    assert len(library.remove("seeds")) == 5
    assert len(open_library(tmp_path / "new")) == 0


def test_a_pattern_stands_for_the_files_it_matches(
    empty: Library, sources: Write, tmp_path: Path
) -> None:
    sources("deep/er/one.txt", title="One", words="alpha beta gamma delta")
    sources("two.txt", title="Two", words="epsilon zeta eta theta")
    sources("two.md", title="Three")
    folder = tmp_path / "sources"
    assert statuses(list(empty.import_files([folder / "*.txt"]))) == [("two.txt", "imported")]
    deep = list(empty.import_files([folder / "**" / "*.txt"]))
    assert statuses(deep) == [("one.txt", "imported"), ("two.txt", "unchanged")]


def test_a_pattern_that_matches_nothing_is_named(empty: Library, tmp_path: Path) -> None:
    (result,) = empty.import_files([tmp_path / "*.txt"])
    assert (result.status, result.file) == (Status.SKIPPED, str(tmp_path / "*.txt"))
    assert "pattern" in result.reason


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(
    empty: Library, sources: Write
) -> None:
    (result,) = empty.import_files([sources("a[1].txt")])
    assert result.status is Status.IMPORTED


def test_a_cancelled_import_keeps_what_was_read_and_goes_on_later(
    empty: Library, sources: Write
) -> None:
    paths = [sources(f"{n}.txt", title=f"Session {n}", date=f"May {n + 1}, 2013") for n in range(4)]
    read: list[str] = []
    results = list(
        empty.import_files(
            paths,
            on_progress=lambda done, total, name: read.append(name),
            cancelled=lambda: len(read) == 2,
        )
    )
    assert statuses(results) == [("0.txt", "imported"), ("1.txt", "imported")]
    assert len(open_library(empty.path)) == 2
    again = [status for _, status in statuses(list(empty.import_files(paths)))]
    assert again == ["unchanged", "unchanged", "imported", "imported"]


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="whoever runs this may read everything",
)
def test_what_may_not_be_read_is_named(empty: Library, sources: Write, tmp_path: Path) -> None:
    sources("a.txt").chmod(0)
    closed = sources("closed/b.txt").parent
    closed.chmod(0)
    try:
        results = list(empty.import_files([tmp_path / "sources"]))
    finally:
        closed.chmod(0o700)
    assert statuses(results) == [("a.txt", "skipped"), ("closed", "skipped")]
    assert all("read" in result.reason for result in results)


@pytest.mark.parametrize("date", ["/tmp/evil", "../../../evil", "2013-99-99"])
def test_a_date_never_leads_out_of_the_library(
    empty: Library, sources: Write, tmp_path: Path, date: str
) -> None:
    (first,) = empty.import_files([sources("a.txt")])
    assert first.meeting is not None
    document = encode(empty.meeting(first.meeting)) | {"date": date, "title": "Another"}
    hostile = tmp_path / "hostile.json"
    hostile.write_text(json.dumps(document), encoding="utf-8")
    before = {path for path in tmp_path.rglob("*") if not path.is_relative_to(empty.path)}
    bad, good = empty.import_files([hostile, sources("b.txt", title="Three", date="May 1, 2014")])
    assert (bad.status, good.status) == (Status.SKIPPED, Status.IMPORTED)
    after = {path for path in tmp_path.rglob("*") if not path.is_relative_to(empty.path)}
    assert after - before == {tmp_path / "sources" / "b.txt"}


@pytest.mark.parametrize("name", ["../x", "/tmp/evil-g1", "2013", "2013-g1/../../x", ""])
def test_no_shard_lies_outside_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(Damaged):
        Layout(tmp_path).shard(name)


@pytest.mark.parametrize("name", ["../x", "/tmp/evil", "", "0" * 63])
def test_no_original_lies_outside_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(Damaged):
        Layout(tmp_path).original(name)


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_the_same_file_again_mends_a_lost_original(
    empty: Library, sources: Write, damage: bytes | None
) -> None:
    path = sources("a.txt")
    list(empty.import_files([path]))
    (original,) = (empty.path / "originals").iterdir()
    whole = original.read_bytes()
    original.unlink() if damage is None else original.write_bytes(damage)
    (again,) = empty.import_files([path])
    assert (again.status, "whole again" in again.reason) == (Status.UNCHANGED, True)
    assert original.read_bytes() == whole
    assert list(empty.doctor()) == []


def test_a_file_of_which_nothing_can_be_stored_leaves_nothing(
    empty: Library, sources: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UnstorableText("it holds text that cannot be stored")

    monkeypatch.setattr(Transaction, "put", refuse)
    (bad,) = empty.import_files([sources("a.txt")])
    assert bad.status is Status.SKIPPED
    assert list(empty.doctor()) == []
