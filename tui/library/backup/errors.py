"""What can go wrong with a backup; every message is for the user."""

from __future__ import annotations

from tui.library.errors import LibraryError


class BackupError(LibraryError):
    """A backup could not be made or used; the text says what was kept and what to do."""
