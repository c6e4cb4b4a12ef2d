"""An index that is absent, stale, damaged, newer or half written costs time, not answers."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
import pytest
from tantivy import Query

from tui.library import deciding
from tui.library.archive import Tally
from tui.library.catalogue import Catalogue
from tui.library.index import index, snapshot
from tui.library.index import schema as s
from tui.library.index.folder import Folder
from tui.library.library import Library
from tui.library.open import open_library
from tui.search.parser import parse
from tui.timeline import Timeline

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def however_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "SMALL", 0)


@pytest.fixture
def library(empty: Library, sources: Write) -> Library:
    files = [
        sources("a.txt"),
        sources("b.txt", date="June 1, 2014", words="The lighthouse is new.", answer="It is."),
    ]
    list(empty.import_files(files))
    return empty


def found(library: Library, text: str) -> list[str]:
    return [row.entry.id[:10] for row in library.timeline(parse(text).query)]


def is_used(library: Library) -> bool:
    return library._index.snapshot(library.catalogue, library.decisions) is not None


def stale(library: Library) -> frozenset[str]:
    held = library._index.snapshot(library.catalogue, library.decisions)
    assert held is not None
    return held.stale


def test_an_import_brings_the_index_along(library: Library) -> None:
    assert is_used(library)
    assert not stale(library)
    assert found(library, "lighthouse") == ["2014-06-01"]


def test_a_small_library_has_none(
    library: Library, monkeypatch: pytest.MonkeyPatch, sources: Write
) -> None:
    shutil.rmtree(library.path / "index")
    monkeypatch.setattr(index, "SMALL", 5000)
    list(library.import_files([sources("c.txt", date="June 2, 2015", words="A new pier.")]))
    assert not (library.path / "index").exists()
    assert found(library, "pier") == ["2015-06-02"]


def test_removing_and_revising_are_followed(library: Library, sources: Write) -> None:
    library.remove("2014")
    assert found(library, "lighthouse") == []
    list(library.import_files([sources("a2.txt", words="We agreed on the harbour and a tunnel.")]))
    assert not stale(library)
    assert found(library, "tunnel") == ["2013-05-29"]
    assert found(library, "schools") == []
    # Counted without reading, so that what was deleted would show.
    assert library.tally(parse("harbour").query) == Tally(1, 1, exact=True)
    assert library.tally(parse("schools").query) == Tally(0, 0, exact=True)


def test_a_reader_of_an_older_index_asks_the_matcher_for_the_rest(
    library: Library, sources: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "catch_up", lambda self: False)
    list(library.import_files([sources("c.txt", date="June 2, 2015", words="Another lighthouse.")]))
    reader = open_library(library.path, read_only=True)
    assert len(stale(reader)) == 1
    assert found(reader, "lighthouse") == ["2015-06-02", "2014-06-01"]
    assert reader.tally(parse("lighthouse").query).meetings == 2


@pytest.mark.parametrize("best", [False, True])
def test_passages_that_are_gone_take_the_place_of_none(
    library: Library, monkeypatch: pytest.MonkeyPatch, best: bool
) -> None:
    monkeypatch.setattr(snapshot, "_COPIES", 1)
    monkeypatch.setattr(Library, "catch_up", lambda self: False)
    library.remove("2013")
    reader = open_library(library.path, read_only=True)
    assert not stale(reader)
    held = reader.holding(parse("guest | lighthouse").query, limit=1, best=best)
    assert [place.meeting[:10] for place in held] == ["2014-06-01"]


def test_what_people_decide_holds_before_the_index_knows_it(library: Library) -> None:
    people = library.people()
    names = ["Anna Berg", "Rudolf Strand"]
    library.decide(lambda held: deciding.merge(held, people, names, "Anna Berg"))
    query = parse('by:"anna berg"').query
    assert len(stale(library)) == 2
    assert library.tally(query).turns == 4
    library.catch_up()
    assert not stale(library)
    assert library.tally(query).turns == 4


def test_what_is_decided_meanwhile_does_not_mix_up_the_meetings_found(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = library.listing_of
    first = library.meeting("2013")

    def listed_and_then_corrected(catalogue: Catalogue) -> Timeline:
        before = listed(catalogue)
        if not library.decisions:
            library.decide(lambda held: deciding.correct(held, first, "date", "2020-01-01")[0])
        return before

    monkeypatch.setattr(library, "listing_of", listed_and_then_corrected)
    assert found(library, "lighthouse") == ["2014-06-01"]


@pytest.mark.parametrize(("counted", "told"), [(1, 1), (0, 0), (2, 0)])
def test_passages_are_told_only_as_they_were_counted(
    library: Library, counted: int, told: int
) -> None:
    held = library._index.snapshot(library.catalogue, library.decisions)
    assert held is not None
    lighthouse = Query.term_query(s.schema(), s.TOKENS, "lighthouse")
    assert len(held.anchors(lighthouse, [library.meeting("2014").id], counted)) == told


def cut_a_file(folder: Path) -> None:
    for path in folder.glob("*.term"):
        path.write_bytes(path.read_bytes()[:10])


def scramble_a_file(folder: Path) -> None:
    for path in folder.glob("*.idx"):
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 0xFF
        path.write_bytes(data)


def lose_the_list(folder: Path) -> None:
    (folder / "meta.json").write_bytes(b"{}")


def lose_the_journal(folder: Path) -> None:
    Folder(folder).journal.unlink()


def make_it_newer(folder: Path) -> None:
    journal = Folder(folder).journal
    heading, rest = journal.read_bytes().split(b"\n", 1)
    changed = orjson.loads(heading) | {"index": 999}
    journal.write_bytes(orjson.dumps(changed) + b"\n" + rest)


def point_nowhere(folder: Path) -> None:
    (folder.parent / "current").write_text("../..")


@pytest.mark.parametrize(
    "harm",
    [cut_a_file, lose_the_list, lose_the_journal, make_it_newer, point_nowhere],
)
def test_an_index_that_cannot_be_used_is_made_again(
    library: Library, harm: Callable[[Path], None]
) -> None:
    harm(Folder.current(library.path / "index").path)
    again = open_library(library.path)
    assert not is_used(again)
    assert found(again, "lighthouse") == ["2014-06-01"]
    assert again.catch_up()
    assert is_used(again)
    assert found(again, "lighthouse") == ["2014-06-01"]


@pytest.mark.parametrize("harm", [cut_a_file, scramble_a_file, lose_the_list, lose_the_journal])
def test_the_doctor_finds_and_mends_a_damaged_index(
    library: Library, harm: Callable[[Path], None]
) -> None:
    harm(Folder.current(library.path / "index").path)
    again = open_library(library.path)
    assert [finding.path for finding in again.doctor()] == [library.path / "index"]
    assert [bool(finding.repaired) for finding in again.doctor(repair=True)] == [True]
    assert list(again.doctor()) == []
    assert is_used(again)


def test_a_sound_index_is_nothing_to_the_doctor(library: Library) -> None:
    assert list(library.doctor()) == []


@pytest.mark.parametrize("moment", ["announced", "committed"])
def test_a_change_broken_off_is_made_good(
    library: Library, sources: Write, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    from tui.library.index import journal

    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    real = journal.Journal.announce

    def announce(self: journal.Journal, change: journal.Change) -> None:
        real(self, change)
        raise Killed

    with monkeypatch.context() as patch:
        if moment == "announced":
            patch.setattr(journal.Journal, "announce", announce)
        else:
            patch.setattr(journal.Journal, "conclude", die)
        with pytest.raises(Killed):
            list(library.import_files([sources("c.txt", date="June 2, 2015", words="A pier.")]))
    again = open_library(library.path)
    assert found(again, "pier") == ["2015-06-02"]
    assert again.catch_up()
    assert is_used(again)
    assert not stale(again)
    assert again.tally(parse("pier").query) == Tally(1, 1, exact=True)


def test_only_changed_meetings_are_indexed_again(
    library: Library, sources: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.library.index import building

    indexed: list[str] = []
    real = building.documents

    def documents(meeting, number):  # type: ignore[no-untyped-def]
        indexed.append(meeting.id[:10])
        return real(meeting, number)

    monkeypatch.setattr(building, "documents", documents)
    list(library.import_files([sources("c.txt", date="June 9, 2014", words="A pier.")]))
    assert indexed == ["2014-06-09"]
    assert not stale(library)


def _import(path: Path, file: Path) -> None:
    index.SMALL = 0
    (result,) = open_library(path).import_files([file])
    assert result.status == "imported", result


def test_two_processes_write_and_a_reader_keeps_its_answers(
    library: Library, sources: Write
) -> None:
    reader = open_library(library.path, read_only=True)
    assert found(reader, "pier") == []
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(
            target=_import,
            args=(library.path, sources(f"{n}.txt", date=f"June {n}, 2016", words=f"Pier {n}.")),
        )
        for n in (1, 2)
    ]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        reader.refresh()
        assert len(found(reader, "lighthouse")) == 1
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    reader.refresh()
    assert found(reader, "pier") == ["2016-06-02", "2016-06-01"]
    library.refresh()
    assert library.catch_up()
    assert not stale(library)


@pytest.fixture
def read_only_folder(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """As on a disk that is mounted read-only, whoever runs the test."""
    from tui.library.index import folder

    monkeypatch.setattr(folder.os, "access", lambda path, mode: False)
    yield open_library(library.path, read_only=True)


def test_an_index_that_may_not_be_written_is_read(read_only_folder: Library) -> None:
    assert is_used(read_only_folder)
    assert found(read_only_folder, "lighthouse") == ["2014-06-01"]


def test_what_is_alike_is_found_through_the_index_too(library: Library) -> None:
    places = library.alike(["New", "lighthouse"], limit=3)
    assert (places[0].meeting[:10], places[0].anchor) == ("2014-06-01", "t1")
    shutil.rmtree(library.path / "index")
    assert library.alike(["New", "lighthouse"], limit=1) == places[:1]


def test_forms_of_a_word_that_is_kept_only_in_part_are_found(
    library: Library, sources: Write
) -> None:
    word = "harbour" * 40
    list(library.import_files([sources("c.txt", date="June 2, 2015", words=f"So {word} it is.")]))
    assert is_used(library)
    assert found(library, f"~{word}") == ["2015-06-02"]
    assert found(library, f"~{word}s -pier") == ["2015-06-02"]
