"""Which notes hold certain words, and notes by tag."""

from __future__ import annotations

from collections.abc import Iterable

from tui.quoting.note import Note


def fitting(notes: Iterable[Note], search: str) -> tuple[Note, ...]:
    """The notes whose words, remark, tags or citation hold all words of a search.

    Args:
        notes: All notes.
        search: Words, in any letters; one after a ``#`` must be the beginning of a tag.
    """
    words = search.casefold().split()
    return tuple(note for note in notes if all(_holds(note, word) for word in words))


def _holds(note: Note, word: str) -> bool:
    if word.startswith("#"):
        return any(tag.casefold().startswith(word[1:]) for tag in note.tags)
    quote = note.first
    fields = (note.remark, *note.tags, quote.title, quote.place, quote.date, quote.meeting)
    said = (text for kept in note.kept for text in (kept.quote.words, kept.quote.speaker))
    return any(text and word in text.casefold() for text in (*fields, *said))


def by_tag(notes: Iterable[Note]) -> tuple[tuple[str, tuple[Note, ...]], ...]:
    """Group notes by tag, tags in alphabetical order; one of several tags stands under each.

    Notes without a tag come last, under "".
    """
    groups: dict[str, list[Note]] = {}
    names: dict[str, str] = {}
    for note in notes:
        for tag in note.tags or ("",):
            names.setdefault(tag.casefold(), tag)
            groups.setdefault(tag.casefold(), []).append(note)
    order = sorted(groups, key=lambda key: (not key, key))
    return tuple((names[key], tuple(groups[key])) for key in order)
