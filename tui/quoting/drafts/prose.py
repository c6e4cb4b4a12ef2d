"""A draft's running text, with the way back to where each character stands in the file."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph of a draft.

    Attributes:
        text: Its characters without markup.
        offsets: For each, where it stands in the source, and where the last one ends.
        quoted: Number of the block quote that it is part of, from 1; 0 for none.
    """

    text: str
    offsets: Sequence[int]
    quoted: int = 0


@dataclass(frozen=True)
class Draft:
    """What a draft says, and the text it was read from.

    Attributes:
        source: The file's text.
        prose: Its paragraphs in order.
    """

    source: str
    prose: tuple[Prose, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.source))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character of the source, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class ProseWriter:
    """Puts a paragraph together from pieces of the source."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._pieces: list[str] = []
        self._offsets = array("l")
        self._end = 0

    def add(self, text: str, offset: int, *, step: bool = True) -> None:
        """Add characters that stand at an offset of the source.

        Args:
            text: The characters.
            offset: Where the first of them stands.
            step: Whether they follow one another there; else all stand for one place.
        """
        self._pieces.append(text)
        self._offsets.extend(offset + (index if step else 0) for index in range(len(text)))
        self._end = offset + (len(text) if step else 1)

    def prose(self, quoted: int = 0) -> Prose:
        """Return the paragraph; addresses of pages in it are blank."""
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), "".join(self._pieces))
        return Prose(text, array("l", [*self._offsets, self._end]), quoted)
