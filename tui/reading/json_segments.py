"""Where a transcript in JSON keeps what was said, whatever its fields are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from tui.reading.json_fields import Object, end_of, first_of, objects, plain_key, start_of
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
    "body", "text", "transcript", "content", "sentence", "utterance", "message", "display", "words",
    "value", "line", "caption", "dialogue", "elements",
)  # fmt: skip
_FIELD_WORDS = "text words transcript sentence utterance speech caption content dialogue"
_TEXT_WORDS = frozenset(_FIELD_WORDS.split())
"""What a field of words is called in part where it has a name of its own: ``raw_text``."""
_PART = re.compile(r"[A-Z]?[a-z]+")
_SPEAKER = (
    "speaker_display_name", "speaker_name", "speaker", "speaker_label", "speaker_id", "speaker_tag",
    "spk", "participant",
    "participant_name", "participant_role", "participant_id", "sender", "who", "role",
)  # fmt: skip
_NAMES = (*_SPEAKER[:-1], "name", "author", "role")
"""Who spoke, the surest first; a role is who spoke only where nothing else tells."""
_NAME_MAPS = ("speakers", "speakerNames", "speaker_names", "speakerMap", "speaker_map")
_NAME_KEYS = ("id", "spkid", "label", "speaker", "speaker_id", "speakerId")
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
    for speakers in (value.get(key) for key in _NAME_MAPS):
        for key, entry in speakers.items() if isinstance(speakers, Mapping) else ():
            name = entry.get("name") if isinstance(entry, Mapping) else entry
            if isinstance(name, str) and name.strip():
                names[str(key)] = name.strip()
    for entry in (*objects(value.get("speakers")), *objects(value.get("participants"))):
        key = next((entry[k] for k in _NAME_KEYS if k in entry), None)
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
        return replace(_taken_apart(named), printed=printed)
    if printed.isdigit():
        return Label(f"Speaker {printed}", f"Speaker {printed}")
    return Label(printed, printed) if is_anonymous(printed) else _taken_apart(printed)


def _taken_apart(name: str) -> Label:
    """Return a name's parts; one word behind an office is no name that a program would print."""
    label = take_apart(name)
    whole = label.speaker is not None and " " not in label.speaker and name.endswith(label.speaker)
    return Label(name, name) if whole else label


def _pieces(value: object, names: Mapping[str, str], depth: int) -> list[Piece]:
    """Find the list that holds the words, from the most particular shape to the most common."""
    if isinstance(value, list):
        items = objects(value)
        if _is_stream(items):
            return stream_of(items, partial(_label, names=names))
        return _from_list(items, names, depth) or _lines(value)
    if not isinstance(value, Mapping) or not depth:
        return []
    naming = partial(_label, names=names)
    results = value.get("results")
    if isinstance(results, Mapping) or any("alternatives" in item for item in objects(results)):
        return _service(value, results, names, depth)
    recognised = objects(value.get("recognizedPhrases"))
    if recognised:
        return phrases(recognised, naming)
    fields = {plain_key(key): field for key, field in value.items()}
    for held in (fields.get(key) for key in _LISTS):
        if _is_stream(objects(held)):
            return stream_of(objects(held), naming)
        pieces = _from_list(objects(held), names, depth)
        if _says(pieces):
            return pieces
        if isinstance(held, Mapping):
            inner = _pieces(held, names, depth - 1)
            if inner:
                return inner
    words = objects(value.get("words"))
    if words and (has_speaker(words) or not isinstance(value.get("text"), str)):
        return stream_of(words, naming)
    for key, inside in value.items():
        pieces = _from_list(objects(inside), names, depth) if _is_speech(inside) else []
        if isinstance(inside, Mapping):
            pieces = _pieces(inside, {**names, **_names(inside)}, depth - 1)
        elif not pieces:
            pieces = _of_parts(objects(inside), names, depth)
            if _is_text(key) and isinstance(inside, list):
                pieces = pieces or _lines(inside)
        if _says(pieces):
            return pieces
    text = first_of(value, ("text", "transcript", "full_text", "transcription"))
    label = naming(first_of(value, _SPEAKER[:-1]))
    return [Piece(label, text, start_of(value), end_of(value))] if isinstance(text, str) else []


def _is_stream(items: Sequence[Object]) -> bool:
    """Whether a list holds single words."""
    return bool(items) and all("word" in item and _text(item) is None for item in items)


def _is_speech(value: object) -> bool:
    """Whether a list of unknown name is of speech: words with a speaker or a time, throughout."""
    items = objects(value)
    if not items or (len(items) == 1 and first_of(items[0], _SPEAKER) is None):
        return False
    return all(
        _text(item) is not None
        and (first_of(item, _SPEAKER) is not None or start_of(item) is not None)
        for item in items
    )


def _says(pieces: Iterable[Piece]) -> bool:
    return any(piece.text.strip() for piece in pieces)


def _lines(value: Sequence[object]) -> list[Piece]:
    """Return a list of bare lines, as some recorders keep them; names and paths are no speech."""
    lines = [line for line in value if isinstance(line, str)]
    if len(lines) < len(value) or sum(" " in line.strip() for line in lines) <= len(lines) / 2:
        return []
    return [Piece(None, line) for line in lines]


def _of_parts(items: Sequence[Object], names: Mapping[str, str], depth: int) -> list[Piece]:
    """Return what was said in the parts of a file that is cut into chunks, each with its list."""
    if not items or not all(_is_part(item) for item in items):
        return []
    pieces: list[Piece] = []
    for item in items:
        label = _label(first_of(item, _SPEAKER[:-1]), names)
        inside = _pieces(item, {**names, **_names(item)}, depth - 1)
        pieces += [piece if piece.label else replace(piece, label=label) for piece in inside]
    by_speaker = all(first_of(item, _SPEAKER[:-1]) is not None for item in items)
    if by_speaker and all(piece.start is not None for piece in pieces):
        # All that one person said, then all that the next did: the times give the order.
        pieces.sort(key=lambda piece: piece.start or 0.0)
    spoken = any(piece.label is not None or piece.start is not None for piece in pieces)
    return pieces if spoken else []


def _is_part(item: Object) -> bool:
    """Whether an object holds pieces of speech instead of being one."""
    if _words(item):
        return False
    if _text(item) is None:
        return True
    held = any(isinstance(item.get(key), list) for key in ("segments", "utterances", "turns"))
    return held and first_of(item, _SPEAKER) is None


def _from_list(items: Sequence[Object], names: Mapping[str, str], depth: int) -> list[Piece]:
    parts = _of_parts(items, names, depth)
    if parts:
        return parts
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
    words = _words(item)
    spoken = {str(found) for word in words if (found := first_of(word, SPEAKERS)) is not None}
    if len(spoken) > 1 or (spoken and label is None):
        return words_of(words, label, naming)
    text = _text(item)
    if text is None:
        ends = [end for word in words if (end := end_of(word)) is not None]
        starts = (start for word in words if (start := start_of(word)) is not None)
        first, last = next(starts, start_of(item)), max(ends, default=end_of(item))
        return [Piece(label, "".join(_spaced(words)), first, last)]
    return [Piece(label, text, start_of(item), end_of(item))]


def _words(item: Object) -> list[Object]:
    """Return the words of a segment that has them one by one."""
    lists = (objects(item.get(key)) for key in ("words", "elements", "tokens"))
    found = next(filter(None, lists), [])
    if found or _text(item) is not None or first_of(item, _SPEAKER) is None:
        return found
    # Of one speaker, under a name of the program's own: ``terms``, ``blocks``.
    others = (objects(held) for key, held in item.items() if plain_key(key) not in _LISTS)
    return next((held for held in others if held and all(map(_text, held))), [])


def _text(item: Object) -> str | None:
    """Return the words of a segment, whatever the field is called that holds them."""
    for key in _TEXTS:
        if isinstance(text := item.get(key), str):
            return text
    texts = {key: text for key, text in item.items() if isinstance(text, str)}
    text = first_of(texts, _TEXTS)
    if isinstance(text, str):
        return text
    return next((text for key, text in texts.items() if _is_text(key)), None)


def _is_text(key: str) -> bool:
    """Whether a field's name has a word for what was said in it: ``raw_text``."""
    return not _TEXT_WORDS.isdisjoint(part.casefold() for part in _PART.findall(key))


def _spaced(words: Iterable[Object]) -> Iterator[str]:
    """Yield words with the spaces between them, unless the source has its own."""
    for word in words:
        text = first_of(word, ("value", "punctuated_word", "word", "text"))
        if isinstance(text, str):
            kind = str(word.get("type"))
            own = kind in ("punct", "text")
            mark = kind.casefold().startswith("punct")
            yield text if own else text.strip() if mark else f" {text.strip()}"


def _service(value: Object, results: object, names: Mapping[str, str], depth: int) -> list[Piece]:
    """Read the answers of speech services, which nest what they heard under ``results``."""
    if isinstance(results, Mapping):
        for key in ("utterances", "audio_segments"):
            pieces = _from_list(objects(results.get(key)), names, depth)
            if any(piece.label for piece in pieces):
                return pieces
    pieces = heard(results, partial(_label, names=names), value.get("speaker_labels"))
    if pieces or not isinstance(results, Mapping):
        return pieces
    # One answer for each recording, under its address.
    return [piece for entry in results.values() for piece in _pieces(entry, names, depth - 1)]
