"""The notebook's screen: what one marked and saved, to search, edit, order and take away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from tui.library.errors import LibraryError
from tui.library.notebook.searching import NoteSearch
from tui.library.notebook.standing import Checked, check
from tui.quoting.note import Note, as_line, remark_and_tags
from tui.safe import visible
from tui.screens.notebook_commands import COMMANDS, FOOTER
from tui.screens.notebook_lines import in_full
from tui.screens.notebook_list import NoteList
from tui.screens.taking import written
from tui.screens.wording import counted

if TYPE_CHECKING:
    from tui.library.archive import Archive
    from tui.library.notebook import Notebook
    from tui.library.notebook.file import Stamp
    from tui.screens.host import Host

LOOK_EVERY = 3.0
"""Seconds between two looks at what other processes wrote to the notebook."""

EMPTY = "Nothing is kept yet. While you read, m marks a turn or saves a selection."


class NotebookScreen(ModalScreen[Note | None]):
    """Everything kept, in the reader's order; its answer is the note to go to."""

    DEFAULT_CSS = """
    NotebookScreen {
        align: center middle;
        & > Vertical {
            width: 96%; max-width: 110; height: 94%; padding: 1 2; background: $surface;
        }
        & VerticalScroll { height: 2fr; margin: 1 0 0 0; scrollbar-size-vertical: 1; }
        & #told { height: auto; max-height: 3; color: $accent; }
        & Input, & Input:focus { border: none; padding: 0; height: 1; background: $panel; }
    }
    """
    AUTO_FOCUS = "NoteList"
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in COMMANDS]

    @dataclass
    class Loaded(Message):
        """The notebook was read.

        Attributes:
            search: All notes, in order.
            told: What the reader should know.
            stamp: Which version of the notebook that was; None where it cannot be read.
        """

        search: NoteSearch
        told: str
        stamp: Stamp | None

    @dataclass
    class Found(Message):
        """Notes' words were looked for in the library.

        Attributes:
            checked: What became of them, by id.
        """

        checked: dict[str, Checked]

    def __init__(self, notebook: Notebook, archive: Archive) -> None:
        """Create the screen over a notebook and the library it is about."""
        super().__init__()
        self._notebook = notebook
        self._archive = archive
        self._search = NoteSearch(())
        self._stamp: Stamp | None = None

    def compose(self) -> ComposeResult:
        """Lay it out: a title, the notes, one of them in full, a line to search."""
        with Vertical():
            yield Static(Content.assemble(("Notebook", "bold"), (f"   {FOOTER}", "$text-muted")))
            yield NoteList()
            with VerticalScroll(can_focus=False):
                yield Static(id="full", markup=False)
            yield Static(id="told", markup=False)
            search = Input(placeholder="/ searches words, remarks, #tags", compact=True)
            search.cursor_blink = False
            yield search

    def on_mount(self) -> None:
        """Read the notebook, in the background; look again now and then."""
        self._do(lambda: "")
        self.set_interval(LOOK_EVERY, self._look)

    # Reading and changing the notebook ------------------------------------------------

    @work(thread=True, group="notebook", exit_on_error=False)
    def _do(self, change: Callable[[], str]) -> None:
        """Change the notebook and read it anew.

        Args:
            change: Does it and says what was done.
        """
        try:
            told = change()
            stamp = self._notebook.stamp
            search = NoteSearch(self._notebook.notes.all())
        except LibraryError as error:
            self.post_message(self.Loaded(self._search, str(error), None))
            return
        told = "  ·  ".join((*([told] if told else []), *self._notebook.notes.problems))
        self.post_message(self.Loaded(search, told, stamp))

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        if self._stamp is not None and self._notebook.stamp != self._stamp:
            self._do(lambda: "")

    @on(Loaded)
    def _take_notes(self, event: Loaded) -> None:
        notes = event.search.notes
        fresh = notes != self._search.notes
        self._search, self._stamp = event.search, event.stamp or self._stamp
        self._tell(event.told or ("" if notes else EMPTY))
        self._list()
        if fresh and notes:
            self._find(notes)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def _find(self, notes: tuple[Note, ...]) -> None:
        worker = get_current_worker()
        found = check(notes, self._archive, cancelled=lambda: worker.is_cancelled)
        checked = {one.note.id: one for one in found}
        if not worker.is_cancelled:
            self.post_message(self.Found(checked))

    @on(Found)
    def _take_found(self, event: Found) -> None:
        self._rows.checked = event.checked
        flagged = [one for one in event.checked.values() if one.is_flagged]
        self._list()
        if flagged and not self._told:
            self._tell(f"{counted(len(flagged), 'note')} to look at, marked ≠ or ?")

    _told = ""

    def _tell(self, words: str) -> None:
        self._told = words
        self.query_one("#told", Static).update(Content(visible(words)))

    # The list -------------------------------------------------------------------------

    @property
    def _rows(self) -> NoteList:
        return self.query_one(NoteList)

    def _list(self) -> None:
        """Show the notes that fit what was typed."""
        self._rows.show(self._search, self.query_one(Input).value)
        self._listed()

    def _listed(self) -> None:
        if (unlisted := self._rows.unlisted) and not self._told:
            self._tell(f"{unlisted:,} more below; / narrows")
        self._show_in_full()

    @on(OptionList.OptionHighlighted)
    def _reach(self) -> None:
        """Show the note the cursor is on; list more where it came to the end of the lines."""
        if self._rows.lengthen():
            self._tell("")
            self._listed()
        else:
            self._show_in_full()

    def _show_in_full(self) -> None:
        note = self._rows.current
        words = Content("") if note is None else in_full(note, self._rows.checked.get(note.id))
        self.query_one("#full", Static).update(words)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._tell("")
        self._rows.narrow(self._search, event.value)
        self._listed()
        if self._search.notes and self._rows.current is None:
            self._tell("No note has all these words")

    @on(Input.Submitted)
    def _narrowed(self, event: Input.Submitted) -> None:
        event.stop()
        self._rows.focus()

    def action_row(self, step: str) -> None:
        """Move in the list, as its action of this name does."""
        getattr(self._rows, f"action_{step}")()

    def action_search(self) -> None:
        """Type what to search."""
        self.query_one(Input).focus()

    def action_group(self) -> None:
        """Group by tag, or no longer."""
        self._rows.grouped = not self._rows.grouped
        self._rows.renew()
        self._listed()

    def action_leave(self) -> None:
        """Lift the search, else leave."""
        search = self.query_one(Input)
        if search.value or search.has_focus:
            search.value = ""
            self._rows.focus()
        else:
            self.dismiss(None)

    # What is done with a note ---------------------------------------------------------

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Read on where the note's words stand."""
        if (note := self._rows.current) is not None:
            self.dismiss(note)

    def action_edit(self) -> None:
        """Edit remark and tags in one line."""
        from tui.screens.line_question import AskScreen
        from tui.screens.noting import REMARK_EXAMPLE

        if (note := self._rows.current) is None:
            return

        def change(text: str | None) -> None:
            if text is not None:
                remark, tags = remark_and_tags(text)
                self._do(lambda: self._edited(note, remark, tags))

        self.app.push_screen(AskScreen("Remark", REMARK_EXAMPLE, as_line(note)), change)

    def _edited(self, note: Note, remark: str, tags: tuple[str, ...]) -> str:
        self._notebook.notes.edit(note.id, remark=remark, tags=tags)
        return "Changed; u takes it back"

    def action_move(self, step: int) -> None:
        """Move the note up (-1) or down (1), past the one shown next to it."""
        if (note := self._rows.current) is None:
            return
        if self._rows.grouped:
            self._tell("Groups are in the order of their tags: t leaves them")
        elif (other := self._rows.neighbour(step)) is not None:
            to = next(n for n, one in enumerate(self._search.notes) if one.id == other.id)
            self._do(lambda: self._moved(note, to))

    def _moved(self, note: Note, to: int) -> str:
        self._notebook.notes.move(note.id, to)
        return ""

    def action_delete(self) -> None:
        """Delete the note; undo brings it back."""
        if (note := self._rows.current) is not None:
            self._do(lambda: self._removed(note))

    def _removed(self, note: Note) -> str:
        self._notebook.notes.remove([note.id])
        return "Deleted; u brings it back"

    def action_undo(self) -> None:
        """Take back the last change."""
        self._do(lambda: self._taken_back(self._notebook.notes.undo(), "Taken back"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._do(lambda: self._taken_back(self._notebook.notes.redo(), "Done again"))

    @staticmethod
    def _taken_back(what: str | None, deed: str) -> str:
        return f"{deed}: {what}" if what else "There is nothing more that way"

    def action_copy(self, cited: bool) -> None:
        """Copy the words, or ask for a form and copy them with their citation."""
        from tui.screens.citing import ask_form

        if (note := self._rows.current) is None:
            return
        if cited:
            first = self._form or self._host.config.style
            ask_form(self.app, first, lambda form: self._copy(note, form))
        else:
            self._copy(note, None)

    _form: str | None = None
    """The form chosen last; None where none was."""

    def _copy(self, note: Note, form: str | None) -> None:
        self._form = form or self._form
        text = written([kept.quote for kept in note.kept], form)
        what = f" with its citation ({form})" if form else ""
        self._host.take_away(text, f"{note.address}{what}")
        self._tell(f"Copied{what}")

    @property
    def _host(self) -> Host:
        return cast("Host", self.app)

    def action_help(self) -> None:
        """Show the keys."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(COMMANDS, self._host.config.keymap))
