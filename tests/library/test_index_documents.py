"""What the index is told of a unit's words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.library.index.documents import tokens_of
from tui.library.index.schema import BARRIER_TOKEN, LONGEST_TOKEN
from tui.search.folding import Folded
from tui.search.searchable import Line, Unit
from tui.search.tokens import BARRIER, tokens

_WORD = st.sampled_from(["a", "b9", "日", "é", "_", ".", BARRIER]) | st.integers(
    LONGEST_TOKEN - 1, 2 * LONGEST_TOKEN
).map("x".__mul__)


def unit(*texts: str) -> Unit:
    lines = (Line(at, text, Folded(text), text) for at, text in enumerate(texts))
    return Unit("t1", None, "turn", tuple(lines))


@given(st.lists(_WORD, max_size=12), st.sampled_from(["", " "]))
def test_they_are_the_matchers_words_as_far_as_the_engine_keeps_them(
    words: list[str], gap: str
) -> None:
    text = gap.join(words)
    told = [word for word in tokens_of(unit(text)).split() if word != BARRIER_TOKEN]
    assert told == [word[:LONGEST_TOKEN] for word in tokens(text)]


def test_no_phrase_reaches_across_a_barrier_or_the_end_of_a_paragraph() -> None:
    assert tokens_of(unit(f"one{BARRIER}{BARRIER}one", "one")).split().count(BARRIER_TOKEN) == (
        2 * tokens_of(unit("one", "one")).split().count(BARRIER_TOKEN)
    )
