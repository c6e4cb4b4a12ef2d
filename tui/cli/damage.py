"""Answers from a library of which some files cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.failures import EXIT_ERROR, EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import complain

if TYPE_CHECKING:
    from tui.library.stored import StoredArchive


def exit_code(library: StoredArchive, *, found: bool) -> int:
    """Return how a search ends, as ripgrep does: what could not be read is an error.

    Args:
        library: What was searched; what it met unreadable is said on standard error.
        found: Whether there was anything.
    """
    for damage in library.damage:
        complain(f"{damage} The meetings in it are missing from this answer.")
    if library.damage:
        return EXIT_ERROR
    return EXIT_FOUND if found else EXIT_NOTHING
