"""Speakers' labels of the site: which they are, and what they are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.evidence import Evidence
from tui.reading.labels import is_anonymous, split_label
from tui.reading.names import Cast, name_key, usual_print


@pytest.mark.parametrize(
    ("printed", "name", "role"),
    [
        ("President of Kenya William Ruto", "William Ruto", "President of Kenya"),
        ("President of\xa0Kenya William\xa0Ruto:", "William Ruto", "President of Kenya"),
        ("William Ruto", "William Ruto", None),
        ("chairman of the Board of Acme Joan Smith", "Joan Smith", "chairman of the Board of Acme"),
        ("Joan Smith, head of the acute department", "Joan Smith", "head of the acute department"),
        ("Joan Smith (ENI)", "Joan Smith", "ENI"),
        ("Dmitry, Moscow", "Dmitry", "Moscow"),
        ("Cosmonaut Oleg Kononenko", "Oleg Kononenko", "Cosmonaut"),
        ("President of Turkey Recep Tayyip Erdogan", "Recep Tayyip Erdogan", "President of Turkey"),
        (
            "President of the World Jewish Congress Ronald Lauder",
            "Ronald Lauder",
            "President of the World Jewish Congress",
        ),
        ("Crown Prince of Abu Dhabi Mohammed Al Nahyan", "Mohammed Al Nahyan", None),
        ("CEO of Royal Dutch Shell Ben van Beurden", "Ben van Beurden", "CEO of Royal Dutch Shell"),
        ("Patriarch Kirill of Moscow", "Patriarch Kirill of Moscow", None),
        ("MR. ANSPACH", "MR. ANSPACH", None),
        ("Mr. Speaker", "Mr. Speaker", None),
        ("Question", "Question", None),
    ],
)
def test_name_and_office(printed: str, name: str, role: str | None) -> None:
    label = split_label(printed)
    assert label.name == name
    assert role is None or label.role == role


@pytest.mark.parametrize("note", ["retranslated", "re-translated", "in English", "speaking German"])
def test_a_publishers_remark_is_neither_name_nor_office(note: str) -> None:
    label = split_label(f"President of Egypt Abdel Fattah el-Sisi ({note})")
    assert (label.name, label.note) == ("Abdel Fattah el-Sisi", note)
    assert label.role == "President of Egypt"
    assert note not in label.text


def test_an_unclosed_remark_is_a_remark() -> None:
    assert split_label("Angela Merkel (retranslated").note == "retranslated"


@pytest.mark.parametrize(
    "printed", ["VladimirPutin", "VladimirPUTIN", "V.Putin", "V. Putin", "VLADIMIR PUTIN", "Putin"]
)
def test_an_odd_print_is_resolved_where_the_document_knows_the_name(printed: str) -> None:
    label = split_label(printed, Cast(["Vladimir Putin"]))
    assert (label.name, label.text) == ("Vladimir Putin", printed)


def test_a_surname_two_people_share_is_not_resolved() -> None:
    cast = Cast(["Sergei Ivanov", "Anton Ivanov"])
    assert cast.spelling("Ivanov") is None
    assert cast.spelling("S. Ivanov") == "Sergei Ivanov"


def test_an_office_alone_names_nobody() -> None:
    assert split_label("Minister of Defence").name is None


@pytest.mark.parametrize(
    "label", ["Question", "REMARK", "SPEAKER_01", "Speaker 2", "Q", "Question from the audience"]
)
def test_anonymous_labels(label: str) -> None:
    assert is_anonymous(label)
    assert split_label(label).name == label


@pytest.mark.parametrize("label", ["Joan Smith", "Question Time Limited", "Host Nation", "II"])
def test_labels_that_are_not_anonymous(label: str) -> None:
    assert not is_anonymous(label)


PARAGRAPHS = [
    "President of Russia Vladimir Putin: Good afternoon.",
    "I have one question: who will pay for this?",
    "Minister of Defence: Sergei Shoigu.",
    "Hence the main question: what is to be done?",
    "Digital economy: this is our priority in the digital economy.",
    "Sergei Shoigu: We are ready.",
    "Question: Mr President, what now?",
    "Question: at what expense?",
    "VladimirPutin: Nothing.",
]


@pytest.mark.parametrize(
    ("number", "name"), [(0, "Vladimir Putin"), (5, "Sergei Shoigu"), (6, "Question")]
)
def test_a_label_is_a_name_the_document_bears_out(number: int, name: str) -> None:
    found = Evidence(PARAGRAPHS, ["Sergei Shoigu"], "").label(PARAGRAPHS[number])
    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("number", [1, 2, 3, 4, 7])
def test_a_colon_in_speech_announces_nobody(number: int) -> None:
    assert Evidence(PARAGRAPHS, ["Sergei Shoigu"], "").label(PARAGRAPHS[number]) is None


def test_a_glued_label_is_the_person_known_otherwise() -> None:
    found = Evidence(PARAGRAPHS, ["Sergei Shoigu"], "").label(PARAGRAPHS[8])
    assert found is not None
    assert found[0].name == "Vladimir Putin"


def test_the_labels_spelling_goes_before_that_of_the_tags() -> None:
    paragraphs = ["President of Finland Sauli Niinisto: Thank you.", "Sauli Niinisto: Yes."]
    found = Evidence(paragraphs, ["Sauli Niinistö"], "").label(paragraphs[1])
    assert found is not None
    assert found[0].name == "Sauli Niinisto"


def test_a_colon_inside_the_office() -> None:
    line = (
        "Co-chairman of the group Russia-USA: A Look into the Future Henry Kissinger: First of all"
    )
    found = Evidence([line, "Henry Kissinger: Yes."], (), "").label(line)
    assert found is not None
    assert found[0].name == "Henry Kissinger"
    assert line[found[1] :].strip() == "First of all"


@given(st.text(max_size=80))
def test_no_label_makes_it_crash_or_loses_its_print(text: str) -> None:
    label = split_label(text)
    assert name_key(text).startswith(name_key(label.text))


@given(st.lists(st.text(alphabet="abAB: .,()\n’“", max_size=60), max_size=6))
def test_no_paragraphs_make_evidence_crash(paragraphs: list[str]) -> None:
    evidence = Evidence(paragraphs, (), "")
    for paragraph in paragraphs:
        found = evidence.label(paragraph)
        assert found is None or 0 < found[1] <= len(paragraph)


def test_capitals_are_lowered_name_by_name() -> None:
    assert usual_print("OLLI-PEKKA KALLASVUO") == "Olli-Pekka Kallasvuo"
