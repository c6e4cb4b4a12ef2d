"""The meetings of a library: read from its shards, corrected as people decided, remembered."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeAlias

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

_Some: TypeAlias = Collection[str] | None
"""The anchors of the passages that are wanted; None for the whole meeting."""


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

    def excerpt(
        self, catalogue: Catalogue, decisions: Decisions, key: str, anchors: Collection[str]
    ) -> Meeting:
        """Decode a meeting with some of its passages, which is cheap where they are few.

        Under these anchors stands what stands there in the whole meeting; of what else there
        is, any part may be left out. Where people corrected the meeting it comes whole.

        Raises:
            NotFound: It was removed meanwhile.
            Damaged: Its words cannot be read.
        """
        from tui.library.index.building import mark_of

        known = self._cache.get(_name(catalogue, decisions, key))
        if known is not None:
            return known
        whole = bool(mark_of(decisions, catalogue, key))
        return self._reading(catalogue, decisions, key, None if whole else anchors, keep=whole)

    def _reading(
        self, catalogue: Catalogue, decisions: Decisions, key: str, some: _Some, *, keep: bool
    ) -> Meeting:
        try:
            return self._decoded(catalogue, decisions, key, some, keep=keep)
        except Damaged as error:
            later = self._later(catalogue) if isinstance(error, Missing) else None
            if later is None:
                self.damage[error.path] = error
                self.missing[key] = None
                raise
        if key not in later:
            raise NotFound(f"{key} was removed from the library meanwhile.")
        return self._reading(later, decisions, key, some, keep=keep)

    def _decoded(
        self, catalogue: Catalogue, decisions: Decisions, key: str, some: _Some, *, keep: bool
    ) -> Meeting:
        row = catalogue.document(key)
        shard = row["shard"]
        try:
            document = self._shards.read(catalogue, shard)[key]
            meeting = decode(document if some is None else _only(document, some))
        except (ReadingError, KeyError, TypeError, ValueError) as error:
            path = self._layout.shard(shard)
            raise Damaged(path, f"the words of {key} cannot be read ({error})") from error
        if some is not None:
            return meeting
        meeting = decisions.replay(meeting)
        if keep:
            self._cache.put((key, shard, decisions.generation), meeting, row["words"] + 100)
        return meeting


def _name(catalogue: Catalogue, decisions: Decisions, key: str) -> tuple[str, str, int]:
    """What a decoded meeting is remembered by."""
    return key, catalogue.document(key)["shard"], decisions.generation


def _only(document: dict[str, Any], anchors: Collection[str]) -> dict[str, Any]:
    """A meeting object with the parts of its body that some passages stand in.

    Where a block outside speech is wanted all of them stay, for they are numbered through.
    """
    body = document["body"]
    if not isinstance(body, list):  # whoever decodes it says what is wrong
        return document
    numbers = {int(anchor[1:]) for anchor in anchors if anchor[1:].isdecimal()}
    numbered = any(anchor[:1] == "b" for anchor in anchors)
    kept = []
    for part in body:
        if part["kind"] != "turn":
            if numbered:
                kept.append(part)
        elif part["number"] in numbers:
            kept.append(part)
        elif numbered:
            unspoken = [block for block in part["blocks"] if block["kind"] != "paragraph"]
            if unspoken:
                kept.append({**part, "blocks": unspoken})
    return {**document, "body": kept}
