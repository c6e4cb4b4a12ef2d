"""What a failure says to the person who typed the command."""

from __future__ import annotations

from pathlib import PurePath

EXIT_FOUND = 0
EXIT_NOTHING = 1
EXIT_ERROR = 2
EXIT_INTERRUPTED = 130


def explain_failure(failure: Exception) -> str:
    """Return the message for a failure: our own as they are, the system's with its file.

    Anything else is a defect of ours, and says so and how to report it.
    """
    from tui.library.errors import LibraryError
    from tui.quoting.cut import QuoteError
    from tui.reading.errors import ReadingError

    if isinstance(failure, ReadingError):
        return f"{failure.source}: {failure}"
    if isinstance(failure, LibraryError | QuoteError):
        return str(failure)
    if isinstance(failure, OSError):
        return explain_os_error(failure)
    return (
        f"An error that should not happen: {type(failure).__name__}: {failure}\n"
        "Please report it, with what `STENOGRAM_DEBUG=1` in front of the command prints."
    )


def explain_file(file: str, problem: str) -> str:
    """Return what is wrong with a file, the file named once."""
    base = PurePath(file).name
    for name in (f"{file}: ", f"{base}: ", f"{base} "):
        problem = problem.removeprefix(name)
    return f"{file}: {problem}"


def explain_os_error(failure: OSError) -> str:
    """Return the system's words and the file they are about."""
    reason = failure.strerror or str(failure)
    return f"{failure.filename}: {reason}" if failure.filename else reason
