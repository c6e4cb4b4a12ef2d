"""A meeting made ready for searching: folded, cut into units, and remembered."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from itertools import count

from tui.model import Block, Match, Meeting, Passage, SpanKind, Turn
from tui.search.folding import Folded, fold
from tui.search.tokens import BARRIER

EDITOR = "editor"
"""The kind of a unit that holds an editor's bracket inside a turn."""
_MOST_CHARACTERS = 4_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One block's words as they are searched.

    Attributes:
        block: Index into the passage's blocks.
        text: Folded; as long as the block's fold. What does not belong to the unit is
            blank where a phrase may step over it and a barrier where it may not.
        folded: The block's whole fold, with the way back to the stored characters.
        stored: The block's characters, blanked likewise, for regular expressions.
    """

    block: int
    text: str
    folded: Folded
    stored: str

    def match(self, start: int, end: int) -> Match:
        """Return the match at a range of `text`."""
        return Match(self.block, *self.folded.original(start, end))


@dataclass(frozen=True, slots=True)
class Unit:
    """What a query is held against: a turn, a block outside speech, or an editor's bracket.

    Attributes:
        anchor: The passage it stands in.
        turn: Whose speech it is; None outside speech, an editor's bracket included.
        kind: The passage's kind, or ``editor``.
        lines: Its words.
    """

    anchor: str
    turn: Turn | None
    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Searchable:
    """A meeting's units in reading order.

    Attributes:
        meeting: The meeting.
        units: All that can be found.
        haystack: All folded words, for a quick look whether a word occurs at all.
    """

    meeting: Meeting
    units: tuple[Unit, ...]
    haystack: str


def searchable(meeting: Meeting) -> Searchable:
    """Return the meeting made ready, from memory if it was asked for lately."""
    return _MEMORY.get(meeting)


def prepared(meeting: Meeting) -> Searchable:
    """Make a meeting ready without remembering it, for somebody who goes through many."""
    units: list[Unit] = []
    haystack: list[str] = []
    for passage in meeting.passages():
        folds = [fold(block.text) for block in passage.blocks]
        haystack.extend(folded.text for folded in folds)
        lines = tuple(map(_line, count(), passage.blocks, folds))
        units.append(Unit(passage.anchor, passage.turn, passage.kind, lines))
        if any(block.spans for block in passage.blocks):
            units.extend(_brackets(passage, folds))
    return Searchable(meeting, tuple(units), BARRIER.join(haystack))


def _line(index: int, block: Block, folded: Folded) -> Line:
    text, stored = folded.text, block.text
    if not block.spans:
        return Line(index, text, folded, stored)
    for span in block.spans:
        blank = " " if span.kind is SpanKind.EDITOR else BARRIER
        start, end = _folded_range(folded, span.start, span.end)
        text = text[:start] + blank * (end - start) + text[end:]
        stored = stored[: span.start] + blank * (span.end - span.start) + stored[span.end :]
    return Line(index, text, folded, stored)


def _brackets(passage: Passage, folds: list[Folded]) -> list[Unit]:
    """Return the editor's brackets of a passage as units of their own: nobody says them."""
    units: list[Unit] = []
    for index, (block, folded) in enumerate(zip(passage.blocks, folds, strict=True)):
        for span in block.spans:
            if span.kind is not SpanKind.EDITOR:
                continue
            start, end = _folded_range(folded, span.start, span.end)
            text = BARRIER * start + folded.text[start:end]
            stored = BARRIER * span.start + block.text[span.start : span.end]
            units.append(Unit(passage.anchor, None, EDITOR, (Line(index, text, folded, stored),)))
    return units


def _folded_range(folded: Folded, start: int, end: int) -> tuple[int, int]:
    if folded.offsets is None:
        return start, end
    inside = [i for i, offset in enumerate(folded.offsets[:-1]) if start <= offset < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


class _Memory:
    """The meetings prepared last, up to a number of characters."""

    def __init__(self) -> None:
        self._prepared: OrderedDict[tuple[str, str], Searchable] = OrderedDict()
        self._characters = 0
        # Searches run in worker threads.
        self._lock = threading.Lock()

    def get(self, meeting: Meeting) -> Searchable:
        key = (meeting.id, meeting.source.sha256)
        with self._lock:
            known = self._prepared.get(key)
            # One source can be read in two ways (a corrected name): compare, do not trust.
            if known is not None and (known.meeting is meeting or known.meeting == meeting):
                self._prepared.move_to_end(key)
                return known
        made = prepared(meeting)
        with self._lock:
            self._forget(key)
            self._prepared[key] = made
            self._characters += len(made.haystack)
            while self._characters > _MOST_CHARACTERS and len(self._prepared) > 1:
                self._forget(next(iter(self._prepared)))
        return made

    def _forget(self, key: tuple[str, str]) -> None:
        gone = self._prepared.pop(key, None)
        if gone is not None:
            self._characters -= len(gone.haystack)


_MEMORY = _Memory()
