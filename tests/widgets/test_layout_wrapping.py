"""Lines break where Textual itself would break them."""

from hypothesis import example, given
from hypothesis import strategies as st
from textual.content import Content

from tui.safe import visible
from tui.widgets.dialogue.wrapping import wrap

WORDS = st.one_of(
    st.text("abcdefgh’“–", min_size=1, max_size=12),
    st.text("abc", min_size=18, max_size=300),
    st.text("会議録です", min_size=1, max_size=40),
    st.sampled_from(
        ["👩‍👩‍👧", "é", "e\u0301", "שלום", "a\u00a0b", "\x1b[31m", "❤️", "x\ty", "", "—"]
    ),
)
TEXTS = st.lists(WORDS, max_size=60).flatmap(
    lambda words: st.sampled_from([" ", "  ", " \u00a0"]).map(lambda gap: gap.join(words))
)


def _ours(text: str, width: int) -> list[str]:
    return [visible(text[start:end]).rstrip() for start, end in wrap(text, width)]


def _textuals(text: str, width: int) -> list[str]:
    lines = Content(visible(text, keep_newlines=True))._wrap_and_format(width)
    return [line.content.plain.rstrip() for line in lines]


@given(TEXTS | st.text(max_size=200), st.integers(20, 200))
@example("a " * 30, 20)
@example("x" * 5000, 33)
@example("one\ntwo\n", 20)
@example(" leading", 20)
@example("", 20)
def test_same_lines_as_textual(text: str, width: int) -> None:
    assert _ours(text, width) == _textuals(text, width)


@given(TEXTS, st.integers(20, 200))
def test_lines_cover_the_text_in_order(text: str, width: int) -> None:
    stretches = wrap(text, width)
    assert "".join(text[start:end] for start, end in stretches) == text
