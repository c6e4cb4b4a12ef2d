"""Dialogue that extractors ran together, glued or numbered, on invented samples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Meeting
from tui.reading.registry import read
from tui.reading.run_in import without_run_ins


def said(text: str, name: str = "sample.txt") -> list[tuple[str | None, str]]:
    meeting: Meeting
    (meeting,) = read(text.encode(), name)
    return [(t.speaker, " ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


def test_a_paragraph_that_holds_a_whole_examination_is_cut() -> None:
    text = (
        "Record of a hearing about the lost anchor, as it was printed at the time of the inquiry. "
        "THE COURT: Where was the anchor? MR. BERG: On the quay. THE COURT: Who saw it? "
        "MR. BERG: The cook did: he sat on it. THE COURT: Thank you.\n"
    )
    assert said(text) == [
        ("THE COURT", "Where was the anchor?"),
        ("MR. BERG", "On the quay."),
        ("THE COURT", "Who saw it?"),
        ("MR. BERG", "The cook did: he sat on it."),
        ("THE COURT", "Thank you."),
    ]


def test_initials_run_together_stand_for_the_names_before_them() -> None:
    text = (
        "2 Paul Enders: This begins an interview with Ruth Hall. Where were you born? "
        "Ruth Hall: I was born here, above the bakery, in May, PE: Tell me about it. "
        "RH: It was small. PE: How small? RH: Two ovens. 3 PE: And then? RH: Then came the war.\n"
    )
    assert [speaker for speaker, _ in said(text)] == ["Paul Enders", "Ruth Hall"] * 4


def test_a_transcript_with_labels_on_its_lines_is_not_cut_inside_them() -> None:
    line = "Anna Berg: He wrote Q: why? A: because. Then he wrote Q: when? A: now, " + "x " * 90
    text = f"{line}\n\nCarl Dahl: Yes.\n\nAnna Berg: So.\n\nCarl Dahl: No.\n\nAnna Berg: Well.\n"
    assert [speaker for speaker, _ in said(text)] == ["Anna Berg", "Carl Dahl"] * 2 + ["Anna Berg"]


@pytest.mark.parametrize(
    ("glued", "name", "words"),
    [
        ("§ MR. ABLEAsked the Minister of Fish.", "MR. ABLE", "Asked the Minister of Fish."),
        ("MR. BESTThe answer is no.", "MR. BEST", "The answer is no."),
        ("SIR JOHN CASEI am afraid so.", "SIR JOHN CASE", "I am afraid so."),
        ("MR. E. DALESsaid, that he knew.", "MR. E. DALES", "said, that he knew."),
        ("THE EARL OF ROSSWhat about it?", "THE EARL OF ROSS", "What about it?"),
    ],
)
def test_a_name_glued_to_the_first_word_is_parted(glued: str, name: str, words: str) -> None:
    lines = without_run_ins(["MR. ZEALOne thing more.", glued])
    assert lines[1] == f"{name}: {words}"


def test_one_line_in_capitals_is_not_parted() -> None:
    assert without_run_ins(["MR. ABLEAsked."]) == ["MR. ABLEAsked."]


def test_numbers_of_a_listing_stand_before_no_label() -> None:
    text = (
        "A debate\n\n  1. HOLT: Good evening.\n  2. The rules are known.\n  3. BERG: They are.\n"
        "  4. HOLT: Then: the fish.\n  5. BERG: Which?\n"
    )
    assert said(text) == [
        ("HOLT", "Good evening. The rules are known."),
        ("BERG", "They are."),
        ("HOLT", "Then: the fish."),
        ("BERG", "Which?"),
    ]


@given(st.lists(st.text(alphabet="AaBb Q:.§1\t", max_size=60), max_size=12))
def test_no_letter_is_lost(lines: list[str]) -> None:
    def letters(pieces: list[str]) -> str:
        return "".join(c for piece in pieces for c in piece if c.isalpha())

    assert letters(without_run_ins(lines)) == letters(lines)
