"""Folding and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.folding import fold, fold_text
from tui.search.tokens import tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Élysée", "elysee"),
        ("post\u2011Soviet", "post-soviet"),
        ("President\xa0of\u2009Russia", "president of russia"),
        ("Kazakhstan’s", "kazakhstan's"),
        ("ёлка", "Елка"),
        ("STRASSE", "straße"),
        ("cafe\u0301", "café"),
        ("ﬁnal", "final"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_what_never_matters(one: str, other: str) -> None:
    assert fold_text(one) == fold_text(other)


def test_short_i_is_a_letter_of_its_own() -> None:
    assert fold_text("мой") != fold_text("мои")


@given(st.text())
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold_text(composed) == fold_text(unicodedata.normalize("NFD", composed))


@given(st.text())
def test_folding_folded_text_changes_nothing(text: str) -> None:
    folded = fold_text(text)
    assert fold_text(folded) == folded


@given(st.text(), st.data())
def test_every_folded_range_leads_back_to_the_characters_it_came_from(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold_text(text[first:last])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("post-soviet $25", ("post", "soviet", "25")),
        ("关税同盟", ("关", "税", "同", "盟")),
        ("g20峰会", ("g20", "峰", "会")),
        ("a_b", ("a", "b")),
    ],
)
def test_tokens(text: str, expected: tuple[str, ...]) -> None:
    assert tokens(text) == expected
