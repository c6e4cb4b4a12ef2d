"""A library made beside something else."""

import signal
import sys

import pytest

from tui.library.filling_ahead import fill_ahead
from tui.library.layout import Layout
from tui.library.open import create_library, open_library

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="made when opened, elsewhere")


def test_an_absent_library_is_made_with_the_seeds(tmp_path):
    fill_ahead(tmp_path / "library")()
    assert Layout(tmp_path / "library").catalogue.exists()
    assert len(open_library(tmp_path / "library", read_only=True).timeline()) == 5


def test_one_that_is_opened_meanwhile_is_the_same(tmp_path):
    wait = fill_ahead(tmp_path / "library")
    opened = open_library(tmp_path / "library")
    wait()
    assert open_library(tmp_path / "library").uuid == opened.uuid


def test_it_is_made_where_nobody_minds_how_processes_end(tmp_path):
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # as a parent may leave it
    try:
        fill_ahead(tmp_path / "library")()
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert Layout(tmp_path / "library").catalogue.exists()


def test_one_that_is_there_is_left_alone(tmp_path):
    create_library(tmp_path / "library", empty=True)
    fill_ahead(tmp_path / "library")()
    assert not open_library(tmp_path / "library").timeline()


def test_what_goes_wrong_is_left_to_whoever_opens_it(tmp_path, capfd):
    (tmp_path / "library").write_text("a file")
    fill_ahead(tmp_path / "library")()
    assert capfd.readouterr() == ("", "")
