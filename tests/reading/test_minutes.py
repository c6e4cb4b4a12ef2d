"""Minutes made of chats, names on lines of their own, and what only looks like a turn."""

from __future__ import annotations

import pytest

from tui.model import BlockKind
from tui.reading.registry import read


def turns(text: str, name: str = "sample.txt") -> list[tuple[str | None, str]]:
    (meeting,) = read(text.encode(), name)
    return [(t.speaker, " ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


def speakers(text: str, name: str = "sample.txt") -> list[str | None]:
    return [speaker for speaker, _ in turns(text, name)]


def test_nicks_and_names_without_capitals_speak_in_minutes_of_a_chat() -> None:
    text = (
        "Widgets WG\n\n2 Oct 2013\n\n<ann> scribe: ann\n\nbea: two sizes\n... small and large\n\n"
        "<carl_c> +1\n\nbea: nobody likes small\n\nWuLi: I do\n\nRESOLVED: keep both\n"
    )
    assert speakers(text) == ["ann", "bea", "carl_c", "bea", "WuLi"]


def test_a_tag_is_no_nick() -> None:
    assert speakers("A page\n\n<p> Some words.\n\n<div>More words.</div>\n") == []


def test_bold_nicks_of_minutes_in_markdown() -> None:
    text = (
        "### Topic: Sizes\n\n>  **ann** hello all\n\n>  **bea** slides are up\n\n"
        " __bea:__ we have two sizes\n\n __carl:__ are you sure?\n\n __bea:__ yes\n\n"
        " __carl:__ good\n"
    )
    assert speakers(text, "notes.md") == ["ann", "bea", "bea", "carl", "bea", "carl"]


def test_cited_names_and_headings_of_minutes_as_a_page() -> None:
    text = (
        "<h1>Widgets</h1><div><h3>Sizes</h3><p><cite>bea:</cite> two sizes<br>... small</p>"
        "<p><cite>Carl:</cite> I like it</p><h3>Colours</h3><p><cite>bea:</cite> red</p>"
        "<p><cite>Carl:</cite> blue</p></div>"
    )
    (meeting,) = read(text.encode(), "minutes.html")
    assert [t.speaker for t in meeting.turns] == ["bea", "Carl", "bea", "Carl"]
    assert [b.text for b in meeting.body if getattr(b, "kind", "") is BlockKind.HEADING][-1:] == [
        "Colours"
    ]


def test_names_that_two_share() -> None:
    text = "AB: Yes.\n\nCD: No.\n\nAB: Why?\n\nAB/CD: (laughter)\n\nCD: So.\n"
    assert speakers(text) == ["AB", "CD", "AB", "AB/CD", "CD"]


def test_bold_names_above_lists() -> None:
    text = (
        "# Call\n\n**Tim**\n* Welcome.\n\n**Perry**\n* I can go.\n\n**Tim**\n* Thanks.\n* Next?\n\n"
        "**Vic**\n* Ready.\n"
    )
    assert turns(text, "call.md") == [
        ("Tim", "Welcome."),
        ("Perry", "I can go."),
        ("Tim", "Thanks. Next?"),
        ("Vic", "Ready."),
    ]


def test_headings_that_name_speakers() -> None:
    text = (
        "# Talk\n\n### Anna Berg\n\nHello.\n\n### Carl Dahl\n\nHi.\n\n### Anna Berg\n\nSo.\n\n"
        "### Carl Dahl\n\nYes.\n"
    )
    assert speakers(text, "talk.md") == ["Anna Berg", "Carl Dahl"] * 2


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>{n}</b> {w}</p>",
        "<div><span class='speaker'>{n}</span><span>{w}</span></div>",
        "<h3>{n}</h3><p>{w}</p>",
        "<tr><td>{n}</td><td>{w}</td></tr>",
    ],
)
def test_names_that_a_page_sets_apart_without_a_colon(markup: str) -> None:
    names = ("Anna Berg", "Carl Dahl") * 2
    body = "".join(markup.format(n=n, w="We talk of it today.") for n in names)
    page = f"<html><body><h1>Talk</h1>{body}</body></html>"
    assert speakers(page, "talk.html") == list(names)


def test_members_on_lines_of_their_own() -> None:
    text = (
        "HC Deb 8 August 1871\nMR. ABLE\n\nasked the First Lord, Whether he is well?\n\n"
        "THE MARQUESS OF BEST\n\nI rise to a point of Order.\n\nMR. CASE\n\nsaid, that he was.\n"
    )
    assert speakers(text) == ["MR. ABLE", "THE MARQUESS OF BEST", "MR. CASE"]


def test_an_attendance_list_speaks_not() -> None:
    text = "Minutes\n\nPresent\n\nMr. Able\n\nMr. Best\n\nMs. Case\n\nThe Clerk\n\nAll agreed.\n"
    assert "Mr. Able" not in speakers(text)
    assert "Mr. Best" not in speakers(text)


def test_an_operator_introduces_who_speaks_below_a_bare_name() -> None:
    text = (
        "Fleet, Inc. (NYSE:FLT) Q3 2007 Earnings Call\n\nOperator\n\nGood morning. Go ahead.\n\n"
        "Ann Able\n\nWelcome to the call.\n\nBob Best\n\nWe make statements.\n\n"
        "Ann Able\n\nThank you.\n"
    )
    assert speakers(text) == ["Operator", "Ann Able", "Bob Best", "Ann Able"]


def test_a_clock_with_stops_beside_a_name() -> None:
    text = (
        "Debates\n\nPRAYERS 11:05 a.m.\n\nMr Speaker 11:05 a.m.\nMembers, page 1?\n"
        "Mr John A. Able 11:06 a.m.\nIt is blank.\nMr Speaker 11:06 a.m.\nVery well.\n"
    )
    assert speakers(text) == ["Mr Speaker", "Mr John A. Able", "Mr Speaker"]


def test_titles_and_fields_above_the_dialogue_are_no_turns() -> None:
    text = (
        "Noise and Salt: My Talk with the Herrings (Act II)\n\nDelivered On: 3/20/1973\n"
        "Place: Harbour Office. The Old House\n\nME: Has there been one book?\n"
        "AB: Yes, a thin one.\nME: And songs?\nAB: None.\n"
    )
    assert speakers(text) == ["ME", "AB", "ME", "AB"]


def test_names_before_quotations_are_a_list() -> None:
    names = ("Ann Able", "Bob Best", "Cy Case", "Di Dale")
    assert speakers("\n\n".join(f"{n}: “It was {i} years”" for i, n in enumerate(names))) == []


def test_a_bold_heading_above_a_list_is_no_speaker() -> None:
    text = (
        "# A checklist\n\nIt should be used with care, and always in the morning.\n\n"
        "**Watch for Questions About:**\n- Fish\n- Nets\n\n**Response Protocol:**\n1. Nod\n2. Go\n"
    )
    assert speakers(text, "list.md") == []


def test_one_question_in_a_short_text_is_nobody_elses() -> None:
    text = "Ann Able: Two boats left.\n\nQ: Which?\n\nAnn Able: The blue ones.\n"
    assert speakers(text) == ["Ann Able", "Q", "Ann Able"]


def test_an_office_alone_is_its_holders() -> None:
    text = (
        "Bo Lee: Welcome.\n\nMayor Bill Best: Thank you.\n\nBo Lee: How are the fish?\n\n"
        "Mayor: Well.\n"
    )
    assert speakers(text) == ["Bo Lee", "Bill Best", "Bo Lee", "Bill Best"]


@pytest.mark.parametrize(
    "text",
    [
        "Default: 5\n\nA number.\n\nDefault: none\n\nA word.\n\nDefault: x\n",
        "Boats: two\n\nThey are old.\n\nBoats: three\n\nThey are new.\n\nBoats: none\n",
        'To list:\n\n{\n"Name": "x",\n"Value": "y",\n"Name": "z",\n"Value": "w"\n}\n',
        ">>> import boats\n\n>>> boats.sink()\n\n>>> x = 3\n",
        "ABI: Binary.\n\nAPI: Face.\n\nRule of Three: Old.\n\nTUI: Good.\n\nUTC: On.\n\nOK: Y.\n",
        "Return-Path: <a@b.example>\nContent-Type: text\nX-Mailer: m\nContent-Type: html\n",
    ],
)
def test_catchwords_and_code_are_nobodys(text: str) -> None:
    assert speakers(text) == []


def test_citizens_who_speak_once_each_speak() -> None:
    names = ("Ann Able", "Bob Best", "Cy Case", "Di Dale", "Ed Eve")
    text = "\n\n".join(f"{n}: I am for the boat, and have been since spring." for n in names)
    assert speakers(text) == list(names)


def test_names_with_initials_and_a_full_stop_of_parliaments_to_the_east() -> None:
    text = (
        "Председательствует В. В. Рыбак\n\nПредседательствующий. Прошу приготовиться.\n\n"
        "Котов С. И., фракция «Север». Спасибо. У нас вопрос.\n\n"
        "Председательствующий. Пожалуйста.\n\n"
        "Лосева О. В., председатель Комитета по рыбе. Уважаемые коллеги! Вносим проект.\n\n"
        "Из зала. (Не слышно.)\n\nПредседательствующий. Кто за?\n"
    )
    assert speakers(text) == [
        "Председательствующий",
        "Котов С. И.",
        "Председательствующий",
        "Лосева О. В.",
        "Из зала",
        "Председательствующий",
    ]


def test_prose_that_opens_with_a_surname_and_initials_is_no_turn() -> None:
    text = "Котов С. И. Работы по рыбе.\n\nЛосева О. В. Снасти и люди.\n\nТом 2. Сети.\n"
    assert speakers(text) == []


def test_headwords_of_a_manual_are_no_speakers_though_they_come_again() -> None:
    entry = "A boat has a hull.\n\n" * 30
    text = "".join(f"Hull: wide\n\n{entry}Keel: long\n\n{entry}" for _ in range(3))
    assert speakers(text) == []
    dialogue = "".join(f"Anna: wide\n\n{entry[:40]}Karl: long\n\n{entry[:80]}" for _ in range(3))
    assert speakers(dialogue) == ["Anna", "Karl"] * 3


def test_keys_of_a_manual_are_no_nicks() -> None:
    prose = "The key moves the boat.\n\n" * 12
    assert speakers(f"Keys\n\n{prose}<Tab> to port\n\n{prose}<Del> to starboard\n\n{prose}") == []


def test_many_who_speak_once_each_are_no_glossary() -> None:
    text = (
        "ANNOUNCER: The evening news.\n\nDAVID BERG, ANCHOR: The boats are back.\n\n"
        "ANNA DAHL: I stand at the pier.\n\nUNIDENTIFIED MALE: We were out for two days.\n\n"
        "KARL LUND, HARBOUR MASTER: Nobody was hurt.\n\nBERG: That is the news.\n"
    )
    assert len(turns(text)) == 6
