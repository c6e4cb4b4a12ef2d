"""The registry of formats: which reader understands a file, found by its content."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from tui.model import Meeting
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.formats import MODULES
from tui.reading.reader import Document, Reader


@cache
def formats() -> tuple[str, ...]:
    """Return the names ``--format`` takes, most specific first."""
    return tuple(name for name, module in MODULES.items() if find_spec(module) is not None)


@cache
def _reader(name: str) -> Reader:
    return cast(Reader, import_module(MODULES[name]).READER)


def _choose(document: Document) -> Reader:
    best: Reader | None = None
    surest = 0.0
    for name in formats():
        reader = _reader(name)
        confidence = reader.confidence(document)
        if confidence > surest:
            best, surest = reader, confidence
        if surest >= 1.0:
            break
    if best is None:
        reason = (
            "is not text, and no format of this kind is known here. Export it as text."
            if not document.text
            else "is of no format known here. Name one with --format."
        )
        raise ReadingError(document.name, f"{document.name} {reason}")
    return best


def read(data: bytes, name: str, *, format: str | None = None) -> tuple[Meeting, ...]:  # noqa: A002
    """Read a file of any known format.

    Args:
        data: The file's bytes.
        name: The file's name, without its folder.
        format: A name of `formats`; None to find out from the content.

    Returns:
        The meetings in the file, in its order; most formats hold one.

    Raises:
        ReadingError: The file is empty, binary or damaged, or the format is unknown.
    """
    if format is not None and format not in formats():
        known = ", ".join(formats())
        raise ReadingError(name, f"There is no format “{format}”. Known are: {known}.")
    document = decode(data, name)
    reader = _reader(format) if format is not None else _choose(document)
    return reader.read(document)
