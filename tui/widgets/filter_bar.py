"""The filter bar: the query, what it means in words, and what it found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import clamp
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.answer import Answer

_LEAST = 16
"""Cells that a query has at least."""


class QueryInput(Input):
    """The line the query is typed on, with the queries of earlier days above it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "recall(1)", "Earlier filter", show=False, id="filter.earlier"),
        Binding("down", "recall(-1)", "Later filter", show=False, id="filter.later"),
        Binding("escape", "cancel", "Take back", show=False, id="filter.cancel"),
    ]

    @dataclass
    class Cancelled(Message):
        """What was typed since the bar was opened is to be taken back."""

    def __init__(self) -> None:
        """Create an empty line whose cursor does not blink: blinking is traffic."""
        super().__init__(
            placeholder='words  "a phrase"  -not  by:name  at:place  date:2013',
            select_on_focus=False,
            compact=True,
            id="query",
        )
        self.cursor_blink = False
        self.history: Sequence[str] = ()
        """Earlier queries, the latest first."""
        self._recalled = 0
        self._draft = ""

    def start(self) -> None:
        """Begin a new edit: recalling starts from the latest query again."""
        self._recalled = 0
        self._draft = self.value

    def action_recall(self, step: int) -> None:
        """Put an earlier query on the line; below the latest, what was being typed."""
        if self._recalled == 0:
            self._draft = self.value
        self._recalled = clamp(self._recalled + step, 0, len(self.history))
        self.value = self.history[self._recalled - 1] if self._recalled else self._draft
        self.cursor_position = len(self.value)

    def action_cancel(self) -> None:
        """Take back what was typed."""
        self.post_message(self.Cancelled())


class FilterBar(Horizontal):
    """One line: prompt, query, its meaning as chips, and counts at the right."""

    DEFAULT_CSS = """
    FilterBar {
        height: 1;
        & > #prompt { width: 2; }
        & > QueryInput { width: 1fr; }
        & > Answer { margin-left: 2; }
    }
    """

    @dataclass
    class Changed(Message):
        """The query was edited.

        Attributes:
            text: The query as it stands.
        """

        text: str

    @dataclass
    class Submitted(Message):
        """The query is to be kept.

        Attributes:
            text: The query.
        """

        text: str

    @dataclass
    class Cancelled(Message):
        """What was typed since the bar was opened is to be taken back."""

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        yield Static("/", id="prompt", markup=False)
        yield QueryInput()
        yield Answer()

    @property
    def query_input(self) -> QueryInput:
        """The line the query is typed on."""
        return self.query_one(QueryInput)

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

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(event.value))

    @on(QueryInput.Cancelled)
    def _cancelled(self, event: QueryInput.Cancelled) -> None:
        event.stop()
        self.post_message(self.Cancelled())
