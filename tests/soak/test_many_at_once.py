"""Writers, readers and kills on one library at once: no lost update, no torn read, no deadlock.

For longer, by hand::

    STENOGRAM_SOAK=300 python -m pytest -q tests/soak/test_many_at_once.py
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from labour import Labour

from tui.library.doctor import examine
from tui.library.errors import NotFound
from tui.library.open import create_library, open_library
from tui.search.parser import parse

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

SECONDS = float(os.environ.get("STENOGRAM_SOAK", "3"))
WRITERS, READERS = 3, 3
PATIENCE = 90
"""Seconds after which a process that has not ended is held by a lock nobody releases."""


@dataclass
class Process:
    """A child, and what it says."""

    pid: int
    says: int
    writes: bool
    heard: bytes = b""
    killed: bool = field(default=False)

    def lines(self) -> list[list[str]]:
        whole, _, _ = self.heard.rpartition(b"\n")
        return [line.split(" ") for line in whole.decode().splitlines()]


def read_on(root: Path, say: int, until: float) -> None:
    """Ask again and again; every meeting that is listed can be read, and its hits are in it."""
    library = open_library(root, read_only=True)
    query = parse('"two new schools"').query
    while time.monotonic() < until:
        library.refresh()
        for row in library.timeline(query):
            try:
                anchors = {turn.anchor for turn in library.meeting(row.entry.id).passages()}
            except NotFound:  # removed since it was listed
                continue
            assert row.hits == 1
            assert "t1" in anchors
        os.write(say, b"read\n")


def start(root: Path, notebooks: Path, sources: Path, seed: int, until: float) -> Process:
    listen, say = os.pipe()
    os.set_blocking(listen, False)
    writes = seed % 2 == 0
    pid = os.fork()
    if pid == 0:
        code = 7
        try:
            os.close(listen)
            if writes:
                Labour(root, notebooks, sources, say).run(seed, until=until)
            else:
                read_on(root, say, until)
            code = 0
        finally:
            os._exit(code)
    os.close(say)
    return Process(pid, listen, writes)


def listen(process: Process) -> None:
    while True:
        try:
            piece = os.read(process.says, 1 << 16)
        except BlockingIOError:
            return
        if not piece:
            return
        process.heard += piece


def test_nothing_is_lost_or_torn_or_stuck(tmp_path: Path) -> None:
    root, notebooks, sources = tmp_path / "library", tmp_path / "notebooks", tmp_path / "sources"
    sources.mkdir()
    create_library(root, empty=True)
    until = time.monotonic() + SECONDS
    seeds = [*range(0, 2 * WRITERS, 2), *range(1, 2 * READERS, 2)]
    running = [start(root, notebooks, sources, seed, until) for seed in seeds]
    ended: list[Process] = []
    following = iter(range(100, 10**9, 2))
    chance = random.Random(3)
    while time.monotonic() < until:
        time.sleep(chance.uniform(0.1, 0.4))
        for process in running:
            listen(process)
        victim = chance.choice([process for process in running if process.writes])
        victim.killed = True
        os.kill(victim.pid, signal.SIGKILL)
        os.waitpid(victim.pid, 0)
        listen(victim)
        running.remove(victim)
        ended.append(victim)
        running.append(start(root, notebooks, sources, next(following), until))
    deadline = time.monotonic() + PATIENCE
    for process in running:
        while (ended_as := os.waitpid(process.pid, os.WNOHANG)) == (0, 0):
            assert time.monotonic() < deadline, "a process waits for a lock that nobody has"
            listen(process)
            time.sleep(0.01)
        listen(process)
        assert os.waitstatus_to_exitcode(ended_as[1]) == 0, "a torn read, or a lost lock"
    check(root, [*ended, *running])


def check(root: Path, processes: list[Process]) -> None:
    """What was acknowledged is there, unless a removal of it was at least begun."""
    lines = [line for process in processes for line in process.lines()]
    imported = {line[3] for line in lines if line[:2] == ["done", "import"]}
    leaving = {line[3] for line in lines if line[:2] == ["begin", "remove"]}
    gone = {line[3] for line in lines if line[:2] == ["done", "remove"]}
    there = {row.entry.id for row in open_library(root, read_only=True).timeline()}
    assert imported - leaving <= there
    assert not gone & there
    assert not [finding for finding in examine(root) if finding.lost]
    said = Counter(line[0] for line in lines)
    assert said["read"] and said["done"], "nobody got to do anything"
