"""When two readings are of one meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import Enum
from typing import Any

from tui.library.catalogue import Catalogue
from tui.library.comparison import same_words
from tui.library.rows import Capture
from tui.model import Meeting
from tui.reading.identity import fold_title, is_meeting_id, longer_id

OVERLAP = 0.5
"""Part of the shorter text's word sequences that the longer must hold."""

_RUN = 4
"""Words in a sequence: long enough that two texts share it only by copying."""

_EXCERPT_HOLDS = 0.95
_EXCERPT_LENGTH = 0.8

_SHORTEST_HASH, _LONGEST_HASH = 4, 50


class Change(Enum):
    """What another reading of a known meeting brings."""

    NOTHING = "the same words"
    EXCERPT = "a part of the words"
    REVISION = "other words"


class Known:
    """What a library holds, as far as needed to know a meeting again.

    Kept up to date by whoever adds meetings, so that an import reads the catalogue once.
    """

    def __init__(self, catalogue: Catalogue | None) -> None:
        """Learn a generation; None for an empty library."""
        self._captures: dict[str, tuple[Capture, ...]] = {}
        self._stored: dict[str, Sequence[Mapping[str, Any]]] = {}
        self._files: dict[str, list[str]] = defaultdict(list)
        self._urls: dict[str, list[str]] = defaultdict(list)
        self._days: dict[str | None, dict[str, str]] = defaultdict(dict)
        for key in catalogue or ():
            assert catalogue is not None
            row = catalogue.document(key)
            self._stored[key] = row["captures"]
            self._days[row["date"]][key] = row["title"]
            for capture in row["captures"]:
                self._learn(key, capture["sha256"], capture["url"])

    def captures(self, key: str) -> tuple[Capture, ...]:
        """Every reading of a known meeting, oldest first."""
        if key not in self._captures:
            self._captures[key] = tuple(map(Capture.decode, self._stored[key]))
        return self._captures[key]

    def knows(self, key: str) -> bool:
        """Whether a meeting has this id."""
        return key in self._captures or key in self._stored

    def add(self, meeting: Meeting, captures: tuple[Capture, ...]) -> None:
        """Learn a meeting, or another capture of it."""
        self._captures[meeting.id] = captures
        self._days[meeting.date][meeting.id] = meeting.title
        for capture in captures:
            self._learn(meeting.id, capture.sha256, capture.url)

    def _learn(self, key: str, sha256: str, url: str | None) -> None:
        if key not in self._files[sha256]:
            self._files[sha256].append(key)
        if url and key not in self._urls[url]:
            self._urls[url].append(key)

    def of_file(self, sha256: str, format: str | None) -> tuple[str, ...]:  # noqa: A002
        """The meetings that a file brought when it was imported before.

        Args:
            sha256: The file's digest.
            format: The reader that is asked for; a file read by another one is new.
        """
        return tuple(
            key
            for key in self._files.get(sha256, ())
            if any(
                capture.sha256 == sha256 and format in (None, capture.format)
                for capture in self.captures(key)
            )
        )

    def same(
        self, meeting: Meeting, apart: Collection[str], words: Callable[[str], Meeting | None]
    ) -> str | None:
        """The meeting that this is another reading of, if any.

        Args:
            meeting: What was read.
            apart: Meetings it cannot be: those that the same file brought.
            words: Reads a stored meeting; None where it cannot be read.
        """
        if meeting.source.url:
            by_url = [key for key in self._urls.get(meeting.source.url, ()) if key not in apart]
            if len(by_url) == 1:
                return by_url[0]
        title = fold_title(meeting.title)
        if not title:
            return None
        for key, other in self._days.get(meeting.date, {}).items():
            if key in apart or fold_title(other) != title:
                continue
            stored = words(key)
            if stored is not None and _overlap(meeting, stored) >= OVERLAP:
                return key
        return None

    def free_id(self, meeting: Meeting) -> str:
        """An id for a new meeting: the one it was read with, longer where another has it."""
        if is_meeting_id(meeting.id) and not self.knows(meeting.id):
            return meeting.id
        for length in range(_SHORTEST_HASH, _LONGEST_HASH):
            found = longer_id(meeting, length)
            if not self.knows(found):
                return found
        raise ValueError("more meetings of one name than ids; give them titles or times")


def compare(new: Meeting, stored: Meeting) -> Change:
    """Say what a new reading brings to the stored one; another layout alone brings nothing."""
    if same_words(new, stored):
        return Change.NOTHING
    fresh, known = _runs(new), _runs(stored)
    held = len(fresh & known) / len(fresh) if fresh else 1.0
    if held >= _EXCERPT_HOLDS and len(fresh) <= _EXCERPT_LENGTH * len(known):
        return Change.EXCERPT
    return Change.REVISION


def _runs(meeting: Meeting) -> set[tuple[str, ...]]:
    """The sequences of words in a text; none reaches across two paragraphs."""
    runs: set[tuple[str, ...]] = set()
    for passage in meeting.passages():
        if passage.anchor in ("title", "summary"):
            continue
        for block in passage.blocks:
            words = fold_title(block.text).split()
            last = max(len(words) - _RUN, 0)
            runs.update(tuple(words[at : at + _RUN]) for at in range(last + 1) if words)
    return runs


def _overlap(one: Meeting, other: Meeting) -> float:
    first, second = _runs(one), _runs(other)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else float(first == second)
