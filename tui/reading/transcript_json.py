"""Reads transcripts in JSON: podcasts, whisper and its kin, speech services, oral arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from tui.model import Meeting
from tui.reading.assembly import Findings
from tui.reading.errors import ReadingError
from tui.reading.filename_title import assemble_titled
from tui.reading.json_fields import Object, end_of, first_of, objects, start_of
from tui.reading.json_text import load, looks_like_json
from tui.reading.oral_argument import argument, sections_of
from tui.reading.printed_label import Label, is_anonymous, take_apart
from tui.reading.prose_dates import find_date
from tui.reading.reader import Document
from tui.reading.speech_services import has_speaker, heard, phrase, words_of
from tui.reading.timed import Piece, parts_of, seconds

_LOOK = 8000
_KNOWN = re.compile(
    r'"(?:segments|utterances|monologues|transcript|transcripts|transcription|recognizedPhrases|'
    r'speaker_labels|channels|speaker|speakers|speakerTag|speakerLabel|speaker_id|speaker_name|sections|text_blocks|startTime|start_time)"\s*:'
)
_LISTS = (
    "segments", "utterances", "transcription", "transcript", "turns", "monologues", "speeches",
    "paragraphs", "entries", "captions", "sentences", "items", "messages", "results", "result",
    "response", "data",
)  # fmt: skip
_TEXTS = ("body", "text", "transcript", "content", "sentence", "display", "words", "value")
_SPEAKERS = (
    "speaker", "speaker_name", "speakerName", "speaker_label", "speakerLabel", "speaker_id",
    "speakerId", "name", "participant", "author", "channel",
)  # fmt: skip


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
            names = _names(value)
            pieces = [piece for piece in _pieces(value, names) if piece.text.strip()]
            findings.body.extend(parts_of(_one_unit(value, pieces)))
        if not findings.body:
            raise ReadingError(
                document.name,
                f"{document.name} is JSON, but holds no words of a transcript in a shape known "
                "here (segments, utterances, turns). Export it as WebVTT or text.",
            )
        _describe(value, findings)
        return (assemble_titled(document, self.name, findings),)


def _describe(value: object, findings: Findings) -> None:
    places = [value]
    if isinstance(value, Mapping):
        places += [value.get(key) for key in ("metadata", "transcript", "info")]
    for place in places:
        if not isinstance(place, Mapping):
            continue
        title, date = place.get("title"), place.get("date")
        if isinstance(title, str) and not findings.title:
            findings.title = title
        if isinstance(date, str) and findings.date is None and (found := find_date(date)):
            findings.date = found.value
    if findings.title and findings.date is None and (found := find_date(findings.title)):
        findings.date = found.value


def _names(value: object) -> dict[str, str]:
    """Return what a file's own map calls its speakers: ``{"SPEAKER_00": "Alice"}``."""
    speakers = value.get("speakers") if isinstance(value, Mapping) else None
    names: dict[str, str] = {}
    if isinstance(speakers, Mapping):
        for key, entry in speakers.items():
            name = entry.get("name") if isinstance(entry, Mapping) else entry
            if isinstance(name, str) and name.strip():
                names[str(key)] = name.strip()
    for entry in objects(speakers):
        key = next((entry[k] for k in ("id", "spkid", "label", "speaker") if k in entry), None)
        name = entry.get("name") or entry.get("display_name")
        if key is not None and isinstance(name, str) and name.strip():
            names[str(key)] = name.strip()
    return names


def _label(value: object, names: Mapping[str, str]) -> Label | None:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("id")
    if value is None or isinstance(value, (bool, list, float)):
        return None
    printed = str(value).strip()
    if not printed:
        return None
    named = names.get(printed)
    if named is not None:
        return Label(printed, take_apart(named).speaker, take_apart(named).role)
    if printed.isdigit():
        return Label(f"Speaker {printed}", f"Speaker {printed}")
    return Label(printed, printed) if is_anonymous(printed) else take_apart(printed)


def _pieces(value: object, names: Mapping[str, str]) -> list[Piece]:
    """Find the list that holds the words, from the most particular shape to the most common."""
    if isinstance(value, list):
        return _from_list(objects(value), names)
    if not isinstance(value, Mapping):
        return []
    results = value.get("results")
    if isinstance(results, Mapping) or any("alternatives" in item for item in objects(results)):
        return _service(results, names)
    phrases = objects(value.get("recognizedPhrases"))
    if phrases:
        return [phrase(entry, partial(_label, names=names)) for entry in phrases]
    for key in _LISTS:
        pieces = _from_list(objects(value.get(key)), names)
        if any(piece.text.strip() for piece in pieces):
            return pieces
        if isinstance(value.get(key), Mapping):
            inner = _pieces(value[key], names)
            if inner:
                return inner
    words = objects(value.get("words"))
    if has_speaker(words):
        return words_of(words, None, partial(_label, names=names))
    text = value.get("text") or value.get("transcript")
    return [Piece(None, text)] if isinstance(text, str) else []


def _from_list(items: Iterable[Object], names: Mapping[str, str]) -> list[Piece]:
    return [piece for item in items for piece in _segment(item, names)]


def _segment(item: Object, names: Mapping[str, str]) -> list[Piece]:
    """Return the pieces of a segment: several where its words have several speakers."""
    label = _label(first_of(item, _SPEAKERS), names)
    words = objects(item.get("words")) or objects(item.get("elements"))
    if len({str(word["speaker"]) for word in words if word.get("speaker") is not None}) > 1:
        return words_of(words, label, partial(_label, names=names))
    text = first_of(item, _TEXTS)
    if not isinstance(text, str):
        ends = [end for word in words if (end := end_of(word)) is not None]
        first = next((start for word in words if (start := start_of(word)) is not None), None)
        return [Piece(label, "".join(_spaced(words)), first, max(ends, default=None))]
    return [Piece(label, text, start_of(item), end_of(item))]


def _spaced(words: Iterable[Object]) -> Iterator[str]:
    """Yield words with the spaces between them, unless the source has its own."""
    for word in words:
        text = first_of(word, ("value", "punctuated_word", "word", "text"))
        if isinstance(text, str):
            yield text if word.get("type") in ("punct", "text") else f" {text.strip()}"


def _service(results: object, names: Mapping[str, str]) -> list[Piece]:
    """Read the answers of speech services, which nest what they heard under ``results``."""
    if isinstance(results, Mapping):
        for key in ("utterances", "audio_segments"):
            pieces = _from_list(objects(results.get(key)), names)
            if any(piece.label for piece in pieces):
                return pieces
    pieces = heard(results, partial(_label, names=names))
    if pieces or not isinstance(results, Mapping):
        return pieces
    # One answer for each recording, under its address.
    return [piece for entry in results.values() for piece in _pieces(entry, names)]


def _one_unit(value: object, pieces: list[Piece]) -> list[Piece]:
    """Return times in seconds where a service counts milliseconds (``audio_duration`` tells)."""
    if not isinstance(value, Mapping):
        return pieces
    last = max((piece.end or 0 for piece in pieces), default=0)
    duration = seconds(value.get("audio_duration"))
    if duration is None or last < 10 * duration:
        return pieces
    return [
        Piece(
            piece.label,
            piece.text,
            piece.start / 1000 if piece.start is not None else None,
            piece.end / 1000 if piece.end is not None else None,
        )
        for piece in pieces
    ]


READER = TranscriptJson()
