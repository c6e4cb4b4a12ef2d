"""WebVTT and SRT, on short invented samples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Attribution, Block, Meeting, Turn
from tui.reading import srt, webvtt
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError


def vtt(text: str) -> Meeting:
    (meeting,) = webvtt.READER.read(decode(text.encode(), "talk.vtt"))
    return meeting


def said(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(t.speaker, " ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


CUE = "00:00:01.000 --> 00:00:02.000\n"


def test_two_voices_in_one_cue_are_two_turns() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}<v Alice>Yes.</v>\n<v Bob>No.</v>\n")
    assert said(meeting) == [("Alice", "Yes."), ("Bob", "No.")]


def test_a_voice_may_lack_its_end_and_hold_entities_and_tags() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}<v.loud Alice &amp; Co>Q&amp;A <i>now</i> &lt;ok&gt;\n")
    assert said(meeting) == [("Alice & Co", "Q&A now <ok>")]


def test_cues_of_one_voice_join_and_keep_their_times() -> None:
    meeting = vtt(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Alice>One\n\n"
        "01:00:02.500 --> 01:00:03.000\n<v Alice>two.\n"
    )
    (turn,) = meeting.turns
    assert (turn.start, turn.end) == (1.0, 3603.0)
    assert [p.text for p in turn.paragraphs] == ["One two."]


def test_a_pause_after_a_sentence_begins_a_paragraph() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}<v Alice>One.\n\n00:00:09.000 --> 00:00:10.000\n<v Alice>Two.\n")
    assert [(p.text, p.start) for p in meeting.turns[0].paragraphs] == [
        ("One.", 1.0),
        ("Two.", 9.0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeffWEBVTT\r\n\r\n1\r\n{CUE}Alice: Hello\r\n\r\n2\r\n{CUE}Bob: Hi\r\n",
        "WEBVTT\n\n0f8fad5b-d9cb-469f-a165-70867728950e/12-0\n"
        f"{CUE}<v Alice>Hello</v>\n\n{CUE}<v Bob>Hi\n",
        "00:00:01.000 --> 00:00:02.000 <v Alice>Hello\n00:00:03.000 --> 00:00:04.000 <v Bob>Hi\n",
        f"WEBVTT\n\nNOTE made by\nhand\n\n{CUE}>> Alice: Hello\n\n{CUE}>> Bob: Hi\n",
    ],
    ids=["zoom", "teams", "inline", "captioner"],
)
def test_flavours(text: str) -> None:
    assert said(vtt(text)) == [("Alice", "Hello"), ("Bob", "Hi")]


def test_a_time_of_day_is_no_speaker() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}10:30 Meeting: see you\n\n{CUE}Alice: fine\n\n{CUE}Bob: ok\n")
    assert "Meeting" not in {turn.speaker for turn in meeting.turns}


def test_words_outside_voices_have_no_speaker() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}<v Alice>Yes.\n\n{CUE}Loud music.\n")
    assert (meeting.turns[1].speaker, meeting.turns[1].attribution) == (None, Attribution.INFERRED)


def test_captions_without_speakers_are_narrative_with_times() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}Hello and welcome.\n")
    (block,) = meeting.body
    assert not isinstance(block, Turn)
    assert block.start == 1.0
    assert meeting.warnings


def test_notes_and_styles_are_furniture_not_speech() -> None:
    meeting = vtt(f"WEBVTT\n\nSTYLE\n::cue {{}}\n\n{CUE}<v Alice>Yes.\n\nNOTE checked\n")
    assert said(meeting) == [("Alice", "Yes.")]
    assert "NOTE checked" in meeting.source.furniture


def test_srt_names_a_speaker_only_when_it_changes() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nAlice: Hello\nthere.\n\n"
        "2\n00:00:02,000 --> 00:00:03,500\nWelcome back.\n\n"
        "3\n00:00:04,000 --> 00:00:05,000\n[SPEAKER_01]: Thanks.\n\n"
        "4\n00:00:05,000 --> 00:00:06,000\nAlice: Good.\n"
    )
    (meeting,) = srt.READER.read(decode(text.encode(), "talk.srt"))
    assert said(meeting) == [
        ("Alice", "Hello there. Welcome back."),
        ("SPEAKER_01", "Thanks."),
        ("Alice", "Good."),
    ]
    assert meeting.turns[0].end == 3.5


def test_a_file_without_cues_is_refused_with_advice() -> None:
    with pytest.raises(ReadingError, match="no cue"):
        vtt("WEBVTT\n\nnothing\n")


@given(
    st.lists(
        st.sampled_from(["WEBVTT", "", CUE.strip(), "<v A>x", "</v", "<v", "Bob: y", "1", ">>"])
    )
)
def test_nothing_but_reading_errors(lines: list[str]) -> None:
    try:
        vtt("x\n" + "\n".join(lines))
    except ReadingError:
        return


def test_rolling_captions_are_not_doubled() -> None:
    meeting = vtt(
        f"WEBVTT\n\n{CUE}hello<00:00:01.500><c> everyone</c>\n\n"
        f"{CUE}hello everyone\nand<00:00:02.500><c> welcome</c>\n\n{CUE}and welcome\n \n"
    )
    assert [part.text for part in meeting.body if not isinstance(part, Turn)] == [
        "hello everyone and welcome"
    ]
    assert meeting.source.repairs


def test_where_every_cue_has_a_name_any_name_is_one() -> None:
    said_by = ["Anna Berg", "Anna Berg", "iPhone", "Lee Lund | Acme", "Anna Berg"]
    cues = "".join(f"{CUE}{name}: Words of {n}.\n\n" for n, name in enumerate(said_by))
    assert [turn.speaker for turn in vtt(f"WEBVTT\n\n{cues}").turns] == [
        "Anna Berg",
        "iPhone",
        "Lee Lund | Acme",
        "Anna Berg",
    ]


def test_a_meeting_shows_telephones_and_departments_for_names() -> None:
    meeting = vtt(
        f"WEBVTT\n\n{CUE}Alice Example: We begin.\n\n{CUE}Bob Sample | Sales: Done.\n\n"
        f"{CUE}+1 555-010-0132: It is 9: no, ten.\n\n{CUE}Alice Example: Good.\n"
    )
    assert said(meeting) == [
        ("Alice Example", "We begin."),
        ("Bob Sample", "Done."),
        ("+1 555-010-0132", "It is 9: no, ten."),
        ("Alice Example", "Good."),
    ]


def test_where_dashes_mark_changes_a_lone_one_does() -> None:
    cues = ("- Locked?\n- I thought so.", "- Nobody did.", "– and then", "it rained.")
    text = "\n".join(f"{n}\n{CUE.replace('.', ',')}{cue}\n" for n, cue in enumerate(cues, 1))
    (meeting,) = srt.READER.read(decode(text.encode(), "talk.srt"))
    assert [words for _, words in said(meeting)] == [
        "Locked?",
        "I thought so.",
        "Nobody did. – and then it rained.",
    ]


def test_a_sound_before_anybody_speaks_is_no_turn() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}[Door opens]\n\n{CUE}<v Alice>Yes.</v>\n")
    assert said(meeting) == [("Alice", "Yes.")]
    assert [part.text for part in meeting.body if isinstance(part, Block)] == ["[Door opens]"]


def test_times_may_be_bare_seconds() -> None:
    meeting = vtt("WEBVTT\n\n0.000 --> 3.4\n<v Alice>One.\n\n59.24 --> 1:03.100\n<v Bob>Two.\n")
    assert [(t.speaker, t.start, t.end) for t in meeting.turns] == [
        ("Alice", 0.0, 3.4),
        ("Bob", 59.24, 63.1),
    ]


def test_a_voice_marked_where_it_changes_goes_on_over_cues_without_one() -> None:
    cues = ("<v Alice>One.", "<v Bob>Two.", "Three.", "<v Alice>Four.")
    meeting = vtt("WEBVTT\n\n" + "".join(f"{CUE}{cue}\n\n" for cue in cues))
    assert said(meeting) == [("Alice", "One."), ("Bob", "Two. Three."), ("Alice", "Four.")]


def test_beside_voices_marked_in_every_cue_a_cue_without_one_is_nobodys() -> None:
    cues = ("<v Alice>One.", "<v Alice>Two.", "Three.", "<v Bob>Four.")
    meeting = vtt("WEBVTT\n\n" + "".join(f"{CUE}{cue}\n\n" for cue in cues))
    assert said(meeting) == [("Alice", "One. Two."), (None, "Three."), ("Bob", "Four.")]


def test_a_name_may_stand_above_the_words_of_each_cue() -> None:
    cues = ("Alice Example\nYes.", "Bob Sample\nNo.", "Alice Example\nWell\nthen.")
    meeting = vtt("WEBVTT\n\n" + "".join(f"{CUE}{cue}\n\n" for cue in cues))
    assert said(meeting) == [
        ("Alice Example", "Yes."),
        ("Bob Sample", "No."),
        ("Alice Example", "Well then."),
    ]


def test_a_name_in_brackets_may_stand_above_the_words_twice_in_a_cue() -> None:
    cues = (
        "(Alice Example)\nYes.\n-\n \n(Bob Sample)\nNo.",
        "(Alice Example)\nWell.\n-\n \n(Bob Sample)\nThen.",
    )
    meeting = vtt("WEBVTT\n\n" + "".join(f"{CUE}{cue}\n\n" for cue in cues))
    assert said(meeting) == [
        ("Alice Example", "Yes."),
        ("Bob Sample", "No."),
        ("Alice Example", "Well."),
        ("Bob Sample", "Then."),
    ]


def test_sounds_in_brackets_are_no_names() -> None:
    cues = ("(Upbeat Music)", "Yes.", "Well.", "(Upbeat Music)", "Then.")
    assert vtt("WEBVTT\n\n" + "".join(f"{CUE}{cue}\n\n" for cue in cues)).turns == ()


def test_a_speaker_the_program_could_not_tell_is_nobody_in_particular() -> None:
    lines = ("Alice Example: One.", "Unknown: Two.", "Bob Sample: Three.", "Alice Example: Four.")
    meeting = vtt("WEBVTT\n\n" + "".join(f"{CUE}{line}\n\n" for line in lines))
    assert said(meeting)[1] == ("Unknown", "Two.")


def test_times_that_cannot_be_read_are_reported() -> None:
    meeting = vtt(f"WEBVTT\n\n00:0x --> 00:02\nLost.\n\n{CUE}<v Alice>Kept.\n")
    assert any("00:0x --> 00:02" in warning for warning in meeting.warnings)


def test_cues_without_an_end_are_read() -> None:
    text = "WEBVTT\n\n00:00:01.000 --\nAnna Berg: Hello.\n \n00:00:06.000 -->\nRudolf Strand: Hi.\n"
    (meeting,) = webvtt.READER.read(decode(text.encode(), "cut.vtt"))
    assert [(turn.speaker, turn.start, turn.end) for turn in meeting.turns] == [
        ("Anna Berg", 1, None),
        ("Rudolf Strand", 6, None),
    ]


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (
            ("[SPEAKER_00] One.", "[SPEAKER_01] Two.", "[SPEAKER_01]", "[speaker_01] Three."),
            [("SPEAKER_00", "One."), ("SPEAKER_01", "Two. Three.")],
        ),
        (
            ("[Speaker 1] One.", "[Speaker 2]\nTwo.", "[Speaker 1] [Loud Music] Three."),
            [("Speaker 1", "One."), ("Speaker 2", "Two."), ("Speaker 1", "[Loud Music] Three.")],
        ),
        (
            ("[Anna Berg] One.", "[Rudolf Strand] Two.", "[Anna Berg] Three."),
            [("Anna Berg", "One."), ("Rudolf Strand", "Two."), ("Anna Berg", "Three.")],
        ),
        (("[Loud Music] One.", "Two.", "Three."), []),
        (("[Music] One.", "[Applause] Two.", "[Music] Three."), []),
    ],
)
def test_names_in_brackets_before_the_words(
    cues: tuple[str, ...], expected: list[tuple[str | None, str]]
) -> None:
    meeting = vtt("WEBVTT\n\n" + "".join(f"{CUE}{cue}\n\n" for cue in cues))
    assert said(meeting) == expected


def srt_said(text: str) -> list[tuple[str | None, str]]:
    (meeting,) = srt.READER.read(decode(text.encode(), "talk.srt"))
    return said(meeting)


def numbered(*lines: str) -> str:
    return "\n".join(
        f"{i}\n00:00:{i:02d},000 --> 00:00:{i:02d},900\n{line}\n" for i, line in enumerate(lines, 1)
    )


def test_a_cue_a_program_could_not_label_is_nobodys() -> None:
    text = numbered("[SPEAKER_00] One.", "Two.", "[SPEAKER_00] Three.", "[SPEAKER_01] Four.")
    assert srt_said(text) == [
        ("SPEAKER_00", "One."),
        (None, "Two."),
        ("SPEAKER_00", "Three."),
        ("SPEAKER_01", "Four."),
    ]


def test_a_program_that_labels_where_the_voice_changes_is_continued() -> None:
    text = numbered("[SPEAKER_00] One.", "Two.", "[SPEAKER_01] Three.", "Four.")
    assert srt_said(text) == [("SPEAKER_00", "One. Two."), ("SPEAKER_01", "Three. Four.")]


def test_what_a_program_tells_about_the_recording_is_nobodys() -> None:
    meeting = vtt(
        f"WEBVTT\n\n{CUE}Anna Berg: Welcome.\n\n{CUE}Guest 1: Thanks.\n\n"
        f"{CUE}Anna Berg: Bye.\n\n{CUE}Meeting title: Boats\n\n{CUE}Hosted by: Anna Berg\n"
    )
    assert {turn.speaker for turn in meeting.turns} == {"Anna Berg", "Guest 1", None}


def test_live_captions_name_members_in_small_letters() -> None:
    meeting = vtt(
        f"WEBVTT\n\n{CUE}>> Anna Berg: welcome\n\n{CUE}>> councilmember lind: present.\n\n"
        f"{CUE}>> well here is one thing: it rains.\n\n{CUE}>> Anna Berg: thank you.\n"
    )
    assert [turn.speaker for turn in meeting.turns] == [
        "Anna Berg",
        "councilmember lind",
        None,
        "Anna Berg",
    ]


def test_a_mark_of_change_below_a_label_is_of_the_label() -> None:
    meeting = vtt(
        f"WEBVTT\n\n{CUE}>> Mayor Berg: welcome\n\n{CUE}>> COUNCILMEMBER LIND:\n>> yes, ma'am.\n"
    )
    assert [text for _, text in said(meeting)] == ["welcome", "yes, ma'am."]
    assert None not in {turn.speaker for turn in meeting.turns}


def test_a_cue_without_voice_may_open_with_a_voices_name() -> None:
    meeting = vtt(
        f"WEBVTT\n\n{CUE}<v Anna Berg>One.</v>\n\n{CUE}<v Anna Berg>Two.</v>\n\n"
        f"{CUE}<v Carl Lind>Three.</v>\n\n{CUE}Anna Berg: Four.\n\n{CUE}Tomorrow: five.\n"
    )
    assert said(meeting) == [
        ("Anna Berg", "One. Two."),
        ("Carl Lind", "Three."),
        ("Anna Berg", "Four."),
        (None, "Tomorrow: five."),
    ]


def test_a_voice_s_words_may_begin_with_another_s_name() -> None:
    meeting = vtt(f"WEBVTT\n\n{CUE}<v Anna>Carl: bring the boat.</v>\n\n{CUE}<v Carl>I will.</v>\n")
    assert said(meeting) == [("Anna", "Carl: bring the boat."), ("Carl", "I will.")]
