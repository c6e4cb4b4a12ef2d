"""The five shipped documents, word for word as a reader of the files finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import pytest

from tui.data import data_folder
from tui.model import BlockKind, Meeting, SpanKind, Turn
from tui.reading.registry import read

NAZARBAYEV = ("Nursultan Nazarbayev", "President of Kazakhstan")
PUTIN = ("Vladimir Putin", "President of Russia")
TITLE = "Meeting with President of Kazakhstan Nursultan Nazarbayev"
WITH = "With President of Kazakhstan Nursultan Nazarbayev."


@dataclass(frozen=True)
class Expected:
    """What stands in a seed; a turn is speaker, role, first and last words, paragraphs."""

    file: str
    title: str
    summary: str
    date: str
    time: str | None
    place: str
    turns: list[tuple[str, str | None, str, str, int]]
    preamble: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    elisions: int = 1
    see_also: list[tuple[str, str]] = field(default_factory=list)
    published: str | None = None
    editor: list[str] = field(default_factory=list)
    tagged: bool = True


SEEDS = [
    Expected(
        "000_b702355ddf2f8eb7.txt",
        TITLE,
        "Vladimir Putin had a meeting with President of Kazakhstan Nursultan Nazarbayev.",
        "2013-05-29",
        "12:45",
        "Astana",
        [
            (*NAZARBAYEV, "Mr Putin, I wish you a", "is a big honour for us.", 6),
            (*PUTIN, "I want to thank you too,", "useful meeting. Thank you very much.", 6),
        ],
        preamble=[
            "The meeting took place before the start of a meeting of the Supreme Eurasian "
            "Economic Council, the highest body of the Customs Union and the Common Economic "
            "Space formed by Russia, Belarus and Kazakhstan."
        ],
        captions=[WITH],
        see_also=[("All details about visit to Kazakhstan", "2013-05-29")],
        published="2013-05-29T12:45",
        editor=["[First Deputy Prime Minister of Russia Igor Shuvalov]"],
    ),
    Expected(
        "001_e63448fbcb363e47.txt",
        TITLE,
        "Vladimir Putin and Nursultan Nazarbayev discussed current bilateral relations and "
        "integration development, in particular within the Customs Union and the Eurasian Economic "
        "Community.",
        "2012-05-15",
        "19:40",
        "The Kremlin, Moscow",
        [
            (*PUTIN, "Mr Nazarbayev, I am in the", "and to move in this direction.", 4),
            (*NAZARBAYEV, "Thank you. We are meeting today", "I wish you the greatest success.", 8),
            (
                "Vladimir Putin",
                None,
                "Thank you very much. Aside from",
                "the roadmap for our relations’ development.",
                2,
            ),
            (
                "Nursultan Nazarbayev",
                None,
                "Most important is that on May",
                "come and visit me in Kazakhstan.",
                1,
            ),
            (
                "Vladimir Putin",
                None,
                "It is an offer I accept",
                "an offer I accept with pleasure.",
                1,
            ),
        ],
        preamble=[
            "The meeting took place on the sidelines of the informal Commonwealth of Independent "
            "States summit."
        ],
        captions=[WITH],
        see_also=[("Informal meeting of the CIS Council of Heads of State", "2012-05-15")],
        published="2012-05-15T19:40",
        editor=["[Soviet state planning agency]"],
    ),
    Expected(
        "002_a27f7a5350d7c626.txt",
        TITLE,
        "Vladimir Putin met with President of Kazakhstan Nursultan Nazarbayev, who had arrived in "
        "Moscow on the President of Russia’s invitation.",
        "2012-10-09",
        "18:40",
        "The Kremlin, Moscow",
        [
            (
                *PUTIN,
                "Mr President, we saw each other",
                "detail in an informal setting. Welcome.",
                3,
            ),
            (
                *NAZARBAYEV,
                "Thank you, Mr President, for your",
                "continue developing in a positive direction.",
                6,
            ),
            (
                "Vladimir Putin",
                None,
                "You know, what makes me particularly",
                "to integration is working very efficiently.",
                1,
            ),
            (
                "Nursultan Nazarbayev",
                None,
                "Twenty-five billion dollars in turnover, and",
                "This is very major, modern cooperation.",
                2,
            ),
        ],
        preamble=[
            "The meeting was timed to coincide with the 20th anniversary of the signing of the "
            "Agreement on Friendship, Cooperation and Mutual Assistance and the 20th anniversary "
            "since the establishment of diplomatic ties between the Russian Federation and the "
            "Republic of Kazakhstan. Following the meeting, the two presidents issued a joint "
            "statement.",
            "Later, Vladimir Putin and Nursultan Nazarbayev attended a gala concert at the Bolshoi "
            "Theatre.",
        ],
        headings=["Beginning of meeting with President of Kazakhstan Nursultan Nazarbayev"],
        captions=[WITH],
        see_also=[("Russia-Kazakhstan Interregional Cooperation Forum", "2012-09-19")],
        published="2012-10-09T18:40",
    ),
    Expected(
        "003_dd39e63b97d3d3d3.txt",
        TITLE,
        "Vladimir Putin met with President of Kazakhstan Nursultan Nazarbayev.",
        "2017-10-12",
        "14:15",
        "Sochi",
        [
            (*PUTIN, "Mr Nazarbayev, thank you for your", "that this will benefit both sides.", 3),
            (
                *NAZARBAYEV,
                "Mr Putin, thank you very much.",
                "and for everything we do together.",
                9,
            ),
        ],
        preamble=[
            "The Presidents discussed the status of bilateral relations and topical international "
            "issues, particularly, the prospects of the Astana talks on conflict settlement in "
            "Syria.",
            "Presidential Aide Yury Ushakov and Economic Development Minister Maxim Oreshkin also "
            "attended the meeting on Russia’s behalf.",
            "Yesterday in Sochi, Nursultan Nazarbayev participated in the CIS summit and a Supreme "
            "Eurasian Economic Council meeting.",
        ],
        headings=["Beginning of meeting with President of Kazakhstan Nursultan Nazarbayev"],
        captions=[
            "At a meeting with President of Kazakhstan Nursultan Nazarbayev.",
            "President of Kazakhstan Nursultan Nazarbayev.",
        ],
        see_also=[
            ("CIS summit", "2017-10-11"),
            ("Supreme Eurasian Economic Council meeting", "2017-10-11"),
        ],
        published="2017-10-12T14:15",
    ),
    Expected(
        "004_94d1d4e3d959143d.txt",
        "Meeting with Nursultan Nazarbayev",
        "Vladimir Putin met at the Kremlin with the first President of Kazakhstan Nursultan "
        "Nazarbayev.",
        "2020-03-10",
        None,
        "The Kremlin, Moscow",
        [
            (*PUTIN, "Mr Nazarbayev, I am very happy", "grew by 19.7 or 19.6 percent.", 5),
            ("Nursultan Nazarbayev", None, "Yes, it did.", "Yes, it did.", 1),
            (
                "Vladimir Putin",
                None,
                "It has reached almost $20 billion.",
                "very happy to see you. Welcome.",
                2,
            ),
            (
                "Nursultan Nazarbayev",
                None,
                "I thank you, Mr President, for",
                "Success to you and to Russia.",
                7,
            ),
            ("Vladimir Putin", None, "Thank you very much.", "Thank you very much.", 1),
        ],
        elisions=0,
        tagged=False,
    ),
]

every_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.file[:3])


def meeting_of(seed: Expected) -> Meeting:
    (meeting,) = read((data_folder("seeds") / seed.file).read_bytes(), seed.file)
    return meeting


def blocks(meeting: Meeting, kind: BlockKind) -> list[str]:
    every = chain.from_iterable(p.blocks if isinstance(p, Turn) else (p,) for p in meeting.body)
    return [block.text for block in every if block.kind is kind]


def shown(turn: Turn) -> tuple[Any, ...]:
    words = " ".join(block.text for block in turn.paragraphs).split()
    return (
        turn.speaker,
        turn.role,
        " ".join(words[:6]),
        " ".join(words[-6:]),
        len(turn.paragraphs),
    )


@every_seed
def test_every_turn_has_its_speaker_role_words_and_paragraphs(seed: Expected) -> None:
    assert [shown(turn) for turn in meeting_of(seed).turns] == seed.turns


@every_seed
def test_header(seed: Expected) -> None:
    meeting = meeting_of(seed)
    found = (meeting.title, meeting.summary, meeting.date, meeting.time, meeting.place)
    assert found == (seed.title, seed.summary, seed.date, seed.time, seed.place)


@every_seed
def test_preamble_is_narrative_before_the_first_turn(seed: Expected) -> None:
    meeting = meeting_of(seed)
    first = next(i for i, part in enumerate(meeting.body) if isinstance(part, Turn))
    before = [p for p in meeting.body[:first] if not isinstance(p, Turn)]
    assert [b.text for b in before if b.kind is BlockKind.NARRATIVE] == seed.preamble


@every_seed
def test_captions_headings_and_elisions_are_nobodys_words(seed: Expected) -> None:
    meeting = meeting_of(seed)
    assert blocks(meeting, BlockKind.CAPTION) == seed.captions
    assert blocks(meeting, BlockKind.HEADING) == seed.headings
    assert blocks(meeting, BlockKind.ELISION) == ["<…>"] * seed.elisions


@every_seed
def test_editors_brackets_are_marked(seed: Expected) -> None:
    marked = [
        block.text[span.start : span.end]
        for turn in meeting_of(seed).turns
        for block in turn.paragraphs
        for span in block.spans
        if span.kind is SpanKind.EDITOR
    ]
    assert marked == seed.editor


@every_seed
def test_a_box_gives_its_own_dates_and_none_to_the_meeting(seed: Expected) -> None:
    assert [(entry.title, entry.date) for entry in meeting_of(seed).see_also] == seed.see_also


@every_seed
def test_tags_and_publication(seed: Expected) -> None:
    meeting = meeting_of(seed)
    expected = (
        (("Kazakhstan",), ("Foreign policy",), ("Nazarbayev Nursultan",), ("News", "Transcripts"))
        if seed.tagged
        else ((), (), (), ())
    )
    found = (meeting.geography, meeting.topics, meeting.persons, meeting.sections)
    assert found == expected
    assert meeting.published == seed.published


@every_seed
def test_a_text_with_an_elision_is_partial(seed: Expected) -> None:
    assert meeting_of(seed).partial is bool(seed.elisions)


@every_seed
def test_people_stand_in_order_of_speaking_under_their_fullest_label(seed: Expected) -> None:
    expected: dict[str, str | None] = {}
    for speaker, role, *_ in seed.turns:
        expected[speaker] = expected.get(speaker) or role
    people = meeting_of(seed).people
    assert {person.name: person.role for person in people} == expected
    assert [person.name for person in people] == list(expected)
    assert all(
        person.label == " ".join(filter(None, (person.role, person.name))) for person in people
    )


@every_seed
def test_every_line_is_accounted_for(seed: Expected) -> None:
    meeting = meeting_of(seed)
    source = (data_folder("seeds") / seed.file).read_text("utf-8").replace("â€¦", "…")
    held = [meeting.title, meeting.summary, meeting.place, *meeting.source.furniture]
    held += [*meeting.geography, *meeting.topics, *meeting.persons]
    for part in meeting.body:
        if isinstance(part, Turn):
            held.append(part.label)
            held += [block.text for block in part.blocks]
        else:
            held.append(part.text)
    squeezed = [" ".join(text.split()) for text in held]
    dates = {"May 29, 2013", "May 15, 2012", "October 9, 2012", "October 12, 2017"}
    for line in source.split("\n"):
        line = " ".join(line.split())
        if not line or line in dates or line == seed.time:
            continue
        if line.startswith(("Published in sections: ", "Publication date: ", "March 10, 2020, ")):
            continue
        label, colon, words = line.partition(": ")
        whole = any(line in text for text in squeezed)
        labelled = (
            bool(colon)
            and any(words in text for text in squeezed)
            and (not label or label in squeezed)
        )
        assert whole or labelled, line


def test_soft_breaks_are_joined_and_recorded() -> None:
    meeting = meeting_of(SEEDS[0])
    assert "Customs Union and the Common Economic Space formed by Russia" in seed_text(meeting)
    assert "Joined 3 soft line breaks inside paragraphs." in meeting.source.repairs


def test_encoding_damage_is_mended_and_recorded() -> None:
    repairs = meeting_of(SEEDS[0]).source.repairs
    assert any("â€¦" in repair and "…" in repair for repair in repairs)


def test_no_break_spaces_of_the_source_are_kept_in_speech() -> None:
    assert "\xa0" in meeting_of(SEEDS[4]).turns[0].paragraphs[1].text


def test_a_box_between_two_speakers_belongs_to_the_first() -> None:
    turn = meeting_of(SEEDS[2]).turns[0]
    assert turn.blocks[-1].kind is BlockKind.SEE_ALSO


def test_speech_goes_on_after_a_caption() -> None:
    kinds = [block.kind for block in meeting_of(SEEDS[3]).turns[1].blocks]
    at = kinds.index(BlockKind.CAPTION)
    assert BlockKind.PARAGRAPH in kinds[:at]
    assert BlockKind.PARAGRAPH in kinds[at:]


def test_what_stands_below_the_last_words_is_outside_the_turn() -> None:
    meeting = meeting_of(SEEDS[0])
    tail = [part.kind for part in meeting.body[-2:] if not isinstance(part, Turn)]
    assert tail == [BlockKind.ELISION, BlockKind.SEE_ALSO]


def seed_text(meeting: Meeting) -> str:
    return "\n".join(block.text for passage in meeting.passages() for block in passage.blocks)
