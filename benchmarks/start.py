"""How long until there is something to read, beside a bare Textual application.

Both run in a pseudo-terminal on this machine, in turn, so that load falls on both alike.
Ours starts over the meetings that come along and, with ``--meetings``, over as many made-up
ones as asked for. Times are from the start of the process to the first useful paint (the
words of a meeting stand in the dialogue); memory is the peak of resident pages at that
moment, bytes are what went to the terminal until then. What counts are the ratios.

    python benchmarks/start.py [--runs 7] [--meetings 10000 --meetings 50000]
"""

from __future__ import annotations

import argparse
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fcntl import ioctl
from pathlib import Path
from tempfile import TemporaryDirectory

HELLO = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Hello(App):\n"
    "    def compose(self):\n"
    "        yield Static('hello, this is the first paint')\n"
    "Hello().run()\n"
)
SEQUENCES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
GIVEN_UP = 120.0
"""Seconds without a first paint after which a run is given up."""


@dataclass(frozen=True)
class Start:
    """One start: seconds and bytes until the first useful paint, and peak memory in KiB."""

    seconds: float
    size: int
    memory: int


def start(arguments: list[str], marker: bytes, home: Path) -> Start:
    """Start a program, wait until its screen holds a marker, and end it."""
    environment = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execve(arguments[0], arguments, environment)
    received = b""
    try:
        while marker not in SEQUENCES.sub(b"", received):
            waited = time.perf_counter() - began
            if waited > GIVEN_UP or not select.select([terminal], [], [], GIVEN_UP - waited)[0]:
                sys.exit(f"no first paint after {GIVEN_UP} s: {arguments}\n{received!r}")
            received += os.read(terminal, 1 << 16)
        seconds = time.perf_counter() - began
        return Start(seconds, len(received), peak_memory(process))
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)


def peak_memory(process: int) -> int:
    """Return a process's peak resident memory in KiB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) if found else 0


def made_up_meetings(count: int) -> Iterator[str]:
    """Yield texts of meetings, one a day, the latest of them last."""
    first = date(2024, 1, 1) - timedelta(days=count)
    for number in range(count):
        day = first + timedelta(days=number)
        yield (
            f"Meeting {number} of the committee\n\n{day:%B} {day.day}, {day.year}, Harbour Hall\n\n"
            f"Anna Berg: We open meeting {number}. The minutes lie before you.\n\n"
            "Boris Lund: I have read them, and there is one figure to put right.\n\n"
            "Anna Berg: Then let us put it right and go on.\n"
        )


def fill(library: Path, count: int) -> None:
    """Make a library of made-up meetings."""
    from tui.library.open import create_library

    with TemporaryDirectory() as folder:
        for number, text in enumerate(made_up_meetings(count)):
            (Path(folder) / f"{number:06}.txt").write_text(text, encoding="utf-8")
        made = create_library(library, empty=True)
        for _ in made.import_files([Path(folder)]):
            pass


def median(runs: list[Start]) -> Start:
    """Return the middle of each figure."""
    return Start(
        statistics.median(run.seconds for run in runs),
        round(statistics.median(run.size for run in runs)),
        round(statistics.median(run.memory for run in runs)),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--meetings", type=int, action="append", default=[])
    options = parser.parse_args()
    python = sys.executable
    with TemporaryDirectory() as folder:
        root = Path(folder)
        hello = [python, "-c", HELLO]
        ours = [python, "-m", "tui"]
        cases = {"bare Textual": (hello, b"hello, this is the first paint")}
        cases["first launch"] = (ours, b"Vladimir Putin met at")
        cases["the seeds"] = (
            [*ours, "--library", str(root / "seeds")],
            b"Vladimir Putin met at",
        )
        for count in options.meetings:
            fill(root / str(count), count)
            cases[f"{count:,} meetings"] = (
                [*ours, "--library", str(root / str(count))],
                b"We open meeting",
            )
        runs: dict[str, list[Start]] = {name: [] for name in cases}
        for number in range(options.runs + 1):
            for name, (arguments, marker) in cases.items():
                home = root / (f"home-{name}-{number}" if name == "first launch" else "home")
                home.mkdir(exist_ok=True)
                measured = start(arguments, marker, home)
                if number:  # The first round warms the disk's cache.
                    runs[name].append(measured)
    bare = median(runs["bare Textual"])
    print(f"{'':18}{'ms':>8}{'ratio':>8}{'MiB':>8}{'ratio':>8}{'bytes':>10}")
    for name, measured in runs.items():
        middle = median(measured)
        memory = f"{middle.memory / 1024:8.1f}{middle.memory / max(bare.memory, 1):8.2f}"
        print(
            f"{name:18}{middle.seconds * 1000:8.0f}{middle.seconds / bare.seconds:8.2f}"
            f"{memory}{middle.size:10,}"
        )


if __name__ == "__main__":
    main()
