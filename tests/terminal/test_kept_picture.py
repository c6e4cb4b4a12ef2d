"""Rows of cells written down and read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.terminal.differ import Differ
from tui.terminal.kept_picture import dump, load
from tui.terminal.pen import Pens

STYLES = st.sampled_from(
    ["", "bold red", "italic on #102030", "underline", "link https://x.example"]
)
TEXTS = st.text("ab 会議한é\u0301🙂☎️ㅤ", max_size=9)
PICTURES = st.lists(st.lists(st.tuples(TEXTS, STYLES), max_size=4), min_size=1, max_size=5)
WIDTH = 14


def painted(picture) -> Differ:
    differ = Differ(Pens(ColorSystem.TRUECOLOR), colour_erase=True)
    paint(differ, picture)
    return differ


def paint(differ: Differ, picture) -> None:
    differ.fit(WIDTH, len(picture))
    for y, line in enumerate(picture):
        segments = [Segment(text, Style.parse(style)) for text, style in line]
        differ.paint(0, y, [*segments, Segment(" " * WIDTH)])


@given(PICTURES)
def test_what_is_read_again_needs_no_more_sending(picture) -> None:
    earlier = painted(picture)
    earlier.difference()
    later = painted(picture)
    later.presume(load(dump(earlier.shown), later.pens))
    assert later.difference() == ""


@given(PICTURES)
def test_the_whole_picture_is_what_an_unknown_screen_is_sent(picture) -> None:
    differ = painted(picture)
    sent = differ.difference()
    assert differ.whole() == sent


def test_rows_of_another_size_are_not_taken_for_the_screen() -> None:
    small = painted([[("word", "")]])
    small.difference()
    large = painted([[("word", "")], [("word", "")]])
    large.presume(load(dump(small.shown), large.pens))
    assert "word" in large.difference()


def test_an_unknown_screen_is_no_picture() -> None:
    differ = painted([[("word", "")]])
    differ.difference()
    differ.forget()
    assert differ.shown is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pens": [], "rows": [[[0, "a"]]]}'])
def test_what_is_no_picture_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        load(text, Pens(ColorSystem.TRUECOLOR))
