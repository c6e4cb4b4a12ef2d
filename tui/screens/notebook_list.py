"""The notes that fit a search, a line each, in their order or by tag."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.library.notebook.searching import NoteSearch, by_tag
from tui.library.notebook.standing import Checked
from tui.quoting.note import Note
from tui.safe import visible
from tui.screens.notebook_lines import line

_ROOM = 500
"""Notes listed at once; more follow when the cursor comes to their end."""


class NoteList(OptionList):
    """A list of notes under a cursor; of very many, the first, and more on the way down."""

    DEFAULT_CSS = """
    NoteList, NoteList:focus {
        height: 3fr; margin: 1 0 0 0; padding: 0; border: none; background: $surface;
        background-tint: $foreground 0%;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__(markup=False)
        self.grouped = False
        """Whether the notes stand by tag."""
        self.checked: Mapping[str, Checked] = {}
        """What became of the notes' words, by the note's id."""
        self._fitting: tuple[Note, ...] = ()
        self._shown: list[Note | None] = []
        self._room = _ROOM

    @property
    def current(self) -> Note | None:
        """The note under the cursor."""
        at = self.highlighted
        return None if at is None or at >= len(self._shown) else self._shown[at]

    @property
    def unlisted(self) -> int:
        """How many notes fit and have no line yet."""
        return max(0, len(self._fitting) - self._room)

    def neighbour(self, step: int) -> Note | None:
        """The note shown so many lines further down; None where there is none."""
        at = (self.highlighted or 0) + step
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def narrow(self, search: NoteSearch, words: str) -> None:
        """List what fits some words, from the first note on."""
        self._room = _ROOM
        self.show(search, words)

    def show(self, search: NoteSearch, words: str) -> None:
        """List what fits some words, the cursor on the same note, else where it was."""
        self._fitting = tuple(search.fitting(words))
        self.renew()

    def renew(self) -> None:
        """Draw the lines anew, the cursor on the same note, else where it was."""
        stay, before = self.current, self.highlighted or 0
        listed = self._fitting[: self._room]
        groups = by_tag(listed) if self.grouped else (("", listed),)
        options: list[Option] = []
        self._shown = []
        for tag, notes in groups:
            if self.grouped:
                name = f"#{visible(tag)}" if tag else "without a tag"
                options.append(Option(Content(name).stylize("bold $accent"), disabled=True))
                self._shown.append(None)
            options += [Option(line(note, self.checked.get(note.id))) for note in notes]
            self._shown += notes
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options(options)
            self.highlighted = self._row_of(stay, before)

    def lengthen(self) -> bool:
        """List more where the cursor is at the end of the lines; say whether there was more."""
        if not self.unlisted or self.highlighted != len(self._shown) - 1:
            return False
        self._room += _ROOM
        self.renew()
        return True

    def action_last(self) -> None:
        """Go to the last note of all."""
        if self.unlisted:
            self._room = len(self._fitting)
            self.renew()
        super().action_last()

    def _row_of(self, stay: Note | None, before: int) -> int | None:
        ids = [note.id if note is not None else "" for note in self._shown]
        if stay is not None and stay.id in ids:
            same = [at for at, name in enumerate(ids) if name == stay.id]
            return min(same, key=lambda at: abs(at - before))
        notes = [at for at, name in enumerate(ids) if name]
        return min(notes, key=lambda at: abs(at - before), default=None)
