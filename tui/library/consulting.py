"""What a library asks its reader's notebook when a query does: ``saved:`` and ``is:noted``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library.notebook import Notebook
    from tui.library.stored import StoredArchive


def consult(archive: StoredArchive, notebook: Callable[[], Notebook]) -> None:
    """Let queries ask what a notebook knows.

    Args:
        archive: Whose queries.
        notebook: Gives the notebook; asked by the first query that needs it, since most
            never do.
    """
    opened = cache(notebook)

    def saved(name: str) -> str | None:
        """The text of a saved search: of that name, else of one that differs in case alone."""
        searches = opened().saved_searches()
        if name in searches:
            return searches[name]
        alike = [kept for kept in searches if kept.casefold() == name.casefold()]
        return searches[alike[0]] if len(alike) == 1 else None

    archive.consult(saved=saved, noted=lambda meeting, anchor: opened().is_noted(meeting, anchor))
