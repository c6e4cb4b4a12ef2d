"""Texts that blogs, embassies and news sites took over, with what they print around them."""

from __future__ import annotations

import pytest

from tui.model import Meeting
from tui.reading.end_marks import end_of_text
from tui.reading.prose_dates import find_time
from tui.reading.registry import read

ASKED = "Question: What did you agree on?"
ANSWERED = "Daniel Marsh: We agreed on the harbour."
THANKED = "Question: Thank you."
DIALOGUE = [ASKED, ANSWERED, THANKED, "Daniel Marsh: You are welcome."]
SPEAKERS = ["Question", "Daniel Marsh", "Question", "Daniel Marsh"]


def text(*lines: str, gap: str = "\n\n") -> Meeting:
    (meeting,) = read(gap.join(lines).encode(), "page.txt")
    return meeting


def speakers(meeting: Meeting) -> list[str | None]:
    return [turn.speaker for turn in meeting.turns]


def last_words(meeting: Meeting) -> str:
    return meeting.turns[-1].paragraphs[-1].text


@pytest.mark.parametrize(
    "headline",
    [
        "Daniel Marsh: The harbour will be open to all",
        "Prime Minister’s Word: An interview of Daniel Marsh with the coast’s radio",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_headline_with_a_colon_is_the_title(headline: str, gap: str) -> None:
    meeting = text(headline, "The interview was recorded in May.", *DIALOGUE, gap=gap)
    assert speakers(meeting) == SPEAKERS
    assert meeting.title == headline


def test_a_headline_with_an_office_is_the_title() -> None:
    headline = "President of Norland Daniel Marsh: The harbour will be open to all"
    meeting = text(headline, "The talk was recorded in May.", *DIALOGUE, "* * *", "They parted.")
    assert meeting.title == headline
    assert speakers(meeting)[0] == "Question"


def test_a_headline_about_somebody_is_nobody() -> None:
    meeting = text(
        "Daniel Marsh at Coast Forum: Appendix to the report",
        "The Coast Forum met again. The forum of the Coast Forum is held each year.",
        "President of Norland Daniel Marsh: Good morning.",
        ASKED,
        "Daniel Marsh: Yes.",
    )
    assert speakers(meeting) == ["Daniel Marsh", "Question", "Daniel Marsh"]


def test_a_first_line_that_is_speech_is_a_turn() -> None:
    meeting = text("Daniel Marsh: Friends and colleagues from the coast,", "Welcome.", *DIALOGUE)
    assert speakers(meeting)[0] == "Daniel Marsh"


def test_hard_wrapped_speech_on_the_first_line_is_no_headline() -> None:
    wrapped = """Daniel Marsh: I am glad to see all of you in this hall by the river,
and I hope that our talk will be as frank as it has been before in
all these years. Let us begin with the harbour, which is the first
matter on our list, and then go on to the question of the bridges.
Question: What did you agree on, and when will the harbour be open?
Daniel Marsh: In the spring.
"""
    assert speakers(text(wrapped)) == ["Daniel Marsh", "Question", "Daniel Marsh"]


def test_what_time_it_is_in_two_cities_is_no_speech() -> None:
    meeting = text("28 April 2017\nLisbon: 22:55\nNairobi: 20:55", "Interview", *DIALOGUE)
    assert speakers(meeting) == SPEAKERS
    assert meeting.time is None
    assert "Lisbon: 22:55" in meeting.source.furniture


@pytest.mark.parametrize(
    "label", ["Audience remark", "Unspecified journalist", "Unnamed reporter", "Audience question"]
)
def test_somebody_nobody_names_is_not_the_speaker_before(label: str) -> None:
    meeting = text(*DIALOGUE, f"{label}: And the bridges?", ANSWERED)
    assert speakers(meeting)[-2:] == [label, "Daniel Marsh"]


def test_a_surname_that_is_translated_speaks() -> None:
    meeting = text("MARSH (THROUGH TRANSLATOR): Thank you.", "It was a good day.")
    assert [turn.label_note for turn in meeting.turns] == ["THROUGH TRANSLATOR"]


@pytest.mark.parametrize("note", ["wie gedolmetscht", "übersetzt", "retranslated"])
def test_a_translators_remark_is_no_office(note: str) -> None:
    turn = text(*DIALOGUE, f"Klara Ember ({note}): I thank you all.", ANSWERED).turns[4]
    assert (turn.speaker, turn.role, turn.label_note) == ("Klara Ember", None, note)


@pytest.mark.parametrize(
    "below",
    [
        ["Source: norland.example"],
        ["Quelle: norland.example", "Kommentare (0)"],
        ["(Fonte: norland.example)"],
        ["Share this:", "Facebook", "Twitter"],
        ["Tags: harbour, bridges", "3 comments"],
        ["List of participants", "• PDF", "191Kb"],
    ],
)
def test_what_a_site_prints_below_is_no_speech(below: list[str]) -> None:
    meeting = text(*DIALOGUE, *below)
    assert last_words(meeting) == "You are welcome."
    assert meeting.source.furniture[-len(below) :] == tuple(below)


@pytest.mark.parametrize(
    "below",
    [
        ["Source: our own statistics, which show growth."],
        ["Share this: we have done it."],
        ["Comments", "Klara Ember: I have one."],
        ["More on this in May."],
    ],
)
def test_speech_that_begins_like_a_sites_line_is_kept(below: list[str]) -> None:
    lines = [*DIALOGUE, *below]
    assert end_of_text(lines) == len(lines)


def test_a_heading_glued_to_a_colon_above_a_label_is_no_turn() -> None:
    meeting = text("Visit to the coast in May", "Daniel MarshTranscript:", *DIALOGUE)
    assert speakers(meeting) == SPEAKERS


@pytest.mark.parametrize(
    "heading",
    [
        "Transcript of the beginning of the meeting:",
        "Full transcript",
        "Verbatim record of the talk with the coast’s mayors",
    ],
)
def test_an_announced_transcript_may_have_one_speaker(heading: str) -> None:
    about = [f"They spoke of matter {number} on the list of the coast." for number in range(12)]
    meeting = text("A long talk on the coast", *about, heading, "Daniel Marsh: Good morning.")
    assert speakers(meeting) == ["Daniel Marsh"]


def test_labels_glued_to_the_sentence_before() -> None:
    told = "Part one of the interview that the coast’s radio recorded in May of this year."
    turns = "D. MARSH: Good morning.K. EMBER: What of it?D. MARSH: It is done.K. EMBER: When?"
    meeting = text("An interview", f"{told}{turns}D. MARSH: In May.")
    names = [(speaker or "").title() for speaker in speakers(meeting)]
    assert names == ["D. Marsh", "K. Ember", "D. Marsh", "K. Ember", "D. Marsh"]


def test_a_label_glued_to_a_sentence_may_end_its_line() -> None:
    meeting = text(
        "K. EMBER: What did the coast agree on in its talks? That is what all of us ask here.",
        "It is late.D. MARSH:",
        "The harbour.K. EMBER: And the bridges, of which so much was said on the coast before "
        "the winter?D. MARSH: They are next.K. EMBER: When?D. MARSH: In May.K. EMBER: Good.",
    )
    assert [t.speaker for t in meeting.turns] == ["K. EMBER", "D. MARSH"] * 3 + ["K. EMBER"]


def test_a_site_section_above_the_day_is_not_the_title() -> None:
    meeting = text(
        "Working Day", "25 august, 2008 17:00", "Daniel Marsh met the coast’s mayors", *DIALOGUE
    )
    assert meeting.title == "Daniel Marsh met the coast’s mayors"
    assert (meeting.date, meeting.time) == ("2008-08-25", "17:00")


@pytest.mark.parametrize("above", ["The talk is given in full below:", "Media: hello to you all!"])
def test_prose_above_the_dialogue_is_not_the_title(above: str) -> None:
    assert text(above, *DIALOGUE).title == "page"


@pytest.mark.parametrize("length", ["1:45 long", "1:45-long", "3:20 hours"])
def test_how_long_a_video_is_says_not_when(length: str) -> None:
    assert find_time(f"a video, {length}, of the talk") is None


@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_questions_behind_a_dash_are_somebodys_nobody_names(dash: str) -> None:
    meeting = text(
        f"{dash} What did you agree on?",
        "Daniel Marsh: We agreed on the harbour.",
        f"{dash} And the bridges?",
        "Daniel Marsh: Next year.",
        f"{dash} Thank you.",
    )
    assert speakers(meeting) == [None, "Daniel Marsh", None, "Daniel Marsh", None]
    assert meeting.turns[2].paragraphs[0].text == "And the bridges?"


def test_items_of_a_list_behind_dashes_are_their_speakers() -> None:
    meeting = text(*DIALOGUE, "– The harbour is first.", "– The bridges are next.", ASKED)
    assert meeting.turns[3].paragraphs[-1].text == "– The bridges are next."


@pytest.mark.parametrize("between", ["11:23 12.10.2023 •", "Photo: Coast Agency", "May 4, 2022"])
def test_a_headline_above_a_credit_or_a_day(between: str) -> None:
    headline = "Daniel Marsh: “We are defending the harbour, the bridges, and the coast”"
    told = "Daniel Marsh took part in the talks on the coast."
    meeting = text(headline, between, told, ANSWERED, ASKED, ANSWERED)
    assert speakers(meeting) == ["Daniel Marsh", "Question", "Daniel Marsh"]
    assert meeting.title == headline


@pytest.mark.parametrize("signature", ["coastnewsdaily", "@coastnews", "#harbour"])
def test_a_channels_name_below_is_no_speech(signature: str) -> None:
    assert last_words(text(*DIALOGUE, signature)) == "You are welcome."


@pytest.mark.parametrize("word", ["goodbye", "thank you", "Goodbye"])
def test_a_last_word_is_said(word: str) -> None:
    assert last_words(text(*DIALOGUE, word)) == word


@pytest.mark.parametrize(
    "stamp", ["Submitted on Wed, 04/15/2015 - 22:00", "11:23 12.10.2023 •", "Posted: 22:00"]
)
def test_when_a_site_posted_a_text_is_not_when_they_met(stamp: str) -> None:
    meeting = text("Talks with the mayors", stamp, *DIALOGUE)
    assert (meeting.title, meeting.time) == ("Talks with the mayors", None)


def test_a_posting_day_stands_back_behind_the_meetings() -> None:
    meeting = text("Talks", "Posted on May 9, 2022", "Harbour Hall, May 4, 2022", *DIALOGUE)
    assert (meeting.date, meeting.place) == ("2022-05-04", "Harbour Hall")


@pytest.mark.parametrize(
    "day", ["4 мая 2022", "4 maggio 2022", "4 mei 2022", "4 mai 2022", "4 de mayo de 2022"]
)
def test_days_in_other_languages(day: str) -> None:
    assert text("Talks with the mayors", day, *DIALOGUE).date == "2022-05-04"


OPENING = "President of Norland Daniel Marsh: Good morning."


@pytest.mark.parametrize("town", ["St Petersburg", "Moscow", "Moscow Region", "Harbourside"])
def test_a_town_below_the_day(town: str) -> None:
    told = "They met in Harbourside with the mayors of the coast."
    meeting = text("Talks with the mayors", f"May 4, 2022\n{town}", told, OPENING, ASKED)
    assert (meeting.date, meeting.place) == ("2022-05-04", town)


def test_a_writers_name_below_the_day_is_no_place() -> None:
    meeting = text("Talks with the mayors", "May 4, 2022\nKlara Ember", "They met.", OPENING, ASKED)
    assert meeting.place == ""


def test_the_sites_own_header_is_no_meeting_programs_clock() -> None:
    head = "Talks with the mayors\nMay 4, 2022\n15:30\nHarbour Town"
    again = "Talks with the isles\nMay 4, 2022\n11:00\nHarbour Town"
    meeting = text(f"{head}\nThey met.\n{again}\n{OPENING}\n{ASKED}")
    assert (meeting.source.format, meeting.time) == ("excerpt", "15:30")
    assert meeting.place == "Harbour Town"


def test_a_title_above_prose_with_broken_lines_is_kept() -> None:
    head = "Talks with the mayors\nDaniel Marsh held talks\nwith the mayors.\nMay 4, 2022\n15:30"
    assert text(f"{head}\nHarbour Town\n{OPENING}\n{ASKED}").title == "Talks with the mayors"


def test_prose_broken_by_a_margin_above_the_day_is_no_title() -> None:
    told = "Daniel Marsh spoke at the plenary\nsession of the Harbour\nForum."
    meeting = text(f"{told}\nMay 4, 2022\n18:00\nHarbour Town", OPENING, ASKED)
    assert (meeting.date, meeting.time, meeting.place) == ("2022-05-04", "18:00", "Harbour Town")
    assert meeting.title != told.partition("\n")[0]
    assert " ".join(told.split()) in [getattr(part, "text", "") for part in meeting.body]


def test_a_day_broken_before_its_year() -> None:
    meeting = text("Talks with the mayors", "May 4,\n2022\n18:35\nHelsinki", OPENING, ASKED)
    assert (meeting.date, meeting.time, meeting.place) == ("2022-05-04", "18:35", "Helsinki")


def test_the_meetings_day_has_a_time_the_blogs_has_none() -> None:
    meeting = text(
        "A reader’s post",
        "November 26, 2022",
        "Daniel Marsh met the mayors of the coast.",
        "November 25, 2022 17:30",
        "Moscow region",
        "Daniel Marsh: Good morning to all of you.",
    )
    assert (meeting.date, meeting.time) == ("2022-11-25", "17:30")
