"""What is cut out, and the seams that are seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Meeting, Place
from tui.quoting.cut import QuoteError, quote_selection, quote_turn
from tui.quoting.quote import OMISSION, SeamKind


def place(meeting: Meeting, anchor: str, block: int = 0, offset: int = 0) -> Place:
    return Place(meeting.id, anchor, block, offset)


def test_a_turn(talks: Meeting) -> None:
    quote = quote_turn(talks, "t1")
    assert quote.words == "We meet again.\n\nGosplan [the planning agency] is gone."
    assert (quote.speaker, quote.role) == ("Vladimir Putin", "President of Russia")
    assert quote.address == "2012-05-15/the-kremlin-aaaa#t1"


def test_a_caption_in_a_turn_is_left_out_and_said(talks: Meeting) -> None:
    seams = quote_turn(talks, "t1").seams
    assert [(seam.kind, seam.text) for seam in seams] == [
        (SeamKind.INTERRUPTION, "At the talks."),
        (SeamKind.EDITOR, "[the planning agency]"),
    ]


def test_omissions_are_marked(talks: Meeting) -> None:
    assert quote_turn(talks, "t2").words == (
        f"Thank you.\n\n{OMISSION}\n\nTrade {OMISSION} has grown."
    )


@pytest.mark.parametrize("ask", [("t2", 1), ("t2.1", None)])
def test_one_paragraph(talks: Meeting, ask: tuple[str, int | None]) -> None:
    quote = quote_turn(talks, *ask)
    assert (quote.words, quote.anchor) == ("Thank you.", "t2.1")


def test_the_office_printed_earlier_holds(talks: Meeting) -> None:
    assert quote_turn(talks, "t3").role == "President of Russia"


def test_an_office_that_is_not_printed_is_not_invented(talks: Meeting) -> None:
    assert quote_turn(talks, "t2").role is None


@pytest.mark.parametrize(
    ("anchor", "kind", "words"),
    [
        ("title", "title", "Talks with Nursultan Nazarbayev"),
        ("summary", "summary", "They talked."),
        ("b1", "narrative", "The meeting began."),
        ("b2", "caption", "At the talks."),
        ("b4", "heading", "After the talks"),
    ],
)
def test_what_nobody_said_has_no_speaker(
    talks: Meeting, anchor: str, kind: str, words: str
) -> None:
    quote = quote_turn(talks, anchor)
    assert (quote.speaker, quote.kind, quote.words) == (None, kind, words)


@pytest.mark.parametrize("anchor", ["t9", "b9", "t1.9", "t1.0", "t1.x", "x"])
def test_a_place_that_is_not_there_is_named(talks: Meeting, anchor: str) -> None:
    with pytest.raises(QuoteError, match=anchor):
        quote_turn(talks, anchor)


def test_anchors_are_those_of_the_passages(seeds: tuple[Meeting, ...]) -> None:
    for meeting in seeds:
        for passage in meeting.passages():
            for number, block in enumerate(passage.blocks):
                ends = place(meeting, passage.anchor, number, len(block.text))
                (quote,) = quote_selection(meeting, place(meeting, passage.anchor, number), ends)
                assert quote.words.replace(OMISSION, "<…>") == block.text.strip()


def test_a_selection_across_speakers_is_two_quotations(talks: Meeting) -> None:
    first, second = quote_selection(
        talks, place(talks, "t1", 1, 39 - len("is gone.") - 1), place(talks, "t2", 0, 5)
    )
    assert (first.speaker, first.words) == ("Vladimir Putin", "is gone.")
    assert (second.speaker, second.words) == ("Nursultan Nazarbayev", "Thank")
    assert [(seam.kind, seam.text) for seam in first.seams] == [
        (SeamKind.SPEAKER, "Nursultan Nazarbayev")
    ]


def test_a_heading_between_turns_is_a_seam(talks: Meeting) -> None:
    first, _ = quote_selection(talks, place(talks, "t2", 1, 12), place(talks, "t3", 0, 7))
    assert [(seam.kind, seam.text) for seam in first.seams] == [
        (SeamKind.INTERRUPTION, "After the talks"),
        (SeamKind.SPEAKER, "Vladimir Putin"),
    ]


def test_either_end_may_come_first(talks: Meeting) -> None:
    one, other = place(talks, "t1", 0, 3), place(talks, "t2", 1, 5)
    assert quote_selection(talks, one, other) == quote_selection(talks, other, one)


def test_a_bracket_is_taken_whole(talks: Meeting) -> None:
    (quote,) = quote_selection(talks, place(talks, "t1", 1, 0), place(talks, "t1", 1, 12))
    assert quote.words == "Gosplan [the planning agency]"


def test_a_bracket_alone_is_the_editors(talks: Meeting) -> None:
    (quote,) = quote_selection(talks, place(talks, "t1", 1, 9), place(talks, "t1", 1, 20))
    assert (quote.speaker, quote.kind, quote.words) == (None, "editor", "the plannin")


def test_nothing_selected_says_so(talks: Meeting) -> None:
    with pytest.raises(QuoteError, match="no word"):
        quote_selection(talks, place(talks, "t1"), place(talks, "t1"))


@given(st.data())
def test_a_quotation_holds_nothing_but_the_speakers_words(
    talks: Meeting, data: st.DataObject
) -> None:
    passages = [passage for passage in talks.passages() if passage.blocks]

    def anywhere() -> Place:
        passage = data.draw(st.sampled_from(passages))
        block = data.draw(st.integers(0, len(passage.blocks) - 1))
        offset = data.draw(st.integers(0, len(passage.blocks[block].text)))
        return place(talks, passage.anchor, block, offset)

    try:
        quotes = quote_selection(talks, anywhere(), anywhere())
    except QuoteError:
        return
    for quote in quotes:
        source = next(passage for passage in passages if passage.anchor == quote.anchor)
        text = "\n\n".join(block.text for block in source.blocks)
        pieces = [piece.strip() for piece in quote.words.split(OMISSION)]
        position = 0
        for piece in pieces:
            position = text.index(piece, position) + len(piece)
