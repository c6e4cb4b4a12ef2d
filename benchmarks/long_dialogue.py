"""What a long dialogue costs beside a short one: ratios, not milliseconds, are the result.

Run ``python benchmarks/long_dialogue.py``. Each figure is the processor time of the interface's
thread between the request and the lines of the next frame, long and short by turns. Each round
has another short dialogue: words painted once are cheaper the second time, and ten turns would
soon be known by heart.
"""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import tracemalloc
from collections.abc import Callable
from functools import partial
from time import thread_time

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

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
ROUNDS = 9
SPEAKERS = ("Anna Bell", "Carl Doe", "Eva Frey")
COLOURS = {name: slot for slot, name in enumerate(SPEAKERS, 1)}


def meeting(turns: int, seed: int = 0) -> Meeting:
    """Make a meeting of so many turns."""
    chance = random.Random(turns + seed)
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


class Screen(App[None]):
    """Nothing but a dialogue."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Dialogue()


class Bench:
    """Measures dialogues one after the other on one screen."""

    def __init__(self, app: Screen, pilot: Pilot[None]) -> None:
        self.dialogue, self.pilot = app.query_one(Dialogue), pilot
        self.results: dict[str, dict[str, list[float]]] = {}

    def clock(self, whose: str, name: str, act: Callable[[], object]) -> None:
        began = thread_time()
        act()
        self.dialogue.refresh()
        self.dialogue.render_lines(Region(0, 0, WIDTH, HEIGHT))
        taken = (thread_time() - began) * 1000
        self.results.setdefault(name, {}).setdefault(whose, []).append(taken)

    async def visit(self, whose: str, of: Meeting, found: list[Hit], round_: int) -> None:
        """Do what a reader does in a meeting."""
        dialogue, pilot, clock = self.dialogue, self.pilot, partial(self.clock, whose)
        clock("open", lambda: dialogue.show(of, colours=COLOURS))
        await pilot.pause()
        clock("page", dialogue.action_page_down)
        clock("all hits", lambda: dialogue.set_hits(found))
        await pilot.pause()
        for step in range(1, 4):
            at = found[(round_ * 7 + step * len(found) // 4) % len(found)]
            clock("next hit", lambda at=at: dialogue.focus_hit(at))
        clock("end", dialogue.action_go_end)
        await pilot.pause()
        await pilot.resize_terminal(WIDTH - 30, HEIGHT)
        clock("resize", lambda: setattr(dialogue, "measure", 60))
        dialogue.measure = 80
        await pilot.resize_terminal(WIDTH, HEIGHT)

    async def weigh(self, whose: str, of: Meeting) -> None:
        """Take the memory of a meeting that is shown and measured to its last line."""
        self.dialogue.show(None, colours={})
        found = hits(of)
        gc.collect()
        tracemalloc.start()
        self.dialogue.show(of, colours=COLOURS)
        while not self.dialogue.is_measured:
            await self.pilot.pause(0.02)
        self.dialogue.set_hits(found)
        await self.pilot.pause(0.1)
        kilobytes = tracemalloc.get_traced_memory()[0] / 1024
        tracemalloc.stop()
        self.results.setdefault("memory, KB", {})[whose] = [kilobytes]


async def compare(turns: int) -> None:
    """Print what a meeting of so many turns costs beside meetings of ten."""
    app, long = Screen(), meeting(turns)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        bench, found = Bench(app, pilot), hits(long)
        for round_ in range(ROUNDS):
            short = meeting(10, seed=round_)
            await bench.visit("short", short, hits(short), round_)
            await bench.visit("long", long, found, round_)
        await bench.weigh("short", meeting(10))
        await bench.weigh("long", long)
    print(f"{turns:,} turns beside 10")
    for name, values in bench.results.items():
        one, other = (statistics.median(values[whose]) for whose in ("long", "short"))
        print(f"  {name:12} {one / other:6.2f} ×   ({one:.1f} : {other:.1f})")


async def main() -> None:
    for turns in (10_000, 100_000):
        await compare(turns)


if __name__ == "__main__":
    asyncio.run(main())
