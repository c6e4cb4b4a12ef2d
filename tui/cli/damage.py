"""Answers from a library of which some files cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.failures import EXIT_ERROR, EXIT_FOUND, EXIT_NOTHING
from tui.cli.output import complain

if TYPE_CHECKING:
    from tui.library.stored import StoredArchive


_NAMED = 20
"""Ids of missing meetings that are printed, before the rest is only counted."""


def exit_code(library: StoredArchive, *, found: bool) -> int:
    """Return how an answer ends, as ripgrep does: what could not be read is an error.

    Args:
        library: What was asked; the meetings that it could not read, and are therefore
            missing from the answer, are named on standard error.
        found: Whether there was anything.
    """
    for damage in library.damage:
        complain(str(damage))
    missing = library.missing
    if missing:
        more = f" and {len(missing) - _NAMED:,} more" if len(missing) > _NAMED else ""
        complain(f"Missing from this answer: {', '.join(missing[:_NAMED])}{more}.")
    if library.damage:
        return EXIT_ERROR
    return EXIT_FOUND if found else EXIT_NOTHING
