"""Where a repair puts what it must neither use nor delete."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from tui.library.files import Files
from tui.library.layout import Layout


def set_aside(layout: Layout, files: Files, path: Path) -> str:
    """Move a file to ``lost+found``, beside what lies there already.

    Returns:
        What was done, in a sentence; "" where the disk does not allow it and the file stays.
    """
    try:
        files.make_folder(layout.lost)
        target = layout.lost / path.name
        numbers = count(2)
        while target.exists():
            target = layout.lost / f"{path.stem}-{next(numbers)}{path.suffix}"
        files.move(path, target)
        files.sync_folder(layout.lost)
        files.sync_folder(path.parent)
    except OSError:
        return ""
    return f"Moved to {layout.lost.name}/{target.name}."
