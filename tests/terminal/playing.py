"""Sessions played into a terminal emulator, and what two of them show side by side."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quiet import until_quiet


class Step(NamedTuple):
    """What one key led to.

    Attributes:
        key: The key; "" for the start.
        picture: What somebody at the terminal then sees.
        sent: Bytes it took.
    """

    key: str
    picture: Any
    sent: int


async def play(
    app: Any,
    screen: Any,
    size: tuple[int, int],
    session: Sequence[str],
    resizes: Mapping[int, tuple[int, int]] | None = None,
    themes: Mapping[int, str] | None = None,
) -> list[Step]:
    """Play a session into a terminal.

    Args:
        app: The app, on a driver that records.
        screen: The terminal emulator; None where only bytes are counted.
        size: Its columns and rows.
        session: Keys.
        resizes: By the number of the step, the size that the terminal then takes.
        themes: Likewise the theme that the app then takes.
    """
    steps = []
    async with app.run_test(headless=False, size=size) as pilot:
        for number, key in enumerate(["", *session]):
            if key:
                await pilot.press(key)
            if themes and number in themes:
                app.theme = themes[number]
            if resizes and number in resizes:
                width, height = resizes[number]
                screen.feed(app._driver.take())
                screen.resize(width, height)
                await pilot.resize_terminal(width, height)
            await until_quiet(pilot)
            sent = app._driver.take()
            if screen is not None:
                screen.feed(sent)
            steps.append(Step(key, screen and screen.picture, len(sent.encode())))
    return steps


def compare(stock: Sequence[Step], ours: Sequence[Step]) -> None:
    """Hold one session to the pictures of another."""
    for number, (expected, seen) in enumerate(zip(stock, ours, strict=True)):
        where = f"after {seen.key!r}, step {number}"
        assert seen.picture.rows == expected.picture.rows, f"other words {where}"
        assert other_looks(seen.picture, expected.picture) == [], f"other looks {where}"


def other_looks(seen: Any, expected: Any) -> list[Any]:
    """The first cells that look otherwise: (column, row, as seen, as expected)."""
    cells = (
        (x, y, one, other)
        for y, rows in enumerate(zip(seen.looks, expected.looks, strict=True))
        for x, (one, other) in enumerate(zip(*rows, strict=True))
        if one != other
    )
    return list(itertools.islice(cells, 5))
