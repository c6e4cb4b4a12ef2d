"""Whether a program sleeps, told by what its threads do: a loaded machine deceives nobody."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

QUIET = 0.3
"""Seconds without a sign of work, after which nothing is expected to come any more."""

_POLLING = 5_000_000
"""Nanoseconds of processor time that a program may take in that while and still be at rest:
Textual's thread that reads the keyboard looks ten times a second whether it is to end."""


@dataclass(frozen=True)
class Activity:
    """What the threads of a process did until now.

    Attributes:
        spent: Their processor time, in nanoseconds; 0 where the system does not tell.
        sleeps: Whether all of them wait, none of them for the processor or for the disk; True
            where the system does not tell.
    """

    spent: int
    sleeps: bool

    @classmethod
    def of(cls, pid: int) -> Activity:
        """Look at a process, by ``/proc`` where there is one."""
        spent, sleeps = 0, True
        for thread in Path(f"/proc/{pid}/task").glob("*"):
            try:
                state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
                spent += int((thread / "schedstat").read_text().split()[0])
            except (OSError, IndexError):
                continue  # it has ended, or the kernel keeps no such figures
            sleeps = sleeps and state not in "RD"
        return cls(spent, sleeps)

    def only_slept_since(self, before: Activity) -> bool:
        """Whether nothing was worked on since an earlier look, and nothing waits to be."""
        return self.sleeps and self.spent - before.spent < _POLLING
