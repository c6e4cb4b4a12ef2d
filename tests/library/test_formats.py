"""A library that each release wrote is read by this one, and goes on being written.

``formats/`` keeps a backup of a small library of every format on disk, invented meetings all:
two meetings, one of them revised; a place and a name corrected; a note that the revision
touches, and a mark. A release that changes a format adds its own; none is ever taken away.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library.backup.restoring import restore
from tui.library.doctor import examine
from tui.library.layout import FORMAT
from tui.library.library import Library
from tui.library.notebook import Notebook
from tui.library.notebook.standing import check
from tui.library.open import open_library
from tui.quoting.anchoring import Standing
from tui.search.parser import parse

FORMATS = Path(__file__).parent / "formats"
BACKUPS = sorted(FORMATS.glob("format-*.tar.gz"))


def test_every_format_so_far_is_kept() -> None:
    assert len(BACKUPS) == FORMAT


@pytest.fixture(params=BACKUPS, ids=lambda path: path.name.removesuffix(".tar.gz"))
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Library:
    with request.param.open("rb") as source:
        restore(source, tmp_path / "library", tmp_path / "notebooks")
    return open_library(tmp_path / "library")


def test_its_words_captures_and_decisions_are_read(library: Library) -> None:
    assert [row.entry.place for row in library.timeline()] == ["Castle of Zenda", "Strelsau"]
    assert len(library.captures("2013")) == 2
    assert library.capture("2013", 1).turns[0].blocks[0].text.endswith("two new schools.")
    assert {person.name for person in library.people()} == {
        "Anna Margarete Berg",
        "Rudolf Strand",
    }
    hits = list(library.hits(parse('by:"anna margarete" "three new schools"').query))
    assert [hit.anchor for hit in hits] == ["t1"]


def test_its_notebook_is_read(library: Library, tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "notebooks", library.uuid)
    schools, bridge = notebook.notes.all()
    assert (schools.remark, schools.tags) == ("how many?", ("schools",))
    assert bridge.tags == ("bridge",)
    standings = [checked.standing for checked in check((schools, bridge), library)]
    assert standings == [Standing.TOUCHED, Standing.STANDS]


def test_it_goes_on_being_written(library: Library, tmp_path: Path) -> None:
    library.remove("2014")
    notebook = Notebook(tmp_path / "notebooks", library.uuid)
    notebook.remember_query("harbour")
    assert len(open_library(library.path)) == 1
    assert notebook.queries() == ("harbour",)
    assert not list(examine(library.path))
