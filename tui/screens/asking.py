"""What a filter asks of the archive, and where its answer takes the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.library.archive import Archive
from tui.model import Place
from tui.screens.found import Found
from tui.screens.hit_walk import Landing, Target
from tui.values import value

if TYPE_CHECKING:
    from tui.search.parser import Parsed
    from tui.search.query import Query

PACE = 0.3
"""Seconds between the first two times that a count is shown to grow."""


@value
class Search:
    """A filter on its way to the archive, and where the reader was when it set out.

    Attributes:
        text: The filter.
        serial: Which search it is; only the last one's answer is shown.
        typing: Whether it may still be growing: its last name then counts as begun.
        keeping: Whether it goes into the history.
        start: From where the first hit is looked for; None for the reader's place.
        back_to: Where to return to instead of going to a hit.
        open_meeting: The meeting that was open; None where none was.
        place: Where the reader was.
        opening: Which opening of a meeting was the last one.
    """

    text: str
    serial: int
    typing: bool
    keeping: bool
    start: Place | None
    back_to: Place | None
    open_meeting: str | None
    place: Place | None
    opening: int


def find(archive: Archive, search: Search, stale: Callable[[], bool]) -> Iterator[Found | None]:
    """Answer a filter, at once with what is known and then with what is counted meanwhile.

    Args:
        archive: Where to look.
        search: What is asked.
        stale: Whether nobody waits for the answer any longer.

    Yields:
        What was found so far, the last time all; None where the text asks nothing.

    Raises:
        LibraryError: The archive could not be read.
    """
    # The language is loaded by the first search, not by the first paint.
    from tui.search.parser import parse

    text = search.text
    parsed = parse(text, typing=search.typing)
    query, problem = _answerable(archive, parsed)
    if query.is_everything and not problem:
        yield None
        return
    start = search.start or search.place
    here = None if start is None else start.meeting
    found: Found | None = None
    for answer in archive.answers(query, start=here, pace=PACE, cancelled=stale):
        found = Found(text, query, answer.rows, problem, answer.complete, answer.settled)
        if not (answer.complete and not answer.rows):
            yield found
    if found is None or found.rows:
        return
    begun = parse(f"{text}*") if search.keeping else None
    if begun is not None and begun.query == parse(text, typing=True).query:
        rows = archive.timeline(begun.query, cancelled=stale)
        if rows:
            found = Found(f"{text}*", begun.query, rows, problem)
    yield found


def _answerable(archive: Archive, parsed: Parsed) -> tuple[Query, str]:
    """Return what can be asked of a text, and what of it cannot, in words.

    A search that nobody saved is left out like anything that is not understood: its name may
    only be half typed.
    """
    from tui.search.known import unknown
    from tui.search.pruning import without

    problems = [problem.message for problem in parsed.problems]
    query = archive.unfolded(parsed.query)
    nameless = unknown(query)
    if nameless:
        problems += [f"no search is saved as “{clause.name}”" for clause in nameless]
        query = replace(without(query, *nameless), text=query.text)
    return query, problems[0] if problems else ""


def target_of(found: Found | None, search: Search, order: tuple[str, ...]) -> Target | None:
    """Where an answer takes the reader: the first hit at or after the place before.

    Args:
        found: The answer.
        search: What was asked.
        order: All meetings, as the list has them.
    """
    if search.back_to is not None:
        return Target(search.back_to)
    if found is None or not found.rows:
        return None
    start = search.start or search.place
    here = "" if start is None else start.meeting
    if not found.hits:
        if search.open_meeting is not None and search.open_meeting in found:
            return None
        return Target(Place(found.rows[0].entry.id))
    if start is not None and found.has_hits(here):
        return Target(start, Landing.AT_OR_AFTER)
    following = found.neighbour(here, 1, order=order)
    return Target(Place(following or found.ends[0]), Landing.FIRST)
