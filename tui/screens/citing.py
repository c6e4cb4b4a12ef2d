"""In which form words are handed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.quoting.citation import STYLES
from tui.quoting.export import FORMATS

if TYPE_CHECKING:
    from textual.app import App

_SAID = {
    "plain": "the words, and where they stand",
    "markdown": "a block quote in Markdown",
    "newsroom": "one line: who, where, when, and the words",
    "chicago": "a note as in the Chicago Manual of Style, 18th edition",
    "apa": "a reference as in the APA's manual, 7th edition",
    "mla": "a work cited as in the MLA's handbook, 9th edition",
    "csl-json": "for Zotero and whatever reads CSL",
    "bibtex": "an entry for BibTeX or BibLaTeX",
    "ris": "for EndNote and other reference managers",
}


def ask_form(app: App[object], first: str | None, take: Callable[[str], object]) -> None:
    """Ask for a form, one of them offered first.

    Args:
        app: On which to ask.
        first: The form that enter alone chooses; the plainest where absent.
        take: What to do with the answer; not called where there is none.
    """
    from tui.screens.choosing import ChoiceScreen

    forms = [*STYLES, *FORMATS]
    if first in forms:
        forms.remove(first)
        forms.insert(0, first)

    def chosen(form: str | None) -> None:
        if form is not None:
            take(form)

    choices = [(form, form, _SAID[form]) for form in forms]
    app.push_screen(ChoiceScreen("Copy as", choices), chosen)
