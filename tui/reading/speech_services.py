"""What speech services answer: each nests what it heard in a shape of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tui.reading.json_fields import Object, end_of, first_of, objects, start_of
from tui.reading.printed_label import Label
from tui.reading.speaker_spans import SPEAKERS, SpeakerSpans
from tui.reading.timed import Piece, seconds

Naming = Callable[[object], "Label | None"]
"""What a service's number or code for a speaker is printed as."""
_WORDS = ("punctuated_word", "word", "text", "value", "content")
_NOBODY = frozenset({"UU", ""})
"""What services write for a speaker they could not tell."""


def heard(results: object, naming: Naming, beside: object = None) -> list[Piece]:
    """Return the pieces of a service's ``results``.

    Known are those of Amazon, Deepgram, Google (both versions), IBM and Speechmatics.

    Args:
        results: The value of the key ``results``.
        naming: What the speakers are called.
        beside: IBM's ``speaker_labels``, which stand beside the results.
    """
    if isinstance(results, Mapping):
        items = objects(results.get("items"))
        if items:
            return _with_labels_beside(results, items, naming)
        channels = objects(results.get("channels"))
        if channels:
            return _channels(channels, naming)
        return [
            Piece(None, str(entry.get("transcript") or ""))
            for entry in objects(results.get("transcripts"))
        ]
    entries = [entry for entry in objects(results) if objects(entry.get("alternatives"))]
    firsts = [(entry, objects(entry["alternatives"])[0]) for entry in entries]
    if any("content" in first for _, first in firsts):
        return _items(firsts, naming)
    alternatives = [first for _, first in firsts]
    if len(alternatives) > 1 and _has_all_again(alternatives):
        del alternatives[:-1]
    spans = SpeakerSpans(objects(beside))
    return [piece for first in alternatives for piece in _alternative(first, naming, spans)]


def phrases(entries: Sequence[Object], naming: Naming) -> list[Piece]:
    """Return the pieces of Azure's recognised phrases, in the order of their times.

    Recordings of several channels list one channel after the other.
    """
    channels = {str(entry.get("channel")) for entry in entries if entry.get("channel") is not None}
    pieces = [_phrase(entry, naming, of_channel=len(channels) > 1) for entry in entries]
    return _by_time(pieces) if len(channels) > 1 else pieces


def _phrase(entry: Object, naming: Naming, *, of_channel: bool) -> Piece:
    """Return a phrase, whose times are ticks: ten million in a second."""
    best = objects(entry.get("nBest"))
    text = first_of(best[0], ("display", "lexical")) if best else ""
    start = seconds(entry.get("offsetInTicks"))
    length = seconds(entry.get("durationInTicks"))
    begin = start / 1e7 if start is not None else None
    end = begin + length / 1e7 if begin is not None and length is not None else None
    label = naming(entry.get("speaker"))
    if label is None and of_channel:
        label = channel_label(entry.get("channel"))
    return Piece(label, str(text or ""), begin, end)


def words_of(words: Iterable[Object], whole: Label | None, naming: Naming) -> list[Piece]:
    """Return a piece for each word of one segment; one without speaker is of the one before.

    Aligners leave words without a speaker that they could not place, numbers above all.

    Args:
        words: Words with times, some with a speaker of their own.
        whole: Who speaks where no word says.
        naming: What the speakers are called.
    """
    words = list(words)
    label = whole or next((found for word in words if (found := naming(_speaker(word)))), None)
    pieces: list[Piece] = []
    for word in words:
        text = first_of(word, _WORDS)
        label = naming(_speaker(word)) or label
        if isinstance(text, str) and text.strip():
            pieces.append(Piece(label, text, start_of(word), end_of(word)))
    return pieces


def stream_of(words: Sequence[Object], naming: Naming) -> list[Piece]:
    """Return a piece for each word of a whole recording.

    Words without a speaker are somebody's only where the same person speaks before and after.
    """
    labels = [naming(_speaker(word)) for word in words]
    after: list[Label | None] = [None] * len(labels)
    following: Label | None = None
    for place in range(len(labels) - 1, -1, -1):
        following = labels[place] or following
        after[place] = following
    pieces: list[Piece] = []
    before: Label | None = None
    for word, label, later in zip(words, labels, after, strict=True):
        text = first_of(word, _WORDS)
        if label is None and before is not None and before == later:
            label = before
        before = label or before
        if isinstance(text, str) and text.strip():
            pieces.append(Piece(label, text, start_of(word), end_of(word)))
    return pieces


def channel_label(channel: object) -> Label | None:
    """Return what a channel of a recording is called: a speaker of that recording only."""
    if isinstance(channel, bool) or not isinstance(channel, (int, str)) or channel == "":
        return None
    name = f"Channel {str(channel).removeprefix('ch_')}"
    return Label(name, name)


def has_speaker(words: Iterable[Object]) -> bool:
    """Whether any of the words has a speaker of its own."""
    return any(_speaker(word) is not None for word in words)


def _speaker(word: Object) -> object:
    speaker = first_of(word, SPEAKERS)
    return None if isinstance(speaker, str) and speaker in _NOBODY else speaker


def _has_all_again(alternatives: Sequence[Object]) -> bool:
    """Whether the last holds the words of all others once more, as Google adds speakers."""
    last = objects(alternatives[-1].get("words"))
    others = [word for other in alternatives[:-1] for word in objects(other.get("words"))]
    if not has_speaker(last):
        return False
    if not others:
        return True
    return len(last) >= len(others) and start_of(last[0]) == start_of(others[0])


def _alternative(
    alternative: Object, naming: Naming, spans: SpeakerSpans | None = None
) -> list[Piece]:
    words = objects(alternative.get("words")) or list(_triples(alternative.get("timestamps")))
    if spans is not None:
        words = [
            word if _speaker(word) is not None else {**word, "speaker": spans.at(start_of(word))}
            for word in words
        ]
    if words:
        return stream_of(words, naming)
    pieces = list(_paragraphs(alternative.get("paragraphs"), naming))
    return pieces or [Piece(None, str(alternative.get("transcript") or ""))]


def _paragraphs(value: object, naming: Naming) -> Iterator[Piece]:
    """Yield the sentences of Deepgram's paragraphs, where the words themselves were left out."""
    held = objects(value.get("paragraphs") if isinstance(value, Mapping) else None)
    for each in held:
        label = naming(_speaker(each))
        for sentence in objects(each.get("sentences")):
            text = sentence.get("text")
            if isinstance(text, str) and text.strip():
                yield Piece(label, f" {text.strip()}", start_of(sentence), end_of(sentence))


def _triples(timestamps: object) -> Iterator[Object]:
    """Yield IBM's words: ``["so", 0.31, 0.52]``."""
    for entry in timestamps if isinstance(timestamps, list) else ():
        if isinstance(entry, list) and len(entry) == 3:
            yield {"word": entry[0], "start": entry[1], "end": entry[2]}


def _channels(channels: Sequence[Object], naming: Naming) -> list[Piece]:
    """Return what all channels hold; of several, each is a speaker unless its words say more."""
    pieces: list[Piece] = []
    for number, channel in enumerate(channels):
        for alternative in objects(channel.get("alternatives"))[:1]:
            said = _alternative(alternative, naming)
            own = channel_label(number) if len(channels) > 1 else None
            pieces += [Piece(p.label or own, p.text, p.start, p.end) for p in said]
    return _by_time(pieces) if len(channels) > 1 else pieces


def _by_time(pieces: list[Piece]) -> list[Piece]:
    """Return pieces of several channels as they were heard; without times, as they stand."""
    if any(piece.start is None for piece in pieces):
        return pieces
    return sorted(pieces, key=lambda piece: piece.start or 0.0)


def _with_labels_beside(results: Object, items: Iterable[Object], naming: Naming) -> list[Piece]:
    """Join Amazon's words with the speakers that stand beside them, by their times."""
    labels = results.get("speaker_labels")
    segments = objects(labels.get("segments") if isinstance(labels, Mapping) else None)
    spans = SpeakerSpans(
        entry for segment in segments for entry in objects(segment.get("items")) or [segment]
    )
    channels = _channels_beside(results.get("channel_labels"))
    firsts: list[tuple[Object, Object]] = []
    for item in items:
        alternatives = objects(item.get("alternatives"))
        if not alternatives:
            continue
        speaker = _speaker(item)
        if speaker is None:
            speaker = spans.at(start_of(item))
        channel = item.get("channel_label") or channels.get(str(item.get("start_time")))
        label = channel_label(channel) if speaker is None else None
        firsts.append(({**item, "speaker": label.printed if label else speaker}, alternatives[0]))
    return _items(firsts, naming)


def _channels_beside(labels: object) -> dict[str, object]:
    """Return the channel of each word by its time, where channels are told apart."""
    channels = objects(labels.get("channels") if isinstance(labels, Mapping) else None)
    if len(channels) < 2:
        return {}
    return {
        str(item.get("start_time")): channel.get("channel_label")
        for channel in channels
        for item in objects(channel.get("items"))
    }


def _items(firsts: Iterable[tuple[Object, Object]], naming: Naming) -> list[Piece]:
    """Return pieces of words and punctuation, which are items of their own."""
    pieces: list[Piece] = []
    for item, first in firsts:
        text = str(first.get("content") or "")
        if item.get("type") == "punctuation" and pieces:
            last = pieces.pop()
            pieces.append(Piece(last.label, last.text + text, last.start, last.end))
            continue
        speaker = _speaker(item)
        if speaker is None:
            speaker = _speaker(first)
        pieces.append(Piece(naming(speaker), text, start_of(item), end_of(item)))
    return pieces
