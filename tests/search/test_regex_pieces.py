"""Pieces of regular expressions: what every match contains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.folding import fold_text
from tui.search.regex import RegexError, compile_regex
from tui.search.regex_pieces import literal_pieces

PATTERN = st.text(alphabet="abK1 .|()[]{}^$*+?\\wd,-Q", max_size=12)


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"jurisprud\w+ of", ("jurisprud", "of")),
        (r"\$\d+ Billion", ("billion",)),
        (r"colou?r", ("colo", "r")),
        (r"go{2,3}d", ("g", "d")),
        (r"Justice (Scalia|Stevens)", ("justice",)),
        (r"one|two", ()),
        (r"[]a]bc", ("bc",)),
        (r"\x41bc", ()),
        (r"\Qa|b\E", ()),
    ],
)
def test_what_stands_in_every_match_is_told(pattern: str, pieces: tuple[str, ...]) -> None:
    assert literal_pieces(pattern) == pieces


@given(PATTERN, st.text(alphabet="abKk1 ſK,-}", max_size=20))
def test_no_match_is_without_its_pieces(pattern: str, text: str) -> None:
    try:
        found = [match.span() for match in compile_regex(pattern).finditer(text)]
    except RegexError:
        return
    for start, end in found:
        matched = fold_text(text[start:end])
        assert all(piece in matched for piece in literal_pieces(pattern))
