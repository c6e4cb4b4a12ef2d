"""Words as the matcher and the index cut them."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from tui.search.tokens import GAP, all_spaced, any_token, token_pattern


@given(
    text=st.text("ab_ -漢カé9\0.", max_size=30),
    parts=st.lists(st.sampled_from(["a", "ab", "漢", "9"]), min_size=1, max_size=3),
    prefix=st.booleans(),
)
def test_the_quicker_pattern_finds_the_same_where_all_is_spaced(
    text: str, parts: list[str], prefix: bool
) -> None:
    def found(spaced: bool) -> list[tuple[int, int]]:
        words = [token_pattern(part, prefix=prefix, spaced=spaced) for part in parts]
        pattern = re.compile(GAP.join([*words, any_token(spaced=spaced)]))
        return [match.span() for match in pattern.finditer(text)]

    assume(all_spaced(text))
    assert found(spaced=True) == found(spaced=False)
