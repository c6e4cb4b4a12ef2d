"""The meetings of a library: read from its shards, corrected as people decided, remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.library.cache import Cache
from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions
from tui.library.errors import Damaged, Missing, NotFound
from tui.library.layout import Layout
from tui.library.shards import ShardReader
from tui.model import Meeting
from tui.reading.errors import ReadingError
from tui.reading.schema import decode

_CACHED_WORDS = 600_000
"""Words of decoded meetings kept in memory: some twenty megabytes."""


class Meetings:
    """Decodes meetings; may be used from several threads.

    Attributes:
        damage: What was found unreadable so far, by its path.
        missing: Ids of the meetings that could not be read.
    """

    def __init__(
        self,
        layout: Layout,
        shards: ShardReader,
        later: Callable[[Catalogue], Catalogue | None],
    ) -> None:
        """Read from these shards.

        Args:
            layout: Where the library lies.
            shards: Reads its files with words.
            later: The generation after one, where there is one meanwhile.
        """
        self._layout = layout
        self._shards = shards
        self._later = later
        self._cache: Cache[tuple[str, str, int], Meeting] = Cache(_CACHED_WORDS)
        self.damage: dict[Path, Damaged] = {}
        self.missing: dict[str, None] = {}

    def read(
        self, catalogue: Catalogue, decisions: Decisions, key: str, *, keep: bool = True
    ) -> Meeting:
        """Decode a meeting, of a later generation where this one's file is gone already.

        Args:
            catalogue: The generation.
            decisions: What people corrected.
            key: The meeting's whole id.
            keep: Whether it may be asked for again soon.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """
        known = self._cache.get(_name(catalogue, decisions, key))
        if known is not None:
            return known
        return self._reading(catalogue, decisions, key, None, keep=keep)

    def excerpt(self, catalogue: Catalogue, decisions: Decisions, key: str, turn: int) -> Meeting:
        """Decode a meeting with no more of its body than one turn, which is cheap.

        Where people corrected the meeting, or it is in memory, it comes whole.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """
        from tui.library.index.building import mark_of

        known = self._cache.get(_name(catalogue, decisions, key))
        if known is not None:
            return known
        whole = bool(mark_of(decisions, catalogue, key))
        return self._reading(catalogue, decisions, key, None if whole else turn, keep=whole)

    def _reading(
        self, catalogue: Catalogue, decisions: Decisions, key: str, turn: int | None, *, keep: bool
    ) -> Meeting:
        try:
            return self._decoded(catalogue, decisions, key, turn, keep=keep)
        except Damaged as error:
            later = self._later(catalogue) if isinstance(error, Missing) else None
            if later is None:
                self.damage[error.path] = error
                self.missing[key] = None
                raise
        if key not in later:
            raise NotFound(f"{key} was removed from the library meanwhile.")
        return self._reading(later, decisions, key, turn, keep=keep)

    def _decoded(
        self, catalogue: Catalogue, decisions: Decisions, key: str, turn: int | None, *, keep: bool
    ) -> Meeting:
        row = catalogue.document(key)
        shard = row["shard"]
        try:
            document = self._shards.read(catalogue, shard)[key]
            meeting = decode(document if turn is None else _only(document, turn))
        except (ReadingError, KeyError, ValueError) as error:
            path = self._layout.shard(shard)
            raise Damaged(path, f"the words of {key} cannot be read ({error})") from error
        if turn is not None:
            return meeting
        meeting = decisions.replay(meeting)
        if keep:
            self._cache.put((key, shard, decisions.generation), meeting, row["words"] + 100)
        return meeting


def _name(catalogue: Catalogue, decisions: Decisions, key: str) -> tuple[str, str, int]:
    """What a decoded meeting is remembered by."""
    return key, catalogue.document(key)["shard"], decisions.generation


def _only(document: dict[str, Any], turn: int) -> dict[str, Any]:
    """A meeting object with a single turn in its body."""
    body = document["body"]
    if not isinstance(body, list):  # whoever decodes it says what is wrong
        return document
    those = (part for part in body if isinstance(part, dict))
    return {**document, "body": [part for part in those if part.get("number") == turn]}
