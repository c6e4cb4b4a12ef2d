"""Is the library sound, and what can be mended?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.library.files import Files


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        path: The file or folder.
        problem: What is wrong, and what it costs.
        repaired: What was done about it; "" where nothing was.
        lost: Whether something is gone that cannot be brought back.
    """

    path: Path
    problem: str
    repaired: str = ""
    lost: bool = False


def examine(root: Path, *, repair: bool, files: Files) -> Iterator[Finding]:
    """Examine every file of a library."""
    yield from ()
