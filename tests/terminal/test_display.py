"""The same picture as Textual's own output, at every step, for a fraction of the bytes."""

import itertools

import pytest
from playing import compare, play
from quiet import until_quiet
from textual.app import App
from textual.events import Resize
from textual.geometry import Size

from tui.terminal import display, pacing
from tui.terminal.differ import Differ
from tui.terminal.display import stock_reason

SESSION = [
    *("down", "down", "down", "pagedown", "end", "home"),
    *("f2", "escape", "tab", "down", "pagedown", "end", "f3", "f3", "home"),
    *("f5", "f6", "f4", "t", "h", "down", "escape", "f7", "tab"),
    *"customs 会議",
    *("backspace", "left", "left", "x", "shift+tab", "shift+tab", "up", "f2", "f5", "escape"),
]


def timers(app):
    """What would wake the app while nobody types: its own timers and those of its widgets."""
    pumps = [app, *app.screen_stack, *app.screen.query("*")]
    return [
        timer
        for pump in pumps
        for timer in pump._timers
        if timer._active.is_set() and not timer._task.done()
    ]


@pytest.fixture(autouse=True)
def full_colour(monkeypatch):
    """One colour system in all tests: Rich keeps the colours of a style it once reduced."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.parametrize(
    ("size", "term"), [((120, 40), "xterm-256color"), ((80, 24), "screen-256color")]
)
async def test_the_picture_is_the_same_at_every_step(samplers, terminal, monkeypatch, size, term):
    monkeypatch.setenv("TERM", term)
    stock, light = samplers
    expected = await play(stock(), terminal(*size), size, SESSION)
    compare(expected, await play(light(), terminal(*size), size, SESSION))


async def test_the_picture_is_the_same_through_resizes(samplers, terminal):
    stock, light = samplers
    size, resizes = (200, 60), {2: (80, 24), 7: (133, 31), 10: (40, 12), 14: (120, 40)}
    expected = await play(stock(), terminal(*size), size, SESSION[:18], resizes)
    compare(expected, await play(light(), terminal(*size), size, SESSION[:18], resizes))


async def test_keys_cost_little(samplers, terminal):
    """Bytes are counted, not timed: the same on every machine."""
    _, light = samplers
    keys = ["down", "down", "up", "f2", "escape", "tab", "tab", "a", "b", "backspace"]
    steps = await play(light(), terminal(120, 40), (120, 40), keys)
    costs = [(key, sent) for key, _, sent in steps]
    assert costs[0][1] <= 12_000, "the first screen"
    small = {"down", "up", "a", "b", "backspace"}
    assert [(key, sent) for key, sent in costs if key in small and sent > 400] == []


async def test_an_idle_screen_sends_nothing(samplers):
    _, light = samplers
    async with light().run_test(headless=False, size=(80, 24)) as pilot:
        await until_quiet(pilot)
        assert timers(pilot.app) == []


async def test_what_textual_does_not_display_as_known_is_left_to_it(samplers, terminal):
    stock, light = samplers
    keys = ["down", "pagedown", "f2", "escape"]
    expected = await play(stock(), terminal(80, 24), (80, 24), keys)
    ours = light()
    ours.cell_diff = False
    seen = await play(ours, terminal(80, 24), (80, 24), keys)
    compare(expected, seen)
    assert seen[1][2] > 2_000, "a whole list was sent for a key"


async def test_a_failure_costs_bytes_and_not_the_session(samplers, terminal, monkeypatch):
    stock, light = samplers
    keys = ["down", "pagedown", "f2", "escape", "end"]
    expected = await play(stock(), terminal(80, 24), (80, 24), keys)
    calls = itertools.count()
    difference = Differ.difference

    def fails_in_the_middle(differ):
        if next(calls) == 4:
            raise IndexError
        return difference(differ)

    monkeypatch.setattr(Differ, "difference", fails_in_the_middle)
    ours = light()
    compare(expected, await play(ours, terminal(80, 24), (80, 24), keys))
    assert ours.cell_diff is False


async def test_a_terminal_written_on_by_others_is_drawn_anew(samplers, terminal):
    """As after a stop and a continuation: the driver announces the size again."""
    _, light = samplers
    async with light().run_test(headless=False, size=(80, 24)) as pilot:
        await until_quiet(pilot)
        screen, fresh = terminal(80, 24), terminal(80, 24)
        screen.feed(pilot.app._driver.take())
        await pilot.resize_terminal(80, 24)
        pilot.app.screen.refresh()
        await until_quiet(pilot)
        fresh.feed(pilot.app._driver.take())
        assert fresh.picture == screen.picture


@pytest.mark.parametrize("diff", [True, False])
async def test_sizes_that_end_at_the_first_leave_a_whole_picture(samplers, terminal, diff):
    """What a terminal clips when it is made smaller does not come back by itself."""
    _, light = samplers
    app, screen = light(), terminal(120, 40)
    app.cell_diff = diff
    async with app.run_test(headless=False, size=(120, 40)) as pilot:
        await until_quiet(pilot)
        screen.feed(app._driver.take())
        before = screen.picture
        for size in [(60, 20), (90, 30), (120, 40)]:
            screen.resize(*size)
            app.post_message(Resize(Size(*size), Size(*size)))
        assert screen.picture != before
        await until_quiet(pilot)
        screen.feed(app._driver.take())
        assert screen.picture == before


@pytest.mark.parametrize(
    ("version", "known"),
    [("8.2.8", True), ("8.9.0", True), ("8.1.1", False), ("9.0.0", False), ("dev", False)],
)
def test_only_proven_versions_of_textual_are_trusted(version, known):
    assert (stock_reason(version) is None) is known


def test_another_signature_is_noticed(monkeypatch):
    monkeypatch.setattr(App, "_display", lambda self, screen, renderable, region: None)
    assert "another way" in stock_reason("8.2.8")


def test_state_kept_under_another_name_is_noticed(monkeypatch):
    monkeypatch.setattr(display, "_STATE", ("_frames_held",))
    assert "_frames_held" in stock_reason()


async def test_a_frame_held_for_the_link_is_not_lost_to_a_batch(samplers):
    """The last answer may come while Textual collects changes, and nothing else may follow."""
    _, light = samplers
    app = light()
    async with app.run_test(headless=False, size=(80, 24)) as pilot:
        await until_quiet(pilot)
        app._pace.answered()
        app._pace._owed = pacing.MOST_UNANSWERED
        app._driver.take()
        await pilot.press("down")
        await until_quiet(pilot)
        with app.batch_update():
            app._pace._owed = 0
            app._send_rest()
            assert app._driver.take() == ""
        await until_quiet(pilot)
        assert app._driver.take() != ""
