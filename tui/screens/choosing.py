"""Small questions that a key answers: one of several, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.safe import visible


class ChoiceScreen(ModalScreen[str | None]):
    """Asks for one of several; its answer is the id chosen, None where it was taken back."""

    DEFAULT_CSS = """
    ChoiceScreen {
        align: center middle;
        & > Vertical {
            width: 90%; max-width: 84; height: auto; max-height: 80%;
            padding: 1 2; background: $surface;
        }
        & OptionList, & OptionList:focus {
            height: auto; margin: 1 0 0 0; padding: 0; border: none; background: $surface;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss", "Close", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """Prepare a choice.

        Args:
            title: What is chosen.
            choices: Each one's id, its name, and what it is now; may come from a document.
        """
        super().__init__()
        self._title = title
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """Lay the choice out."""
        wide = max(len(name) for _, name, _ in self._choices)
        with Vertical():
            keys = "   enter chooses, esc closes"
            yield Static(Content.assemble((self._title, "bold"), (keys, "$text-muted")))
            yield OptionList(
                *(
                    Option(Content.assemble((f"{name:<{wide}}  ", "bold"), visible(now)), id=id_)
                    for id_, name, now in self._choices
                ),
                markup=False,
            )

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)


class ConfirmScreen(ModalScreen[bool | None]):
    """Says what is about to happen; its answer is whether it shall."""

    DEFAULT_CSS = """
    ConfirmScreen {
        background: $background 0%;
        & > Static { dock: bottom; height: auto; padding: 1 2; background: $surface; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Yes", show=False),
        Binding("n,escape,ctrl+c", "dismiss(False)", "No", show=False),
    ]

    def __init__(self, deed: str) -> None:
        """Prepare the question.

        Args:
            deed: What happens on yes, as a sentence; may hold words of a document.
        """
        super().__init__()
        self._deed = deed

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        keys = (("   y", "bold $accent"), " yes", ("  n", "bold $accent"), " no")
        yield Static(Content.assemble((visible(self._deed), "bold"), *keys))
