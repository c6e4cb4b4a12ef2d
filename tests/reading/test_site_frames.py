"""Pages of the site with what programs and re-posts put around them; the words are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import BlockKind, Meeting, Turn
from tui.reading.pop_ups import without_pop_up_lines, without_pop_ups
from tui.reading.registry import read

OPENING = "President of Russia Vladimir Putin: Good afternoon, Mr President."
ANSWER = "President of Kenya William Ruto: Thank you. It is good to be here."
MENU = [
    "President of Russia",
    "Events",
    "Structure",
    "Search",
    "President's",
    "website",
    "sections",
    "All content on this site is licensed under",
    "Creative Commons Attribution 4.0 International",
    "Presidential Executive Office 2020",
]
HEAD = [
    "Events",
    "Meeting with President of Kenya William Ruto",
    "Vladimir Putin met with the President of Kenya.",
    "July 28, 2023",
    "13:05",
    "St Petersburg",
]
FOOT = ["Topics", "Foreign policy", "Persons", "Ruto William", "Publication status"]
FIELDS = ["Published in sections: News, Transcripts", "Publication date: July 28, 2023, 13:05"]
BUTTONS = [
    "Direct link: en.kremlin.ru/d/1",
    "Text version",
    "Text",
    "Share",
    "Direct link",
    "http://en.kremlin.ru/events/president/news/1",
    "Official Website of the President of Russia:",
    "Meeting with President of Kenya William Ruto",
    "Last updated at July 30, 2023, 10:00",
    "For the Media",
]


def one(text: str, name: str = "page.txt") -> Meeting:
    (meeting,) = read(text.encode(), name)
    return meeting


def said(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(t.speaker, " / ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


SPOKEN = [
    ("Vladimir Putin", "Good afternoon, Mr President."),
    ("William Ruto", "Thank you. It is good to be here."),
]


def whole(*body: str) -> str:
    return "\n".join([*MENU, *HEAD, *body, *FOOT, *FIELDS, *BUTTONS])


def test_the_menus_and_buttons_of_a_whole_page_are_no_speech() -> None:
    meeting = one(whole(OPENING, ANSWER))
    assert said(meeting) == SPOKEN
    assert (meeting.title, meeting.date, meeting.time) == (HEAD[1], "2023-07-28", "13:05")
    assert (meeting.place, meeting.summary) == ("St Petersburg", HEAD[2])
    assert (meeting.persons, meeting.sections) == (("Ruto William",), ("News", "Transcripts"))


def test_a_whole_page_tells_its_address() -> None:
    meeting = one(whole(OPENING))
    assert meeting.source.url == "http://en.kremlin.ru/events/president/news/1"


def test_what_was_left_out_of_a_whole_page_is_recorded() -> None:
    assert any("frame" in repair for repair in one(whole(OPENING)).source.repairs)


def test_a_whole_page_broken_at_every_mark() -> None:
    fields = ["Published in sections:", "News", ",", "Transcripts", "Publication date:"]
    body = ["President of Kenya", "William", "Ruto", "Ruto William", "President of the Republic"]
    body += [": Thank you.", "Vladimir Putin", "(", "in English", "): Welcome."]
    lines = [*MENU, *HEAD, *body, *FOOT, *fields, "July 28, 2023, 13:05", *BUTTONS]
    meeting = one("\n".join(lines))
    assert said(meeting) == [("William Ruto", "Thank you."), ("Vladimir Putin", "Welcome.")]
    assert meeting.turns[0].role == "President of Kenya"
    assert (meeting.sections, meeting.published) == (("News", "Transcripts"), "2023-07-28T13:05")


def test_a_whole_page_in_markdown() -> None:
    menu = "\n\n".join(["  * Events\n  * Structure", "## Legal  \nand technical", *MENU[7:]])
    head = f"# {HEAD[1]}\n\n{HEAD[2]}\n\nJuly 28, 2023\n\n13:05\n\n__St Petersburg"
    body = (
        "*** * ***\n\n**President of Russia Vladimir Putin** : Good afternoon, Mr\nPresident.\n\n"
        "**President of Kenya****William Ruto __ Ruto William** _(in English)_ **:** Thank you.\n"
        "It is good to be here."
    )
    foot = "### Persons\n\n  * __Ruto William\n\n### Publication status\n\n" + "  \n".join(FIELDS)
    meeting = one("\n\n".join([menu, "Events", head, body, foot, *BUTTONS]))
    assert said(meeting) == SPOKEN
    assert (meeting.place, meeting.persons) == ("St Petersburg", ("Ruto William",))


@given(st.lists(st.sampled_from([OPENING, ANSWER, "We agreed on much.", "<…>"]), max_size=6))
def test_a_frame_changes_nothing_of_the_dialogue(body: list[str]) -> None:
    bare = "\n".join([*HEAD, *body, *FOOT, *FIELDS, "Text version"])
    framed, plain = one(whole(*body)), one(bare)
    assert (framed.body, framed.title, framed.date) == (plain.body, plain.title, plain.date)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (
            "President of Kenya William Ruto Ruto William : Yes.",
            "President of Kenya William Ruto: Yes.",
        ),
        ("William Ruto Ruto WilliamPresident of Kenya : Yes.", "William Ruto: Yes."),
        ("William Ruto Ruto William Ruto WilliamPresident of Kenya : Yes.", "William Ruto: Yes."),
        ("with William Ruto Ruto WilliamPresident of Kenya , and", "with William Ruto, and"),
        ("WILLIAM RUTO Ruto William : Yes.", "WILLIAM RUTO: Yes."),
        ("GovernorAnna Berg Berg Anna : Yes.", "Governor Anna Berg: Yes."),
        ("Abdel el-Amin el-Amin Abdel : Yes.", "Abdel el-Amin: Yes."),
        ("Anna Berg Berg Anna gave a speech.", "Anna Berg gave a speech."),
        (
            "Anna Berg Berg AnnaPresident of Kenya and President of Mali Ivo Ek came.",
            "Anna Berg and President of Mali Ivo Ek came.",
        ),
        ("to be or not to be", "to be or not to be"),
        ("It is also to to so many.", "It is also to to so many."),
        ("from de la la de", "from de la la de"),
        ("To be be to no end.", "To be be to no end."),
    ],
)
def test_a_name_that_a_pop_up_box_repeats(printed: str, meant: str) -> None:
    assert without_pop_ups(printed) == meant


def test_a_line_of_any_length_is_looked_through_once() -> None:
    assert without_pop_ups("a" * 200_000) == "a" * 200_000
    assert without_pop_ups("Ab " * 50_000) == "Ab " * 50_000


def test_boxes_on_lines_of_their_own() -> None:
    lines = ["Talks with", "Anna Berg", "Berg Anna", "President of Mali", ", who came.", "Yes."]
    assert without_pop_up_lines(lines) == ["Talks with", "Anna Berg", ", who came.", "Yes."]


@given(st.text("abcdefg hijk,.;()", max_size=80), st.text("abcd ,.:", max_size=80))
def test_a_box_is_all_that_is_left_out(before: str, after: str) -> None:
    printed = f"{before} Anna Berg Berg Anna : Yes {after}"
    assert without_pop_ups(printed) == f"{before} Anna Berg: Yes {after}"


FORUM = [
    "Example Forum",
    "Old May 30th, 2018 #841",
    "Reader",
    "Senior Member",
    "Join Date: Aug 2015",
    "Posts: 6,834",
    "Blog Entries: 219",
    "Post",
    "",
]
POST = [
    "Meeting with President of Kenya William Ruto",
    "",
    "Vladimir Putin met with the President of Kenya.",
    "",
    "May 24, 2018 - 23:25 - St Petersburg",
    "",
    "Vladimir Putin:",
    "",
    "Welcome, Mr President.",
    "",
    "William Ruto:",
    "",
    "Thank you.",
    "",
    "The source of information - http://en.kremlin.ru/events/president/news/2",
]


def test_what_a_forum_says_of_its_member_is_no_speech() -> None:
    meeting = one("\n".join([*FORUM, *POST]))
    assert said(meeting) == [
        ("Vladimir Putin", "Welcome, Mr President."),
        ("William Ruto", "Thank you."),
    ]
    assert meeting.title == POST[0]
    assert (meeting.date, meeting.time, meeting.place) == ("2018-05-24", "23:25", "St Petersburg")
    assert meeting.source.url == "http://en.kremlin.ru/events/president/news/2"


def test_a_form_for_comments_is_no_speech() -> None:
    tail = ["", "Leave a Reply", "", "Fill in your details below or click an icon to log in:"]
    meeting = one("\n".join(["* * *", OPENING, "", ANSWER, *tail]))
    assert said(meeting) == SPOKEN


def test_a_notice_of_rights_is_no_speech() -> None:
    tail = "All images copyright with their respective rights holders."
    assert said(one("\n\n".join(["* * *", OPENING, ANSWER, tail]))) == SPOKEN


def test_somebody_may_speak_of_rights() -> None:
    words = "We will reserve all rights that our authors have."
    assert said(one("\n\n".join(["* * *", OPENING, words])))[0][1].endswith(words)


def test_the_frame_of_older_pages() -> None:
    lines = [
        "Main page",
        "State Insignia",
        "| Search | About site | Site map",
        "",
        "Talks in Nairobi",
    ]
    lines += ["", "January 31, 2006", "", "Circular Hall, The Kremlin, Moscow", ""]
    lines += [
        "Printer-friendly versionPrinter-friendly version",
        "",
        "AudioAudio part 1 mp3 (58 kb)",
    ]
    meeting = one("\n".join([*lines, "", OPENING, "", ANSWER]))
    assert said(meeting) == SPOKEN
    assert (meeting.title, meeting.date) == ("Talks in Nairobi", "2006-01-31")
    assert meeting.place == "Circular Hall, The Kremlin, Moscow"


def test_paragraphs_alone_keep_the_fields_of_the_footer_out_of_speech() -> None:
    fields = [*FIELDS, "Direct link: en.kremlin.ru/d/1", "Text version"]
    meeting = one("\n".join([OPENING, ANSWER, *fields]))
    assert said(meeting) == SPOKEN
    assert (meeting.sections, meeting.source.url) == (
        ("News", "Transcripts"),
        "http://en.kremlin.ru/d/1",
    )


def test_a_page_in_print_without_its_controls() -> None:
    lines = ["News   /", "", "Talks in Nairobi", "", "July 14, 2017, Gubkin", "", OPENING]
    meeting = one("\n".join(lines))
    assert (meeting.title, meeting.date, meeting.place) == (
        "Talks in Nairobi",
        "2017-07-14",
        "Gubkin",
    )
    assert meeting.sections == ("News",)


def test_an_older_page_in_print_has_its_day_at_the_end() -> None:
    lines = ["Select font Arial", "Character spacing (Kerning): Standard", "Transcripts /", OPENING]
    meeting = one("\n".join([*lines, "We begin.", "Go ahead.", "<…>", "July 2, 2021, The Kremlin"]))
    assert (meeting.date, meeting.place) == ("2021-07-02", "The Kremlin")
    assert said(meeting) == [
        ("Vladimir Putin", "Good afternoon, Mr President. / We begin. / Go ahead.")
    ]


def test_courtesy_titles_may_be_labels() -> None:
    lines = ["Transcripts /", "Select font Arial", "President Vladimir Putin: Welcome."]
    meeting = one("\n".join([*lines, "Mr Berg: Thank you.", "Mr Putin: Please.", "Mr Berg: Yes."]))
    assert [turn.speaker for turn in meeting.turns] == [
        "Vladimir Putin",
        "Mr Berg",
        "Vladimir Putin",
        "Mr Berg",
    ]


def test_a_box_whose_entries_were_dropped_hides_no_speech() -> None:
    assert said(one("\n".join(["* * *", OPENING, "See also", ANSWER]))) == SPOKEN


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (["President of Kenya", "William Ruto: Thank you."], "President of Kenya"),
        (["President of Kenya William", "Ruto: Thank you."], "President of Kenya"),
        (["William", "Ruto: Thank you."], None),
        (["Moderator of the Nairobi", "Club’s plenary session William Ruto: Thank you."],
         "Moderator of the Nairobi Club’s plenary session"),
    ],
)  # fmt: skip
def test_a_label_that_goes_on_in_the_next_line(lines: list[str], role: str | None) -> None:
    known = ["William Ruto: Yes.", OPENING]
    turn = one("\n".join(["* * *", *known, *lines])).turns[2]
    assert (turn.speaker, turn.role) == ("William Ruto", role)


def test_a_title_above_a_label_is_not_part_of_it() -> None:
    meeting = one("\n".join(["Talks with President of Mali", OPENING, ANSWER]))
    assert meeting.turns[0].role == "President of Russia"


def test_a_day_in_brackets_dates_a_digest() -> None:
    lines = ["TRANSCRIPT: Talks in Nairobi", "", "(Kremlin.ru – December 26, 2013)", "", OPENING]
    assert one("\n".join([*lines, "", ANSWER])).date == "2013-12-26"


@pytest.mark.parametrize(
    ("label", "speaker", "role"),
    [
        ("Paramedic Anna Berg", "Anna Berg", "Paramedic"),
        ("Vice-Rector of a University Anna Berg", "Anna Berg", "Vice-Rector of a University"),
        ("Professor of a University Anna Berg", "Anna Berg", "Professor of a University"),
        ("Editor Anna Berg, host of the talk", "Anna Berg", "Editor, host of the talk"),
        ("CEO of Kenya Airlines Anna van Berg", "Anna van Berg", "CEO of Kenya Airlines"),
    ],
)  # fmt: skip
def test_offices_beyond_the_usual(label: str, speaker: str, role: str) -> None:
    lines = [*HEAD, f"We also heard {speaker}.", OPENING, f"{label}: Thank you.", *FOOT, *FIELDS]
    turn = one("\n".join(lines)).turns[-1]
    assert (turn.speaker, turn.role) == (speaker, role)


def test_a_caption_with_a_photographer_is_no_label() -> None:
    caption = "Meeting of the Nairobi Club. Photo: RIA Novosti"
    meeting = one("\n".join([*HEAD, OPENING, caption, caption, *FOOT, *FIELDS]))
    assert [turn.speaker for turn in meeting.turns] == ["Vladimir Putin"]


def test_callers_are_told_apart_by_where_they_call_from() -> None:
    lines = [*HEAD, OPENING, "Question from Perm Territory: Hello!", *FOOT, *FIELDS]
    assert one("\n".join(lines)).turns[1].speaker == "Question from Perm Territory"


def test_an_initial_may_be_glued_to_the_name() -> None:
    meeting = one(
        "M.Berg: How are you?\n\nVladimir Putin: Well.\n\nM.Berg: Good.\n\nVladimir Putin: Yes."
    )
    assert [turn.speaker for turn in meeting.turns] == ["M.Berg", "Vladimir Putin"] * 2


def test_bold_labels_may_have_a_remark_in_italics() -> None:
    text = "**Anna Berg** *(in English)*: Yes.\n\n**Ivo Ek**: No.\n\n**Anna Berg** : Well."
    meeting = one(text, "talk.md")
    assert said(meeting) == [("Anna Berg", "Yes."), ("Ivo Ek", "No."), ("Anna Berg", "Well.")]
    assert isinstance(meeting.body[0], Turn)
    assert meeting.turns[0].label_note == "in English"


def test_front_matter_of_the_site_leaves_the_labels_to_its_reader() -> None:
    front = "---\ntitle: Talks\nurl: http://en.kremlin.ru/events/president/news/3\n---\n"
    body = "**Vladimir Putin:** Welcome.\n\n**President of Kenya William Ruto:** Yes."
    meeting = one(f"{front}\n### See also\n\n**\\* \\* \\***\n\n{body}", "talk.md")
    assert [(turn.speaker, turn.role) for turn in meeting.turns] == [
        ("Vladimir Putin", None),
        ("William Ruto", "President of Kenya"),
    ]
    assert meeting.title == "Talks"
    assert all(b.kind is not BlockKind.SEE_ALSO for b in meeting.body if not isinstance(b, Turn))


def test_an_article_alone_in_markdown() -> None:
    head = "\n\n".join(["[Events](http://en.kremlin.ru/events)", f"# {HEAD[1]}", *HEAD[2:5]])
    body = (
        "**President of Russia Vladimir Putin:** Good afternoon, Mr\nPresident.\n\n"
        "**President of Kenya [William Ruto](http://en.kremlin.ru/persons/1):** Thank you. It is\n"
        "good to be here."
    )
    foot = "### Persons\n\n* Ruto William\n\n### Publication status\n\n" + "\n\n".join(FIELDS)
    meeting = one("\n\n".join([head, "St Petersburg", body, foot]))
    assert said(meeting) == SPOKEN
    assert (meeting.title, meeting.place) == (HEAD[1], "St Petersburg")
    assert meeting.persons == ("Ruto William",)


@pytest.mark.parametrize("tail", ["Topics", "Topics\n", "Geography"])
def test_a_title_of_tags_left_alone_is_no_speech(tail: str) -> None:
    assert said(one("\n".join(["* * *", OPENING, ANSWER, tail]))) == SPOKEN


def test_a_title_between_two_labels_of_one_speaker_is_no_speech() -> None:
    again = "Vladimir Putin: The port grows."
    meeting = one(
        "\n".join([*HEAD, OPENING, again, "On the port of Nairobi", again, *FOOT, *FIELDS])
    )
    assert [text for _, text in said(meeting)][1] == "The port grows."
    assert any(b.kind is BlockKind.HEADING for b in meeting.body if not isinstance(b, Turn))


def test_words_without_an_end_before_another_speaker_are_speech() -> None:
    cut = "On the port of Nairobi"
    meeting = one("\n".join([*HEAD, OPENING, cut, ANSWER, *FOOT, *FIELDS]))
    assert said(meeting)[0][1].endswith(cut)


def test_a_message_read_out_is_the_readers() -> None:
    message = "Lower Valley, Kisumu Region: “When will the road be mended?” We have many such."
    meeting = one("\n".join([*HEAD, OPENING, message, ANSWER, *FOOT, *FIELDS]))
    assert [turn.speaker for turn in meeting.turns] == ["Vladimir Putin", "William Ruto"]


def test_a_call_centre_speaks() -> None:
    meeting = one("\n".join([*HEAD, OPENING, "Call centre operator: The city of Kisumu.", *FOOT]))
    assert meeting.turns[-1].speaker == "Call centre operator"


def test_a_governor_who_begins_with_a_quotation_speaks() -> None:
    governor = "Jane Wanjiku, Governor of Kisumu Region: “Build roads,” our people say."
    meeting = one("\n".join([*HEAD, OPENING, governor, ANSWER, *FOOT, *FIELDS]))
    assert [turn.speaker for turn in meeting.turns][1] == "Jane Wanjiku"


def test_a_copied_header_of_three_lines_without_the_frame() -> None:
    meeting = one("\n".join([*HEAD[1:4], "9:05", "Kisumu", OPENING, ANSWER]))
    assert (meeting.title, meeting.date) == (HEAD[1], "2023-07-28")
    assert (meeting.time, meeting.place) == ("09:05", "Kisumu")
    assert said(meeting) == SPOKEN


@pytest.mark.parametrize("above", ["Nairobi, Kenya", "July 28, 2023", "They met."])
def test_an_office_on_a_line_of_its_own_above_the_rest_of_its_label(above: str) -> None:
    broken = OPENING.replace("President of", "President\nof", 1)
    meeting = one("\n".join([HEAD[1], above, broken, ANSWER.replace("Kenya W", "Kenya\nW")]))
    assert said(meeting) == SPOKEN
    assert meeting.turns[0].role == "President of Russia"


def test_a_place_above_a_question_is_no_part_of_its_label() -> None:
    meeting = one("\n".join([*HEAD[1:4], "Kisumu", "Question: How is the port?", OPENING]))
    assert [turn.speaker for turn in meeting.turns] == ["Question", "Vladimir Putin"]


def test_the_sites_address_on_a_line_of_its_own_is_the_source() -> None:
    address = "http://en.kremlin.ru/events/president/news/1"
    meeting = one("\n".join([HEAD[1], "July 28, 2023", address, OPENING, ANSWER]))
    assert meeting.source.url == address
    assert (meeting.title, said(meeting)) == (HEAD[1], SPOKEN)


@pytest.mark.parametrize(
    "line", ["Kisumu, July 28, 2023", "The State House, Nairobi,July 28, 2023"]
)
def test_the_place_before_the_day(line: str) -> None:
    meeting = one("\n".join([HEAD[1], HEAD[2], line, OPENING, ANSWER]))
    assert (meeting.date, meeting.title) == ("2023-07-28", HEAD[1])
    assert meeting.place == line.partition("July")[0].rstrip(", ")
    assert said(meeting) == SPOKEN
