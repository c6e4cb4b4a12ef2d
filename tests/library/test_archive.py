"""Asking a library: rows, meetings, addresses, hits."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.errors import Ambiguous, Damaged, NotFound
from tui.library.library import Library
from tui.library.open import open_library
from tui.model import Place
from tui.search.parser import parse

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("address", "anchor", "block"),
    [
        ("2013-05-29", "title", 0),
        ("2013-05-29/astana", "title", 0),
        ("2013#t2", "t2", 0),
        ("2013-05-29/astana#t2.3", "t2", 2),
        ("2013-05-29#b1", "b1", 0),
        (" 2013-05-29/ASTANA#T1 ", "t1", 0),
        ("2013#", "title", 0),
    ],
)
def test_an_address_leads_to_a_place(seeds: Library, address: str, anchor: str, block: int) -> None:
    place = seeds.resolve(address)
    assert place == Place(seeds.meeting("2013").id, anchor, block)


@pytest.mark.parametrize(
    "address", ["", "1999", "astana", "2013#t9", "2013#t0", "2013#t1.99", "2013#x", "#t1"]
)
def test_an_address_that_leads_nowhere_says_so(seeds: Library, address: str) -> None:
    with pytest.raises(NotFound):
        seeds.resolve(address)


def test_an_ambiguous_beginning_lists_what_it_fits(seeds: Library) -> None:
    with pytest.raises(Ambiguous) as caught:
        seeds.meeting("2012")
    assert len(caught.value.candidates) == 2
    assert all(candidate in str(caught.value) for candidate in caught.value.candidates)


def test_every_beginning_of_an_id_is_that_meeting_or_ambiguous(seeds: Library) -> None:
    for key in seeds.catalogue.ids:
        for length in range(1, len(key) + 1):
            try:
                assert seeds.row(key[:length]).entry.id == key
            except Ambiguous as error:
                assert key in error.candidates


def test_rows_count_hits_and_turns(seeds: Library) -> None:
    rows = seeds.timeline(parse('"customs union"').query)
    assert [row.entry.date for row in rows] == ["2013-05-29", "2012-10-09", "2012-05-15"]
    assert all(1 <= row.turns <= row.hits for row in rows)


def test_hits_come_oldest_first_and_agree_with_the_rows(seeds: Library) -> None:
    query = parse('"customs union"').query
    hits = list(seeds.hits(query))
    assert [hit.meeting for hit in hits] == sorted(hit.meeting for hit in hits)
    assert len(hits) == sum(row.hits for row in seeds.timeline(query))


def test_a_query_of_metadata_alone_leaves_meetings_without_hits(seeds: Library) -> None:
    (row,) = seeds.timeline(parse("at:astana").query)
    assert (row.entry.place, row.hits) == ("Astana", 0)


def test_a_cancelled_search_stops(seeds: Library) -> None:
    assert seeds.timeline(parse("union").query, cancelled=lambda: True) == ()
    assert list(seeds.hits(parse("union").query, cancelled=lambda: True)) == []


def test_a_damaged_shard_costs_only_its_meetings(tmp_path: Path) -> None:
    open_library(tmp_path / "new")
    (shard,) = (tmp_path / "new" / "transcripts").glob("2013-*.json")
    shard.write_bytes(shard.read_bytes().replace(b"Union", b"union"))
    library = open_library(tmp_path / "new")
    with pytest.raises(Damaged, match="2013"):
        library.meeting("2013")
    assert {hit.meeting[:4] for hit in library.hits(parse('"customs union"').query)} == {"2012"}
    assert [damage.path for damage in library.damage] == [shard]
    assert library.meeting("2017").turns


def test_a_damaged_shard_does_not_keep_its_year_from_growing(
    tmp_path: Path, sources: Write
) -> None:
    open_library(tmp_path / "new")
    (shard,) = (tmp_path / "new" / "transcripts").glob("2013-*.json")
    shard.write_bytes(b"")
    library = open_library(tmp_path / "new")
    speech = " ".join(f"Word{number} of a long speech about the harbour." for number in range(400))
    (result,) = library.import_files([sources("a.txt", date="June 1, 2013", words=speech)])
    assert result.status == "imported"
    assert library.meeting("2013-06-01").turns


def test_a_reader_notices_what_another_wrote(empty: Library, sources: Write) -> None:
    reader = open_library(empty.path, read_only=True)
    list(empty.import_files([sources("a.txt")]))
    assert len(reader) == 0
    assert reader.refresh()
    assert [row.entry for row in reader.timeline()] == [row.entry for row in empty.timeline()]
    assert not reader.refresh()


def test_a_reader_two_generations_behind_still_reads(empty: Library, sources: Write) -> None:
    (first,) = empty.import_files([sources("a.txt")])
    reader = open_library(empty.path, read_only=True)
    for number in (1, 2, 3):
        path = sources(f"{number}.txt", title=f"Session {number}", date=f"June {number}, 2013")
        list(empty.import_files([path]))
    assert first.meeting is not None
    assert reader.meeting(first.meeting).turns


def _import(root: Path, path: Path) -> None:
    list(open_library(root).import_files([path]))


def test_two_writers_at_once_lose_nothing(empty: Library, sources: Write) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(
            target=_import,
            args=(
                empty.path,
                sources(f"{n}.txt", title=f"Session {n}", date=f"June {n}, 2013"),
            ),
        )
        for n in (1, 2, 3)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    empty.refresh()
    assert sorted(row.entry.title for row in empty.timeline()) == [
        "Session 1",
        "Session 2",
        "Session 3",
    ]
