"""How long until there is something to read, beside a bare Textual application.

Both run in a pseudo-terminal on this machine, in turn, so that load falls on both alike.
Ours starts over the meetings that come along and, with ``--meetings``, over as many made-up
ones as asked for. Times are from the start of the process to the first useful paint: the
words of a meeting stand in the dialogue of an emulated terminal. “Again” is a start after a
session that was left with ``q`` and has left its picture; the others have none. “Answered”
is when the help that was asked for with ``?`` at the first paint stands on the screen: until
then everything is loaded. Memory is the peak of resident pages then (for the bare
application: at its first paint), bytes are what went to the terminal until the first paint,
CPU the time it took the processor until then (where the system tells), which other programs
on the machine disturb least. What counts are the ratios.

    python benchmarks/start.py [--runs 7] [--meetings 10000 --meetings 50000]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import select
import signal
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pyte
from pseudo_terminal import spawn

HELLO = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Hello(App):\n"
    "    def compose(self):\n"
    "        yield Static('hello, this is the first paint')\n"
    "Hello().run()\n"
)
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[(?:[<>=][0-9;]*[A-Za-z]|\?[0-9;]*\$p|\?[0-9;]*u)")
HELP = "type to search"
GIVEN_UP = 120.0
"""Seconds without a first paint after which a run is given up."""

SETTLED = 1.0
"""Seconds after the first paint when a session is left: its answer to the terminal is read."""


@dataclass(frozen=True)
class Start:
    """One start.

    Attributes:
        seconds: Until the first useful paint.
        answered: Seconds until the first key was answered; 0 where none was pressed.
        processor: Seconds of the processor until the first useful paint.
        size: Bytes until the first useful paint.
        memory: Peak, in KiB.
    """

    seconds: float
    answered: float
    processor: float
    size: int
    memory: int


class Program:
    """A program in a pseudo-terminal, and the screen a person would see."""

    def __init__(self, arguments: list[str], home: Path) -> None:
        """Start it."""
        self.began = time.perf_counter()
        self.size = 0
        self.processor = 0.0
        self._screen = pyte.Screen(120, 40)
        self._stream = pyte.ByteStream(self._screen)
        self.process, self._terminal = spawn(arguments, environment(home), (120, 40))

    def press(self, key: bytes) -> None:
        """Type."""
        os.write(self._terminal, key)

    def wait_for(self, marker: str) -> float:
        """Return after how many seconds what completed a text on the screen arrived."""
        while True:
            waited = time.perf_counter() - self.began
            if waited > GIVEN_UP or not select.select([self._terminal], [], [], GIVEN_UP)[0]:
                sys.exit(f"{marker!r} did not come:\n" + "\n".join(self._screen.display))
            self.processor = processor_seconds(self.process)
            received = os.read(self._terminal, 1 << 16)
            arrived = time.perf_counter() - self.began
            self.size += len(received)
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", received))
            if any(marker in line for line in self._screen.display):
                return arrived

    def leave(self) -> None:
        """Press ``q`` and wait for the end."""
        self.press(b"q")
        with contextlib.suppress(OSError):  # EIO is how Linux says that the program has left
            while os.read(self._terminal, 1 << 16):
                pass
        os.waitpid(self.process, 0)
        os.close(self._terminal)

    def end(self) -> None:
        """End it at once."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)


def start(arguments: list[str], marker: str, home: Path, *, key: bytes = b"") -> Start:
    """Start a program, wait until its screen holds a marker, and end it."""
    program = Program(arguments, home)
    seconds = program.wait_for(marker)
    size, processor, answered = program.size, program.processor, 0.0
    if key:
        program.press(key)
        answered = program.wait_for(HELP)
    memory = peak_memory(program.process)
    program.end()
    return Start(seconds, answered, processor, size, memory)


def environment(home: Path) -> dict[str, str]:
    """Return what programs are told of the terminal and the person."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


def processor_seconds(process: int) -> float:
    """Return for how long a process's threads have run; 0 where the system does not tell."""
    try:
        threads = list(Path(f"/proc/{process}/task").iterdir())
        return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e9
    except OSError:
        return 0.0


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
    return Start(*(statistics.median(figures) for figures in zip(*map(astuple, runs), strict=True)))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--meetings", type=int, action="append", default=[])
    options = parser.parse_args()
    python = sys.executable
    ours = [python, "-m", "tui"]
    runs: dict[str, list[Start]] = {}
    with TemporaryDirectory() as folder:
        root = Path(folder)
        libraries = {"the seeds": (root / "seeds", "Vladimir Putin met at")}
        for count in options.meetings:
            fill(root / str(count), count)
            libraries[f"{count:,} meetings"] = root / str(count), "We open meeting"
        for number in range(options.runs + 1):
            if number == 1:
                runs.clear()  # The first round warms the disk's cache.

            def measure(name: str, *arguments: object, **options: bytes) -> None:
                runs.setdefault(name, []).append(start(*arguments, **options))

            home = root / f"home-{number}"
            home.mkdir()
            measure("bare Textual", [python, "-c", HELLO], "hello, this is the first", home)
            measure("first launch", ours, "Vladimir Putin met at", home, key=b"?")
            for name, (library, marker) in libraries.items():
                command = [*ours, "--library", str(library)]
                measure(name, command, marker, home, key=b"?")
                earlier = Program(command, home)
                earlier.wait_for(marker)
                time.sleep(SETTLED)
                earlier.leave()
                measure(f"{name}, again", command, marker, home, key=b"?")
    report({name: median(measured) for name, measured in runs.items()})


def report(cases: dict[str, Start]) -> None:
    """Print each case's figures, and what they are to the bare application's."""
    bare = cases["bare Textual"]
    print(f"{'':22}{'ms':>7}{'ratio':>7}{'answered':>9}{'CPU':>7}{'ratio':>7}", end="")
    print(f"{'MiB':>8}{'ratio':>7}{'bytes':>9}")
    for name, case in cases.items():
        print(
            f"{name:22}{case.seconds * 1000:7.0f}{case.seconds / bare.seconds:7.2f}"
            f"{case.answered * 1000:9.0f}{case.processor * 1000:7.0f}"
            f"{case.processor / (bare.processor or 1):7.2f}{case.memory / 1024:8.1f}"
            f"{case.memory / max(bare.memory, 1):7.2f}{case.size:9,.0f}"
        )


if __name__ == "__main__":
    main()
