"""The filter bar: the query, what it means in words, and what it found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.events import DescendantBlur
from textual.geometry import clamp
from textual.message import Message
from textual.visual import VisualType

from tui.messages import message

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.search.vocabulary import Vocabulary
    from tui.widgets.answer import Answer
    from tui.widgets.query_input import QueryInput
    from tui.widgets.suggestions import Suggestions

_LEAST = 16
"""Cells that a query has at least."""

_MOST = 24
"""Suggestions that one goes through at most; who wants another types on."""


PROMPT = "/"

PLACEHOLDER = 'words  "a phrase"  -not  by:name  at:place  date:2013'
"""What can be asked, as an example."""


class FilterBar(Horizontal):
    """One line: prompt, query, its meaning as chips, and counts at the right.

    Above it, over whatever stands there, suggestions while there are any. Until there is a
    query to show or to type, the bar draws itself: most starts end without one, and a line to
    type on takes a twentieth of a start.
    """

    DEFAULT_CSS = """
    FilterBar {
        height: 1;
        text-wrap: nowrap;
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

    _query_input: QueryInput | None = None

    def render(self) -> VisualType:
        """Draw what the parts would show without a query; nothing once they are there."""
        if self._query_input is not None:
            return super().render()
        return Content.assemble((PROMPT, "bold $accent"), " ", (PLACEHOLDER, "$faint"))

    def _lay_out(self) -> QueryInput:
        """Mount the parts."""
        from textual.widgets import Static

        from tui.widgets.answer import Answer
        from tui.widgets.query_input import QueryInput
        from tui.widgets.suggestions import Suggestions

        suggestions, answer = Suggestions(), Answer()
        answer.display = False
        line = QueryInput(suggestions, placeholder=PLACEHOLDER)
        self._query_input = line
        self.mount(Static(PROMPT, id="prompt", markup=False), line, answer, suggestions)
        return line

    @property
    def query_input(self) -> QueryInput:
        """The line the query is typed on."""
        return self._query_input or self._lay_out()

    @property
    def _answer(self) -> Answer:
        from tui.widgets.answer import Answer

        return self.query_one(Answer)

    @property
    def suggestions(self) -> Suggestions:
        """How the word being typed could go on."""
        return self.query_input.suggestions

    @property
    def text(self) -> str:
        """The query as it stands."""
        return self._query_input.value if self._query_input is not None else ""

    def set_text(self, text: str) -> None:
        """Replace the query without announcing a change."""
        if not text and self._query_input is None:
            return
        line = self.query_input
        with line.prevent(line.Changed):
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
        if idle and self._query_input is None:
            return
        # An Input of automatic width would count its placeholder too.
        most = max(_LEAST, self.size.width * 3 // 5)
        wide = clamp(cell_len(self.text) + 1, _LEAST, most)
        self.query_input.styles.width = "1fr" if idle else wide
        answer = self._answer
        answer.display = not idle
        answer.tell(meanings, counts, problem)

    @property
    def counts(self) -> str:
        """How much was found, as it is shown; "" without a filter."""
        if self._query_input is None:
            return ""
        answer = self._answer
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

    # By their names, for the parts' classes are not loaded yet.

    def on_input_changed(self, event: Input.Changed) -> None:
        """Suggest how to go on, and tell what is typed."""
        event.stop()
        self.suggest()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that the query is to be kept."""
        event.stop()
        self.suggestions.offer(())
        self.post_message(self.Submitted(event.value))

    def on_query_input_asked(self, event: QueryInput.Asked) -> None:
        """Suggest, however little is typed."""
        event.stop()
        self.suggest(asked=True)

    def on_suggestions_pointed(self, event: Suggestions.Pointed) -> None:
        """Take what was pointed at."""
        event.stop()
        self.query_input.focus()
        self.query_input.take(event.suggestion)

    def on_query_input_save_wanted(self, event: QueryInput.SaveWanted) -> None:
        """Tell that the query is to be saved."""
        event.stop()
        self.post_message(self.SaveWanted(self.text))

    def on_query_input_cancelled(self, event: QueryInput.Cancelled) -> None:
        """Tell that the query is to be taken back."""
        event.stop()
        self.post_message(self.Cancelled())

    @on(DescendantBlur)
    def _left(self) -> None:
        self.suggestions.offer(())
