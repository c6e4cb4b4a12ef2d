"""What can go wrong with a library; every message is for the user."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class LibraryError(Exception):
    """A library could not do what was asked.

    The text of the exception is the whole message: what happened, to which file, what
    was kept, and what to do.
    """


class NotFound(LibraryError):
    """Nothing in the library goes by this address, or there is no library at all."""


class Ambiguous(LibraryError):
    """The beginning of an id fits several meetings, or notes.

    Attributes:
        candidates: Every id that fits, the oldest meeting's first.
    """

    SHOWN = 10

    def __init__(self, beginning: str, candidates: Sequence[str], what: str = "meetings") -> None:
        """List the candidates, calling them what they are."""
        self.candidates = tuple(candidates)
        shown = ", ".join(self.candidates[: self.SHOWN])
        more = len(self.candidates) - self.SHOWN
        rest = f" and {more} more" if more > 0 else ""
        super().__init__(
            f"“{beginning}” fits {len(self.candidates)} {what}: {shown}{rest}. Type more of the id."
        )


class Damaged(LibraryError):
    """A file of the library cannot be trusted.

    Attributes:
        path: The file.
        what: What is wrong with it.
    """

    def __init__(self, path: Path, what: str, advice: str = "") -> None:
        """Name the file, what is wrong with it, and the way out."""
        self.path = path
        self.what = what
        advice = advice or (
            "Nothing was changed. Run `stenogram doctor` to see what is damaged, "
            "`stenogram doctor --repair` to mend what can be mended."
        )
        super().__init__(f"{path}: {what}. {advice}")


class Missing(Damaged):
    """A file of the library is gone."""


class Locked(LibraryError):
    """Another process is writing, and went on for longer than we wait."""


class ReadOnly(LibraryError):
    """The library was opened only for reading, or the disk lets us do no more."""


class NewerFormat(LibraryError):
    """The library was written by a later release than this one."""


class UndecidableError(LibraryError):
    """What was to be decided makes no sense; the message says why, and nothing was changed."""
