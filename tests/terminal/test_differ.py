"""Any painting, in any order: the terminal shows what was painted last."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from tui.safe import visible
from tui.terminal.differ import Differ
from tui.terminal.frame import _ONE_CELL_EACH
from tui.terminal.pen import Pens

WIDTH, HEIGHT = 24, 4

LETTERS = st.sampled_from([*"ab", "  ", " " * 12, "é", "“", "議", "한", "e\u0301", "я"])
TEXTS = st.lists(LETTERS, min_size=1, max_size=12).map("".join)
STYLES = st.sampled_from(
    [
        "none",
        *("red", "bold", "italic red", "bold italic", "underline", "reverse", "strike blue"),
        *("on blue", "white on blue", "bold #aabbcc on #112233", "on #112233", "bright_red"),
    ]
).map(Style.parse)
PAINTINGS = st.tuples(
    st.integers(0, WIDTH - 1),
    st.integers(0, HEIGHT - 1),
    st.lists(st.tuples(TEXTS, STYLES), min_size=1, max_size=3),
)
FRAMES = st.lists(st.lists(PAINTINGS, max_size=5), min_size=1, max_size=5)


def new_differ(*, colour_erase=True):
    differ = Differ(Pens(ColorSystem.TRUECOLOR), colour_erase=colour_erase)
    differ.fit(WIDTH, HEIGHT)
    for y in range(HEIGHT):
        differ.paint(0, y, [Segment(" " * WIDTH, Style.parse("on #112233"))])
    return differ


class Naive:
    """Draws every cell by itself, at its own place, with all its attributes."""

    def __init__(self):
        self.cells = {}
        for y in range(HEIGHT):
            self.paint(0, y, [(" " * WIDTH, Style.parse("on #112233"))])

    def paint(self, x, y, pieces):
        for text, style in pieces:
            clusters = []
            for character in text:
                if cell_len(character):
                    clusters.append(character)
                else:
                    clusters[-1] += character
            for cluster in clusters:
                size = cell_len(cluster)
                for column in range(x, x + size):
                    self.halve(column, y)
                if x + size <= WIDTH:
                    self.cells[x, y] = (cluster, style, size)
                    if size == 2:
                        self.cells[x + 1, y] = None
                elif x < WIDTH:
                    self.cells[x, y] = (" ", style, 1)
                x += size

    def halve(self, x, y):
        """What is left of a wide character that is overwritten in part is a blank."""
        if (x, y) not in self.cells:
            return
        start = x - 1 if self.cells[x, y] is None else x
        _, style, size = self.cells[start, y]
        for column in range(start, start + size):
            self.cells[column, y] = (" ", style, 1)

    def everything(self):
        return "".join(
            f"\x1b[{y + 1};{x + 1}H" + cell[1].render(cell[0])
            for (x, y), cell in self.cells.items()
            if cell is not None
        )


@pytest.mark.parametrize("colour_erase", [True, False])
@given(frames=FRAMES)
def test_the_terminal_shows_what_was_painted_last(terminal, colour_erase, frames):
    differ, naive, screen = new_differ(colour_erase=colour_erase), Naive(), terminal(WIDTH, HEIGHT)
    for paintings in frames:
        for x, y, pieces in paintings:
            differ.paint(x, y, [Segment(text, style) for text, style in pieces])
            naive.paint(x, y, pieces)
        screen.feed(differ.difference())
        expected = terminal(WIDTH, HEIGHT)
        expected.feed(naive.everything())
        assert screen.picture == expected.picture


INKS = st.sampled_from(["red", "bold", "on blue", "bold #aabbcc on #112233"]).map(Style.parse)
SHEET = st.lists(
    st.lists(st.tuples(TEXTS, INKS), min_size=2, max_size=6), min_size=HEIGHT, max_size=HEIGHT
)


@given(sheets=st.lists(SHEET, min_size=1, max_size=3))
def test_rows_that_share_their_inks_show_what_was_painted_last(terminal, sheets):
    differ, naive, screen = new_differ(), Naive(), terminal(WIDTH, HEIGHT)
    for sheet in sheets:
        for y, pieces in enumerate(sheet):
            differ.paint(0, y, [Segment(text, style) for text, style in pieces])
            naive.paint(0, y, pieces)
        screen.feed(differ.difference())
        expected = terminal(WIDTH, HEIGHT)
        expected.feed(naive.everything())
        assert screen.picture == expected.picture


def test_an_ink_that_all_rows_share_is_taken_up_once():
    bar, words = Style.parse("#aabbcc on #112233"), Style.parse("#ddddee on #112233")
    differ = new_differ()
    differ.difference()
    for y in range(HEIGHT):
        differ.paint(0, y, [Segment("|", bar), Segment(f" words of row {y}", words)])
    sent = differ.difference()
    assert sent.count("38;2;170;187;204") == sent.count("38;2;221;221;238") == 1


PAGE = st.lists(st.lists(st.tuples(TEXTS, STYLES), min_size=1, max_size=2), min_size=3, max_size=9)
WALK = st.lists(st.tuples(st.integers(0, 8), st.booleans()), min_size=1, max_size=6)


@given(page=PAGE, walk=WALK)
def test_a_text_that_scrolls_is_shown_whole(terminal, page, walk):
    """Numbered rows between a fixed head and a foot that changes with every step."""
    tall = 9
    differ, screen = Differ(Pens(ColorSystem.TRUECOLOR), colour_erase=True), terminal(WIDTH, tall)
    differ.fit(WIDTH, tall)
    ground = Style.parse("on #112233")
    for step, (offset, other) in enumerate(walk):
        rows = [[("head", ground)]]
        rows += [
            [(f"{number:2} ", ground), *page[number % len(page)]]
            for number in range(offset, offset + tall - 2)
        ]
        rows.append([(f"foot {step if other else 0}", ground)])
        fresh = Differ(Pens(ColorSystem.TRUECOLOR), colour_erase=False)
        fresh.fit(WIDTH, tall)
        for y, pieces in enumerate(rows):
            segments = [Segment(text, style) for text, style in pieces]
            segments.append(Segment(" " * WIDTH, ground))
            differ.paint(0, y, segments)
            fresh.paint(0, y, segments)
        screen.feed(differ.difference())
        expected = terminal(WIDTH, tall)
        expected.feed(fresh.difference())
        assert screen.picture == expected.picture


def test_a_line_of_a_text_over_the_whole_width_costs_a_line():
    differ = Differ(Pens(ColorSystem.TRUECOLOR), colour_erase=True)
    differ.fit(80, 24)
    for offset in (0, 1):
        for y in range(24):
            words = f"{y + offset} the words of row number {y + offset} of this text"
            differ.paint(0, y, [Segment(words.ljust(80))])
        sent = differ.difference()
    assert "row number 24" in sent
    assert len(sent) <= 150


@given(frame=st.lists(PAINTINGS, max_size=4, unique_by=lambda painting: painting[1]))
def test_the_same_picture_again_sends_nothing(frame):
    differ = new_differ()
    for _ in range(2):
        for x, y, pieces in frame:
            differ.paint(x, y, [Segment(text, style) for text, style in pieces])
        sent = differ.difference()
    assert sent == ""


@given(frame=st.lists(PAINTINGS, max_size=5))
def test_a_forgotten_screen_is_drawn_whole(terminal, frame):
    differ, screen, fresh = new_differ(), terminal(WIDTH, HEIGHT), terminal(WIDTH, HEIGHT)
    for x, y, pieces in frame:
        differ.paint(x, y, [Segment(text, style) for text, style in pieces])
    screen.feed(differ.difference())
    differ.forget()
    fresh.feed(differ.difference())
    assert fresh.picture == screen.picture


@given(text=st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lu"])))
def test_no_control_character_of_a_text_is_sent(text):
    differ = new_differ()
    differ.paint(0, 1, [Segment(text)])
    words = re.sub("\x1b\\[[0-9;]*[A-Za-z]|\r\n|\x08", "", differ.difference())
    assert visible(words) == words


def test_emoji_do_not_move_what_stands_behind_them(terminal):
    """Terminals disagree on their width; the rest of the row is put where it belongs."""
    differ, screen = new_differ(), terminal(WIDTH, HEIGHT)
    screen.feed(differ.difference())
    differ.paint(0, 0, [Segment("👩\u200d👩\u200d👧 behind ❤\ufe0f it")])
    screen.feed(differ.difference())
    row = screen.picture.looks[0]
    assert "".join(look[0] for look in row[3:9]) == "behind"
    assert "".join(look[0] for look in row[13:15]) == "it"


def test_a_row_with_emoji_is_drawn_whole_when_it_changes(terminal):
    differ = new_differ()
    differ.paint(0, 0, [Segment("👩\u200d👧 one")])
    differ.difference()
    differ.paint(20, 0, [Segment("x")])
    assert "one" in differ.difference()


def test_rich_agrees_on_the_characters_of_one_cell():
    one_cell = [chr(code) for code in range(0x3000) if _ONE_CELL_EACH.fullmatch(chr(code))]
    assert len(one_cell) > 1_000
    assert [c for c in one_cell if cell_len(c) != 1] == []


@pytest.mark.parametrize(
    ("before", "after", "most"),
    [
        ("a row of words", "a row of worms", 12),
        ("a", "b", 8),
        ("short", "a longer line", 24),
        ("a longer line here", "a", 12),
    ],
)
def test_a_small_change_is_a_short_sequence(before, after, most):
    differ = new_differ()
    ground = Style.parse("on #112233")
    differ.paint(0, 1, [Segment(before.ljust(WIDTH), ground)])
    differ.difference()
    differ.paint(0, 1, [Segment(after.ljust(WIDTH), ground)])
    sgr = len("\x1b[48;2;17;34;51m\x1b[m")
    assert len(differ.difference()) - sgr <= most
