"""The words and names an index knows, for what a query only hints at."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING

from tui.library.index import schema as s
from tui.search import query as q
from tui.search.names import Spellings, names_any
from tui.search.stems import beginning, same_stem

if TYPE_CHECKING:
    import tantivy


class Dictionary:
    """The terms of one state of the index; remembers what was asked, for the next key pressed."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        """Look terms up in this state."""
        self._searcher = searcher
        self._names: dict[str, tuple[str, ...]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        self._beside: dict[tuple[str, str], tuple[str, ...]] = {}
        self._lock = Lock()

    def forms(self, word: str) -> tuple[str, ...]:
        """Every token that is a grammatical form of a folded word, or may be one.

        Of a token as long as `schema.LONGEST_TOKEN` the end, where forms differ, is not known.
        """
        with self._lock:
            known = self._forms.get(word)
            if known is None:
                terms = self._searcher.terms_with_prefix(s.TOKENS, beginning(word))
                known = tuple(
                    term
                    for term, _ in terms
                    if len(term) >= s.LONGEST_TOKEN or same_stem(word, term)
                )
                self._forms[word] = known
        return known

    def frequency(self, word: str) -> int:
        """In how many documents a token stands."""
        return self._searcher.doc_freq(s.TOKENS, word)

    def rarest(self, words: Iterable[str], limit: int) -> list[str]:
        """The tokens that stand in the fewest documents, of those that stand in some."""
        frequencies = sorted((self.frequency(word), word) for word in set(words))
        return [word for frequency, word in frequencies if frequency][:limit]

    def beside(self, word: str, beginning: str) -> tuple[str, ...]:
        """Every token that begins so and stands in a document with another token."""
        import tantivy

        with self._lock:
            known = self._beside.get((word, beginning))
            if known is None:
                those = tantivy.Query.term_query(s.schema(), s.TOKENS, word, index_option="basic")
                terms = self._searcher.terms_with_prefix(s.TOKENS, beginning, filter_query=those)
                known = self._beside[word, beginning] = tuple(term for term, _ in terms)
        return known

    def named(self, field: str, clause: q.Field, spellings: Spellings | None) -> tuple[str, ...]:
        """Every name of a field that a clause asks for, in any spelling of its bearer.

        Args:
            field: One of `schema.NAMES`.
            clause: What is asked.
            spellings: Further spellings of a person; None where the names are no people's.
        """
        return tuple(name for name in self.names(field) if _fits(name, clause, spellings))

    def names(self, field: str) -> tuple[str, ...]:
        """Every name of a field."""
        with self._lock:
            known = self._names.get(field)
            if known is None:
                known = tuple(name for name, _ in self._searcher.terms_with_prefix(field, ""))
                self._names[field] = known
        return known


def _fits(name: str, clause: q.Field, spellings: Spellings | None) -> bool:
    if names_any(clause, (name,)):
        return True
    return spellings is not None and names_any(clause, spellings(name))


def is_cut(names: tuple[str, ...]) -> bool:
    """Whether some names are kept only in part, so that they may be others than they seem."""
    return any(len(name) >= s.LONGEST_NAME for name in names)
