"""Where a transcript in JSON keeps what was said, whatever its fields are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from tui.reading.json_fields import Object, end_of, first_of, objects, start_of
from tui.reading.printed_label import Label, is_anonymous, take_apart
from tui.reading.speaker_spans import SPEAKERS
from tui.reading.speech_services import (
    channel_label,
    has_speaker,
    heard,
    phrases,
    stream_of,
    words_of,
)
from tui.reading.timed import Piece

_LISTS = (
    "segments", "utterances", "transcription", "transcript", "turns", "monologues", "speeches",
    "paragraphs", "phrases", "entries", "captions", "sentences", "items", "messages", "results",
    "result", "response", "data",
)  # fmt: skip
_TEXTS = (
    "body", "text", "transcript", "content", "sentence", "utterance", "display", "words", "value",
)  # fmt: skip
_TEXT_WORDS = frozenset(
    ("text", "words", "transcript", "sentence", "utterance", "speech", "caption", "content")
)
"""What a field of words is called in part where it has a name of its own: ``raw_text``."""
_PART = re.compile(r"[A-Z]?[a-z]+")
_NAMES = (
    "speaker", "speaker_name", "speakerName", "speaker_label", "speakerLabel", "speaker_id",
    "speakerId", "name", "participant", "author",
)  # fmt: skip
_DEPTH = 4
"""Objects inside objects in which the words are looked for."""


def pieces_of(value: object) -> list[Piece]:
    """Return what was said, in the file's order; nothing where no shape is known.

    Args:
        value: The value of the whole file.
    """
    return _pieces(value, _names(value), _DEPTH)


def _names(value: object) -> dict[str, str]:
    """Return what a file's own map calls its speakers: ``{"SPEAKER_00": "Alice"}``."""
    names: dict[str, str] = {}
    if not isinstance(value, Mapping):
        return names
    speakers = value.get("speakers")
    if isinstance(speakers, Mapping):
        for key, entry in speakers.items():
            name = entry.get("name") if isinstance(entry, Mapping) else entry
            if isinstance(name, str) and name.strip():
                names[str(key)] = name.strip()
    for entry in (*objects(speakers), *objects(value.get("participants"))):
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


def _pieces(value: object, names: Mapping[str, str], depth: int) -> list[Piece]:
    """Find the list that holds the words, from the most particular shape to the most common."""
    if isinstance(value, list):
        return _from_list(objects(value), names)
    if not isinstance(value, Mapping) or not depth:
        return []
    naming = partial(_label, names=names)
    results = value.get("results")
    if isinstance(results, Mapping) or any("alternatives" in item for item in objects(results)):
        return _service(value, results, names, depth)
    recognised = objects(value.get("recognizedPhrases"))
    if recognised:
        return phrases(recognised, naming)
    for key in _LISTS:
        pieces = _from_list(objects(value.get(key)), names)
        if _says(pieces):
            return pieces
        if isinstance(value.get(key), Mapping):
            inner = _pieces(value[key], names, depth - 1)
            if inner:
                return inner
    words = objects(value.get("words"))
    if words and (has_speaker(words) or not isinstance(value.get("text"), str)):
        return stream_of(words, naming)
    for inside in value.values():
        pieces = _from_list(objects(inside), names) if _is_speech(inside) else []
        if isinstance(inside, Mapping):
            pieces = _pieces(inside, {**names, **_names(inside)}, depth - 1)
        if _says(pieces):
            return pieces
    text = value.get("text") or value.get("transcript")
    return [Piece(None, text)] if isinstance(text, str) else []


def _is_speech(value: object) -> bool:
    """Whether a list of unknown name is of speech: words with a speaker or a time, throughout."""
    items = objects(value)
    return len(items) > 1 and all(
        _text(item) is not None
        and (first_of(item, _NAMES[:-3]) is not None or start_of(item) is not None)
        for item in items
    )


def _says(pieces: Iterable[Piece]) -> bool:
    return any(piece.text.strip() for piece in pieces)


def _from_list(items: Sequence[Object], names: Mapping[str, str]) -> list[Piece]:
    channels = {str(item.get("channel")) for item in items if item.get("channel") is not None}
    return [
        piece for item in items for piece in _segment(item, names, of_channel=len(channels) > 1)
    ]


def _segment(item: Object, names: Mapping[str, str], *, of_channel: bool) -> list[Piece]:
    """Return the pieces of a segment: several where its words have several speakers."""
    naming = partial(_label, names=names)
    label = naming(first_of(item, _NAMES))
    if label is None and of_channel:
        label = channel_label(item.get("channel"))
    words = objects(item.get("words")) or objects(item.get("elements"))
    spoken = {str(found) for word in words if (found := first_of(word, SPEAKERS)) is not None}
    if len(spoken) > 1 or (spoken and label is None):
        return words_of(words, label, naming)
    text = _text(item)
    if text is None:
        ends = [end for word in words if (end := end_of(word)) is not None]
        first = next((start for word in words if (start := start_of(word)) is not None), None)
        return [Piece(label, "".join(_spaced(words)), first, max(ends, default=None))]
    return [Piece(label, text, start_of(item), end_of(item))]


def _text(item: Object) -> str | None:
    """Return the words of a segment, whatever the field is called that holds them."""
    for key in _TEXTS:
        if isinstance(text := item.get(key), str):
            return text
    for key, text in item.items():
        parts = {part.casefold() for part in _PART.findall(key)}
        if isinstance(text, str) and not _TEXT_WORDS.isdisjoint(parts):
            return text
    return None


def _spaced(words: Iterable[Object]) -> Iterator[str]:
    """Yield words with the spaces between them, unless the source has its own."""
    for word in words:
        text = first_of(word, ("value", "punctuated_word", "word", "text"))
        if isinstance(text, str):
            yield text if word.get("type") in ("punct", "text") else f" {text.strip()}"


def _service(value: Object, results: object, names: Mapping[str, str], depth: int) -> list[Piece]:
    """Read the answers of speech services, which nest what they heard under ``results``."""
    if isinstance(results, Mapping):
        for key in ("utterances", "audio_segments"):
            pieces = _from_list(objects(results.get(key)), names)
            if any(piece.label for piece in pieces):
                return pieces
    pieces = heard(results, partial(_label, names=names), value.get("speaker_labels"))
    if pieces or not isinstance(results, Mapping):
        return pieces
    # One answer for each recording, under its address.
    return [piece for entry in results.values() for piece in _pieces(entry, names, depth - 1)]
