"""What became of notes in the library as it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tui.library.archive import Archive, never
from tui.library.errors import LibraryError, NotFound
from tui.model import Meeting
from tui.quoting.anchoring import Found, Standing, Text
from tui.quoting.note import Note

_GRAVITY = (Standing.STANDS, Standing.MOVED, Standing.TOUCHED, Standing.ORPHAN)


@dataclass(frozen=True, slots=True)
class Checked:
    """A note and where its words are now.

    Attributes:
        note: The note.
        found: One for each of its quotations.
    """

    note: Note
    found: tuple[Found, ...]

    @property
    def standing(self) -> Standing:
        """The gravest of what became of its quotations."""
        return max((found.standing for found in self.found), key=_GRAVITY.index)

    @property
    def why(self) -> str:
        """What the reader should know of it; "" where all words stand."""
        return "; ".join(dict.fromkeys(found.why for found in self.found if found.why))

    @property
    def is_flagged(self) -> bool:
        """Whether the reader should look at it."""
        return self.standing in (Standing.TOUCHED, Standing.ORPHAN)


def check(
    notes: Iterable[Note], archive: Archive, *, cancelled: Callable[[], bool] = never
) -> Iterator[Checked]:
    """Find notes' words in the library; a meeting is read once, whatever its notes' order.

    Args:
        notes: What to find, given back in their order.
        archive: Where their meetings are.
        cancelled: Asked before each meeting; when true, the rest is left out.
    """
    notes = tuple(notes)
    by_meeting: dict[str, list[Note]] = {}
    for note in notes:
        by_meeting.setdefault(note.meeting, []).append(note)
    checked: dict[str, Checked] = {}
    for note in notes:
        if note.id not in checked:
            if cancelled():
                return
            for one in _in_meeting(by_meeting[note.meeting], note.meeting, archive):
                checked[one.note.id] = one
        yield checked[note.id]


def check_in(notes: Iterable[Note], meeting: Meeting) -> tuple[Checked, ...]:
    """Find notes' words in a meeting that is at hand; those of other meetings are left out."""
    mine = [note for note in notes if note.meeting == meeting.id]
    if not mine:
        return ()
    text = Text(meeting)
    return tuple(Checked(note, tuple(text.find(kept) for kept in note.kept)) for note in mine)


def _in_meeting(notes: list[Note], id_: str, archive: Archive) -> tuple[Checked, ...]:
    try:
        meeting = archive.meeting(id_)
        if meeting.id == id_:
            return check_in(notes, meeting)
        why = "its meeting is not in the library"
    except NotFound:
        why = "its meeting is not in the library"
    except LibraryError as error:
        why = f"its meeting cannot be read: {error}"
    orphan = Found(Standing.ORPHAN, why=why)
    return tuple(Checked(note, (orphan,) * len(note.kept)) for note in notes)
