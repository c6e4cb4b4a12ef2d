"""Drafts as files: reading them by their kind, and writing one back."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.quoting.drafts.prose import Draft

STANDARD_INPUT = Path("-")
MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"})
_HTML = frozenset({".html", ".htm", ".xhtml"})


def is_markdown(path: Path) -> bool:
    """Say whether a draft is Markdown, by its name; standard input is."""
    return path == STANDARD_INPUT or path.suffix.lower() in MARKDOWN


def can_be_fixed(path: Path) -> bool:
    """Say whether footnotes can be written into a draft: it is a file of Markdown."""
    return path != STANDARD_INPUT and is_markdown(path)


def read_draft(path: Path) -> Draft:
    """Read a draft.

    Raises:
        OSError: It cannot be read.
        ReadingError: It is damaged, or is not text.
    """
    from tui.library.sources import load, take

    data = take(sys.stdin.buffer) if path == STANDARD_INPUT else load(path)
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from tui.quoting.drafts.plain import read_paragraphs
        from tui.reading.word_parts import read_word

        word = read_word(data, path.name)
        return read_paragraphs(word.paragraphs, word.quoted)
    text = _decoded(path, data)
    if suffix in _HTML:
        from tui.quoting.drafts.html import read_html

        return read_html(text)
    if is_markdown(path):
        from tui.quoting.drafts.markdown import read_markdown

        return read_markdown(text)
    from tui.quoting.drafts.plain import read_plain

    return read_plain(text)


def _decoded(path: Path, data: bytes) -> str:
    """Decode a file's text, character for character: lines and columns must stay true."""
    from tui.reading.errors import ReadingError

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadingError(
            path.name, f"{path.name} is not UTF-8 (byte {error.start}). Save it as UTF-8."
        ) from error


def write_draft(path: Path, text: str) -> None:
    """Put a draft's new text in the place of the old, all of it or nothing.

    Raises:
        OSError: It cannot be written; the draft is as it was.
    """
    target = path.resolve()
    marked = target.read_bytes().startswith(b"\xef\xbb\xbf")
    data = text.encode("utf-8-sig" if marked else "utf-8")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode & 0o7777)
        temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
