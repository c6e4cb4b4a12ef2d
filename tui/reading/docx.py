"""Reads Word documents: the transcripts of Teams and Google Meet, and dialogue typed by hand."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from tui.model import BlockKind, Meeting
from tui.reading.blocks import unspoken
from tui.reading.errors import ReadingError
from tui.reading.meeting_apps import meeting_of_lines
from tui.reading.reader import Document
from tui.reading.word_parts import Word, main_part, read_word


class Docx:
    """Office Open XML text documents."""

    name = "docx"

    def confidence(self, document: Document) -> float:
        """Return 1 for an archive with Word's main part."""
        if not document.data.startswith(b"PK\x03\x04"):
            return 0.0
        try:
            with zipfile.ZipFile(io.BytesIO(document.data)) as archive:
                return 1.0 if main_part(archive) else 0.0
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return 0.3

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the paragraphs, and keep the notes below them.

        What tracked changes deleted is left out, with a warning; heads, feet and comments are
        furniture.

        Raises:
            ReadingError: The archive is damaged, protected, or unpacks to too much.
        """
        word = read_word(document.data, document.name)
        lines = [line for paragraph in word.paragraphs for line in [*paragraph.split("\n"), ""]]
        if not any(line.strip() for line in lines):
            raise ReadingError(document.name, f"{document.name} is a Word document without words.")
        return (_with_notes(meeting_of_lines(document, self.name, lines), word),)


def _with_notes(meeting: Meeting, word: Word) -> Meeting:
    """Add what stands outside the body: notes are nobody's speech, wherever they are called."""
    notes = [unspoken(BlockKind.NARRATIVE, note) for note in word.notes]
    heading = [unspoken(BlockKind.HEADING, "Notes")] if notes else []
    warnings = list(meeting.warnings)
    if word.notes:
        warnings.append(f"{_count(word.notes, 'note')} of the document stand below its text.")
    if word.deleted:
        warnings.append(
            f"{_count(word.deleted, 'passage')} that tracked changes deleted were left out."
        )
    source = replace(meeting.source, furniture=(*meeting.source.furniture, *word.around))
    return replace(
        meeting,
        body=(*meeting.body, *heading, *notes),
        source=source,
        warnings=tuple(warnings),
    )


def _count(things: tuple[str, ...], noun: str) -> str:
    return f"{len(things)} {noun}" + ("" if len(things) == 1 else "s")


READER = Docx()
