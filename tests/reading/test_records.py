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


def test_a_broadcaster_prints_party_and_office_once_and_remarks_after_surnames() -> None:
    text = (
        "ANNA BERG, NTV ANCHOR: Good morning.\n\n"
        "SEN. RUDOLF STRAND (R-ZE), PRESIDENTIAL CANDIDATE: We will win.\n\n"
        "BERG: Joining me is our correspondent.\n\n"
        "BILL LUND, NTV CORRESPONDENT (voice-over): Crowds.\n\n"
        "LUND (on camera): Ten thousand.\n\n"
        "BERG: Thank you.\n"
    )
    assert _speakers(text) == [
        "ANNA BERG",
        "SEN. RUDOLF STRAND",
        "ANNA BERG",
        "BILL LUND",
        "BILL LUND",
        "ANNA BERG",
    ]


def test_who_addresses_the_chair_is_not_the_chair() -> None:
    text = (
        "  Mr. McBERG. I yield myself such time as I may need.\n"
        "  Mr. Speaker, this bill is long overdue. It deserves a vote.\n"
        "  Ms. LUND. Will the gentleman yield?\n"
        "  Mr. McBERG. I yield.\n"
        "  Ms. LUND. I thank the gentleman.\n"
    )
    assert _speakers(text) == ["Mr. McBERG", "Ms. LUND", "Mr. McBERG", "Ms. LUND"]


def test_a_name_at_the_margin_goes_on_with_the_sentence() -> None:
    text = (
        "    Chairman Berg. The hearing will come to order in this room of the\n"
        "house, and I welcome all of you.\n"
        "    Mr. Strand. Thank you, Mr. Chairman. I share your worry.\n"
        "    Chairman Berg. Thank you, Mr. Strand. Our first witness is \n"
        "Ms. Gladys Lund. Please begin with your statement, which may last for\n"
        "five minutes.\n\n"
        "    Ms. Lund. Mr. Chairman, Members of the Committee, thank \n"
        "you. The programme is late, and nobody in this town can say why it is\n"
        "so late.\n"
        "    Mr. Strand. How late?\n"
        "    Ms. Lund. Four years, sir.\n"
    )
    assert _speakers(text) == ["Berg", "Mr. Strand", "Berg", "Ms. Lund", "Mr. Strand", "Ms. Lund"]


def test_one_short_page_of_numbered_lines() -> None:
    text = (
        "      14\n 1   A.   I did not sign it.\n 2   Q.   You did not sign the contract on\n"
        " 3   March 3rd?\n 4        MR. BERG:  Objection.\n 5        THE WITNESS:  I did not.\n"
        " 6   BY MS. LUND:\n 7   Q.   Did anyone?\n 8   A.   Not to my knowledge.\n"
        " 9        MS. LUND:  Exhibit 4.\n10   Q.   Do you know it?\n11   A.   Yes.\n"
    )
    said = [(t.label, " ".join(b.text for b in t.paragraphs)) for t in _turns(text)]
    assert said[:3] == [
        ("A", "I did not sign it."),
        ("Q", "You did not sign the contract on March 3rd?"),
        ("MR. BERG", "Objection."),
    ]
    assert len(said) == 9


def test_how_a_witness_was_called_is_no_label() -> None:
    text = (
        "THE CLERK: RAISE YOUR HAND.\n\nANNA LUND,\nCALLED AS A WITNESS, WAS SWORN AND SPOKE AS "
        "FOLLOWS:\n\nTHE WITNESS: I DO.\n\nTHE CLERK: THANK YOU.\n\nTHE WITNESS: YES.\n"
    )
    assert _speakers(text) == ["THE CLERK", "THE WITNESS", "THE CLERK", "THE WITNESS"]


def test_an_office_is_not_short_for_a_longer_one() -> None:
    text = (
        "Spokesman: All right.\n\nQuestion: What of Libya?\n\nSpokesman: We saw it.\n\n"
        "Deputy Spokesman: One more.\n\nQuestion: No, thanks.\n"
    )
    assert [turn.speaker for turn in _turns(text)][::2] == ["Spokesman", "Spokesman", "Question"]


def test_who_keeps_a_record_speaks_in_it() -> None:
    text = (
        "     Q.   How fast?\n     A.   Forty.\n          MS. LUND:  A break, please.\n"
        "          THE VIDEOGRAPHER:  Off the record.\n          (Recess.)\n"
        "          THE VIDEOGRAPHER:  Back on the record.\n     Q.   It was wet?\n     A.   Yes.\n"
    )
    assert _speakers(text).count("THE VIDEOGRAPHER") == 2


def test_a_dash_between_label_and_words_is_neither() -> None:
    text = (
        "Mme la présidente. — La séance est ouverte.\n\nM. Jean Roux. — Je serai bref.\n\n"
        "Mme la présidente. — Je vous en prie.\n\nM. Jean Roux. — Merci.\n"
    )
    assert [turn.paragraphs[0].text for turn in _turns(text)][1:3] == [
        "Je serai bref.",
        "Je vous en prie.",
    ]


def test_a_head_of_government_speaks_before_a_full_stop() -> None:
    text = (
        "The President. Good afternoon.\n\nPrime Minister Strand. Thank you.\n\n"
        "Q. Is it done?\n\nThe President. It is.\n\nQ. All of it?\n\n"
        "Prime Minister Strand. I agree.\n"
    )
    assert _speakers(text) == ["The President", "Strand", "Q", "The President", "Q", "Strand"]


def test_a_peer_speaks_by_title() -> None:
    text = "The Duke of Zenda: I was not.\n\nLord Berg: He was.\n\nThe Earl of Strand: Order.\n"
    assert _speakers(text) == ["The Duke of Zenda", "Lord Berg", "The Earl of Strand"]


def test_the_box_around_the_parties_of_a_case_names_no_speaker() -> None:
    text = (
        "   BERG FEED, INC.,               :\n             Petitioner             :\n"
        "        v.                          :  No. 07-12\n\n"
        "MS. LUND:  May it please the Court.\n\nJUSTICE STRAND:  Why?\n\nMS. LUND:  Because.\n"
    )
    assert _speakers(text) == ["MS. LUND", "JUSTICE STRAND", "MS. LUND"]


def test_a_party_and_a_town_behind_a_name_in_capitals_are_no_name() -> None:
    text = (
        "ANNA BERG, HOST: Good morning.\n\nMAYOR RITA LUND (I), PORT ZENDA: Good morning.\n\n"
        "BERG: The pier?\n\nLUND: In June.\n\nBERG: This June?\n\nLUND: Yes.\n"
    )
    assert [turn.label.split()[-1] for turn in _turns(text)][1:4] == ["ZENDA", "BERG", "LUND"]
    assert "PORT ZENDA" not in map(str.upper, filter(None, _speakers(text)))


def test_where_speakers_are_in_capitals_the_title_page_names_none() -> None:
    text = (
        "An interview with\nAnna Berg\n\nRecorded in Zenda\n\n"
        "LUND\nWhere was it?\n\nBERG\nAt home.\n\n"
        "LUND\nWhen?\n\nBERG\nIn May.\n"
    )
    assert _speakers(text) == ["LUND", "BERG", "LUND", "BERG"]


def test_a_ministry_prints_a_dash_behind_question_and_answer() -> None:
    text = (
        "QUESTION – Pourquoi ?\n\nRÉPONSE – Il le fallait.\n\nQUESTION – Et après ?\n\n"
        "RÉPONSE – Nous verrons.\n"
    )
    assert _speakers(text) == ["QUESTION", "RÉPONSE", "QUESTION", "RÉPONSE"]


def test_the_editors_note_below_a_record_is_nobodys_speech() -> None:
    text = (
        "The President. Good day.\n\nQ. Is it done?\n\nThe President. It is.\n\nQ. All?\n\n"
        "The President. Yes.\n\nNOTE: The President spoke at 2:02 p.m. in the East Room.\n"
    )
    assert [b.text for b in _turns(text)[-1].blocks] == ["Yes."]


def test_a_time_may_stand_between_a_name_and_the_words() -> None:
    text = "LUND\n[00:00:10] Where?\n\nBERG\n[00:00:22] At home.\n\nLUND\nWhen?\n\nBERG\nIn May.\n"
    turns = _turns(text)
    assert [(turn.start, turn.blocks[0].text) for turn in turns[:3]] == [
        (10.0, "Where?"),
        (22.0, "At home."),
        (None, "When?"),
    ]


def test_a_town_s_officers_speak_by_office() -> None:
    text = (
        "Mayor Lund: The sewer?\n\nCity Manager Berg: On budget.\n\nTown Clerk: So noted.\n\n"
        "Mayor Lund: Thank you.\n\nCity budget for May: see below.\n"
    )
    assert [turn.label for turn in _turns(text)] == [
        "Mayor Lund",
        "City Manager Berg",
        "Town Clerk",
        "Mayor Lund",
    ]


def test_a_voice_from_the_hall_is_a_speaker() -> None:
    text = "Ведущий: Начинаем.\n\nИз зала: Где деньги?\n\nВедущий: Тише.\n\nГолос с места: Да!\n"
    assert _speakers(text) == ["Ведущий", "Из зала", "Ведущий", "Голос с места"]
