"""A catalogue is the same whether its rows were looked for or read to be where they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library import catalogue as catalogues
from tui.library.catalogue import Catalogue
from tui.library.files import Files
from tui.library.head import read_head, read_whereabouts, write_head
from tui.library.layout import Layout
from tui.library.open import open_library
from tui.library.sealed import pack

HEADER = {"uuid": "a library", "format": 1, "generation": 3, "shared": True, "retired": ["old"]}
SHARDS = {"2013-g3": {"year": "2013", "bytes": 7, "sha256": "ab"}}


def document(date: str | None, time: str | None, title: str) -> dict[str, Any]:
    row = {"title": title, "date": date, "time": time, "place": "Астана"}
    return row | {"speakers": ["Anna"], "turns": 1, "words": 2, "partial": False}


documents = st.dictionaries(
    st.text(min_size=1),
    st.builds(
        document,
        st.sampled_from([None, "2012-05-15", "2013-05-29"]),
        st.sampled_from([None, "09:30", "12:45"]),
        st.sampled_from(["", 'a\n"starts":{', "Назарбаев"]),
    ),
    max_size=6,
)


@pytest.fixture(autouse=True)
def however_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few rows do for many."""
    monkeypatch.setattr(catalogues, "_LARGE", 0)


@pytest.fixture(scope="module")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    return Layout(tmp_path_factory.mktemp("head"))


def written(layout: Layout, rows: dict[str, dict[str, Any]]) -> Catalogue:
    """Write a catalogue and its head as a commit does, and return it as it was found."""
    data = pack({"library": {"library": HEADER}, "shards": SHARDS, "meetings": rows})
    layout.catalogue.write_bytes(data)
    found = Catalogue(layout.catalogue, data)
    write_head(layout, Files(), found)
    return found


def contents(catalogue: Catalogue) -> tuple[object, ...]:
    """Return everything that a catalogue says."""
    return (
        catalogue.header,
        catalogue.shards,
        catalogue.retired,
        {meeting: catalogue.document(meeting) for meeting in catalogue},
        catalogue.entries,
        tuple(catalogue.timeline),
        catalogue.timeline.dates,
        catalogue.ids,
    )


@given(documents)
def test_it_says_the_same(layout: Layout, rows: dict[str, dict[str, Any]]) -> None:
    found = written(layout, rows)
    assert contents(Catalogue.read(layout.catalogue)) == contents(found)
    if (known := found.whereabouts) is not None:  # else the file is laid out in another way
        assert read_whereabouts(layout.head, known.catalogue) == known


def test_the_head_of_another_generation_is_left_alone(layout: Layout) -> None:
    written(layout, {"a": document("2013-05-29", None, "first")})
    stale = layout.head.read_bytes()
    found = written(layout, {"bb": document("2012-05-15", None, "second")})
    layout.head.write_bytes(stale)
    assert contents(Catalogue.read(layout.catalogue)) == contents(found)


@given(st.data())
def test_a_damaged_head_harms_nothing(layout: Layout, data: st.DataObject) -> None:
    found = written(layout, {"a": document(None, None, "x"), "b": document("2012-05-15", None, "")})
    whole = layout.head.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    layout.head.write_bytes(whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + 1 :])
    assert contents(Catalogue.read(layout.catalogue)) == contents(found)


def test_no_head_harms_nothing(layout: Layout) -> None:
    found = written(layout, {"a": document(None, None, "x")})
    layout.head.unlink()
    assert contents(Catalogue.read(layout.catalogue)) == contents(found)
    assert read_head(layout.head) is None


@pytest.mark.parametrize("read_only", [False, True])
def test_a_head_that_is_missing_is_written_by_who_may(tmp_path: Path, read_only: bool) -> None:
    head = Layout(tmp_path / "library").head
    open_library(tmp_path / "library")
    head.unlink()
    open_library(tmp_path / "library", read_only=read_only).catch_up()
    assert head.exists() is not read_only
