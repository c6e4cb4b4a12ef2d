"""Text clauses made ready to find their matches in a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Protocol

from tui.model import Match
from tui.search import query as q
from tui.search.regex import compile_regex
from tui.search.regex_pieces import literal_pieces
from tui.search.searchable import Line
from tui.search.stems import beginning, same_stem
from tui.search.tokens import (
    BARRIER,
    GAP,
    all_spaced,
    any_token,
    token_pattern,
    token_spans,
)


class Term(Protocol):
    """Finds one text clause."""

    needles: tuple[str, ...]
    """Folded pieces that must all occur wherever the clause matches."""

    def find(self, line: Line) -> Iterator[Match]:
        """Yield the matches in a line, ascending, not overlapping."""


def term(clause: q.TextClause) -> Term:
    """Make a text clause ready."""
    match clause:
        case q.Word():
            last = len(clause.tokens) - 1
            return _InARow(tuple(q.Literal(t, i == last) for i, t in enumerate(clause.tokens)))
        case q.Phrase() | q.Mentions():
            return _InARow(clause.parts)
        case q.Near():
            return _Within(clause.words, clause.distance)
        case q.Stem():
            return _Like(beginning(clause.text), lambda word: same_stem(clause.text, word))
        case q.Fuzzy():
            return _Like("", lambda word: within_edits(clause.text, word, clause.edits))
        case q.Regex():
            return _Pattern(clause.pattern)


class _InARow:
    """Words one after the other."""

    def __init__(self, parts: tuple[q.PhrasePart, ...]) -> None:
        self.needles = tuple(part.text for part in parts if isinstance(part, q.Literal))
        self._parts = parts
        self._spaced = re.compile(_pattern_of(parts, spaced=True))

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """For texts in scripts written without spaces; most queries never meet one."""
        return re.compile(_pattern_of(self._parts, spaced=False))

    def find(self, line: Line) -> Iterator[Match]:
        if all(needle in line.text for needle in self.needles):
            pattern = self._spaced if all_spaced(line.text) else self._any
            for found in pattern.finditer(line.text):
                yield line.match(*found.span())


def _pattern_of(parts: tuple[q.PhrasePart, ...], *, spaced: bool) -> str:
    return GAP.join(
        any_token(spaced=spaced)
        if isinstance(part, q.AnyWord)
        else token_pattern(part.text, prefix=part.prefix, spaced=spaced)
        for part in parts
    )


class _Within:
    """Words in any order, close together; no elision between them."""

    def __init__(self, words: tuple[q.Literal, ...], distance: int) -> None:
        self.needles = tuple(word.text for word in words)
        self._wanted = {word: words.count(word) for word in words}
        # Words cannot stand closer than side by side.
        self._distance = max(distance, len(words) - 1)

    def find(self, line: Line) -> Iterator[Match]:
        if not all(needle in line.text for needle in self.needles):
            return
        start = 0
        for stretch in line.text.split(BARRIER):
            yield from self._find_in(stretch, start, line)
            start += len(stretch) + 1

    def _find_in(self, stretch: str, offset: int, line: Line) -> Iterator[Match]:
        # For each word the latest places of it, as many as are wanted: (number, start, end).
        latest: dict[q.Literal, list[tuple[int, int, int]]] = {w: [] for w in self._wanted}
        for number, (token, start, end) in enumerate(token_spans(stretch)):
            met = [w for w in latest if token == w.text or (w.prefix and token.startswith(w.text))]
            for word in met:
                latest[word].append((number, start, end))
                del latest[word][: -self._wanted[word]]
            if not met or any(len(latest[w]) < n for w, n in self._wanted.items()):
                continue
            first = min(places[0] for places in latest.values())
            if number - first[0] <= self._distance:
                yield line.match(offset + first[1], offset + end)
                for places in latest.values():
                    places.clear()


class _Like:
    """Single words that pass a test; the test is asked once for each word."""

    def __init__(self, begins: str, test: Callable[[str], bool]) -> None:
        self.needles: tuple[str, ...] = (begins,) if begins else ()
        self._pattern = re.compile(token_pattern(begins, prefix=True) if begins else any_token())
        self._test = lru_cache(maxsize=65536)(test)

    def find(self, line: Line) -> Iterator[Match]:
        for found in self._pattern.finditer(line.text):
            if self._test(found.group()):
                yield line.match(*found.span())


class _Pattern:
    """A regular expression, held against the stored characters."""

    def __init__(self, pattern: str) -> None:
        self.needles = literal_pieces(pattern)
        self._pattern = compile_regex(pattern)

    def find(self, line: Line) -> Iterator[Match]:
        start = 0
        for stretch in line.stored.split(BARRIER):
            try:
                found = [match.span() for match in self._pattern.finditer(stretch)]
            except UnicodeEncodeError:
                # Half a character (a lone surrogate) cannot be handed to RE2.
                found = []
            for first, last in found:
                if first < last:
                    yield Match(line.block, start + first, start + last)
            start += len(stretch) + 1


def within_edits(one: str, other: str, most: int) -> bool:
    """Say whether at most so many edits turn one word into the other.

    An edit inserts, leaves out or replaces a letter, or swaps two neighbours (optimal
    string alignment).
    """
    if abs(len(one) - len(other)) > most:
        return False
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
        before_last, last = last, row
    return last[-1] <= most
