"""A title for recordings, which have none: the file's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from tui.model import Meeting
from tui.reading.assembly import Findings, assemble
from tui.reading.identity import meeting_id
from tui.reading.reader import Document


def assemble_titled(document: Document, format_name: str, findings: Findings) -> Meeting:
    """Assemble a meeting; one without a title is called by its file's name, and says so.

    Args:
        document: The source.
        format_name: The reader's name.
        findings: What it found.
    """
    meeting = assemble(document, format_name, findings)
    if meeting.title:
        return meeting
    title = PurePath(document.name).stem or document.name
    # Many files are called "transcript": not the name but the words tell them apart.
    identity = meeting_id(
        meeting.date,
        meeting.time,
        meeting.place or title,
        "",
        content=document.sha256,
    )
    warning = "The source has no title; the file's name stands in for it."
    return replace(meeting, id=identity, title=title, warnings=(*meeting.warnings, warning))
