"""Kinds of variation among the site's pages that few pages show; the words are made up."""

from __future__ import annotations

import pytest
from site_page import ANSWER, FOOT, OPENING, blocks, page, said

from tui.model import BlockKind
from tui.reading.registry import read

YES = "Vladimir Putin: Yes, please."


@pytest.mark.parametrize(
    ("label", "speaker", "role", "note"),
    [
        ("William Ruto (re-translated", "William Ruto", None, "re-translated"),
        ("Response", "Response", None, None),
        ("Presenter", "Presenter", None, None),
        (
            "Joan Wanjiku, head of the acute care department",
            "Joan Wanjiku",
            "head of the acute care department",
            None,
        ),
        ("Emma Barasa (Savanna Power)", "Emma Barasa", "Savanna Power", None),
        ("Dmitry, Moscow", "Dmitry", "Moscow", None),
        ("Cosmonaut Oleg Sokol", "Oleg Sokol", "Cosmonaut", None),
        (
            "chairman of the board of Savanna Power Emma Barasa",
            "Emma Barasa",
            "chairman of the board of Savanna Power",
            None,
        ),
        ("VladimirPutin", "Vladimir Putin", None, None),
        ("VladimirPUTIN", "Vladimir Putin", None, None),
        ("V.Putin", "Vladimir Putin", None, None),
        ("Vladimir PutiN", "Vladimir Putin", None, None),
        ("VLADIMIR PUTIN", "Vladimir Putin", None, None),
    ],
)
def test_a_label_of_a_rare_kind_begins_a_turn(
    label: str, speaker: str, role: str | None, note: str | None
) -> None:
    turn = page(OPENING, ANSWER, f"{label}: It is so.", YES).turns[2]
    assert (turn.speaker, turn.role, turn.label_note) == (speaker, role, note)


def test_labels_may_spell_a_name_otherwise_than_the_tags() -> None:
    foot = FOOT.replace("\nTopics", "\nPersons\nBely Sergey\nTopics")
    meeting = page(OPENING, "Minister of Trade Sergei Bely: We are ready.", YES, foot=foot)
    assert meeting.turns[1].speaker == "Sergei Bely"


def test_no_office_anywhere() -> None:
    meeting = page("Vladimir Putin: Good afternoon.", "William Ruto: Hello.", YES)
    assert [t.speaker for t in meeting.turns] == [
        "Vladimir Putin",
        "William Ruto",
        "Vladimir Putin",
    ]
    assert {t.role for t in meeting.turns} == {None}


def test_a_heading_with_a_colon_is_nobody() -> None:
    heading = "Statements following the meeting:"
    meeting = page("* * *", heading, OPENING, ANSWER)
    assert [t.speaker for t in meeting.turns] == ["Vladimir Putin", "William Ruto"]
    assert heading in [text for _, text in blocks(meeting)]


def test_a_question_quoted_in_a_paragraph_is_its_speakers() -> None:
    quoted = "Let me read one out. Question: “How much does it cost?” That is a good one."
    assert said(page(OPENING, quoted, ANSWER))[0][1].endswith(quoted)


@pytest.mark.parametrize("separator", ["* * *", "***", ""])
def test_the_separator_may_be_printed_otherwise_or_missing(separator: str) -> None:
    told = "The meeting took place in the Konstantin Palace."
    meeting = page(told, separator, OPENING, ANSWER)
    assert len(meeting.turns) == 2
    assert told in [*(text for _, text in blocks(meeting)), meeting.summary]
    assert said(meeting)[0][1] == "Good afternoon, Mr President."


def test_an_elision_before_the_first_turn() -> None:
    meeting = page("* * *", "<…>", OPENING, ANSWER)
    assert meeting.partial
    assert len(meeting.turns) == 2


def test_narrative_after_the_dialogue() -> None:
    told = "Following the talks, the presidents visited the Hermitage."
    meeting = page(OPENING, ANSWER, "<…>", "* * *", told)
    assert said(meeting)[-1] == ("William Ruto", "Thank you, Mr President.")
    assert (BlockKind.NARRATIVE, told) in blocks(meeting)


@pytest.mark.parametrize("remark", ["(In English.)", "(To Moses Kuria.)", "(Addressing the hall)"])
def test_a_remark_may_open_a_turn(remark: str) -> None:
    meeting = page(OPENING, ANSWER, f"Vladimir Putin: {remark} Please go on.")
    assert said(meeting)[-1] == ("Vladimir Putin", f"{remark} Please go on.")


@pytest.mark.parametrize(
    "heading",
    [
        "Speech at the plenary session",
        "Excerpts from transcript of the meeting",
        "Opening remarks at the meeting with President of Kenya William Ruto",
        "Transcript of the meeting",
    ],
)
def test_a_heading_above_the_dialogue(heading: str) -> None:
    meeting = page("* * *", heading, OPENING, ANSWER)
    assert (BlockKind.HEADING, heading) in blocks(meeting)
    assert len(meeting.turns) == 2


@pytest.mark.parametrize(
    "caption", ["Meeting with President of Kenya William Ruto.", "Photo: RIA Novosti"]
)
def test_a_caption_without_a_counter_at_the_end(caption: str) -> None:
    meeting = page(OPENING, ANSWER, caption)
    assert said(meeting)[-1] == ("William Ruto", "Thank you, Mr President.")
    assert caption in [text for _, text in blocks(meeting)]


def test_a_line_that_says_none_is_of_the_program_that_took_the_text() -> None:
    assert said(page(OPENING, "None", "Let us begin.", ANSWER))[0][1].count("None") == 0


def test_a_box_above_the_dialogue() -> None:
    meeting = page("See also", "Visit to Kenya", "May 4, 2022", "* * *", OPENING, ANSWER)
    assert [(e.title, e.date) for e in meeting.see_also] == [("Visit to Kenya", "2022-05-04")]
    assert said(meeting)[0] == ("Vladimir Putin", "Good afternoon, Mr President.")


def test_several_sections_and_more_tags_than_shown() -> None:
    foot = FOOT.replace("in section: News", "in sections: News, Transcripts, Trips").replace(
        "Foreign policy", "Foreign policy\nAfrica\n1 more"
    )
    meeting = page(OPENING, foot=foot)
    assert meeting.sections == ("News", "Transcripts", "Trips")
    assert meeting.topics == ("Foreign policy", "Africa")


PRINT = """View settings
Font size:
Site colours:
{controls}
Official website of the President of Russia
{section}   /
Meeting with William Ruto
July 28, 2023, St\xa0Petersburg
* * *
President of\xa0Russia Vladimir Putin: Good afternoon.
{gap}
William Ruto: Thank you.
"""


@pytest.mark.parametrize("controls", ["", "Images\nSettings"])
@pytest.mark.parametrize("section", ["Документ", "Transcripts", "News", "Security Council"])
@pytest.mark.parametrize("gap", ["‹…>", ""])
def test_the_print_layouts(controls: str, section: str, gap: str) -> None:
    text = PRINT.format(controls=controls, section=section, gap=gap)
    (meeting,) = read(text.encode(), "print.txt")
    assert (meeting.title, meeting.date) == ("Meeting with William Ruto", "2023-07-28")
    assert said(meeting) == [("Vladimir Putin", "Good afternoon."), ("William Ruto", "Thank you.")]


def test_a_body_alone_with_a_stray_box() -> None:
    text = f"{OPENING}\nLet us begin.\nSee also\nVisit to Kenya\nMay 4, 2022\n{ANSWER}\n{YES}\n"
    (meeting,) = read(text.encode(), "excerpt.txt")
    assert said(meeting)[0][1] == "Good afternoon, Mr President. / Let us begin."
    assert [e.title for e in meeting.see_also] == ["Visit to Kenya"]


def test_a_hard_wrapped_re_post() -> None:
    text = """President of Russia Vladimir Putin: Good afternoon, ladies and gentlemen,
friends, I am glad to see all of you here in this hall by the river and
hope that our talk will be a frank one, as it has been all these years.

President of Kenya William Ruto: Thank you very much for the invitation,
which we were happy to accept, and for the time that you have found for
us today.

Vladimir Putin: Please.
"""
    (meeting,) = read(text.encode(), "wrapped.txt")
    assert [t.speaker for t in meeting.turns] == [
        "Vladimir Putin",
        "William Ruto",
        "Vladimir Putin",
    ]
    assert [len(t.paragraphs) for t in meeting.turns] == [1, 1, 1]
    assert said(meeting)[1][1].endswith("that you have found for us today.")


def test_initials_after_the_first_turns() -> None:
    text = """Interview with three channels
Klara Ember, director of the first channel: Good day, Mr President.
Russian President Daniel Marsh: Good day, colleagues.
KE: It has been a difficult year.
DM: It has been very difficult indeed.
KE: Thank you.
"""
    (meeting,) = read(text.encode(), "initials.txt")
    speakers = ["Klara Ember", "Daniel Marsh", "Klara Ember", "Daniel Marsh", "Klara Ember"]
    assert [t.speaker for t in meeting.turns] == speakers


def test_a_caption_printed_twice_is_no_speech() -> None:
    caption = "With President of Kenya William Ruto."
    meeting = page(OPENING, ANSWER, "We are glad.", caption, caption, "We value this.", YES)
    assert said(meeting)[1][1] == "Thank you, Mr President. / We are glad. / We value this."


def test_a_label_alone_on_its_line() -> None:
    text = """President of Russia Vladimir Putin:

Good afternoon.

President of Kenya William Ruto:

Thank you.

Vladimir Putin:

Please.
"""
    (meeting,) = read(text.encode(), "own.txt")
    assert said(meeting) == [
        ("Vladimir Putin", "Good afternoon."),
        ("William Ruto", "Thank you."),
        ("Vladimir Putin", "Please."),
    ]
