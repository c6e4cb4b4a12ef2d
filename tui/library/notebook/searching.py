"""Which notes hold certain words, and notes by tag."""

from __future__ import annotations

from collections.abc import Iterable

from tui.quoting.note import Note
from tui.search.folding import fold_text


class NoteSearch:
    """Notes with their words folded once, so that each key of a search costs little."""

    def __init__(self, notes: Iterable[Note]) -> None:
        """Fold the notes' words, remarks, tags and citations."""
        self.notes = tuple(notes)
        self._folded = tuple((_text(note), _tags(note)) for note in self.notes)

    def fitting(self, search: str) -> tuple[Note, ...]:
        """The notes that hold all words of a search, in their order.

        Args:
            search: Words, in any letters; one after a ``#`` must be the beginning of a tag.
        """
        words = fold_text(search).split()
        return tuple(
            note
            for note, (text, tags) in zip(self.notes, self._folded, strict=True)
            if all(f" {word}" in tags if word[0] == "#" else word in text for word in words)
        )


def _text(note: Note) -> str:
    quote = note.first
    fields = [note.remark, *note.tags, quote.title, quote.place, quote.date, quote.meeting]
    for kept in note.kept:
        fields += (kept.quote.words, kept.quote.speaker)
    return fold_text("\n".join(field for field in fields if field))


def _tags(note: Note) -> str:
    return fold_text("".join(f" #{tag}" for tag in note.tags))


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
