"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.sentences import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Mr. Berg met J. Strand. They talked.", ["Mr. Berg met J. Strand.", "They talked."]),
        ("It costs 1.5 billion. No more.", ["It costs 1.5 billion.", "No more."]),
        ("“Is it so?” “It is.”", ["“Is it so?”", "“It is.”"]),
        ("Да. Нет, конечно.", ["Да.", "Нет, конечно."]),
        ("no stop at all", ["no stop at all"]),
        ("  ", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, found: list[str]) -> None:
    assert [text[first:last] for first, last in sentences(text)] == found


@given(st.text(alphabet="aB .?!”“\n", max_size=60))
def test_between_sentences_there_is_white_space_alone(text: str) -> None:
    at = 0
    for first, last in sentences(text):
        assert at <= first < last
        assert not text[at:first].strip()
        assert text[first:last] == text[first:last].strip()
        at = last
    assert not text[at:].strip()
