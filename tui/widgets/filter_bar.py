"""The filter bar: the query, what it means in words, and what it found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantBlur
from textual.geometry import clamp
from textual.message import Message
from textual.widgets import Input, Static

from tui.messages import message
from tui.widgets.answer import Answer
from tui.widgets.query_input import QueryInput
from tui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from tui.search.vocabulary import Vocabulary

_LEAST = 16
"""Cells that a query has at least."""

_MOST = 24
"""Suggestions that one goes through at most; who wants another types on."""


class FilterBar(Horizontal):
    """One line: prompt, query, its meaning as chips, and counts at the right.

    Above it, over whatever stands there, suggestions while there are any.
    """

    DEFAULT_CSS = """
    FilterBar {
        height: 1;
        & > #prompt { width: 2; }
        & > QueryInput { width: 1fr; }
        & > Answer { margin-left: 2; }
    }
    """

    @message
    class Changed(Message):
        """The query was edited.

        Attributes:
            text: The query as it stands.
        """

        text: str

    @message
    class Submitted(Message):
        """The query is to be kept.

        Attributes:
            text: The query.
        """

        text: str

    @message
    class Cancelled(Message):
        """What was typed since the bar was opened is to be taken back."""

    @message
    class SaveWanted(Message):
        """The query is to be saved under a name.

        Attributes:
            text: The query.
        """

        text: str

    vocabulary: Vocabulary | None = None
    """What the library offers for completion; None while nobody has looked."""

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        yield Static("/", id="prompt", markup=False)
        suggestions = Suggestions()
        yield QueryInput(suggestions)
        yield Answer()
        yield suggestions

    @property
    def query_input(self) -> QueryInput:
        """The line the query is typed on."""
        return self.query_one(QueryInput)

    @property
    def suggestions(self) -> Suggestions:
        """How the word being typed could go on."""
        return self.query_one(Suggestions)

    @property
    def text(self) -> str:
        """The query as it stands."""
        return self.query_input.value

    def set_text(self, text: str) -> None:
        """Replace the query without announcing a change."""
        line = self.query_input
        with line.prevent(Input.Changed):
            line.value = text
        line.cursor_position = len(text)
        self.suggestions.offer(())

    def open(self, history: Sequence[str]) -> None:
        """Take the keyboard.

        Args:
            history: Earlier queries, the latest first.
        """
        line = self.query_input
        line.history = history
        line.start()
        line.focus()

    def say(self, meanings: Sequence[str], counts: Sequence[str], problem: str = "") -> None:
        """Show what was understood and found.

        Args:
            meanings: What each clause means, in words; each becomes a chip.
            counts: Hits, turns and meetings in words, the longest form first.
            problem: What could not be understood; shown in place of the meanings.
        """
        idle = not (problem or meanings)
        # An Input of automatic width would count its placeholder too.
        most = max(_LEAST, self.size.width * 3 // 5)
        wide = clamp(cell_len(self.text) + 1, _LEAST, most)
        self.query_input.styles.width = "1fr" if idle else wide
        answer = self.query_one(Answer)
        answer.display = not idle
        answer.tell(meanings, counts, problem)

    @property
    def counts(self) -> str:
        """How much was found, as it is shown; "" without a filter."""
        answer = self.query_one(Answer)
        return answer.shown_counts if answer.display else ""

    def suggest(self, *, asked: bool = False) -> None:
        """Offer how the word before the cursor could go on.

        Args:
            asked: Whether the reader asked for it, however little is typed.
        """
        # Loaded with the language by the first query, not by the first paint.
        from tui.search.completion import complete
        from tui.search.vocabulary import Vocabulary

        line = self.query_input
        if not asked and (line.is_recalled or not line.has_focus):
            self.suggestions.offer(())
            return
        vocabulary = self.vocabulary or Vocabulary()
        found = complete(line.value, line.cursor_position, vocabulary, limit=_MOST, asked=asked)
        self.suggestions.offer(found, asked=asked)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.suggest()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.suggestions.offer(())
        self.post_message(self.Submitted(event.value))

    @on(QueryInput.Asked)
    def _asked(self, event: QueryInput.Asked) -> None:
        event.stop()
        self.suggest(asked=True)

    @on(Suggestions.Pointed)
    def _pointed(self, event: Suggestions.Pointed) -> None:
        event.stop()
        self.query_input.focus()
        self.query_input.take(event.suggestion)

    @on(QueryInput.SaveWanted)
    def _save_wanted(self, event: QueryInput.SaveWanted) -> None:
        event.stop()
        self.post_message(self.SaveWanted(self.text))

    @on(QueryInput.Cancelled)
    def _cancelled(self, event: QueryInput.Cancelled) -> None:
        event.stop()
        self.post_message(self.Cancelled())

    @on(DescendantBlur)
    def _left(self) -> None:
        self.suggestions.offer(())
