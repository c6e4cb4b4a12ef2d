"""What a terminal without Unicode is sent."""

import io
import re
import tokenize
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment

from tui.terminal.ascii_forms import REPLACEMENT, in_ascii
from tui.terminal.differ import Differ
from tui.terminal.pen import Pens

TUI = Path(__file__).parents[2] / "tui"
# Arrows, mathematical operators, boxes, blocks, geometric shapes, dingbats.
DRAWN = re.compile("[\u2190-\u22ff\u2500-\u27bf]")
WORDS = st.text(st.sampled_from("ab “”’–…·▌█é議한я\xa0e\u0301"), max_size=20)


def drawn_signs() -> set[str]:
    """Every sign in a string of a widget or screen that is no explanation."""
    found: set[str] = set()
    for path in [*(TUI / "widgets").rglob("*.py"), *(TUI / "screens").rglob("*.py")]:
        source = io.StringIO(path.read_text(encoding="utf-8"))
        for token in tokenize.generate_tokens(source.readline):
            if token.type == tokenize.STRING and not token.string.startswith('"""'):
                found |= set(DRAWN.findall(token.string))
    return found


def test_every_sign_we_draw_has_a_form() -> None:
    signs = drawn_signs()
    assert "▸" in signs
    assert {sign for sign in signs if in_ascii(sign) == REPLACEMENT} == set()


@given(WORDS)
def test_a_text_takes_the_same_cells(text: str) -> None:
    plain = in_ascii(text)
    assert plain.isascii()
    assert cell_len(plain) == cell_len(text)


@pytest.mark.parametrize(
    ("words", "shown"),
    [("plain", "plain"), ("café", "caf?"), ("会議", "????"), ("it’s — “so”", 'it\'s - "so"')],
)
def test_words_keep_what_can_be_carried(words: str, shown: str) -> None:
    assert in_ascii(words) == shown


def test_nothing_else_reaches_the_terminal() -> None:
    differ = Differ(Pens(ColorSystem.TRUECOLOR), colour_erase=True, unicode=False)
    differ.fit(30, 1)
    differ.paint(0, 0, [Segment("▌ “naïve” 議 ▸"), Segment(" " * 30)])
    assert '| "na?ve" ?? >' in differ.difference()
