"""What each key sends down the wire, beside Textual's own output.

Run ``python benchmarks/wire.py [--size 120x40]``. Starts the program twice in a
pseudo-terminal over an archive of the seeds, presses the same keys, and counts bytes: they
do not depend on the machine. ``--link 9600`` adds the seconds each step takes at that speed.
"""

from __future__ import annotations

import argparse
import os
import select
import signal
import sys
import tempfile
from pathlib import Path

from pseudo_terminal import clean_environment, spawn

STEPS: tuple[tuple[str, bytes], ...] = (
    ("line down", b"j"),
    ("line down", b"j"),
    ("line up", b"k"),
    ("page down", b" "),
    ("page up", b"b"),
    ("end", b"G"),
    ("top", b"g"),
    ("next turn", b"}"),
    ("next meeting", b"]"),
    ("to the list", b"\t"),
    ("list down", b"j"),
    ("list down", b"j"),
    ("help", b"?"),
    ("close help", b"\x1b"),
    ("palette", b":"),
    ("type a letter", b"m"),
    ("palette down", b"\x1b[B"),
    ("close palette", b"\x1b"),
    ("filter", b"/"),
    ("type a letter", b"c"),
    ("type a letter", b"u"),
    ("type a letter", b"s"),
    ("to the words", b"\r"),
    ("next hit", b"n"),
    ("next hit", b"n"),
)


class Session:
    """The program in a pseudo-terminal."""

    def __init__(self, home: Path, size: tuple[int, int], *, stock: bool) -> None:
        options = ["--no-diff"] if stock else []
        command = [sys.executable, "-m", "tui", *options]
        self.pid, self.master = spawn(command, clean_environment(home), size)

    def received(self, *, first: float, quiet: float = 0.7) -> int:
        """Count what arrives until nothing did for a while."""
        count, patience = 0, first
        while select.select([self.master], [], [], patience)[0]:
            try:
                count += len(os.read(self.master, 65536))
            except OSError:
                break  # the program has ended
            patience = quiet
        return count

    def press(self, key: bytes) -> int:
        os.write(self.master, key)
        return self.received(first=2.0)

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.master)


def measure(size: tuple[int, int], *, stock: bool) -> list[tuple[str, int]]:
    with tempfile.TemporaryDirectory() as home:
        session = Session(Path(home), size, stock=stock)
        try:
            counts = [("first screen", session.received(first=30.0))]
            counts += [(name, session.press(key)) for name, key in STEPS]
            counts.append(("10 s idle", session.received(first=10.0)))
        finally:
            session.close()
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="120x40", help="columns x rows")
    parser.add_argument("--link", type=int, help="bits a second")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    ours = measure((columns, rows), stock=False)
    stock = measure((columns, rows), stock=True)
    print(f"{options.size:16}{'ours':>9}{'stock':>9}{'ratio':>8}")
    for (name, sent), (_, usual) in zip(ours, stock, strict=True):
        ratio = f"{sent / usual:8.3f}" if usual else f"{'—':>8}"
        seconds = f"{sent * 10 / options.link:8.2f} s" if options.link else ""
        print(f"{name:16}{sent:9,}{usual:9,}{ratio}{seconds}")


if __name__ == "__main__":
    main()
