"""Labels before a bracket, a dash, a cell or behind a mark, and other languages' labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.foreign_labels import is_titled
from tui.reading.print_styles import with_colons
from tui.reading.printed_label import Shape, shape, take_apart
from tui.reading.registry import read

WORDS = (
    "I am glad that we meet here.",
    "What of the new rules?",
    "They help: fewer boats.",
    "And the cost?",
)


def speakers(text: str, name: str = "sample.txt") -> list[str | None]:
    (meeting,) = read(text.encode(), name)
    assert [" ".join(b.text for b in t.paragraphs) for t in meeting.turns] == list(WORDS)
    return [turn.speaker for turn in meeting.turns]


@pytest.mark.parametrize(
    "style",
    [
        "[{n}] {w}",
        "{n}\t{w}",
        "{n} – {w}",
        "{n} -- {w}",
        "| {n} | {w} |",
        "- {n}: {w}",
        "• {n}: {w}",
        "> {n}: {w}",
        "12/31/20, 9:15 PM - {n}: {w}",
        "[31/12/2020, 21:15:07] {n}: {w}",
    ],
)
def test_a_style_that_names_come_again_in(style: str) -> None:
    names = ("Anna Berg", "Carl Dahl") * 2
    text = "\n\n".join(style.format(n=n, w=w) for n, w in zip(names, WORDS, strict=True))
    assert speakers(f"The harbour meeting\n\n{text}\n") == list(names)


def test_the_european_parliament_names_the_president_first() -> None:
    text = (
        "President. – I am glad that we meet here.\n\nIda Roe (PPE). – What of the new rules?\n\n"
        "Jan Poe, President-elect of the Commission. – They help: fewer boats.\n\n"
        "Eva Loe, on behalf of the Fish Group. – And the cost?\n"
    )
    assert speakers(text) == ["President", "Ida Roe", "Jan Poe", "Eva Loe"]


def test_a_list_with_dashes_is_no_dialogue() -> None:
    lines = ["Ann Able – chairwoman", "Bob Best – treasurer", "Ann Able – cook", "Bob Best – boy"]
    assert with_colons(lines) == lines


@given(st.lists(st.text(max_size=40), max_size=8))
def test_lines_keep_their_number(lines: list[str]) -> None:
    assert len(with_colons(lines)) == len(lines)


@pytest.mark.parametrize(
    ("label", "speaker", "role"),
    [
        ("Министр рыбы Котов А.А.", "Котов А.А.", "Министр рыбы"),
        ("Котов А.А., министр рыбы", "Котов А.А.", "министр рыбы"),
        ("ПРЕДСЕДАТЕЛЬ [Котов А.А.]", "Котов А.А.", "ПРЕДСЕДАТЕЛЬ"),
        (
            "Mr. Ali (Sudan), Rapporteur of the Committee (Fourth Committee)",
            "Mr. Ali",
            "Sudan, Rapporteur of the Committee (Fourth Committee)",
        ),
    ],
)
def test_offices_beside_initials(label: str, speaker: str, role: str) -> None:
    apart = take_apart(label)
    assert (apart.speaker, apart.role, shape(label)) == (speaker, role, Shape.STRONG)


@pytest.mark.parametrize(
    "title",
    ["El señor PRESIDENTE", "De voorzitter", "O SR. PRESIDENTE", "An Ceann Comhairle", "Вопрос"],
)
def test_titles_of_other_parliaments(title: str) -> None:
    assert is_titled(title)


@pytest.mark.parametrize("text", ["El señor dijo, que no", "De heer", "вопрос", "M. est là; oui"])
def test_sentences_are_no_titles(text: str) -> None:
    assert not is_titled(text)


def test_names_with_a_full_stop_in_cyrillic() -> None:
    text = (
        "ГОЛОВА. I am glad that we meet here.\n\nКОТ О.О. What of the new rules?\n\n"
        "ГОЛОВА. They help: fewer boats.\n\nКОТ О.О. And the cost?\n"
    )
    assert speakers(text) == ["ГОЛОВА", "КОТ О.О."] * 2
