"""Whether memory grows while somebody reads for long.

Run ``python benchmarks/soak.py [--minutes 5]``. The program runs in a pseudo-terminal over an
archive of the seeds, and a script goes round as fast as it answers: pages, meetings, filters,
hits, marks, the concordance, help, the palette. A round of about 60 keys is what a reader does
in two minutes or so. Prints the resident memory at intervals; needs ``/proc``.
"""

from __future__ import annotations

import argparse
import os
import select
import tempfile
import time
from pathlib import Path

from wire import Session

ROUND: tuple[bytes, ...] = (
    *(b"j", b"j", b"k", b" ", b"b", b"G", b"g", b"}", b"}", b"{", b"]", b"]", b"[", b"h", b"1"),
    *(b"/", b"c", b"u", b"s", b"t", b"o", b"m", b"s", b"\r", b"n", b"n", b"n", b"N", b"\x1b"),
    *(b"m", b"}", b"m", b"u", b"u", b"\t", b"j", b"j", b"\t", b"\x1b[D", b"\x1b[D", b"\t", b"\t"),
    *(
        b"/",
        b"b",
        b"y",
        b":",
        b"p",
        b"u",
        b"t",
        b"\r",
        b"c",
        b"j",
        b"j",
        b" ",
        b"G",
        b"\x1b",
        b"\x1b",
    ),
    *(b"?", b"a", b"\x1b", b":", b"m", b"a", b"\x1b", b"H", b"L", b"y"),
)
QUIET = 0.04
"""Seconds without a byte after which the next key is pressed."""

AFTER_ESCAPE = 0.2
"""Likewise behind escape, which a key that follows at once would make an alt of."""


def resident(pid: int) -> float:
    """Resident memory in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


def press(session: Session, key: bytes) -> None:
    """Press a key, and take in what it leads to."""
    os.write(session.master, key)
    patience = 0.5
    while select.select([session.master], [], [], patience)[0]:
        os.read(session.master, 65536)
        patience = AFTER_ESCAPE if key == b"\x1b" else QUIET


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        session = Session(Path(home), (120, 40), stock=False)
        try:
            session.received(first=30.0)
            began = told = time.monotonic()
            rounds, figures = 0, [resident(session.pid)]
            print(f"{'seconds':>8}{'rounds':>8}{'keys':>8}{'MB':>8}")
            print(f"{0:8}{0:8}{0:8}{figures[0]:8.1f}", flush=True)
            while time.monotonic() - began < options.minutes * 60:
                for key in ROUND:
                    press(session, key)
                rounds += 1
                if rounds in (1, 2) or time.monotonic() - told >= 30:
                    told = time.monotonic()
                    figures.append(resident(session.pid))
                    keys = rounds * len(ROUND)
                    print(f"{told - began:8.0f}{rounds:8}{keys:8}{figures[-1]:8.1f}", flush=True)
        finally:
            session.close()
    half = figures[len(figures) // 2 :]
    print(f"second half: {half[0]:.1f} to {half[-1]:.1f} MB")


if __name__ == "__main__":
    main()
