"""The word that somebody meant, by what is found in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.library.archive import never
from tui.library.errors import LibraryError
from tui.model import Passage
from tui.search import query as q
from tui.search.folding import fold_text
from tui.search.parser import parse
from tui.search.terms import within_edits
from tui.search.tokens import tokens
from tui.search.variants import Change, Variant, respelled

if TYPE_CHECKING:
    from tui.library.archive import Archive

_MOST_SEEN = 100
"""Hits that are looked at: the word that was meant is among the most frequent ones."""


def spelled_right(
    archive: Archive, variant: Variant, *, cancelled: Callable[[], bool] = never
) -> Variant | None:
    """Return a variant with the word that is found most where letters may differ.

    Args:
        archive: Where it is looked for.
        variant: One that finds something.
        cancelled: Asked between meetings.

    Returns:
        The same query with that word; None where no letters of a word differ.
    """
    if variant.change is not Change.EDIT:
        return None
    new = parse(variant.part).query.root
    fuzzy = next((each for each in q.walk(new) if isinstance(each, q.Fuzzy)), None) if new else None
    if fuzzy is None:
        return None
    found = Counter(_words(archive, variant, fuzzy, cancelled))
    return respelled(variant, fuzzy.text, found.most_common(1)[0][0]) if found else None


def _words(
    archive: Archive, variant: Variant, fuzzy: q.Fuzzy, cancelled: Callable[[], bool]
) -> Iterator[str]:
    """Yield the words that were found for one of which letters may differ."""
    passages: dict[str, Passage] = {}
    reading = ""
    query = parse(variant.text).query
    for hit in islice(archive.hits(query, cancelled=cancelled), _MOST_SEEN):
        if hit.meeting != reading:
            reading = hit.meeting
            try:
                meeting = archive.meeting(reading)
            except LibraryError:
                passages = {}
                continue
            passages = {passage.anchor: passage for passage in meeting.passages()}
        for match in hit.matches if hit.anchor in passages else ():
            stored = passages[hit.anchor].blocks[match.block].text[match.start : match.end]
            for word in tokens(fold_text(stored)):
                if within_edits(fuzzy.text, word, fuzzy.edits):
                    yield word
