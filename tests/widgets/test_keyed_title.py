"""The title of a panel takes no more lines than it may."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tui.widgets.keyed_title import KeyedTitle

HINTS = (("enter", "opens", 1), ("f2", "merges", 2), ("f3", "splits", 3), ("esc", "closes", -1))


@pytest.mark.parametrize(
    ("width", "most", "lines"),
    [
        (80, 2, ["People   enter opens   f2 merges   f3 splits   esc closes"]),
        (40, 2, ["People   enter opens   f2 merges", "f3 splits   esc closes"]),
        (40, 1, ["People   enter opens   esc closes"]),
        (20, 1, ["People   esc closes"]),
        (8, 1, ["People"]),
    ],
)
async def test_hints_give_way_whole(width: int, most: int, lines: list[str]) -> None:
    class Panel(App[None]):
        CSS = f"KeyedTitle {{ max-height: {most}; }}"

        def compose(self) -> ComposeResult:
            yield KeyedTitle("People", HINTS)

    async with Panel().run_test(size=(width, 6)) as pilot:
        title = pilot.app.query_one(KeyedTitle)
        assert title.render().plain.split("\n") == lines
        assert title.size.height == len(lines)
