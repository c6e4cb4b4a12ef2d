"""Searches kept under a name: save, use, rename, forget."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from tui.library.errors import LibraryError
from tui.messages import message
from tui.safe import visible
from tui.screens.completing import Completing
from tui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from tui.library.notebook import Notebook
    from tui.screens.palette import PaletteItem

NO_NOTEBOOK = "A guest has no notebook: nothing was saved."


class Saving(Completing, layer=True):
    """Searches that the reader keeps; ``saved:name`` asks for one again."""

    @message
    class SearchKept(Message):
        """Something about the saved searches was written.

        Attributes:
            words: What, for the reader.
        """

        words: str

    def action_save_search(self) -> None:
        """Ask under which name to keep the filter."""
        self._ask_name(self.filter_bar.text)

    @on(FilterBar.SaveWanted)
    def _save_wanted(self, event: FilterBar.SaveWanted) -> None:
        event.stop()
        self._ask_name(event.text)

    def _ask_name(self, text: str) -> None:
        from tui.screens.line_question import AskScreen

        if not text.strip():
            self.say("Type a filter first; then it can be kept under a name")
            return

        def keep(name: str | None) -> None:
            if name is not None:
                words = f"Saved as {visible(name.strip())}; saved:{_typed(name)} asks it again"
                self._change(lambda notebook: notebook.save_search(name, text), words)

        self.app.push_screen(AskScreen("Save as", "a name; saved:name asks it again"), keep)

    @work(thread=True, group="notebook", exit_on_error=False)
    def _change(self, change: Callable[[Notebook], None], words: str) -> None:
        notebook = self.host.notebook
        try:
            if notebook is None:
                raise LibraryError(NO_NOTEBOOK)
            change(notebook)
        except LibraryError as error:
            words = str(error)
        self.post_message(self.SearchKept(words))

    @on(SearchKept)
    def _kept(self, event: SearchKept) -> None:
        self.say(event.words)
        self.learn()

    def saved_items(self) -> Iterable[PaletteItem]:
        """Offer the saved searches to the palette; reads the notebook, so for a thread.

        Raises:
            LibraryError: The notebook cannot be read.
        """
        from tui.screens.palette import PaletteItem  # not before the palette opens

        notebook = self.host.notebook
        for name, text in ({} if notebook is None else notebook.saved_searches()).items():
            use = partial(self.set_filter, f"saved:{_typed(name)}")
            yield PaletteItem(f"saved:{name}", use, visible(text))
            edit = partial(self.set_filter, text)
            yield PaletteItem(f"Filter by the words of saved:{name}", edit, text)
            yield PaletteItem(f"Rename saved:{name}", partial(self._ask_rename, name), "saved")
            forget = partial(
                self._change,
                partial(_forget, name=name),
                f"Forgotten: saved:{visible(name)}, which asked {visible(text)}",
            )
            yield PaletteItem(f"Forget saved:{name}", forget, "saved")

    def _ask_rename(self, name: str) -> None:
        from tui.screens.line_question import AskScreen

        def rename(to: str | None) -> None:
            if to is not None:
                self._change(
                    lambda notebook: notebook.rename_search(name, to),
                    f"saved:{visible(name)} is now saved:{_typed(to)}",
                )

        self.app.push_screen(AskScreen("New name", "a name", name), rename)


def _forget(notebook: Notebook, name: str) -> None:
    notebook.forget_search(name)


def _typed(name: str) -> str:
    """Write a name as it is typed behind the colon."""
    clean = visible(" ".join(name.split()))
    return f'"{clean}"' if " " in clean else clean
