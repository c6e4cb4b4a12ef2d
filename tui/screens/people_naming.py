"""Saying who somebody is: a person by another name, or who stands behind a label."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.library import deciding
from tui.library.people import fold_name
from tui.safe import visible
from tui.screens.choosing import ChoiceScreen
from tui.screens.line_question import AskScreen

if TYPE_CHECKING:
    from textual.app import App

    from tui.library.archive import Archive
    from tui.library.decisions import Decisions
    from tui.library.people import Person

    Change = Callable[[Decisions], Decisions]

_HERE, _EVERYWHERE = "here", "everywhere"


def ask_name(
    app: App[Any],
    archive: Archive,
    people: Iterable[Person],
    person: Person,
    decide: Callable[[Change], None],
) -> None:
    """Ask what a person is called, and of a label of several meetings where it is theirs.

    Args:
        app: Shows the questions.
        archive: Whose people are meant; read only when the decision is taken.
        people: Everyone who speaks, as far as the reader sees.
        person: Whom the reader means.
        decide: Takes the decision; not called where the reader thought better of it.
    """
    known = "" if person.anonymous else person.name
    folded = fold_name(person.name)
    same = [one for one in people if one.local and fold_name(one.name) == folded]
    meetings = {meeting for one in same for meeting in one.meetings}

    def answered(answer: str | None) -> None:
        name = " ".join((answer or "").split())
        if not name or name == person.name:
            return

        def chosen(where: str | None) -> None:
            if where is not None:
                decide(partial(_named, archive, person, name, where))

        if not person.local or len(meetings) < 2:
            chosen(_HERE)
            return
        all_ = f"in all {len(meetings):,} meetings that print {person.name}"
        choices = (
            (_HERE, "in this meeting", ", ".join(person.meetings)),
            (_EVERYWHERE, "everywhere", all_),
        )
        title = f"{visible(person.name)} is {visible(name)}"
        app.push_screen(ChoiceScreen(title, choices), chosen)

    app.push_screen(AskScreen("name", f"who {visible(person.name)} is", known), answered)


def _named(archive: Archive, person: Person, name: str, where: str, held: Decisions) -> Decisions:
    people = archive.people()
    if where == _EVERYWHERE:
        return deciding.name(held, people, person.name, name, everywhere=True)
    return deciding.name(held, people, person.id, name)
