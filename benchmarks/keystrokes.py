"""How long after a key is pressed in the filter bar its letter stands on the screen.

    python benchmarks/keystrokes.py [--turns 900000] [--cache FOLDER] [--rate 12] [TEXT ...]

Starts the program in a pseudo-terminal over a library of that many turns (see `search.py`,
which makes it) and over the seeds, opens the filter bar and types each text at so many keys a
second, without waiting for anything. A key counts as painted when the terminal's screen, as an
emulator draws it, shows its letter left of the cursor. Prints percentiles of that in milliseconds,
the longest time for which the program's event loop could do nothing, the seconds until the
counts are whole, the program's memory, and the machine's load. Spaces, which look like the
cursor, are left out.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from pseudo_terminal import clean_environment, spawn

TEXTS = ('by:scalia "united states gov', "the court of appeals", "supreme cou", "jur")
SIZE = 120, 40
_BEAT = 0.004
_SEEN = 8
"""Letters before the one just typed that are looked for: a narrow bar scrolls."""


@dataclass(frozen=True)
class Typed:
    """What typing one text was like.

    Attributes:
        waits: Seconds from each key to its letter on the screen.
        stall: The longest time for which the program's event loop stood still, in seconds.
        rested: Seconds from the last key to the last byte.
        memory: Megabytes resident at the end.
    """

    waits: tuple[float, ...]
    stall: float
    rested: float
    memory: float


def run_inside(library: Path, stalls: Path) -> int:
    """Run the program, noting when its event loop stood still."""
    from tui import launch
    from tui.app import StenogramApp

    late: list[str] = []

    class Watched(StenogramApp):
        def on_ready(self) -> None:
            loop = asyncio.get_running_loop()
            due = time.monotonic()

            def beat() -> None:
                nonlocal due
                now = time.monotonic()
                if now - due > _BEAT:
                    late.append(f"{now} {now - due}")
                due = now + _BEAT
                loop.call_later(_BEAT, beat)

            beat()

    vars(launch)["StenogramApp"] = Watched
    code = launch.run(library)
    stalls.write_text("\n".join(late))
    return code


class Session:
    """The program in a pseudo-terminal, and all it wrote with the time it came."""

    def __init__(self, home: Path, library: Path) -> None:
        self.stalls = home / "stalls"
        self.received: list[tuple[float, bytes]] = []
        own = [sys.executable, __file__, "--inside", str(library), str(self.stalls)]
        self.pid, self.master = spawn(own, clean_environment(home), SIZE)

    def listen(self, until: float, quiet: float | None = None) -> None:
        """Take what arrives, up to a moment, or until nothing did for a while."""
        while (left := until - time.monotonic()) > 0:
            patience = left if quiet is None else min(left, quiet)
            if select.select([self.master], [], [], patience)[0]:
                self.received.append((time.monotonic(), os.read(self.master, 1 << 16)))
            elif quiet is not None:
                return

    def press(self, key: str) -> float:
        """Press a key; when that was."""
        os.write(self.master, key.encode())
        return time.monotonic()

    def memory(self) -> float:
        """Megabytes that the program has resident; 0 where the system does not tell."""
        status = Path(f"/proc/{self.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def close(self) -> list[tuple[float, float]]:
        """End the program; when its event loop stood still, and for how long."""
        os.kill(self.pid, signal.SIGTERM)
        with suppress(OSError):  # it has ended
            self.listen(time.monotonic() + 10)
        os.waitpid(self.pid, 0)
        os.close(self.master)
        lines = self.stalls.read_text().splitlines() if self.stalls.exists() else []
        return [(float(at), float(late)) for at, late in map(str.split, lines)]


def type_text(library: Path, text: str, rate: float) -> Typed:
    """Type one text into a program just started."""
    with tempfile.TemporaryDirectory() as home:
        session = Session(Path(home), library)
        session.listen(time.monotonic() + 60, quiet=3)
        session.press("/")
        session.listen(time.monotonic() + 1)
        began = due = time.monotonic()
        pressed = []
        for key in text:
            session.listen(due)
            pressed.append(session.press(key))
            due += 1 / rate
        ended = time.monotonic()
        session.listen(ended + 120, quiet=5)
        rested = session.received[-1][0]
        memory = session.memory()
        stalls = session.close()
    stall = max((late for at, late in stalls if began <= at <= ended + 1), default=0.0)
    waits = _waits(session.received, text, pressed)
    return Typed(waits, stall, max(0.0, rested - ended), memory)


def _waits(
    received: Sequence[tuple[float, bytes]], text: str, pressed: Sequence[float]
) -> tuple[float, ...]:
    """Draw what arrived and look for each letter."""
    import pyte

    screen = pyte.Screen(*SIZE)
    stream = pyte.ByteStream(screen)
    waits: dict[int, float] = {}
    for moment, data in received:
        stream.feed(data)
        if moment < pressed[0]:
            continue
        before_cursor = screen.display[screen.cursor.y][: screen.cursor.x]
        for number, at in enumerate(pressed):
            end = text[max(0, number - _SEEN) : number + 1]
            if number in waits or at > moment or text[number] == " ":
                continue
            # The cursor is drawn as a blank of another colour.
            if before_cursor.rstrip().endswith(end):
                # What is typed further to the left has been painted too.
                for earlier in range(number + 1):
                    if text[earlier] != " ":
                        waits.setdefault(earlier, moment - pressed[earlier])
    return tuple(waits[number] for number in sorted(waits))


def _percentile(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else float("nan")


def seeds(folder: Path) -> Path:
    """Make a library of the seeds."""
    from tui.library.open import create_library

    create_library(folder)
    return folder


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("texts", nargs="*", default=TEXTS, metavar="TEXT")
    parser.add_argument("--turns", type=int, default=900_000)
    parser.add_argument("--cache", type=Path, default=Path("/tmp/stenogram-benchmarks"))
    parser.add_argument("--rate", type=float, default=12)
    parser.add_argument("--inside", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return run_inside(*options.inside)
    from large_library import large_library

    options.cache.mkdir(parents=True, exist_ok=True)
    large = large_library(options.cache, options.turns)
    assert large.catch_up(), "the index was not made"
    small = seeds(Path(tempfile.mkdtemp()) / "seeds")
    print(f"{'':44}{'p50':>7}{'p95':>7}{'max':>7}{'stall':>7} ms{'rest':>7} s{'memory':>8} MB")
    for name, folder in (("seeds", small), (f"{options.turns:,} turns", large.path)):
        for text in options.texts:
            typed = type_text(folder, text, options.rate)
            times = (median(typed.waits), _percentile(typed.waits, 0.95), max(typed.waits))
            in_ms = "".join(f"{each * 1000:7.0f}" for each in (*times, typed.stall))
            seen = f"{len(typed.waits)}/{len(text) - text.count(' ')}"
            print(
                f"{name:14} {text:22.22} {seen:>5} {in_ms}   {typed.rested:7.1f}  "
                f"{typed.memory:8.0f}     load {os.getloadavg()[0]:.1f}",
                flush=True,
            )
    shutil.rmtree(small.parent, ignore_errors=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
