"""The frame of the notebook's screen: its notes read, listed, searched, one of them in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from tui.library.errors import LibraryError
from tui.library.notebook.searching import NoteSearch
from tui.library.notebook.standing import Checked, check
from tui.quoting.note import Note
from tui.safe import visible
from tui.screens.command import hints
from tui.screens.notebook_commands import COMMANDS, GIVES_WAY
from tui.screens.notebook_lines import in_full
from tui.screens.notebook_list import NoteList
from tui.screens.panel import PanelScreen
from tui.screens.watch import Watch
from tui.screens.wording import counted, defect
from tui.widgets.keyed_title import KeyedTitle

if TYPE_CHECKING:
    from tui.library.archive import Archive
    from tui.library.notebook import Notebook
    from tui.library.notebook.file import Stamp
    from tui.screens.host import Host

EMPTY = "Nothing is kept yet. While you read, m marks a turn or saves a selection."


class NotebookFrame(PanelScreen[Note | None]):
    """Everything kept, in the reader's order, as it stands in the notebook now."""

    DEFAULT_CSS = """
    NotebookFrame {
        & VerticalScroll { height: 2fr; margin: 1 0 0 0; scrollbar-size-vertical: 1; }
        &.-short VerticalScroll { height: 1fr; margin: 0; }
        &.-short NoteList { height: 2fr; margin: 0; }
    }
    """
    AUTO_FOCUS = "NoteList"

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

    @dataclass
    class Differs(Message):
        """The notebook on the disk is another than the one shown."""

    def __init__(self, notebook: Notebook, archive: Archive) -> None:
        """Create the screen over a notebook and the library it is about."""
        super().__init__()
        self.notebook = notebook
        self._archive = archive
        self.search = NoteSearch(())
        self._stamp: Stamp | None = None

    def compose(self) -> ComposeResult:
        """Lay it out: a title, the notes, one of them in full, a line to search."""
        with Vertical():
            yield KeyedTitle("Notebook", hints(COMMANDS, self.host.config.keymap, GIVES_WAY))
            yield NoteList()
            with VerticalScroll(can_focus=False):
                yield Static(id="full", markup=False)
            yield Static(id="told", markup=False)
            search = Input(placeholder="/ searches words, remarks, #tags", compact=True)
            search.cursor_blink = False
            yield search

    def on_mount(self) -> None:
        """Read the notebook, in the background; look again now and then."""
        self.do(lambda: "")
        self._watch = Watch(self._look, self._look_failed)
        self._watch.begin()

    def on_unmount(self) -> None:
        """Look at the disk no more."""
        self._watch.end()

    @property
    def host(self) -> Host:
        """The application, as far as the screens need it."""
        return cast("Host", self.app)

    # Reading and changing the notebook ------------------------------------------------

    @work(thread=True, group="notebook", exit_on_error=False)
    def do(self, change: Callable[[], str]) -> None:
        """Change the notebook and read it anew.

        Args:
            change: Does it and says what was done.
        """
        try:
            told = change()
            stamp = self.notebook.stamp
            search = NoteSearch(self.notebook.notes.all())
        except LibraryError as error:
            self.post_message(self.Loaded(self.search, str(error), None))
            return
        told = "  ·  ".join((*([told] if told else []), *self.notebook.notes.problems))
        self.post_message(self.Loaded(search, told, stamp))

    def _look(self) -> None:
        if self._stamp is not None and self.notebook.stamp != self._stamp:
            self.post_message(self.Differs())

    def _look_failed(self, error: Exception) -> None:
        self.post_message(self.Loaded(self.search, defect(error), None))

    @on(Differs)
    def _read_again(self) -> None:
        self.do(lambda: "")

    @on(Loaded)
    def _take_notes(self, event: Loaded) -> None:
        notes = event.search.notes
        fresh = notes != self.search.notes
        self.search, self._stamp = event.search, event.stamp or self._stamp
        self.tell(event.told or ("" if notes else EMPTY))
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
        self.rows.checked = event.checked
        flagged = [one for one in event.checked.values() if one.is_flagged]
        self._list()
        if flagged and not self._told:
            self.tell(f"{counted(len(flagged), 'note')} to look at, marked ≠ or ?")

    _told = ""

    def tell(self, words: str) -> None:
        """Say something under the notes; "" takes it back."""
        self._told = words
        self.query_one("#told", Static).update(Content(visible(words)))

    # The list -------------------------------------------------------------------------

    @property
    def rows(self) -> NoteList:
        """The list of notes."""
        return self.query_one(NoteList)

    def _list(self) -> None:
        """Show the notes that fit what was typed."""
        self.rows.show(self.search, self.query_one(Input).value)
        self.listed()

    def listed(self) -> None:
        """Say what the list does not show, and show in full what it stands on."""
        if (unlisted := self.rows.unlisted) and not self._told:
            self.tell(f"{unlisted:,} more below; / narrows")
        self._show_in_full()

    @on(OptionList.OptionHighlighted)
    def _reach(self) -> None:
        """Show the note the cursor is on; list more where it came to the end of the lines."""
        if self.rows.lengthen():
            self.tell("")
            self.listed()
        else:
            self._show_in_full()

    def _show_in_full(self) -> None:
        note = self.rows.current
        words = Content("") if note is None else in_full(note, self.rows.checked.get(note.id))
        self.query_one("#full", Static).update(words)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self.tell("")
        self.rows.narrow(self.search, event.value)
        self.listed()
        if self.search.notes and self.rows.current is None:
            self.tell("No note has all these words")

    @on(Input.Submitted)
    def _narrowed(self, event: Input.Submitted) -> None:
        event.stop()
        self.rows.focus()
