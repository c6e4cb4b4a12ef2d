"""Reads transcripts in JSON: podcasts, whisper and its kin, speech services, oral arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.model import Meeting
from tui.reading.assembly import Findings
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.json_fields import first_of
from tui.reading.json_pieces import glued, going_on, in_seconds, unattributed
from tui.reading.json_segments import pieces_of
from tui.reading.json_text import load, looks_like_json
from tui.reading.oral_argument import argument, sections_of
from tui.reading.prose_dates import find_date
from tui.reading.reader import Document
from tui.reading.timed import parts_of

_LOOK = 8000
_KNOWN = re.compile(
    r'"(?:segments|utterances|monologues|transcript|transcripts|transcription|recognizedPhrases|'
    r'speaker_labels|channels|speaker|speakers|speakerTag|speakerLabel|speaker_id|speaker_name|sections|text_blocks|startTime|start_time)"\s*:'
)
_AROUND = ("metadata", "meta", "transcript", "info", "meeting", "recording", "episode")
_DATES = ("date", "meeting_date", "meetingDate", "recorded_at", "recordedAt")
_PUBLISHED = ("published", "published_at", "publishedAt", "pubDate")


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
        findings = Findings()
        sections = sections_of(value)
        if sections is not None:
            findings.body.extend(argument(sections))
        else:
            pieces = going_on(in_seconds(value, glued(pieces_of(value))))
            findings.body.extend(parts_of(pieces))
            findings.warnings.extend(unattributed(pieces))
        if not findings.body:
            raise ReadingError(
                document.name,
                f"{document.name} is JSON, but holds no words of a transcript in a shape known "
                "here (segments, utterances, turns). Export it as WebVTT or text.",
            )
        _describe(value, findings)
        return (assemble_titled(document, self.name, findings),)


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


def _date(value: object) -> str | None:
    found = find_date(value) if isinstance(value, str) else None
    return found.value if found else None


READER = TranscriptJson()
