"""The filter bar: the query, what it means in words, and what it found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import clamp
from textual.message import Message
from textual.widgets import Input, Static

from tui.safe import visible

_MARGINS = 11
"""Cells of a line that are neither query nor meaning nor counts."""


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
        & > QueryInput { width: auto; min-width: 16; max-width: 60%; }
        & > #meaning { width: 1fr; height: 1; margin: 0 1 0 2; text-align: right; }
        & > #counts { width: auto; height: 1; }
        &.-idle > QueryInput { width: 1fr; max-width: 100%; }
        &.-idle > #meaning { display: none; }
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
        yield Static("", id="meaning", markup=False)
        yield Static("", id="counts", markup=False)

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
            counts: Hits, turns and meetings in words, the longest form first; the first that
                leaves room for the rest is shown, else the last.
            problem: What could not be understood; shown in place of the meanings.
        """
        if problem:
            meaning = Content.styled(f"! {visible(problem)}", "$text-warning")
        else:
            meaning = Content(" ").join(
                Content.styled(f" {visible(text)} ", "$text-muted on $panel") for text in meanings
            )
        room = self.size.width - len(self.text) - meaning.cell_length - _MARGINS
        fitting = [form for form in counts if len(form) <= room] or list(counts[-1:])
        self.query_one("#meaning", Static).update(meaning)
        self.query_one("#counts", Static).update(Content("".join(fitting[:1])))
        self.set_class(not (problem or meanings), "-idle")

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
