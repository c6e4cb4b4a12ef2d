"""Words in a row, of which some may be only begun, as the index is asked for them."""

from __future__ import annotations

from collections.abc import Sequence

from tantivy import Occur
from tantivy import Query as Asked

from tui.library.index import schema as s
from tui.library.index.dictionary import Dictionary
from tui.search import query as q

_TELLING = 3
"""Letters of a begun word below which very many begin so."""
_FEW = 100
"""Words that are sooner looked for one by one than by what they have in common."""


def in_a_row(words: Sequence[tuple[int, q.Literal]], dictionary: Dictionary) -> Asked:
    """Return what finds words in a row.

    Args:
        words: Two or more, each with its place, counted from the first.
        dictionary: The words of the index.
    """
    if not any(is_begun(part) for _, part in words):
        return _phrase([(at, part.text) for at, part in words])
    *before, (last, begun) = words
    completed = _completed([part for _, part in before], begun, dictionary)
    if completed is None:
        patterns: list[str | tuple[int, str]] = [
            (at, p.text + ".*" if is_begun(p) else p.text) for at, p in words
        ]
        return Asked.regex_phrase_query(s.schema(), s.TOKENS, patterns)
    whole = [(at, part.text) for at, part in before]
    phrases = [(Occur.Should, _phrase([*whole, (last, word)])) for word in completed]
    return Asked.boolean_query(phrases) if phrases else Asked.empty_query()


def is_begun(part: q.Literal) -> bool:
    """Whether a word of a phrase stands for all that begin so; a Han character never does."""
    from tui.search.tokens import stands_alone

    return part.prefix and not stands_alone(part.text)


def _phrase(words: list[tuple[int, str]]) -> Asked:
    return Asked.phrase_query(s.schema(), s.TOKENS, [*words])


def _completed(
    before: Sequence[q.Literal], last: q.Literal, dictionary: Dictionary
) -> tuple[str, ...] | None:
    """The few words for which the last of a phrase may stand; None where it is not worth it.

    A pattern costs the engine every place of every word that begins so, and most of them
    never stand in one passage with the rest of the phrase.
    """
    if any(map(is_begun, before)) or len(last.text) < _TELLING:
        return None
    rarest = min((part.text for part in before), key=dictionary.frequency)
    completed = dictionary.beside(rarest, last.text)
    return completed if len(completed) <= _FEW else None
