"""A question that one line answers, in the place of the filter bar."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class AskScreen(ModalScreen[str | None]):
    """Asks for one line; its answer is what was typed, None where it was taken back."""

    DEFAULT_CSS = """
    AskScreen {
        background: $background 0%;
        & > Horizontal {
            dock: bottom;
            height: 3;
            padding: 1 2;
            background: $surface;
        }
        & Static { width: auto; color: $accent; text-style: bold; margin: 0 1 0 0; }
        & Input, & Input:focus {
            width: 1fr; height: 1; border: none; padding: 0; background: $surface;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss", "Close", show=False),
    ]

    def __init__(self, question: str, example: str, value: str = "") -> None:
        """Prepare a question.

        Args:
            question: One or two words before the line.
            example: What may be typed, shown while nothing is.
            value: What stands on the line to begin with.
        """
        super().__init__()
        self._question = question
        self._example = example
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        with Horizontal():
            yield Static(self._question, markup=False)
            line = Input(
                self._value, placeholder=self._example, compact=True, select_on_focus=False
            )
            line.cursor_blink = False
            yield line

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)
