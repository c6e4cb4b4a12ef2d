"""When a frame waits for the terminal."""

import asyncio

import pytest

from tui.terminal import pacing
from tui.terminal.pacing import MOST_UNANSWERED, Pace


class Released:
    """Counts what is let go."""

    def __init__(self):
        self.times = 0
        self.happened = asyncio.Event()

    def __call__(self):
        self.times += 1
        self.happened.set()


@pytest.fixture
async def released():
    return Released()


@pytest.fixture
async def pace(released):
    """The pace of a terminal that has answered once, at the start."""
    pace = Pace(released)
    pace.answered()
    return pace


async def test_a_terminal_that_never_answered_is_not_asked_and_not_waited_for(released):
    pace = Pace(released)
    assert [pace.sent() for _ in range(50)] == [False] * 50
    assert not pace.holds


async def test_one_frame_by_itself_asks_nothing(pace):
    assert not pace.sent()


async def test_a_run_is_held_until_an_answer(pace, released):
    pace.sent()
    for _ in range(MOST_UNANSWERED):
        assert not pace.holds
        assert pace.sent()
    assert pace.holds
    pace.answered()
    assert not pace.holds
    assert released.times == 1


async def test_an_answer_that_does_not_come_holds_nothing_up_for_long(pace, released, monkeypatch):
    monkeypatch.setattr(pacing, "PATIENCE", 0.01)
    for _ in range(MOST_UNANSWERED + 1):
        pace.sent()
    assert pace.holds
    await released.happened.wait()
    assert not pace.holds


async def test_answers_nobody_waits_for_release_nothing(pace, released):
    pace.answered()
    assert released.times == 0
    assert not pace.holds
