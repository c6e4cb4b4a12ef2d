"""Markdown transcripts, on short invented samples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Block, BlockKind, Meeting
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.markdown import READER


def read(text: str) -> Meeting:
    (meeting,) = READER.read(decode(text.encode(), "talk.md"))
    return meeting


def said(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(t.speaker, " ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


DIALOGUE = [("Alice", "Yes, really."), ("Bob", "Why?"), ("Alice", "So.")]


@pytest.mark.parametrize(
    "text",
    [
        "**Alice:** Yes, *really*.\n\n**Bob:** Why?\n\n**Alice:** So.\n",
        "**Alice**: Yes, [really](http://example.org).\n\n**Bob**: Why?\n\n**Alice**: So.\n",
        "**Alice**  0:00  \nYes,\nreally.\n\n**Bob**  0:02  \nWhy?\n\n**Alice**  0:03  \nSo.\n",
        "- **Alice:** Yes, really.\n- **Bob:** Why?\n- **Alice:** So.\n",
        "## Talk\n\nAlice: 00:00:01\n\nYes, really.\n\nBob: 00:00:02\n\nWhy?\n\n"
        "Alice: 00:00:04\n\nSo.",
    ],
    ids=["colon inside", "colon outside", "otter", "list", "timed"],
)
def test_ways_to_print_a_speaker(text: str) -> None:
    assert said(read(text)) == DIALOGUE


def test_front_matter_describes_the_meeting_and_completes_names() -> None:
    meeting = read(
        "---\ntitle: \"A \\\n  long talk\"\ndate: '2020-10-02'\nspeakers:\n  - Alice Example\n"
        "  - Bob Sample\ntags: [one, two]\nsource_url: https://example.org/x\nextra: kept\n---\n"
        "Alice: Hi.\n\nBob: Hi.\n\nAlice: Well.\n"
    )
    assert (meeting.title, meeting.date) == ("A long talk", "2020-10-02")
    assert meeting.source.url == "https://example.org/x"
    assert meeting.topics == ("one", "two")
    assert [person.name for person in meeting.people] == ["Alice Example", "Bob Sample"]
    assert [person.label for person in meeting.people] == ["Alice", "Bob"]
    assert "extra: kept" in meeting.source.furniture


def test_headings_between_turns_are_nobodys_words() -> None:
    meeting = read("**Alice:** One.\n\n## Part two\n\n**Bob:** Two.\n\n**Alice:** Three.\n")
    headings = [part for part in meeting.body if isinstance(part, Block)]
    assert [(part.kind, part.text) for part in headings] == [(BlockKind.HEADING, "Part two")]


def test_bold_words_in_a_speech_are_no_label() -> None:
    meeting = read(
        "**Alice:** One.\n\n**Never**, she said.\n\n**Bob:** Two.\n\n**Alice:** Three.\n"
    )
    assert [speaker for speaker, _ in said(meeting)] == ["Alice", "Bob", "Alice"]


@given(st.text(alphabet=st.sampled_from("*_#[]()`>-: \nAb1\\<&!"), max_size=120))
def test_nothing_but_reading_errors(text: str) -> None:
    try:
        read("---\n" + text)
    except ReadingError:
        return


def test_bold_labels_that_extractors_left_in_pieces() -> None:
    meeting = read(
        "# Talk\n\n**Minister Alice Example: **Yes.\n\nB**ob Sample: **Why?\n\n*** * ***\n\n"
        "**Alice Example** (retranslated)**:** So.\n"
    )
    assert said(meeting) == [
        ("Alice Example", "Yes."),
        ("Bob Sample", "Why?"),
        ("Alice Example", "So."),
    ]
    assert meeting.turns[2].label_note == "retranslated"


def test_a_bold_label_may_be_broken_over_lines() -> None:
    meeting = read(
        "**Alice:** Yes.\n\n**Minister for Trade Bob\nSample:** Why?\n\n**Alice:** So.\n"
    )
    assert [turn.speaker for turn in meeting.turns] == ["Alice", "Bob Sample", "Alice"]


def test_the_mark_of_a_quotation_is_none_of_its_words() -> None:
    meeting = read("**Alice Example:** Look:\n\n> It is so.\n\n**Bob Sample:** Yes.\n")
    assert [block.text for block in meeting.turns[0].blocks] == ["Look:", "It is so."]
