import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.safe import visible

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]),
    )
)


def acts_on_a_terminal(character: str) -> bool:
    """By the Unicode character database, not by the table under test."""
    if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp"):
        return True
    return unicodedata.bidirectional(character) in (
        *("LRE", "RLE", "LRO", "RLO", "PDF"),
        *("LRI", "RLI", "FSI", "PDI"),
    )


@given(ANY_TEXT)
def test_one_character_stands_for_one_character(text):
    assert len(visible(text)) == len(text)


@given(ANY_TEXT)
def test_nothing_left_acts_on_a_terminal(text):
    assert [c for c in visible(text) if acts_on_a_terminal(c)] == []


@given(ANY_TEXT)
def test_only_the_newline_is_let_through_on_request(text):
    kept = visible(text, keep_newlines=True)
    assert [c for c in kept if acts_on_a_terminal(c) and c != "\n"] == []
    assert kept.count("\n") == text.count("\n")


@given(ANY_TEXT)
def test_what_is_shown_is_shown_again_unchanged(text):
    assert visible(visible(text)) == visible(text)


@given(ANY_TEXT)
def test_the_outcome_can_be_encoded(text):
    visible(text).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\tb", "a b"),
        ("\x7f", "␡"),
        ("\x9b31m", "�31m"),
        ("safe\u202eevil\u202c", "safe⍰evil⍰"),
        ("\u2066isolate\u2069", "⍰isolate⍰"),
        ("hid\u200bden", "hid⍰den"),
        ("\U000e0041\U000e0042", "⍰⍰"),
        ("inter\u00adnational", "inter-national"),
        ("\ud800", "�"),
        ("one\r\ntwo", "one␍␊two"),
    ],
)
def test_a_hostile_character_is_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "“Mr President, I wish you a very warm welcome …”",
        "NBSP\u00a0stays",
        "می\u200cخواهم",
        "👩\u200d👩\u200d👧 ❤\ufe0f",
        "e\u0301 会議 שלום",
        "",
    ],
)
def test_ordinary_writing_is_left_alone(text):
    assert visible(text) is text


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, *range(0x80, 0xA0), 0xAD, 0x202E, 0xE0041])
def test_a_mark_takes_exactly_one_cell(code):
    assert cell_len(visible(chr(code))) == 1
