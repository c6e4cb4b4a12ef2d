"""What the filter bar needs to know of the archive: names to complete with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from tui import garbage
from tui.library.errors import LibraryError
from tui.messages import message
from tui.screens.filtering import Filtering

if TYPE_CHECKING:
    from tui.search.vocabulary import Vocabulary


class Completing(Filtering, layer=True):
    """A filter bar that knows what the archive holds, from the first time it is opened."""

    _known: Vocabulary | None = None

    @message
    class Learned(Message):
        """The archive was looked through for names.

        Attributes:
            vocabulary: What a query can be completed with.
        """

        vocabulary: Vocabulary

    def action_filter(self) -> None:
        """Open the filter bar."""
        super().action_filter()
        self.learn()

    @work(thread=True, exclusive=True, group="vocabulary", exit_on_error=False)
    def learn(self) -> None:
        """Look for names to complete with; the archive remembers them while nothing changes."""
        from tui.search.vocabulary import Choice, Choices

        try:
            vocabulary = self.archive.vocabulary()
            if vocabulary is not self._known:  # else only what is about to be thrown away settles
                self._known = vocabulary
                garbage.settle()
            notebook = self.host.notebook
            saved = notebook.saved_searches() if notebook is not None else ()
        except LibraryError as error:
            self.post_message(self.Failed(str(error)))
            return
        self.post_message(self.Learned(replace(vocabulary, saved=Choices(map(Choice.of, saved)))))

    @on(Learned)
    def _take_in(self, event: Learned) -> None:
        self.filter_bar.vocabulary = event.vocabulary
        if self.filter_bar.text != self._text_before:
            self.filter_bar.suggest()
