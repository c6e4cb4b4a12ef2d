"""Marking and saving while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from tui.library.errors import LibraryError
from tui.messages import message
from tui.model import Meeting, Place
from tui.safe import visible
from tui.screens.noted_signs import NotedSigns

if TYPE_CHECKING:
    from tui.library.notebook import Notebook
    from tui.quoting.note import Note

REMARK_EXAMPLE = "a remark, and tags after a #: compare with 2012 #trade #astana"

_NO_NOTEBOOK = "A guest has no notebook: nothing is kept"

Selection = tuple[Place, Place] | None


class Noting(NotedSigns, layer=True):
    """The screen from which the notebook is filled."""

    @message
    class Noted(Message):
        """Something was done to the notebook, or could not be.

        Attributes:
            words: What, for the reader.
        """

        words: str

    @message
    class Led(Message):
        """A note's words were looked for.

        Attributes:
            place: Where they are; None where they are not found.
            why: What the reader should know of it; "" for nothing.
        """

        place: Place | None
        why: str

    # Marking --------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Mark the current turn, or save the selection."""
        if (subject := self._subject()) is not None:
            self._keep(*subject, "")

    def action_mark_with_remark(self) -> None:
        """Ask for a remark and tags, then mark or save; a mark there is gets them."""
        from tui.quoting.note import as_line
        from tui.screens.line_question import AskScreen

        if (subject := self._subject()) is None:
            return
        notebook, meeting, anchor, selection = subject
        marked = None if selection else self._mark_of(meeting.id, anchor)

        def keep(line: str | None) -> None:
            if line is not None and marked is not None:
                self._edit(notebook, marked, line)
            elif line is not None:
                self._keep(*subject, line)

        before = as_line(marked) if marked is not None else ""
        self.app.push_screen(AskScreen("Remark", REMARK_EXAMPLE, before), keep)

    def _subject(self) -> tuple[Notebook, Meeting, str, Selection] | None:
        """What a mark would be of: the meeting, its current passage, the selection."""
        if self.shows_nothing:
            self.say("Nothing fits the filter, so there is nothing to mark")
            return None
        notebook, meeting = self.host.notebook, self.meeting
        if notebook is None or meeting is None:
            self.say("No meeting is open yet" if meeting is None else _NO_NOTEBOOK)
            return None
        return notebook, meeting, self.dialogue.current_anchor, self.dialogue.selected_range()

    def _mark_of(self, meeting: str, anchor: str) -> Note | None:
        notes = self._notes.get(meeting, ())
        return next((n for n in notes if n.whole and n.first.anchor == anchor), None)

    @work(thread=True, group="notebook", exit_on_error=False)
    def _keep(
        self, notebook: Notebook, meeting: Meeting, anchor: str, selection: Selection, line: str
    ) -> None:
        from tui.quoting.cut import QuoteError
        from tui.quoting.keeping import keep_passage, keep_selection
        from tui.quoting.note import remark_and_tags

        try:
            if selection:
                kept = keep_selection(meeting, *selection)
            else:
                kept = keep_passage(meeting, anchor)
            remark, tags = remark_and_tags(line)
            already = any(
                note.whole and note.kept[0].quote == kept[0].quote for note in notebook.notes.all()
            )
            if already and not selection:
                self.post_message(self.Noted(f"{anchor} is marked already; M gives it a remark"))
                return
            notebook.notes.add(kept, whole=selection is None, remark=remark, tags=tags)
        except (LibraryError, QuoteError) as error:
            self.post_message(self.Noted(str(error)))
            return
        saved = f"Saved “{_short(kept[0].quote.words)}”"
        told = [f"Marked {anchor}" if selection is None else saved]
        if len(kept) > 1:
            told.append(f"{len(kept)} turns, each with its speaker")
        advice = (seam.advice for one in kept for seam in one.quote.seams if selection)
        told += [text[:1].upper() + text[1:] for text in dict.fromkeys(advice)]
        self.post_message(self.Noted(f"{'. '.join(told)}; u takes it back"))

    @work(thread=True, group="notebook", exit_on_error=False)
    def _edit(self, notebook: Notebook, note: Note, line: str) -> None:
        from tui.quoting.note import remark_and_tags

        remark, tags = remark_and_tags(line)
        try:
            notebook.notes.edit(note.id, remark=remark, tags=tags)
        except LibraryError as error:
            self.post_message(self.Noted(str(error)))
            return
        self.post_message(self.Noted("The remark is kept; u takes it back"))

    def action_undo_note(self) -> None:
        """Take back the last change of the notebook."""
        if (notebook := self.host.notebook) is None:
            self.say(_NO_NOTEBOOK)
        else:
            self._undo(notebook)

    @work(thread=True, group="notebook", exit_on_error=False)
    def _undo(self, notebook: Notebook) -> None:
        try:
            what = notebook.notes.undo()
        except LibraryError as error:
            self.post_message(self.Noted(str(error)))
            return
        told = f"Taken back: {what}" if what else "There is nothing in the notebook to take back"
        self.post_message(self.Noted(told))

    @on(Noted)
    def _show_noted(self, event: Noted) -> None:
        self.say(event.words)
        self.look_at_notebook()

    # Going there ----------------------------------------------------------------------

    def action_go_to_mark(self) -> None:
        """Choose among what was marked and saved, this meeting's first, and go there."""
        from tui.screens.choosing import ChoiceScreen

        here = self.meeting.id if self.meeting is not None else ""
        notes = list(self._notes.get(here, ()))
        others = [n for meeting, some in self._notes.items() if meeting != here for n in some]
        notes += sorted(others, key=lambda note: note.made, reverse=True)
        if not notes:
            self.say("Nothing is marked yet: m marks a turn or saves a selection")
            return
        by_id = {note.id: note for note in notes}
        choices = [(note.id, _name(note, here), _short(note.words, 54)) for note in notes]

        def go(chosen: str | None) -> None:
            if chosen is not None:
                self._find_note(by_id[chosen])

        self.app.push_screen(ChoiceScreen("Go to", choices), go)

    @work(thread=True, exclusive=True, group="led", exit_on_error=False)
    def _find_note(self, note: Note) -> None:
        from tui.library.notebook.standing import check

        for checked in check([note], self.archive):
            place = next((found.place for found in checked.found if found.place), None)
            self.post_message(self.Led(place, checked.why))

    @on(Led)
    def _lead(self, event: Led) -> None:
        if event.place is not None:
            self.open_place(event.place)
            self.focus_words()
        if event.why:
            self.say(event.why[:1].upper() + event.why[1:])

    def action_notebook(self) -> None:
        """Show the notebook."""
        from tui.screens.notebook import NotebookScreen

        if (notebook := self.host.notebook) is None:
            self.say(_NO_NOTEBOOK)
        else:
            self.app.push_screen(NotebookScreen(notebook, self.archive), self._left_notebook)

    def _left_notebook(self, note: Note | None) -> None:
        self.look_at_notebook()
        if note is not None:
            self._find_note(note)


def _short(words: str, length: int = 60) -> str:
    """The first words, in one line."""
    line = visible(" ".join(words.split()))
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _name(note: Note, here: str) -> str:
    """Say where a note stands, for a choice among notes."""
    anchor = note.first.anchor
    return anchor if note.meeting == here else f"{note.first.date or 'undated'} {anchor}"
