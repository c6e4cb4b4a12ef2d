"""What an examination of a library brings to light."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        path: The file or folder.
        problem: What is wrong, and which meetings it concerns.
        repaired: What was done about it, in a sentence; "" where nothing was.
        lost: Whether something is gone that nothing here brings back.
    """

    path: Path
    problem: str
    repaired: str = ""
    lost: bool = False
