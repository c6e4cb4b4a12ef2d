"""How publishers of records and broadcasts print who speaks."""

from __future__ import annotations

import pytest

from tui.model import Turn
from tui.reading.registry import read


def _turns(text: str, name: str = "record.txt") -> tuple[Turn, ...]:
    (meeting,) = read(text.encode(), name)
    return meeting.turns


def _speakers(text: str, name: str = "record.txt") -> list[str | None]:
    return [turn.speaker for turn in _turns(text, name)]


def test_congress_prints_a_full_stop_behind_names_and_offices() -> None:
    text = (
        "  The VICE PRESIDENT pro tempore. The Senate will come to order.\n\n"
        "  Mr. McBERG. I send a resolution to the desk.\n\n"
        "  The legislative clerk read as follows:\n\n"
        "  Ms. LUND of Norland. I object to one thing: haste.\n\n"
        "  Mr. McBERG. I yield the floor.\n\n"
        "  The PRESIDING OFFICER (Mrs. Strand). Without objection, so ordered.\n"
    )
    assert _speakers(text) == [
        "The VICE PRESIDENT pro tempore",
        "Mr. McBERG",
        "Ms. LUND of Norland",
        "Mr. McBERG",
        "Mrs. Strand",
    ]


def test_a_seat_may_stand_below_its_holder() -> None:
    text = (
        "Anna Berg\n(Zenda South) (Con)\nQ1. If he will list his engagements.\n\n"
        "The Prime Minister (Rudolf Strand)\nI had meetings this morning.\n\n"
        "Mr Speaker\nOrder.\n\nThe Prime Minister\nThat is all.\n"
    )
    assert _speakers(text) == ["Anna Berg", "Rudolf Strand", "Mr Speaker", "Rudolf Strand"]


def test_what_the_house_does_is_nobodys_speech() -> None:
    text = (
        "Mr. Speaker: Order. I call Mr. Berg.\n\n1. Mr. Berg: To ask the Minister: why?\n\n"
        "Several Hon. Members rose--\n\nMr. Speaker: Order.\n\n"
        "Mr. Berg: I have nothing to add.\n\nQuestion put and agreed to.\n"
    )
    turns = _turns(text)
    assert [turn.speaker for turn in turns] == [
        "Mr. Speaker",
        "Mr. Berg",
        "Mr. Speaker",
        "Mr. Berg",
    ]
    assert [p.text for p in turns[-1].paragraphs] == ["I have nothing to add."]


def test_a_time_of_day_is_no_speaker() -> None:
    text = (
        "Press briefing, March 1, 2023\n\n1:42 P.M. EST\n\nMS. BERG:  Good afternoon.\n\n"
        "Q    Thanks.  When?\n\nADMIRAL LUND:  Soon.\n\nQ    How soon?\n\nMR. LUND:  Very.\n\n"
        "2:31 P.M. EST\n"
    )
    assert _speakers(text) == ["MS. BERG", "Q", "LUND", "Q", "MR. LUND"]


def test_lists_of_participants_are_no_turns() -> None:
    text = (
        "Debate in Zenda\nOctober 22, 2020\n\nPARTICIPANTS:\nAnna Berg (D) and\nRudolf Strand (R)\n"
        "MODERATOR:\nMaria Lund (Zenda News)\n\nLUND: Good evening.\n\nBERG: Thank you.\n\n"
        "STRAND (continuing): I was not done.\n\nQ: What will you do?\n\nBERG: Much.\n\n"
        "STRAND: More.\n\nLUND: Thanks.\n"
    )
    assert _speakers(text) == ["LUND", "BERG", "STRAND", "Q", "BERG", "STRAND", "LUND"]


@pytest.mark.parametrize(
    "line", ["Anna Berg [00:01:05] So, who: you?", "[00:01:05] Anna Berg: So, who: you?"]
)
def test_times_beside_names(line: str) -> None:
    turns = _turns(f"{line}\n\nRudolf Strand [00:01:10] Me.\n\n{line}\n\nRudolf Strand: No.\n")
    assert (turns[0].speaker, turns[0].start) == ("Anna Berg", 65)
    assert turns[0].paragraphs[0].text == "So, who: you?"


def test_names_in_capitals_on_their_own_lines_as_in_plays() -> None:
    text = "ANNA\nWho is there?\n\nRUDOLF\nNobody:\nnobody at all.\n\nANNA\nGood.\n\nRUDOLF\nYes.\n"
    assert _speakers(text) == ["ANNA", "RUDOLF", "ANNA", "RUDOLF"]


def test_a_recipe_has_no_speakers() -> None:
    text = "Ingredients: flour\nServes: 4\n\nMethod: Mix all.\n\nTip: use butter.\n"
    assert _speakers(text) == []


def test_a_capital_letter_may_be_an_initial() -> None:
    text = "A. Berg: Good morning.\nR. Strand: Hello.\nA. Berg: Shall we?\nR. Strand: Yes.\n"
    assert _speakers(text) == ["A. Berg", "R. Strand", "A. Berg", "R. Strand"]


def test_dashes_in_captions_change_the_speaker_and_name_nobody() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:03,000\nANCHOR: Good evening.\n\n"
        "2\n00:00:03,000 --> 00:00:05,000\n- Thank you.\n- My pleasure.\n\n"
        "3\n00:00:05,000 --> 00:00:07,000\nANCHOR: Good night.\n"
    )
    assert _speakers(text, "news.srt") == ["ANCHOR", None, None, "ANCHOR"]


def test_initials_drawn_beside_a_name_are_not_said() -> None:
    text = (
        "AB\nAnna Berg   0:05\nHello.\n\nRS\nRudolf Strand   0:12\nHi.\n\n"
        "AB\nAnna Berg   0:20\nSo.\n"
    )
    turns = _turns(text)
    assert [[p.text for p in turn.paragraphs] for turn in turns] == [["Hello."], ["Hi."], ["So."]]


def test_a_list_of_speakers_above_times_is_no_turn() -> None:
    text = (
        "Weekly Sync\nTue, Mar 05, 2024 10:00AM • 32:10\n\nSUMMARY KEYWORDS\nbudget\n\nSPEAKERS\n"
        "Anna Berg, Rudolf Strand\n\nAnna Berg  00:00\nHello.\n\nRudolf Strand  00:07\nHi.\n"
    )
    assert _speakers(text) == ["Anna Berg", "Rudolf Strand"]
