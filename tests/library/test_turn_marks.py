"""A remembered turn is found by its words after another reading, or not at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.library.turn_marks import find, mark
from tui.model import Attribution, Block, BlockKind, Meeting, Source, Turn


def meeting(*texts: str, sha256: str = "one") -> Meeting:
    turns = tuple(
        Turn(
            number,
            None,
            None,
            "Label",
            None,
            Attribution.PRINTED,
            (Block(BlockKind.PARAGRAPH, text),),
        )
        for number, text in enumerate(texts, start=1)
    )
    return Meeting(
        "2013-05-29/x-abcd", "", "", None, None, "", Source("", None, "", sha256), (), turns
    )


words = st.sampled_from(
    ["Yes.", "No.", "Thank you.", "The bridge will be open before winter comes."]
)
texts = st.lists(words, min_size=1, max_size=6)


@given(texts, st.data())
def test_the_same_capture_gives_the_same_turn(said: list[str], data: st.DataObject) -> None:
    read = meeting(*said)
    turn = data.draw(st.sampled_from(read.turns))
    assert find(read, mark(read, turn)) == turn


@given(texts, texts, st.data())
def test_another_capture_gives_the_same_words_or_nothing(
    said: list[str], again: list[str], data: st.DataObject
) -> None:
    read, other = meeting(*said), meeting(*again, sha256="two")
    turn = data.draw(st.sampled_from(read.turns))
    found = find(other, mark(read, turn))
    assert found is None or found.blocks == turn.blocks


def test_a_turn_is_followed_when_others_come_before_it() -> None:
    read = meeting("Yes.", "The bridge is open.")
    longer = meeting("Welcome.", "Yes.", "The bridge is open.", sha256="two")
    found = find(longer, mark(read, read.turns[1]))
    assert found is not None and found.number == 3


def test_of_equal_words_the_neighbours_tell() -> None:
    read = meeting("Yes.", "Is it open?", "Yes.", "Thank you.")
    other = meeting("Well.", "Yes.", "Is it open?", "Yes.", "Thank you.", sha256="two")
    found = find(other, mark(read, read.turns[2]))
    assert found is not None and found.number == 4


def test_equal_words_that_nothing_tells_apart_are_not_guessed() -> None:
    read = meeting("Yes.", "No.")
    other = meeting("Yes.", "Yes.", "Well.", "Yes.", sha256="two")
    assert find(other, mark(read, read.turns[0])) is None


def test_revised_words_are_known_by_their_beginning_under_the_same_label() -> None:
    opening = "The bridge will be open before the winter comes to the bay, I think"
    read = meeting(f"{opening} so.")
    revised = meeting("Welcome.", f"{opening} and hope.", sha256="two")
    remembered = mark(read, read.turns[0])
    found = find(revised, remembered)
    assert found is not None and found.number == 2
    relabelled = replace(revised.turns[1], label="Other")
    assert find(replace(revised, body=(revised.turns[0], relabelled)), remembered) is None
