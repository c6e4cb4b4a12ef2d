"""What an application puts into the notebook by itself: filters, and words handed over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.message import Message

from tui.layers import Layered
from tui.library.errors import LibraryError
from tui.messages import message

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.library.notebook import Notebook


class NotebookKeeping(Layered, App[None], layer=True):
    """Keeps the filters of earlier days, and hands words over.

    Attributes:
        library: The archive.
    """

    library: Library

    _notebook: Notebook | None = None
    _queries: tuple[str, ...] = ()

    @message
    class Delivered(Message):
        """Words were handed over.

        Attributes:
            message: How they travelled, for the reader.
            sequences: What the terminal is still to be sent.
        """

        message: str
        sequences: str

    def say(self, message: str) -> None:
        """Show a message; left to who has a place for it."""

    def open_notebook(self, notebook: Notebook | None) -> tuple[str, ...]:
        """Take the person's notebook; None where nothing may be kept.

        Returns:
            What is wrong with it, for the reader.
        """
        self._notebook = notebook
        try:
            self._queries = tuple(notebook.queries()) if notebook is not None else ()
        except LibraryError as error:
            return (str(error),)
        return ()

    @property
    def notebook(self) -> Notebook | None:
        """The person's notebook; None where nothing may be kept."""
        return self._notebook

    def query_history(self) -> tuple[str, ...]:
        """Return the filters of this and earlier days, the latest first."""
        return self._queries

    def remember_query(self, text: str) -> None:
        """Keep a filter for the history."""
        self._queries = (text, *(query for query in self._queries if query != text))
        self._write_query(text)

    @work(thread=True, group="notebook", exit_on_error=False)
    def _write_query(self, text: str) -> None:
        try:
            if self._notebook is not None:
                self._notebook.remember_query(text)
        except LibraryError as error:
            self.post_message(self.Delivered(f"The filter was not kept: {error}", ""))

    def take_away(self, text: str, what: str) -> None:
        """Hand words over: to the clipboard, and always to the notebook's register.

        Args:
            text: The words.
            what: What they are, for the message: ``turn t3``.
        """
        self._deliver(text, what)

    @work(thread=True, group="notebook", exit_on_error=False)
    def _deliver(self, text: str, what: str) -> None:
        kept = ""
        if self._notebook is not None:
            try:
                self._notebook.set_register(text)
            except LibraryError as error:
                kept = f" But not kept in the notebook: {error}"
        from tui.terminal.clipboard import deliver  # not before there is something to deliver

        sequences: list[str] = []
        delivery = deliver(text, sequences.append, os.environ, tools=not self.library.read_only)
        self.post_message(self.Delivered(f"{what}: {delivery.message}{kept}", "".join(sequences)))

    def on_notebook_keeping_delivered(self, event: Delivered) -> None:
        """Send what the clipboard needs, between two frames, and say so."""
        if event.sequences and self._driver is not None:
            self._driver.write(event.sequences)
            self._driver.flush()
        self.say(event.message)
