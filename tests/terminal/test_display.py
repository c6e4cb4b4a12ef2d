"""The same picture as Textual's own output, at every step, for a fraction of the bytes."""

import asyncio
import itertools

import pytest

SESSION = [
    *("down", "down", "down", "pagedown", "end", "home"),
    *("f2", "escape", "tab", "down", "pagedown", "end", "f3", "f3", "home"),
    *("f5", "f6", "f4", "t", "h", "down", "escape", "f7", "tab"),
    *"customs 会議",
    *("backspace", "left", "left", "x", "shift+tab", "shift+tab", "up", "f2", "f5", "escape"),
]


async def play(app, screen, size, session, resizes=None):
    """Play a session into a terminal; yield what is seen, and the bytes sent, at each step."""
    steps = []
    async with app.run_test(headless=False, size=size) as pilot:
        await pilot.pause()
        for number, key in enumerate(["", *session]):
            if key:
                await pilot.press(key)
            if resizes and number in resizes:
                width, height = resizes[number]
                screen.feed(app._driver.take())
                screen.resize(width, height)
                await pilot.resize_terminal(width, height)
            await settle(pilot)
            sent = app._driver.take()
            screen.feed(sent)
            steps.append((key, screen.picture, len(sent.encode())))
    return steps


async def settle(pilot):
    """Wait until nothing more is sent."""
    driver, before = pilot.app._driver, -1
    while before != len(driver.sent):
        before = len(driver.sent)
        await pilot.pause()
        await asyncio.sleep(0.001)


def compare(stock, ours):
    for (key, expected, _), (_, seen, _) in zip(stock, ours, strict=True):
        assert seen.rows == expected.rows, f"other words after {key!r}"
        assert other_looks(seen, expected) == [], f"other looks after {key!r}"


def other_looks(seen, expected):
    """The first cells that look otherwise: (column, row, as seen, as expected)."""
    cells = (
        (x, y, one, other)
        for y, rows in enumerate(zip(seen.looks, expected.looks, strict=True))
        for x, (one, other) in enumerate(zip(*rows, strict=True))
        if one != other
    )
    return list(itertools.islice(cells, 5))


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_picture_is_the_same_at_every_step(samplers, terminal, size, term):
    stock, light = samplers
    expected = await play(stock(), terminal(*size), size, SESSION)
    compare(expected, await play(light(), terminal(*size), size, SESSION))


async def test_the_picture_is_the_same_through_resizes(samplers, terminal, term):
    stock, light = samplers
    size, resizes = (120, 40), {2: (80, 24), 7: (133, 31), 10: (40, 12), 14: (120, 40)}
    expected = await play(stock(), terminal(*size), size, SESSION, resizes)
    compare(expected, await play(light(), terminal(*size), size, SESSION, resizes))
