"""The pace at which a large archive is asked."""

from __future__ import annotations

from collections.abc import Iterator

from tui.screens.rhythm import PAUSE, Rhythm


def clock(*moments: float) -> Rhythm:
    times: Iterator[float] = iter(moments)
    return Rhythm(lambda: next(times))


def test_a_quick_archive_is_asked_at_every_key() -> None:
    rhythm = clock(0.0, 0.005)
    assert rhythm.asked("har", typing=True) == 0.0
    rhythm.began()
    rhythm.answered()
    assert rhythm.asked("harb", typing=True) == 0.0


def test_a_slow_one_is_asked_once_nobody_types_for_longer_than_it_takes() -> None:
    rhythm = clock(0.0, 0.1)
    rhythm.began()
    rhythm.answered()
    assert 0.1 < rhythm.asked("harb", typing=True) <= PAUSE


def test_an_answer_that_was_given_up_took_at_least_so_long() -> None:
    rhythm = clock(0.0, 0.08)
    rhythm.began()
    assert rhythm.asked("harb", typing=True) >= 0.08


def test_no_wait_is_longer_than_a_pause_in_typing() -> None:
    rhythm = clock(0.0, 9.0)
    rhythm.began()
    assert rhythm.asked("harb", typing=True) == PAUSE


def test_a_last_word_of_one_or_two_letters_waits_for_a_pause() -> None:
    assert clock().asked('"supreme co', typing=True) == PAUSE


def test_what_is_no_longer_typed_waits_for_nothing() -> None:
    assert clock().asked('"supreme co', typing=False) == 0.0
