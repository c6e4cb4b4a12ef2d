"""What a shell offers for an id."""

from __future__ import annotations

import click


def complete_meeting(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Return the ids that begin as typed; nothing where no library can be read."""
    from tui.cli.common import Common
    from tui.library.errors import LibraryError

    common = context.obj if isinstance(context.obj, Common) else Common()
    try:
        with common.for_reading().open_library() as library:
            rows = library.timeline()
    except (LibraryError, OSError):
        return []
    return [row.entry.id for row in rows if row.entry.id.startswith(incomplete)]
