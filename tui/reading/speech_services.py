"""What speech services answer: each nests what it heard in a shape of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.reading.json_fields import Object, end_of, first_of, objects, start_of
from tui.reading.printed_label import Label
from tui.reading.timed import Piece, seconds

Naming = Callable[[object], "Label | None"]
"""What a service's number or code for a speaker is printed as."""
_OWN_SPEAKER = (
    "speaker",
    "speakerTag",
    "speakerLabel",
    "speaker_tag",
    "speaker_label",
    "speaker_id",
)


def heard(results: object, naming: Naming) -> list[Piece]:
    """Return the pieces of a service's ``results``.

    Known are those of Amazon, Deepgram, Google (both versions) and Speechmatics.

    Args:
        results: The value of the key ``results``.
        naming: What the speakers are called.
    """
    if isinstance(results, Mapping):
        items = objects(results.get("items"))
        if items:
            return _with_labels_beside(results, items, naming)
        for channel in objects(results.get("channels")):
            for alternative in objects(channel.get("alternatives")):
                return _alternative(alternative, naming)
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
    return [piece for first in alternatives for piece in _alternative(first, naming)]


def phrase(entry: Object, naming: Naming) -> Piece:
    """Return the piece of one of Azure's recognised phrases, whose times are ticks."""
    best = objects(entry.get("nBest"))
    text = str(best[0].get("display") or "") if best else ""
    start = seconds(entry.get("offsetInTicks"))
    length = seconds(entry.get("durationInTicks"))
    begin = start / 1e7 if start is not None else None
    end = begin + length / 1e7 if begin is not None and length is not None else None
    return Piece(naming(entry.get("speaker")), text, begin, end)


def words_of(words: Iterable[Object], whole: Label | None, naming: Naming) -> list[Piece]:
    """Return a piece for each word; one without speaker is of the speaker before it.

    Args:
        words: Words with times, some with a speaker of their own.
        whole: Who speaks where no word says.
        naming: What the speakers are called.
    """
    words = list(words)
    first = next((label for word in words if (label := naming(_speaker(word)))), whole)
    pieces: list[Piece] = []
    for word in words:
        text = first_of(word, ("punctuated_word", "word", "text", "value", "content"))
        first = naming(_speaker(word)) or first
        if isinstance(text, str) and text.strip():
            pieces.append(Piece(first, text, start_of(word), end_of(word)))
    return pieces


def has_speaker(words: Iterable[Object]) -> bool:
    """Whether any of the words has a speaker of its own."""
    return any(_speaker(word) is not None for word in words)


def _speaker(word: Object) -> object:
    return first_of(word, _OWN_SPEAKER)


def _has_all_again(alternatives: Sequence[Object]) -> bool:
    """Whether the last holds the words of all others once more, as Google adds speakers."""
    last = objects(alternatives[-1].get("words"))
    others = [word for other in alternatives[:-1] for word in objects(other.get("words"))]
    if not has_speaker(last):
        return False
    if not others:
        return True
    return len(last) >= len(others) and start_of(last[0]) == start_of(others[0])


def _alternative(alternative: Object, naming: Naming) -> list[Piece]:
    words = objects(alternative.get("words"))
    if words:
        return words_of(words, None, naming)
    return [Piece(None, str(alternative.get("transcript") or ""))]


def _with_labels_beside(results: Object, items: Iterable[Object], naming: Naming) -> list[Piece]:
    """Join Amazon's words with the speakers that stand beside them under the same time."""
    labels = results.get("speaker_labels")
    spoken = {
        str(entry.get("start_time")): entry.get("speaker_label")
        for segment in objects(labels.get("segments") if isinstance(labels, Mapping) else None)
        for entry in objects(segment.get("items"))
    }
    firsts = [
        (
            {
                **item,
                "speaker": item.get("speaker_label") or spoken.get(str(item.get("start_time"))),
            },
            objects(item.get("alternatives"))[0],
        )
        for item in items
        if objects(item.get("alternatives"))
    ]
    return _items(firsts, naming)


def _items(firsts: Iterable[tuple[Object, Object]], naming: Naming) -> list[Piece]:
    """Return pieces of words and punctuation, which are items of their own."""
    pieces: list[Piece] = []
    for item, first in firsts:
        text = str(first.get("content") or "")
        if item.get("type") == "punctuation" and pieces:
            last = pieces.pop()
            pieces.append(Piece(last.label, last.text + text, last.start, last.end))
            continue
        speaker = first.get("speaker") if item.get("speaker") is None else item["speaker"]
        pieces.append(Piece(naming(speaker), text, start_of(item), end_of(item)))
    return pieces
