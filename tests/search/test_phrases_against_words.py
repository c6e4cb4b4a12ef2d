"""The phrase pattern held against a plain walk over the words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Block, BlockKind
from tui.search import query as q
from tui.search.folding import fold
from tui.search.searchable import Line
from tui.search.terms import term
from tui.search.tokens import token_spans

# Few letters, so that phrases often occur; 关 and 税 are words of their own.
TEXTS = st.text(alphabet="aab关税 ,-_\0’é", max_size=30)
PARTS = st.one_of(
    st.just(q.AnyWord()),
    st.builds(q.Literal, st.sampled_from(["a", "b", "aa", "ab", "关", "税", "e"]), st.booleans()),
)


def _line(text: str) -> Line:
    block = Block(BlockKind.PARAGRAPH, text)
    folded = fold(block.text)
    return Line(0, folded.text, folded, block.text)


def _fits(part: q.PhrasePart, word: str) -> bool:
    if isinstance(part, q.AnyWord):
        return True
    grows = part.prefix and part.text not in "关税"
    return word.startswith(part.text) if grows else word == part.text


def _walk(text: str, parts: tuple[q.PhrasePart, ...]) -> list[tuple[int, int]]:
    words = list(token_spans(fold(text).text))
    found, place = [], 0
    while place + len(parts) <= len(words):
        stretch = words[place : place + len(parts)]
        if all(_fits(part, word) for part, (word, _, _) in zip(parts, stretch, strict=True)):
            found.append((stretch[0][1], stretch[-1][2]))
            place += len(parts)
        else:
            place += 1
    return found


@given(TEXTS, st.lists(PARTS, min_size=1, max_size=4).map(tuple))
def test_a_phrase_is_its_words_in_a_row(text: str, parts: tuple[q.PhrasePart, ...]) -> None:
    clause = q.Phrase("", parts)
    found = [(match.start, match.end) for match in term(clause).find(_line(text))]
    assert found == _walk(text, parts)


@given(TEXTS, st.sampled_from(["a", "b", "ab", "关"]), st.integers(0, 6))
def test_nearness_is_counted_in_words(text: str, other: str, distance: int) -> None:
    clause = q.Near("", (q.Literal("aa"), q.Literal(other)), distance)
    words = [word for word, _, _ in token_spans(fold(text).text)]
    close = any(
        {words[i], words[j]} == {"aa", other}
        for i in range(len(words))
        for j in range(i + 1, min(len(words), i + max(distance, 1) + 1))
    )
    assert bool(list(term(clause).find(_line(text)))) == close
