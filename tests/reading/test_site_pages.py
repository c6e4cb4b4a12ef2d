"""Pages of the site with what the five seeds do not show; the words are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_page import ANSWER, FOOT, HEAD, OPENING, blocks, page, said

from tui.model import Attribution, Block, BlockKind, Meeting
from tui.reading.decoding import mend
from tui.reading.registry import read


def test_one_section_alone() -> None:
    assert page(OPENING).sections == ("News",)


def test_a_page_without_place_summary_and_tags() -> None:
    text = f"Events\nAddress to the Nation\nMay 1, 2020\n12:00\n{OPENING}\nPublication status\n"
    (meeting,) = read((text + "Publication date: May 1, 2020, 12:00").encode(), "a.txt")
    assert (meeting.title, meeting.summary, meeting.place) == ("Address to the Nation", "", "")
    assert len(meeting.turns) == 1


def test_the_guest_may_speak_first() -> None:
    meeting = page("* * *", ANSWER, "Vladimir Putin: Welcome.")
    assert [turn.speaker for turn in meeting.turns] == ["William Ruto", "Vladimir Putin"]


@pytest.mark.parametrize(
    "lines",
    [
        ["President of Kenya William Ruto", ": Thank you."],
        ["President of Kenya", "William Ruto", ": Thank you."],
        ["President of Kenya William Ruto", "(retranslated)", ": Thank you."],
        ["President of Kenya William Ruto", "(retranslated): Thank you."],
        ["President of Kenya William Ruto:", "Thank you."],
        ["President of Kenya William\xa0Ruto: Thank you."],
    ],
)
def test_a_label_broken_over_lines(lines: list[str]) -> None:
    turn = page(OPENING, *lines).turns[1]
    assert (turn.speaker, turn.role) == ("William Ruto", "President of Kenya")
    assert [block.text for block in turn.paragraphs] == ["Thank you."]


def test_a_remark_in_the_label_is_kept_apart() -> None:
    turn = page(OPENING, "President of Kenya William Ruto (retranslated): Thank you.").turns[1]
    assert (turn.label, turn.label_note) == ("President of Kenya William Ruto", "retranslated")


@pytest.mark.parametrize("label", ["Question", "Remark", "Reply", "Audience", "Operator"])
def test_somebody_unnamed_speaks_under_the_printed_label(label: str) -> None:
    meeting = page(OPENING, f"{label}: May I ask something?", "Vladimir Putin: Please do.")
    assert meeting.turns[1].speaker == label
    assert len(meeting.turns) == 3


def test_a_speaker_without_office_who_speaks_once() -> None:
    meeting = page(OPENING, "Mumbua Wanjiku: I am a nurse.", "Vladimir Putin: I see.")
    assert meeting.turns[1].speaker == "Mumbua Wanjiku"


def test_a_heading_above_a_broken_label_is_not_part_of_it() -> None:
    meeting = page(
        "* * *",
        "Beginning of meeting with President of Kenya William Ruto",
        "President of Kenya William Ruto",
        "(retranslated): Thank you.",
    )
    assert meeting.turns[0].role == "President of Kenya"
    assert (BlockKind.HEADING, meeting.title.replace("Meeting", "Beginning of meeting")) in blocks(
        meeting
    )


def test_a_colon_in_speech_begins_no_turn() -> None:
    speech = "Another aspect I would like to single out: trade is growing."
    listed = "Minister of Trade: Moses Kuria."
    assert said(page(OPENING, speech, listed))[0][1].endswith(f"{speech} / {listed}")


def test_a_label_that_ends_in_a_full_stop_is_inferred() -> None:
    meeting = page(OPENING, ANSWER, "Vladimir Putin: Yes.", ANSWER, "Vladimir Putin. Thank you.")
    assert said(meeting)[-1] == ("Vladimir Putin", "Thank you.")
    assert meeting.turns[-1].attribution is Attribution.INFERRED
    assert meeting.turns[0].attribution is Attribution.PRINTED


@pytest.mark.parametrize(
    "caption",
    [
        "With President of Kenya William Ruto.",
        "At a meeting with President of Kenya William Ruto.",
        "President of Kenya William Ruto.",
        "President of Kenya William Ruto before the meeting with the President of Russia.",
        "Before the Russia–Africa summit. Photo: RIA Novosti",
        "Vladimir Putin presents William Ruto with an album at the ceremony.",
        "Meeting with President of Kenya William Ruto.",
    ],
)
def test_a_caption_inside_a_speech_is_nobodys_words(caption: str) -> None:
    meeting = page(
        OPENING, ANSWER, "We are glad.", caption, "We value this.", "Vladimir Putin: Yes."
    )
    assert said(meeting)[1][1] == "Thank you, Mr President. / We are glad. / We value this."
    assert (BlockKind.CAPTION, caption) in blocks(meeting)


def test_a_photo_counter_brings_a_caption() -> None:
    meeting = page(OPENING, "3 of 7", "In the hall", "We are glad.")
    assert (BlockKind.CAPTION, "In the hall") in blocks(meeting)
    assert "3 of 7" in meeting.source.furniture


def test_a_speaker_who_gives_the_own_name_is_no_caption() -> None:
    meeting = page(
        OPENING,
        "Joan Wanjiku: Good afternoon.",
        "Joan Wanjiku, correspondent of the Nation newspaper.",
        "I have a question.",
    )
    assert said(meeting)[1][1].count(" / ") == 2


@pytest.mark.parametrize(
    "line",
    ["(Applause.)", "(The minister then gave a report.)", "A video is played.", "(Laughter)"],
)
def test_a_narrators_line_is_an_aside_and_the_speech_goes_on(line: str) -> None:
    meeting = page(OPENING, line, "Let us go on.")
    assert (BlockKind.ASIDE, line) in blocks(meeting)
    assert said(meeting) == [("Vladimir Putin", "Good afternoon, Mr President. / Let us go on.")]


def test_a_remark_that_opens_a_paragraph_is_part_of_it() -> None:
    assert said(page(OPENING, "(In English.) Welcome to Russia."))[0][1].endswith(
        "(In English.) Welcome to Russia."
    )


def test_a_pull_quote_is_not_said_twice() -> None:
    sentence = "We have increased our mutual trade by one third in the past year alone."
    meeting = page(OPENING, f"{sentence} We shall go on.", sentence, "Welcome.")
    assert (BlockKind.PULL_QUOTE, sentence) in blocks(meeting)
    assert said(meeting)[0][1].count("one third") == 1


def test_a_set_phrase_said_twice_is_said_twice() -> None:
    thanks = "I am very happy to see you. Welcome."
    meeting = page(f"{OPENING} {thanks}", ANSWER, f"Vladimir Putin: {thanks}", thanks)
    assert said(meeting)[-1][1].count("Welcome") == 2


def test_a_box_in_the_dialogue_takes_no_speech_with_it() -> None:
    meeting = page(OPENING, "See also", "Visit to Kenya", "March 29 − 30, 2017", "Go on.", ANSWER)
    assert [(e.title, e.date) for e in meeting.see_also] == [
        ("Visit to Kenya", "March 29 − 30, 2017")
    ]
    assert said(meeting)[0][1].endswith("Go on.")


def test_a_box_entry_without_a_date_is_one_line() -> None:
    meeting = page(OPENING, "Additional", "News of the Council", "Let me go on.", ANSWER)
    assert [(e.title, e.date) for e in meeting.see_also] == [("News of the Council", None)]
    assert said(meeting)[0][1].endswith("Let me go on.")


def test_an_elision_between_turns_stands_outside_them() -> None:
    meeting = page(OPENING, "<…>", ANSWER)
    assert [getattr(p, "kind", "turn") for p in meeting.body] == [
        "turn",
        BlockKind.ELISION,
        "turn",
    ]
    assert meeting.partial


def test_an_elision_that_opens_a_speech_is_marked_in_it() -> None:
    meeting = page("President of Russia Vladimir Putin: ‹…> I was head of a group.")
    assert [span.kind.value for span in meeting.turns[0].paragraphs[0].spans] == ["elision"]
    assert meeting.partial


def test_narrative_between_two_stretches_of_dialogue() -> None:
    told = "Plans for the autumn were discussed separately."
    meeting = page(OPENING, "* * *", told, "<…>", "Vladimir Putin: The budget is next.")
    assert (BlockKind.NARRATIVE, told) in blocks(meeting)
    assert len(meeting.turns) == 2


def test_speech_goes_on_after_a_separator() -> None:
    meeting = page(OPENING, "* * *", "I would like to add something.")
    assert said(meeting)[0][1].endswith("I would like to add something.")


def test_an_article_has_no_turns() -> None:
    meeting = page(
        "The award was instituted in 2008: it is given every year.",
        "Winners: three people from two regions.",
    )
    assert meeting.turns == ()
    assert {kind for kind, _ in blocks(meeting)} == {BlockKind.NARRATIVE}
    assert meeting.warnings


PRINT = """View settings

Font size:
Site colours:
Images

Settings

Official website of the President of Russia

News   /

Meeting with William Ruto

July 28, 2023, Konstantin Palace, St\xa0Petersburg

The leaders met.

* * *

President of\xa0Russia Vladimir Putin: Good afternoon.

‹…>

William Ruto: Thank you.

July 28, 2023, Konstantin Palace, St\xa0Petersburg
"""


def printed() -> Meeting:
    (meeting,) = read(PRINT.encode(), "print.txt")
    return meeting


def test_print_layout() -> None:
    meeting = printed()
    assert (meeting.title, meeting.date, meeting.place, meeting.summary) == (
        "Meeting with William Ruto",
        "2023-07-28",
        "Konstantin Palace, St Petersburg",
        "The leaders met.",
    )
    assert said(meeting) == [
        ("Vladimir Putin", "Good afternoon."),
        ("William Ruto", "Thank you."),
    ]


def test_print_layout_names_its_section_and_marks_omissions() -> None:
    assert printed().sections == ("News",)
    assert printed().partial


def test_an_older_print_page_has_neither_title_nor_date() -> None:
    text = f"Select font Arial\nCharacter spacing (Kerning): Standard\nTranscripts /\n{OPENING}\n"
    (meeting,) = read(text.encode(), "old.txt")
    assert (meeting.title, meeting.date, len(meeting.turns)) == ("", None, 1)


def test_a_repost_in_capitals() -> None:
    text = """May 8, 2021 - 18:10 - The Kremlin, Moscow

PRESIDENT OF RUSSIA VLADIMIR PUTIN: We are glad to see you.

PRESIDENT OF TAJIKISTAN EMOMALI RAHMON: Thank you.

VLADIMIR PUTIN: Welcome.
"""
    (meeting,) = read(text.encode(), "repost.txt")
    assert (meeting.date, meeting.time, meeting.place) == (
        "2021-05-08",
        "18:10",
        "The Kremlin, Moscow",
    )
    assert [turn.speaker for turn in meeting.turns] == [
        "Vladimir Putin",
        "Emomali Rahmon",
        "Vladimir Putin",
    ]
    assert meeting.turns[0].label == "PRESIDENT OF RUSSIA VLADIMIR PUTIN"


FRAGMENTS = [
    "* * *",
    "<…>",
    "See also",
    "Additional",
    "2 of 4",
    "None",
    "Topics",
    "Persons",
    "1 more",
    OPENING,
    ANSWER,
    "President of Kenya William Ruto",
    ": Thank you.",
    "Vladimir Putin: Yes.",
    "Vladimir Putin. Yes.",
    "Question: Why?",
    "and so on",
    "With President of Kenya.",
    "(Applause.)",
    "",
]
lines = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=40), max_size=14)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@given(lines, st.booleans())
def test_no_letter_of_a_body_is_lost(body: list[str], web: bool) -> None:
    body = ["".join(" " if c.isspace() else c for c in line) for line in body]
    body = mend("\n".join(body))[0].split("\n")
    head, foot = (HEAD, FOOT) if web else (PRINT.split("* * *")[0], "")
    format_name = "web-text" if web else "print-text"
    source = head + "\n".join(body) + foot
    (meeting,) = read(source.encode(), "any.txt", format=format_name)
    held = [meeting.title, meeting.summary, meeting.place, *meeting.source.furniture]
    held += [*meeting.geography, *meeting.topics, *meeting.persons, *meeting.sections]
    for part in meeting.body:
        if isinstance(part, Block):
            held.append(part.text)
        else:
            held += [part.label, part.label_note or "", *(b.text for b in part.blocks)]
    kept = "\n".join(letters(text) for text in held)
    for line in body:
        for piece in line.replace(":", "\n").replace(".", "\n").split("\n"):
            assert letters(piece) in kept
