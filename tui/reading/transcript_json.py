"""Reads transcripts in JSON: podcasts, whisper and its kin, speech services, oral arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.model import Meeting, Turn
from tui.reading.assembly import Findings
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.json_fields import first_of
from tui.reading.json_left_out import left_out
from tui.reading.json_pieces import (
    glued,
    going_on,
    in_seconds,
    named_in_text,
    unattributed,
)
from tui.reading.json_segments import pieces_of
from tui.reading.json_text import load, looks_like_json
from tui.reading.oral_argument import argument, sections_of
from tui.reading.prose_dates import find_date
from tui.reading.reader import Document
from tui.reading.timed import parts_of

_LOOK = 8000
_KNOWN = re.compile(
    r'"(?:segments|utterances|monologues|transcript|transcripts|transcription|recognizedPhrases|'
    r'speaker_labels|channels|speaker|speakers|speakerTag|speakerLabel|speaker_id|speakerI[Dd]|speaker_name|sections|text_blocks|startTime|start_time)"\s*:'
)
_AROUND = ("metadata", "meta", "transcript", "info", "meeting", "recording", "episode")
_DATES = ("date", "meeting_date", "session_date", "call_date", "recorded_at", "recorded_on")
_PUBLISHED = ("published", "published_at", "pubDate")


class TranscriptJson:
    """Lists of timed words, segments or turns, each with its speaker."""

    name = "transcript-json"

    def confidence(self, document: Document) -> float:
        """Return 0.95 for JSON with a transcript's keys, 0.7 for other JSON."""
        if not looks_like_json(document):
            return 0.0
        return 0.95 if _KNOWN.search(document.text[:_LOOK]) else 0.7

    def read(self, document: Document) -> tuple[Meeting, ...]:
        """Read the transcript.

        Raises:
            ReadingError: The text is no JSON, or holds nothing that was said.
        """
        value = load(document)
        return tuple(self._meeting(document, each) for each in _conversations(value) or [value])

    def _meeting(self, document: Document, value: object) -> Meeting:
        findings = Findings()
        sections = sections_of(value)
        if sections is not None:
            findings.body.extend(argument(sections))
        else:
            pieces = going_on(named_in_text(in_seconds(value, glued(pieces_of(value)))))
            findings.body.extend(parts_of(pieces))
            findings.warnings.extend(unattributed(pieces))
        if not findings.body:
            raise ReadingError(
                document.name,
                f"{document.name} is JSON, but holds no words of a transcript in a shape known "
                "here (segments, utterances, turns). Export it as WebVTT or text.",
            )
        _describe(value, findings)
        if sections is None:
            _keep_beside(value, findings)
        return assemble_titled(document, self.name, findings)


def _conversations(value: object) -> list[object]:
    """Return the meetings of a file that holds a list of them, each with its title and words."""
    if not isinstance(value, list) or len(value) < 2:
        return []
    titled = all(isinstance(each, Mapping) and isinstance(each.get("title"), str) for each in value)
    spoken = titled and all(any(piece.label for piece in pieces_of(each)) for each in value)
    listed = spoken and all(
        any(isinstance(field, list) for field in each.values())
        for each in value
        if isinstance(each, Mapping)
    )
    return list(value) if listed else []


def _describe(value: object, findings: Findings) -> None:
    """Take title, date and address from the fields around the words."""
    places = [value]
    if isinstance(value, Mapping):
        places += [value.get(key) for key in _AROUND]
    for place in places:
        if not isinstance(place, Mapping):
            continue
        title = place.get("title")
        if isinstance(title, str) and not findings.title:
            findings.title = title
        findings.date = findings.date or _date(first_of(place, _DATES))
        findings.published = findings.published or _date(first_of(place, _PUBLISHED))
        address = first_of(place, ("url", "source_url"))
        if findings.url is None and isinstance(address, str) and address.startswith("http"):
            findings.url = address
    if findings.title and findings.date is None:
        findings.date = _date(findings.title)


def _keep_beside(value: object, findings: Findings) -> None:
    """Keep what the file says beside the speech: summaries, tasks, second readings."""
    spoken = [
        block.text
        for part in findings.body
        for block in (part.blocks if isinstance(part, Turn) else (part,))
    ]
    beside = [text for text in left_out(value, spoken) if text != findings.title]
    findings.furniture.extend(beside)
    if beside:
        findings.warnings.append(
            f"{len(beside)} texts of the file are no part of its transcript, and were set aside "
            f"(“{beside[0][:60]}”)."
        )


def _date(value: object) -> str | None:
    found = find_date(value) if isinstance(value, str) else None
    return found.value if found else None


READER = TranscriptJson()
