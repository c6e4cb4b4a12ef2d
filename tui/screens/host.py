"""What the screens ask of the application that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.settings.config import Config

if TYPE_CHECKING:
    from tui.library.notebook import Notebook


class Host(Protocol):
    """Keeps what outlives a screen."""

    @property
    def config(self) -> Config:
        """What the person chose."""

    @property
    def notebook(self) -> Notebook | None:
        """The reader's own notes; None where nothing may be kept."""

    def query_history(self) -> tuple[str, ...]:
        """Return the filters of this and earlier days, the latest first."""

    def remember_query(self, text: str) -> None:
        """Keep a filter for the history."""

    def take_away(self, text: str, what: str) -> None:
        """Hand words over to the clipboard and the notebook's register.

        Args:
            text: The words.
            what: What they are, for the message.
        """
