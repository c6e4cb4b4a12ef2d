"""Reads transcripts in JSON: podcasts, whisper and its kin, speech services, oral arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

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
from tui.reading.timed import Piece, parts_of, seconds

_LOOK = 8000
_KNOWN = re.compile(
    r'"(?:segments|utterances|monologues|transcript|transcripts|transcription|recognizedPhrases|'
    r'speaker_labels|channels|speaker|speakers|sections|text_blocks|startTime|start_time)"\s*:'
)
_LISTS = (
    "segments", "utterances", "transcription", "transcript", "turns", "monologues", "speeches",
    "paragraphs", "entries", "captions", "items", "messages", "results", "data",
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
    if isinstance(results, Mapping):
        return _service(results, names)
    phrases = objects(value.get("recognizedPhrases"))
    if phrases:
        return [_phrase(phrase, names) for phrase in phrases]
    for key in _LISTS:
        pieces = _from_list(objects(value.get(key)), names)
        if any(piece.text.strip() for piece in pieces):
            return pieces
        if isinstance(value.get(key), Mapping):
            inner = _pieces(value[key], names)
            if inner:
                return inner
    text = value.get("text") or value.get("transcript")
    return [Piece(None, text)] if isinstance(text, str) else []


def _from_list(items: Iterable[Object], names: Mapping[str, str]) -> list[Piece]:
    return [piece for item in items for piece in _segment(item, names)]


def _segment(item: Object, names: Mapping[str, str]) -> list[Piece]:
    """Return the pieces of a segment: several where its words have several speakers."""
    label = _label(first_of(item, _SPEAKERS), names)
    words = objects(item.get("words")) or objects(item.get("elements"))
    speakers = {str(word["speaker"]) for word in words if word.get("speaker") is not None}
    if len(speakers) > 1:
        return [_word(word, label, names) for word in words]
    text = first_of(item, _TEXTS)
    if not isinstance(text, str):
        pieces = [_word(word, label, names) for word in words]
        ends = [piece.end for piece in pieces if piece.end is not None]
        text = "".join(_spaced(words))
        first = next((piece.start for piece in pieces if piece.start is not None), None)
        return [Piece(label, text, first, max(ends, default=None))]
    return [Piece(label, text, start_of(item), end_of(item))]


def _spaced(words: Iterable[Object]) -> Iterator[str]:
    """Yield words with the spaces between them, unless the source has its own."""
    for word in words:
        text = first_of(word, ("value", "punctuated_word", "word", "text"))
        if isinstance(text, str):
            yield text if word.get("type") in ("punct", "text") else f" {text.strip()}"


def _word(word: Object, label: Label | None, names: Mapping[str, str]) -> Piece:
    text = first_of(word, ("punctuated_word", "word", "text", "value"))
    own = _label(word.get("speaker"), names) if word.get("speaker") is not None else label
    return Piece(own, text if isinstance(text, str) else "", start_of(word), end_of(word))


def _service(results: Object, names: Mapping[str, str]) -> list[Piece]:
    """Read the answers of speech services, which nest what they heard under ``results``."""
    for key in ("utterances", "audio_segments"):
        pieces = _from_list(objects(results.get(key)), names)
        if any(piece.label for piece in pieces):
            return pieces
    items = objects(results.get("items"))
    if items:
        return _aws(results, items, names)
    for channel in objects(results.get("channels")):
        for heard in objects(channel.get("alternatives")):
            words = objects(heard.get("words"))
            if words:
                return [_word(word, None, names) for word in words]
            return [Piece(None, str(heard.get("transcript") or ""))]
    return [
        Piece(None, str(entry.get("transcript") or ""))
        for entry in objects(results.get("transcripts"))
    ]


def _aws(results: Object, items: Iterable[Object], names: Mapping[str, str]) -> list[Piece]:
    """Join word items with the speaker labels that stand beside them under the same time."""
    labels = results.get("speaker_labels")
    spoken = {
        str(entry.get("start_time")): entry.get("speaker_label")
        for segment in objects(labels.get("segments") if isinstance(labels, Mapping) else None)
        for entry in objects(segment.get("items"))
    }
    pieces: list[Piece] = []
    for item in items:
        heard = objects(item.get("alternatives"))
        text = str(heard[0].get("content") or "") if heard else ""
        if item.get("type") == "punctuation" and pieces:
            last = pieces.pop()
            pieces.append(Piece(last.label, last.text + text, last.start, last.end))
            continue
        speaker = item.get("speaker_label") or spoken.get(str(item.get("start_time")))
        pieces.append(Piece(_label(speaker, names), text, start_of(item), end_of(item)))
    return pieces


def _phrase(phrase: Object, names: Mapping[str, str]) -> Piece:
    heard = objects(phrase.get("nBest"))
    text = str(heard[0].get("display") or "") if heard else ""
    start = seconds(phrase.get("offsetInTicks"))
    length = seconds(phrase.get("durationInTicks"))
    begin = start / 1e7 if start is not None else None
    end = begin + length / 1e7 if begin is not None and length is not None else None
    return Piece(_label(phrase.get("speaker"), names), text, begin, end)


def _one_unit(value: object, pieces: list[Piece]) -> list[Piece]:
    """Return times in seconds where a service counts milliseconds (``audio_duration`` tells)."""
    if not isinstance(value, Mapping) or not isinstance(value.get("utterances"), list):
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
