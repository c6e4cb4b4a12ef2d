"""Whatever is imported, revised and removed in whatever order: the library holds what it should."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tui.library import shards
from tui.library.open import create_library, open_library

_DAYS = ("May 1, 2013", "May 2, 2013", "June 3, 2013", "July 4, 2014")


def page(day: str, number: int, edition: int) -> str:
    date = f"{day}\n12:00\nZenda\n"
    return (
        f"Events\nSession {number} of ministers\nThey met.\n{date}They arrived by ship.\n* * *\n"
        f"President of Ruritania Anna Berg: This is what was said in session {number} and nowhere "
        f"else, of harbours and bridges and schools; edition {edition}.\n"
        "Publication status\nPublished in sections: News\nText version\n"
    )


class History(RuleBasedStateMachine):
    """A library beside a dict that says what it should hold: session → edition."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.library = create_library(self.folder / "library", empty=True)
        self.expected: dict[int, int] = {}
        self.limit = mock.patch.object(shards, "LARGEST", 6000)
        self.limit.start()

    def teardown(self) -> None:
        if hasattr(self, "limit"):
            self.limit.stop()
            shutil.rmtree(self.folder)

    @rule(sessions=st.sets(st.integers(0, 14), min_size=1, max_size=5), edition=st.integers(1, 3))
    def bring(self, sessions: set[int], edition: int) -> None:
        source = Path(tempfile.mkdtemp(dir=self.folder))
        for number in sessions:
            day = _DAYS[number % len(_DAYS)]
            (source / f"{number}.txt").write_text(page(day, number, edition), encoding="utf-8")
        for result in self.library.import_files([source]):
            assert result.status != "skipped", result.reason
            if result.status != "unchanged":
                self.expected[int(Path(result.file).stem)] = edition

    @rule(number=st.integers(0, 14))
    def drop(self, number: int) -> None:
        for row in self.library.timeline():
            if row.entry.title.startswith(f"Session {number} "):
                self.library.remove(row.entry.id)
                del self.expected[number]

    @rule()
    def open_again(self) -> None:
        self.library = open_library(self.library.path)

    @invariant()
    def it_holds_what_it_should(self) -> None:
        held = {}
        for row in self.library.timeline():
            meeting = self.library.meeting(row.entry.id)
            number = int(meeting.title.split()[1])
            assert number not in held, "a meeting twice"
            text = meeting.turns[0].blocks[0].text
            held[number] = int(text.rstrip(".").rpartition(" ")[2])
        assert held == self.expected

    @invariant()
    def no_file_is_damaged_or_left_over(self) -> None:
        assert list(self.library.doctor()) == []


TestHistories = History.TestCase
TestHistories.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
