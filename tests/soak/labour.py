"""What processes do to a library in the soaks, saying so before and after."""

from __future__ import annotations

import os
import random
import time
from math import inf
from pathlib import Path

from tui.library import deciding
from tui.library.errors import NotFound
from tui.library.notebook import Notebook
from tui.library.open import open_library
from tui.quoting.keeping import keep_passage

PAGE = """Events
Opening of bridge {number}
Rudolf Strand received a guest.
June {day}, 2014
12:45
Strelsau
The guest arrived by ship.
* * *
President of Ruritania Anna Berg: We agreed on bridge {number} and on two new schools.
Chancellor of Zenda Rudolf Strand: The bridge will be open before the winter comes.
Geography
Ruritania
Publication status
Published in sections: News, Transcripts
Publication date: June {day}, 2014, 12:45
Text version
"""


class Labour:
    """What the process does, one thing after another, saying so before and after."""

    def __init__(self, root: Path, notebook: Path, sources: Path, say: int) -> None:
        self.library = open_library(root)
        self.notebook = Notebook(notebook, self.library.uuid)
        self.sources = sources
        self.say = say

    def run(self, seed: int, *, until: float = inf) -> None:
        chance = random.Random(seed)
        deeds = {"import": self.bring, "remove": self.remove, "decide": self.decide}
        for number in range(seed * 1000, seed * 1000 + 999):
            if time.monotonic() > until:
                return
            self.library.refresh()
            kind = chance.choice(["import", "import", "remove", "decide", "note"])
            meetings = [row.entry.id for row in self.library.timeline()]
            if kind != "import" and not meetings:
                continue
            subject = chance.choice(meetings) if meetings else "-"
            self._tell("begin", kind, number, subject)
            try:
                done = deeds.get(kind, self.note)(number, subject)
            except NotFound:  # another removed it since it was listed
                self._tell("missed", kind, number, subject)
            else:
                self._tell("done", kind, number, done)

    def _tell(self, *words: object) -> None:
        os.write(self.say, (" ".join(map(str, words)) + "\n").encode())

    def bring(self, number: int, _: str) -> str | None:
        path = self.sources / f"{number}.txt"
        path.write_text(PAGE.format(number=number, day=1 + number % 28), encoding="utf-8")
        (result,) = self.library.import_files([path])
        return result.meeting

    def remove(self, _: int, subject: str) -> str:
        self.library.remove(subject)
        return subject

    def decide(self, number: int, subject: str) -> str:
        meeting = self.library.as_read(subject)
        place = f"Zenda {number}"
        self.library.decide(lambda known: deciding.correct(known, meeting, "place", place)[0])
        return subject

    def note(self, number: int, subject: str) -> str:
        self.notebook.remember_query(f"bridge {number}")
        kept = keep_passage(self.library.meeting(subject), "t1")
        return self.notebook.notes.add(kept, whole=True, remark=f"bridge {number}").id
