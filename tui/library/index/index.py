"""The index of one library, as searching and importing use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from tui.library.archive import never
from tui.library.catalogue import Catalogue
from tui.library.decisions import Decisions

if TYPE_CHECKING:
    from tui.library.files import Files
    from tui.library.index.building import Builder
    from tui.library.index.folder import Folder
    from tui.library.index.snapshot import Snapshot
    from tui.library.layout import Layout
    from tui.library.shards import ShardReader
    from tui.model import Meeting

_State: TypeAlias = "tuple[Folder, tuple[int, int, int], Catalogue, Decisions]"


SMALL = 5_000
"""Turns up to which a library has no index: the matcher alone answers within a frame or two."""


class Index:
    """Opens the index when it is asked for, and again when it has changed."""

    def __init__(self, layout: Layout, files: Files) -> None:
        """Use the index of this library; nothing is opened yet."""
        self._layout = layout
        self._files = files
        self._opened: tuple[_State, Snapshot | None] | None = None
        self._builder: Builder | None = None
        self._lock = Lock()

    def snapshot(self, catalogue: Catalogue, decisions: Decisions) -> Snapshot | None:
        """The index as it is now, for one generation; None where none can be used."""
        if not self._layout.index.exists():
            return None
        from tui.library.index.folder import Folder, IndexUnusable  # not for the first screen

        try:
            folder = Folder.current(self._layout.index)
            state = (folder, folder.stamp(), catalogue, decisions)
        except IndexUnusable:
            return None
        with self._lock:
            if self._opened is None or not _is_same(self._opened[0], state):
                self._opened = (state, _open(folder, catalogue, decisions))
            return self._opened[1]

    def bring_up(
        self,
        catalogue: Catalogue,
        decisions: Decisions,
        shards: ShardReader,
        *,
        at_hand: Mapping[tuple[str, str], Meeting] | None = None,
        anew: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> bool:
        """Make it hold what the library holds; see `Builder.bring_up`.

        A library that is small and has none goes on without.
        """
        if not self._layout.index.exists() and not _is_large(catalogue):
            return False
        with self._lock:
            if self._builder is None:
                from tui.library.index.building import Builder

                self._builder = Builder(self._layout, self._files)
        return self._builder.bring_up(
            catalogue, decisions, shards, at_hand=at_hand, anew=anew, cancelled=cancelled
        )


def _is_same(one: _State, other: _State) -> bool:
    return one[:2] == other[:2] and one[2] is other[2] and one[3] is other[3]


def _open(folder: Folder, catalogue: Catalogue, decisions: Decisions) -> Snapshot | None:
    from tui.library.index.folder import IndexUnusable
    from tui.library.index.snapshot import Snapshot

    try:
        return Snapshot(folder, catalogue, decisions)
    except (IndexUnusable, OSError):
        return None


def _is_large(catalogue: Catalogue) -> bool:
    turns = 0
    for key in catalogue:
        turns += catalogue.document(key)["turns"]
        if turns > SMALL:
            return True
    return False
