"""What can go wrong when a file is read."""

from __future__ import annotations


class ReadingError(Exception):
    """A source could not be understood.

    The text of the exception is the whole message for the user: what is wrong with the
    file and what to do about it.

    Attributes:
        source: The file's name.
    """

    def __init__(self, source: str, message: str) -> None:
        """Name the file and say what is wrong with it."""
        super().__init__(message)
        self.source = source


def of_file(path: str, reason: str) -> str:
    """Say what is wrong with a file, naming it once, as the user wrote it.

    Args:
        path: The file as the user wrote it.
        reason: A message that may begin with the file's bare name.
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    if name and reason.startswith((f"{name} ", f"{name},")):
        return path + reason[len(name) :]
    return f"{path}: {reason}"
