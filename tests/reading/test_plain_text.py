"""Dialogue in plain text, on short invented samples."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Attribution, BlockKind, Meeting, Turn
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.plain_text import READER
from tui.reading.printed_label import Shape, shape, take_apart
from tui.reading.registry import read as registry_read


def read(text: str) -> Meeting:
    (meeting,) = READER.read(decode(text.encode(), "sample.txt"))
    return meeting


def said(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(t.speaker, " ".join(b.text for b in t.paragraphs)) for t in meeting.turns]


def test_names_before_a_colon_begin_turns() -> None:
    meeting = read(
        "Alice Example: Good morning.\n\nBob Sample: Hello.\n\nAlice Example: Shall we?\n"
    )
    assert said(meeting) == [
        ("Alice Example", "Good morning."),
        ("Bob Sample", "Hello."),
        ("Alice Example", "Shall we?"),
    ]


@pytest.mark.parametrize("label", ["SPEAKER_00", "QUESTION", "AUDIENCE"])
def test_one_unnamed_voice_among_names_is_nobody_elses(label: str) -> None:
    meeting = read(
        f"Anna Berg: We agree.\nJonas Weil: I do not.\nAnna Berg: We shall see.\n{label}: When?\n"
        "Anna Berg: In autumn.\n"
    )
    assert said(meeting)[3] == (label, "When?")


def test_a_phrase_before_a_colon_stays_speech() -> None:
    meeting = read(
        "Alice Example: Good morning.\n\nThe point is this: we are late.\n\nBob Sample: True.\n\n"
        "Section 4: it says so.\n\nAlice Example: Mr. Chair, and may it please you: yes.\n"
    )
    assert [speaker for speaker, _ in said(meeting)] == [
        "Alice Example",
        "Bob Sample",
        "Alice Example",
    ]


def test_a_paragraph_without_label_belongs_to_the_open_turn() -> None:
    meeting = read("ALICE: One.\n\nTwo.\n\nBOB: Three.\n\nALICE: Four.\n")
    assert [len(turn.paragraphs) for turn in meeting.turns] == [2, 1, 1]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("MS. EXAMPLE:  Okay.\n\nQ    Why?\n\nMS. EXAMPLE:  Because.\n\nQ  And?\n", ["Q"]),
        ("Q. Where were you?\nA. At home.\nQ. When?\nA. At nine.\n", ["Q", "A"]),
        (">>Alice: Hello.\n>>Bob: Hi.\n>>Alice: Bye.\n", ["Alice", "Bob"]),
        ("A. L. Example: Yes.\n\nBob Sample: No.\n\nA. L. Example: So.\n", ["A. L. Example"]),
        ("SPEAKER_00: Yes.\nSPEAKER_01: No.\n", ["SPEAKER_00", "SPEAKER_01"]),
    ],
)
def test_printed_conventions(text: str, speakers: list[str]) -> None:
    assert set(speakers) <= {speaker for speaker, _ in said(read(text))}


def test_a_change_of_speaker_without_a_name_has_no_speaker() -> None:
    meeting = read(">> Hello.\n>> Hi.\n>> Bye.\n")
    assert [(t.speaker, t.attribution) for t in meeting.turns] == [(None, Attribution.INFERRED)] * 3


def test_country_is_the_role_and_language_a_note() -> None:
    meeting = read(
        "The President: I give the floor.\n\nMr. Example (Peru) (spoke in Spanish): Thanks.\n\n"
        "The President (spoke in French): Merci.\n"
    )
    turns = meeting.turns
    assert (turns[1].speaker, turns[1].role) == ("Mr. Example", "Peru")
    assert turns[1].label_note == "spoke in Spanish"
    assert turns[2].label_note == "spoke in French"


def test_speakers_inside_a_paragraph_of_a_record_without_line_breaks() -> None:
    meeting = read(
        "The President: I give the floor to Peru. Mr. Example (Peru): I thank you. "
        "Ms. Sample (Kenya): I too. The President: I thank both.\n"
    )
    assert [turn.speaker for turn in meeting.turns] == [
        "The President",
        "Mr. Example",
        "Ms. Sample",
        "The President",
    ]


def test_names_on_their_own_lines_with_seats() -> None:
    meeting = read(
        "Sir Bob Sample (North Town)\nWill he act?\n\n"
        "The Prime Minister (Mrs. Alice Example)\nI will.\n\n"
        "Sir Bob Sample (North Town)\nWhen?\n\nThe Prime Minister\nSoon.\n"
    )
    assert [(t.speaker, t.role, t.attribution) for t in meeting.turns] == [
        ("Sir Bob Sample", "North Town", Attribution.PRINTED),
        ("Mrs. Alice Example", "The Prime Minister", Attribution.PRINTED),
        ("Sir Bob Sample", "North Town", Attribution.PRINTED),
        ("Mrs. Alice Example", "The Prime Minister", Attribution.PROPAGATED),
    ]


def test_hard_wrapped_paragraphs_are_joined_and_the_repair_is_told() -> None:
    line = "words that go on until the margin is reached and then are broken over\n"
    meeting = read(
        f"ALICE: {line}{line}the next line.\n\nBOB: {line}{line}and end.\n\nALICE: Ok.\n"
    )
    assert [len(turn.paragraphs) for turn in meeting.turns] == [1, 1, 1]
    assert any("soft line breaks" in repair for repair in meeting.source.repairs)


def test_brackets_on_their_own_are_asides() -> None:
    meeting = read("ALICE: One.\n\n(APPLAUSE)\n\nTwo.\n\nBOB: Three.\n\nALICE: Four.\n")
    kinds = [block.kind for block in meeting.turns[0].blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.ASIDE, BlockKind.PARAGRAPH]


def test_header_gives_title_date_and_place() -> None:
    meeting = read(
        "First Example Debate\nTown Hall, Sample City.  Friday, September 26, 2008.\n\n"
        "ALICE: Good evening.\n\nBOB: Good evening.\n\nALICE: Well.\n"
    )
    assert (meeting.title, meeting.date, meeting.place) == (
        "First Example Debate",
        "2008-09-26",
        "Town Hall, Sample City.",
    )


def test_metadata_lines_are_no_speakers() -> None:
    meeting = read(
        "Title: A talk\nDate: 2020-05-03\nHost: Alice Example\n\nAlice: Hi.\n\nBob: Hi.\n\n"
        "Alice: So.\n\nBob: Yes.\n"
    )
    assert {turn.speaker for turn in meeting.turns} == {"Alice", "Bob"}
    assert (meeting.title, meeting.date) == ("A talk", "2020-05-03")


def test_line_numbers_of_a_court_record_are_taken_out() -> None:
    words = ["MR. SAMPLE: Good morning.", "THE WITNESS: Good morning.", "MR. SAMPLE: Now."] * 8
    text = "\n".join(f"{n % 25 + 1:2}  {line}" for n, line in enumerate(words))
    meeting = read(text)
    assert len(meeting.turns) == 24
    assert meeting.source.repairs


def test_text_without_speakers_is_narrative_with_a_warning() -> None:
    meeting = read("A report\n\nIt rained all day. Nobody spoke.\n")
    assert not meeting.turns
    assert meeting.warnings


def test_a_label_is_never_taken_from_the_middle_of_a_long_line() -> None:
    assert not read("word " * 200_000 + "Alice Example: no\n").turns


LINES = [
    "Alice: {}",
    "BOB: {}",
    "{}",
    "({})",
    "Q  {}",
    "# {}",
    ">> {}",
    "",
    "Mr. X (Peru): {}",
    "{}:",
]


@given(st.lists(st.sampled_from(LINES), max_size=20), st.sampled_from(["\n", "\n\n"]))
def test_every_word_is_kept(lines: list[str], end: str) -> None:
    text = end.join(line.format(f"word{n}") for n, line in enumerate(lines)) + "\nlast"
    meeting = read(text)
    kept = [meeting.title, meeting.summary, meeting.place, *meeting.source.furniture]
    for part in meeting.body:
        blocks = part.blocks if isinstance(part, Turn) else (part,)
        kept += [part.label if isinstance(part, Turn) else "", *(block.text for block in blocks)]
    assert set(re.findall(r"word\d+", text)) <= set(re.findall(r"word\d+", " ".join(kept)))


@given(st.text(max_size=300))
def test_nothing_but_reading_errors(text: str) -> None:
    try:
        read("Alice: " + text)
    except ReadingError:
        return


def test_hansard_with_parties_and_names_alone() -> None:
    meeting = read(
        "Oral Answers\n\nSir Bob Sample (North Town) (Con)\nIs it so?\n\n"
        "The Prime Minister\nYes.\n\n"
        "Mr Speaker\nOrder.\n\nAlice Example (South) (Lab)\nThank you. What then?\n\n"
        "§ Mr. Carl Person rose—\n\nThe Prime Minister\nNothing.\n"
    )
    assert [turn.speaker for turn in meeting.turns] == [
        "Sir Bob Sample",
        "The Prime Minister",
        "Mr Speaker",
        "Alice Example",
        "The Prime Minister",
    ]
    assert meeting.turns[0].role == "North Town, Con"


def test_hearings_print_a_stop_after_the_name() -> None:
    line = "order and I want to thank everyone for being here today with us all\n"
    meeting = read(
        f"    Senator Example. Good morning. This will come to\n{line}{line}and more.\n"
        f"    Mr. Sample. Thank you, Mr. Person. was my teacher and he was\n{line}{line}good.\n"
        "    Senator Example. How many?\n    Mr. Sample. Nine.\n"
        "    [Whereupon, at 11:58 a.m., the hearing was adjourned.]\n"
    )
    assert [turn.speaker for turn in meeting.turns] == ["Senator Example", "Mr. Sample"] * 2
    assert meeting.turns[-1].blocks[-1].kind is BlockKind.ASIDE


def test_a_printed_question_after_a_short_line_is_a_question() -> None:
    meeting = read("MS. EXAMPLE:  Yes.\n\nQ    Great\n\nMS. EXAMPLE:  No.\n\nQ    Thanks\n")
    assert [turn.label for turn in meeting.turns] == ["MS. EXAMPLE", "Q"] * 2


def test_quoted_testimony_is_no_dialogue() -> None:
    named = "".join(f"Alice Example: Point {n}.\n\nBob Sample: Yes.\n\n" for n in range(9))
    meeting = read(named + "Question: Who?\n\nAnswer: Me.\n\nAlice Example: So it was.\n")
    assert {turn.speaker for turn in meeting.turns} == {"Alice Example", "Bob Sample"}


@pytest.mark.parametrize(
    ("label", "speaker", "role"),
    [
        ("VICE PRESIDENT SAMPLE", "SAMPLE", "VICE PRESIDENT"),
        ("SENIOR ADMINISTRATION OFFICIAL", "SENIOR ADMINISTRATION OFFICIAL", None),
        ("THE PRESIDENT", "THE PRESIDENT", None),
        ("MR. SAMPLE", "MR. SAMPLE", None),
        ("The Minister for Trade (Bob Sample)", "Bob Sample", "The Minister for Trade"),
        ("The President (Malta)", "The President", "Malta"),
        ("Alice Example, moderator", "Alice Example", "moderator"),
        ("Carl Sample, Jr.", "Carl Sample, Jr.", None),
    ],
)
def test_labels_taken_apart(label: str, speaker: str, role: str | None) -> None:
    found = take_apart(label)
    assert (found.speaker, found.role) == (speaker, role)
    assert shape(label) is Shape.STRONG


CORPUS = Path(os.environ.get("STENOGRAM_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus")


@pytest.mark.skipif(not (CORPUS / "arguments").is_dir(), reason="the corpus is not here")
def test_arguments_of_the_corpus() -> None:
    """A name that several arguments print before a colon is a speaker in each of them."""
    texts = [path.read_text("utf-8") for path in sorted((CORPUS / "arguments").glob("*.txt"))[::8]]
    found = [re.findall(r"^([A-Z][^:\n]{4,40}): ", text, re.MULTILINE) for text in texts]
    seen = Counter(label for labels in found for label in set(labels))
    names = {label for label, count in seen.items() if count > 1 and " " in label}
    right = total = 0
    for text, labels in zip(texts, found, strict=True):
        expected = Counter(label for label in labels if label in names)
        printed = Counter(turn.label for turn in read(text).turns)
        total += expected.total()
        right += (expected & printed).total()
    assert right >= 0.99 * total


def test_calls_print_the_office_after_a_dash() -> None:
    meeting = read(
        "A call\n\nOperator\nWelcome.\n\nAlice Example -- Chief Executive Officer\nThank you.\n\n"
        "Bob Sample -- Big Bank -- Analyst\nWhy?\n\nAlice Example -- Chief Executive Officer\nSo.\n"
    )
    assert [(turn.speaker, turn.role) for turn in meeting.turns] == [
        ("Operator", None),
        ("Alice Example", "Chief Executive Officer"),
        ("Bob Sample", "Big Bank -- Analyst"),
        ("Alice Example", "Chief Executive Officer"),
    ]


def test_letters_may_be_names() -> None:
    (meeting,) = registry_read(b"A: Hello.\nB: Yes?\nA: Nothing.\n", "two.txt")
    assert [turn.speaker for turn in meeting.turns] == ["A", "B", "A"]


@pytest.mark.parametrize("data", [b"%PDF-1.4\n1 0 obj", rb"{\rtf1\ansi Anna: hello\par}"])
def test_what_only_looks_like_text_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(ReadingError, match="save"):
        registry_read(data, "report.txt")


@pytest.mark.parametrize("name", ["Bill Lund", "Kate Lund", "Pat Lund", "Matt Lund"])
def test_first_names_that_are_words_or_zones_are_names(name: str) -> None:
    text = f"{name}  0:03\nYes.\n\nAnna Berg  0:09\nNo.\n\n{name}  0:12\nOh.\n"
    (meeting,) = registry_read(text.encode(), "talk.txt")
    assert [turn.speaker for turn in meeting.turns] == [name, "Anna Berg", name]


def test_codes_of_participants_vouch_for_each_other() -> None:
    text = "Moderator: What?\n\nP1: Soup.\n\nP2: Bread.\n\nModerator: Why?\n\nP3: Hunger.\n"
    assert [turn.speaker for turn in read(text).turns] == [
        "Moderator",
        "P1",
        "P2",
        "Moderator",
        "P3",
    ]


def test_what_a_listener_asks_is_not_the_host_who_reads_on() -> None:
    text = (
        "Kenji: Welcome.\nRuth: Hello.\nListener Question: How long?\nRuth: Two days.\nKenji: Ah.\n"
    )
    assert "Listener Question" in [turn.speaker for turn in read(text).turns]


@pytest.mark.parametrize("name", ["Ben", "Uncle Al", "Old Ben"])
def test_a_name_that_is_also_a_particle_speaks(name: str) -> None:
    meeting = read(f"Alice: Hello.\n\n{name}: Hi.\n\nAlice: Well?\n\n{name}: Yes.\n")
    assert [speaker for speaker, _ in said(meeting)] == ["Alice", name, "Alice", name]


def test_initials_stand_for_the_one_name_they_begin() -> None:
    meeting = read(
        "Alice Example: Hello.\n\nBob Sample: Hi.\n\nAlice Example: Well?\n\nBS: So, yes.\n\n"
        "TV: is what we watch.\n"
    )
    assert [speaker for speaker, _ in said(meeting)] == [
        "Alice Example",
        "Bob Sample",
        "Alice Example",
        "Bob Sample",
    ]
