"""What a long dialogue costs beside a short one: ratios, not milliseconds, are the result.

Run ``python benchmarks/long_dialogue.py``. Each figure is the work of the interface's thread
between the request and the lines of the next frame.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import tracemalloc
from collections.abc import Callable
from time import perf_counter

from textual.app import App, ComposeResult
from textual.geometry import Region

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Hit,
    Match,
    Meeting,
    Participant,
    Source,
    Turn,
)
from tui.themes import variable_defaults
from tui.widgets.dialogue import Dialogue

WIDTH, HEIGHT = 120, 40
WORDS_A_TURN = 150
ROUNDS = 15
SPEAKERS = ("Anna Bell", "Carl Doe", "Eva Frey")


def meeting(turns: int) -> Meeting:
    """Make a meeting of so many turns."""
    chance = random.Random(turns)
    words = ["economy", "the", "of", "union", "and", "agreement", "we", "customs", "it", "trade’s"]

    def turn(number: int) -> Turn:
        halves = [" ".join(chance.choices(words, k=WORDS_A_TURN // 2)) for _ in range(2)]
        return Turn(
            number,
            SPEAKERS[number % 3],
            None,
            "",
            None,
            Attribution.PRINTED,
            tuple(Block(BlockKind.PARAGRAPH, half) for half in halves),
        )

    return Meeting(
        id=f"undated/long-{turns}",
        title=f"A meeting of {turns} turns",
        summary="",
        date="2013-05-29",
        time=None,
        place="Astana",
        source=Source("made up", None, "none", "0"),
        people=tuple(Participant(name, None, name) for name in SPEAKERS),
        body=tuple(turn(number) for number in range(1, turns + 1)),
    )


def hits(of: Meeting) -> list[Hit]:
    """Make a hit in each turn."""
    match = Match(0, 0, 7)
    return [Hit(of.id, f"t{turn.number}", match, (match,)) for turn in of.turns]


class Bench(App[None]):
    """Nothing but a dialogue."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Dialogue()


async def measure(turns: int) -> dict[str, float]:
    """Return milliseconds for each thing one does, the median of some rounds."""
    long, app = meeting(turns), Bench()
    found = hits(long)
    results: dict[str, list[float]] = {}
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        dialogue = app.query_one(Dialogue)
        colours = {name: slot for slot, name in enumerate(SPEAKERS, 1)}
        area = Region(0, 0, WIDTH, HEIGHT)

        def clock(name: str, act: Callable[[], object]) -> None:
            began = perf_counter()
            act()
            dialogue.refresh()
            dialogue.render_lines(area)
            results.setdefault(name, []).append((perf_counter() - began) * 1000)

        for round_ in range(ROUNDS):
            clock("open", lambda: dialogue.show(long, colours=colours))
            await pilot.pause()
            clock("page", dialogue.action_page_down)
            clock("all hits", lambda: dialogue.set_hits(found))
            await pilot.pause()
            at = found[(round_ * 7) % len(found)]
            clock("next hit", lambda at=at: dialogue.focus_hit(at))
            clock("end", dialogue.action_go_end)
            await pilot.pause(0.3 if round_ == 0 else 0)
            await pilot.resize_terminal(WIDTH - 30, HEIGHT)
            clock("resize", lambda: setattr(dialogue, "measure", 60))
            dialogue.measure = 80
            await pilot.resize_terminal(WIDTH, HEIGHT)
        tracemalloc.start()
        dialogue.show(long, colours=colours)
        await pilot.pause(1)
        results["memory, KB"] = [tracemalloc.get_traced_memory()[1] / 1024]
        tracemalloc.stop()
    return {name: statistics.median(values) for name, values in results.items()}


async def main() -> None:
    short = await measure(10)
    for turns in (10_000, 100_000):
        long = await measure(turns)
        print(f"{turns:,} turns beside 10")
        for name, value in long.items():
            print(f"  {name:12} {value / short[name]:6.2f} ×   ({value:.1f} : {short[name]:.1f})")


if __name__ == "__main__":
    asyncio.run(main())
