"""Reads dialogue in plain text: ``Name: words``, ``Q``/``A``, briefings, debates, records."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import BlockKind, Meeting, Turn
from tui.reading.assembly import Findings
from tui.reading.blocks import unspoken
from tui.reading.dialogue_text import Dialogue, find_dialogue
from tui.reading.end_marks import end_of_text
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.names import has_courtesy
from tui.reading.paged_text import without_pages
from tui.reading.reader import Document
from tui.reading.text_header import Header, read_header
from tui.reading.wall_clock import city_clocks, without_wall_clock

_SAMPLE = 60_000
"""Characters looked at to tell whether a text is a dialogue."""


class PlainText:
    """Text whose speakers are named at the beginning of lines."""

    name = "plain-text"

    def confidence(self, document: Document) -> float:
        """Return more the more paragraphs open with labels; low even for plain prose."""
        text = document.text
        if not text or "\0" in text[:_SAMPLE]:
            return 0.0
        dialogue = find_dialogue(_of_the_text(without_pages(text[:_SAMPLE]).lines)[0])
        turns = sum(isinstance(part, Turn) for part in dialogue.parts)
        if not turns:
            return 0.05
        if dialogue.distinct < 2 and turns < 2:
            return 0.2
        records = sum(
            isinstance(part, Turn) and _is_of_a_record(part.label) for part in dialogue.parts
        )
        if records * 2 > turns:
            return 0.8
        return min(0.6, 0.35 + dialogue.labelled / 2)

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the text; without labels it becomes narrative, with a warning.

        Raises:
            ReadingError: The file is not text.
        """
        if not document.text:
            raise ReadingError(document.name, f"{document.name} is not text.")
        pages = without_pages(document.text)
        lines, around = _of_the_text(pages.lines)
        # A numbered line, or that of a column, ends where the page does, not the paragraph.
        dialogue = find_dialogue(lines, wrapped=True if pages.repairs else None)
        meeting = meeting_of(
            document, self.name, dialogue, pages.repairs, furniture=[*pages.furniture, *around]
        )
        return (meeting,)


def _of_the_text(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the lines of a text from those a site prints around it."""
    end = end_of_text(lines)
    shown = city_clocks(lines)
    around = [line for i, line in enumerate(lines) if line.strip() and (i in shown or i >= end)]
    return [line for i, line in enumerate(lines[:end]) if i not in shown], around


def _is_of_a_record(label: str) -> bool:
    """Whether a label is of a kind that parliaments, courts and briefings print."""
    return label in ("", "Q", "A") or label[:4].casefold() == "the " or has_courtesy(label)


def meeting_of(
    document: Document,
    format_name: str,
    dialogue: Dialogue,
    repairs: Sequence[str] = (),
    known: Header | None = None,
    furniture: Sequence[str] = (),
) -> Meeting:
    """Make the meeting of a dialogue and the lines before it.

    Args:
        document: The file.
        format_name: The reader's registry name.
        dialogue: What segmentation found.
        repairs: What was mended before.
        known: What the file says of the meeting elsewhere.
        furniture: Lines that were set aside before.
    """
    header, rest, consumed = read_header(dialogue.before, known)
    findings = Findings(
        title=header.title,
        summary=header.summary,
        date=header.date,
        time=header.time,
        place=header.place,
        url=header.url,
        topics=list(header.topics),
        repairs=list(repairs),
        furniture=[*furniture, *consumed],
    )
    if dialogue.joined:
        findings.repairs.append(f"{dialogue.joined} soft line breaks were joined.")
    for text in rest:
        heading = text.lstrip("#").strip() if text.startswith("#") else ""
        kind = BlockKind.HEADING if heading else BlockKind.NARRATIVE
        findings.body.append(unspoken(kind, heading or text))
    parts = without_wall_clock(dialogue.parts)
    findings.body.extend(parts)
    if parts != dialogue.parts:
        findings.repairs.append("The times beside the names are of the day and were left out.")
    return assemble_titled(document, format_name, findings)


READER = PlainText()
