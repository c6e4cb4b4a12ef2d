"""What is written here stands, whatever another thread is just reading."""

from __future__ import annotations

import threading

import pytest

from tui.library import deciding
from tui.library.current import Current
from tui.library.decisions import Decisions
from tui.library.errors import NotFound
from tui.library.layout import Layout
from tui.library.library import Library
from tui.library.open import open_library


def test_what_others_wrote_is_told_though_it_was_taken_up_for_a_change_that_failed(
    empty: Library, sources
) -> None:
    list(open_library(empty.path).import_files([sources("a.txt")]))
    with pytest.raises(NotFound):
        empty.decide(lambda held: deciding.undo(held, 7))
    assert empty.refresh()
    assert not empty.refresh()


def test_what_is_written_here_is_told_to_nobody(empty: Library, sources) -> None:
    list(empty.import_files([sources("a.txt")]))
    first = empty.meeting("2013")
    empty.decide(lambda held: deciding.correct(held, first, "place", "Zenda")[0])
    assert not empty.refresh()


def test_what_was_read_before_does_not_undo_what_is_decided(
    empty: Library, sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(empty.import_files([sources("a.txt")]))
    current = Current(Layout(empty.path), empty.catalogue)
    meeting = empty.meeting("2013")
    read, may_go_on = threading.Event(), threading.Event()
    before = Decisions.read(Layout(empty.path))

    def reads_slowly(layout: Layout) -> Decisions:
        read.set()
        assert may_go_on.wait(60)
        return before

    empty.decide(lambda held: deciding.correct(held, meeting, "place", "Zenda")[0])
    after = empty.decisions
    monkeypatch.setattr(Decisions, "read", reads_slowly)
    looking = threading.Thread(target=current.refresh)
    deciding_here = threading.Thread(target=current.decide, args=(after,))
    looking.start()
    assert read.wait(60)
    deciding_here.start()
    deciding_here.join(0.1)  # as far as it comes
    may_go_on.set()
    looking.join()
    deciding_here.join()
    assert current.decisions is after
