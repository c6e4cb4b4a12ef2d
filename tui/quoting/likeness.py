"""Finding words again that another reading has in a changed form."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tui.quoting.note import Kept

if TYPE_CHECKING:
    from tui.quoting.anchoring import Text

ALIKE = 0.6
"""Share of common words from which two texts are one in two readings, in the same context."""

_PLAINLY = 0.85
"""Likewise, whatever stands around them."""

_AHEAD = 0.1
"""By how much the likeliest must lead."""

_FEWEST = 3
"""Words below which likeness says nothing."""

_WORD = re.compile(r"\w+")

Stretch = tuple[int, int, int]
"""The index of a passage, and two positions in its running text."""


def likeliest(kept: Kept, text: Text) -> Stretch | None:
    """Return the stretch that has most of the words, where one has clearly more than all others.

    Args:
        kept: Words that do not stand in the text as they were.
        text: Another reading of their meeting.
    """
    from tui.quoting.anchoring import agreement

    wanted = _words(kept.quote.words)
    if len(wanted) < _FEWEST:
        return None
    found: list[tuple[float, int, Stretch]] = []
    for index, passage in enumerate(text.passages):
        spans = [match.span() for match in _WORD.finditer(passage.text)]
        words = [passage.text[start:end].casefold() for start, end in spans]
        if len(set(wanted) & set(words)) < ALIKE * len(set(wanted)):
            continue
        share, first, last = _window(wanted, words)
        if share < ALIKE:
            continue
        start, end = _with_signs(passage.text, spans[first][0], spans[last - 1][1])
        sides = agreement(kept, *text.around((index, start), end - start))
        same = passage.anchor == kept.passage
        if sides or same or share >= _PLAINLY:
            found.append((share, sides, (index, start, end)))
    if not found:
        return None
    best = max(found)
    others = [one for one in found if one is not best]
    clear = all(one[0] + _AHEAD <= best[0] or one[1] < best[1] for one in others)
    return best[2] if clear else None


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _window(wanted: list[str], words: list[str]) -> tuple[float, int, int]:
    """Return the stretch of words most like the wanted ones: its likeness, first, one past last.

    Likeness is twice the words in common, in order, over the words of both.
    """
    matcher = SequenceMatcher(None, wanted, words, autojunk=False)
    runs = [(block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
    best = (0.0, 0, 0)
    for first, (start, _) in enumerate(runs):
        common = 0
        for at, size in runs[first:]:
            common += size
            end = at + size
            best = max(best, (2 * common / (len(wanted) + end - start), start, end))
    return best


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the signs that lean on the stretch's words into it."""
    while start and not text[start - 1].isspace() and not text[start - 1].isalnum():
        start -= 1
    while end < len(text) and not text[end].isspace() and not text[end].isalnum():
        end += 1
    return start, end
