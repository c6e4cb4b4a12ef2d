"""The words of a command line as a query, or the reason why they are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tui.cli.output import note
from tui.safe import visible

if TYPE_CHECKING:
    from tui.library.archive import Archive
    from tui.search.query import Query
    from tui.search.scanner import Problem


def understood(words: Sequence[str]) -> Query:
    """Parse several words as one query.

    What is odd and still has a meaning is said on standard error.

    Raises:
        click.ClickException: Something in it cannot be understood; a caret shows where.
    """
    from tui.search.parser import parse

    text = " ".join(words)
    parsed = parse(text)
    for problem in parsed.problems:
        if problem.left_out:
            raise click.ClickException(_shown(problem, text))
    for problem in parsed.problems:
        note(_shown(problem, text))
    return parsed.query


def unfolded(query: Query, library: Archive) -> Query:
    """Put the searches that ``saved:`` names in its place.

    Raises:
        click.ClickException: There is no such search; a caret shows where it is named.
    """
    from tui.search.known import unknown
    from tui.search.scanner import Problem

    asked = library.unfolded(query)
    places = {clause.name: clause.start for clause in unknown(query)}
    for clause in unknown(asked):
        message = f"no search is saved as “{clause.name}”; `stenogram notebook searches` lists them"
        problem = Problem(message, places.get(clause.name, 0))
        raise click.ClickException(_shown(problem, query.text))
    return asked


def _shown(problem: Problem, text: str) -> str:
    """Return a problem's message over the query, a caret under the place."""
    caret = " " * _cells(text[: problem.position])
    return f"{problem.message}\n  {visible(text)}\n  {caret}^"


def in_words(query: Query, library: Archive) -> str:
    """Return what a query means, with the full names of those whom the library knows."""
    from tui.search.explain import explain
    from tui.search.names import has_words, name_words

    def full_names(name: str) -> list[str]:
        wanted = name_words(name)
        bearers = Counter(
            person.name
            for person in library.people()
            if wanted and any(has_words(name_words(each), wanted) for each in person.spellings)
        )
        return [f"{name} ({n} people)" if n > 1 else name for name, n in bearers.items()]

    return explain(query, full_names)


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(visible(text))
