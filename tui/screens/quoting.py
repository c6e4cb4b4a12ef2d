"""Copying words while one reads."""

from __future__ import annotations

from tui.screens.noting import Noting


class Quoting(Noting, layer=True):
    """The screen from which words are taken away."""

    _form: str | None = None
    """The form chosen last; None where none was."""

    def action_quote(self) -> None:
        """Copy the selection, else the current turn."""
        self._take(None)

    def action_quote_with_citation(self) -> None:
        """Ask for a form, and copy the selection, else the current turn, in it."""
        # Citations are loaded by the first one, not by the first paint.
        from tui.screens.citing import ask_form

        if self._has_words():
            ask_form(self.app, self._form or self.host.config.style, self._take_as)

    def _take_as(self, form: str) -> None:
        self._form = form
        self._take(form)

    def _has_words(self) -> bool:
        """Say why there is nothing to take away, where there is nothing."""
        if self.shows_nothing:
            self.say("Nothing fits the filter, so there are no words to take away")
            return False
        if self.meeting is None:
            self.say("No meeting is open yet")
            return False
        return True

    def _take(self, form: str | None) -> None:
        from tui.screens.taking import take

        if not self._has_words() or self.meeting is None:
            return
        dialogue = self.dialogue
        taken = take(self.meeting, dialogue.current_anchor, dialogue.selected_range(), form=form)
        if taken.text:
            what = f"{taken.what} with its citation ({form})" if form else taken.what
            self.host.take_away(taken.text, ". ".join((*taken.advice, what)))
        else:
            self.say(taken.what or "There are no words here to take away")
