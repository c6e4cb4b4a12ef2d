"""What other processes write is noticed without a timer on the screen."""

from __future__ import annotations

import threading

import pytest

from tui.data import data_folder
from tui.library.open import create_library, open_library
from tui.screens import watch
from tui.screens.watch import Watch


@pytest.fixture
def hurried(monkeypatch):
    monkeypatch.setattr(watch, "LOOK_EVERY", 0.01)


def repeating_timers(app):
    """What would wake the interface's thread again and again while nobody does anything."""
    pumps = [app, *app.screen_stack, *(node for s in app.screen_stack for node in s.query("*"))]
    return [
        timer
        for pump in pumps
        for timer in pump._timers
        if timer._repeat is None and timer._active.is_set()
    ]


@pytest.mark.parametrize("keys", [(), ("B",), ("question_mark",), ("slash", "c"), ("colon", "m")])
async def test_nothing_wakes_a_screen_at_which_nobody_sits(reading, keys):
    async with reading() as reader:
        await reader.press(*keys)
        assert repeating_timers(reader.app) == []


async def test_the_screen_notices_what_another_process_imports(reading, tmp_path, hurried):
    create_library(tmp_path / "library", empty=True)
    mine, other = open_library(tmp_path / "library"), open_library(tmp_path / "library")
    async with reading(library=mine) as reader:
        list(other.import_files([next(data_folder("seeds").glob("004*"))]))
        for _ in range(1000):
            await reader.pilot.pause(0.01)
            if "+1 meeting" in reader.message:
                return
    pytest.fail("the screen did not notice")


def test_a_look_that_fails_is_told_and_is_the_last(hurried):
    told, looks = threading.Event(), []

    def fails():
        looks.append(1)
        raise ZeroDivisionError

    errors = []
    Watch(fails, lambda error: (errors.append(error), told.set())).begin()
    assert told.wait(60)
    assert looks == [1]
    assert isinstance(errors[0], ZeroDivisionError)


def test_a_look_that_fails_after_the_end_is_told_to_nobody(hurried):
    told, threads = [], set()

    def fails():
        threads.add(threading.current_thread())
        one.end()
        raise RuntimeError("the interface is gone")

    one = Watch(fails, told.append)
    before = set(threading.enumerate())
    one.begin()
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert threads
    assert told == []


def test_a_watch_that_ended_looks_no_more(hurried):
    looked = threading.Event()
    one = Watch(looked.set, lambda error: None)
    one.end()
    before = set(threading.enumerate())
    one.begin()
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert not looked.is_set()
