"""The notebook's screen: what one marked and saved, to search, edit, order and take away."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input, OptionList

from tui.quoting.note import Note, as_line, remark_and_tags
from tui.screens.notebook_commands import COMMANDS
from tui.screens.notebook_frame import NotebookFrame
from tui.screens.taking import written


class NotebookScreen(NotebookFrame):
    """Everything kept, and what is done with it; its answer is the note to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMMANDS]

    # The list -------------------------------------------------------------------------

    def action_row(self, step: str) -> None:
        """Move in the list, as its action of this name does."""
        getattr(self.rows, f"action_{step}")()

    def action_search(self) -> None:
        """Type what to search."""
        self.query_one(Input).focus()

    def action_group(self) -> None:
        """Group by tag, or no longer."""
        self.rows.grouped = not self.rows.grouped
        self.rows.renew()
        self.listed()

    def action_leave(self) -> None:
        """Lift the search, else leave."""
        search = self.query_one(Input)
        if search.value or search.has_focus:
            search.value = ""
            self.rows.focus()
        else:
            self.dismiss(None)

    # What is done with a note ---------------------------------------------------------

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Read on where the note's words stand."""
        if (note := self.rows.current) is not None:
            self.dismiss(note)

    def action_edit(self) -> None:
        """Edit remark and tags in one line."""
        from tui.screens.line_question import AskScreen
        from tui.screens.noting import REMARK_EXAMPLE

        if (note := self.rows.current) is None:
            return

        def change(text: str | None) -> None:
            if text is not None:
                remark, tags = remark_and_tags(text)
                self.do(lambda: self._edited(note, remark, tags))

        self.app.push_screen(AskScreen("Remark", REMARK_EXAMPLE, as_line(note)), change)

    def _edited(self, note: Note, remark: str, tags: tuple[str, ...]) -> str:
        self.notebook.notes.edit(note.id, remark=remark, tags=tags)
        return "Changed; u takes it back"

    def action_move(self, step: int) -> None:
        """Move the note up (-1) or down (1), past the one shown next to it."""
        if (note := self.rows.current) is None:
            return
        if self.rows.grouped:
            self.tell("Groups are in the order of their tags: t leaves them")
        elif (other := self.rows.neighbour(step)) is not None:
            to = next(n for n, one in enumerate(self.search.notes) if one.id == other.id)
            self.do(lambda: self._moved(note, to))

    def _moved(self, note: Note, to: int) -> str:
        self.notebook.notes.move(note.id, to)
        return ""

    def action_delete(self) -> None:
        """Delete the note; undo brings it back."""
        if (note := self.rows.current) is not None:
            self.do(lambda: self._removed(note))

    def _removed(self, note: Note) -> str:
        self.notebook.notes.remove([note.id])
        return "Deleted; u brings it back"

    def action_undo(self) -> None:
        """Take back the last change."""
        self.do(lambda: self._taken_back(self.notebook.notes.undo(), "Taken back"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.do(lambda: self._taken_back(self.notebook.notes.redo(), "Done again"))

    @staticmethod
    def _taken_back(what: str | None, deed: str) -> str:
        return f"{deed}: {what}" if what else "There is nothing more that way"

    def action_copy(self, cited: bool) -> None:
        """Copy the words, or ask for a form and copy them with their citation."""
        from tui.screens.citing import ask_form

        if (note := self.rows.current) is None:
            return
        if cited:
            first = self._form or self.host.config.style
            ask_form(self.app, first, lambda form: self._copy(note, form))
        else:
            self._copy(note, None)

    _form: str | None = None
    """The form chosen last; None where none was."""

    def _copy(self, note: Note, form: str | None) -> None:
        self._form = form or self._form
        text = written([kept.quote for kept in note.kept], form)
        what = f" with its citation ({form})" if form else ""
        self.host.take_away(text, f"{note.address}{what}")
        self.tell(f"Copied{what}")

    def action_help(self) -> None:
        """Show the keys."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(COMMANDS, self.host.config.keymap))
