"""What the screens ask of the application that shows them."""

from __future__ import annotations

from typing import Protocol

from tui.settings.config import Config


class Host(Protocol):
    """Keeps what outlives a screen."""

    @property
    def config(self) -> Config:
        """What the person chose."""

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
