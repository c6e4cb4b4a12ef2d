"""The meeting object: nothing changes on the way to JSON and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.data import data_folder
from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Meeting,
    Participant,
    Reference,
    Source,
    Span,
    SpanKind,
    Turn,
)
from tui.reading.errors import ReadingError
from tui.reading.registry import read
from tui.reading.schema import SCHEMA, decode, encode

KEYS = (
    "schema id title summary date time place source people body see_also geography topics "
    "persons sections published partial warnings"
)

optional_text = st.none() | st.text()
seconds = st.none() | st.floats(0, 1e6)
texts = st.lists(st.text(), max_size=3).map(tuple)
spans = st.builds(Span, st.integers(0, 9), st.integers(9, 99), st.sampled_from(SpanKind))
blocks = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.text(),
    st.lists(spans, max_size=2).map(tuple),
    seconds,
    seconds,
)
turns = st.builds(
    Turn,
    st.integers(1, 99),
    optional_text,
    optional_text,
    st.text(),
    optional_text,
    st.sampled_from(Attribution),
    st.lists(blocks, max_size=3).map(tuple),
    seconds,
    seconds,
)
days = st.dates().map(str)
clocks = st.times().map(lambda time: time.strftime("%H:%M"))
meetings = st.builds(
    Meeting,
    id=st.from_regex(r"[0-9a-z-]+/[0-9a-z-]+", fullmatch=True),
    title=st.text(),
    summary=st.text(),
    date=st.none() | days,
    time=st.none() | clocks,
    place=st.text(),
    source=st.builds(Source, st.text(), optional_text, st.text(), st.text(), texts, texts),
    people=st.lists(st.builds(Participant, st.text(), optional_text, st.text())).map(tuple),
    body=st.lists(turns | blocks, max_size=4).map(tuple),
    see_also=st.lists(st.builds(Reference, st.text(), optional_text, optional_text)).map(tuple),
    geography=texts,
    topics=texts,
    persons=texts,
    sections=texts,
    published=st.none() | days | st.builds("{}T{}".format, days, clocks),
    partial=st.booleans(),
    warnings=texts,
)


@given(meetings)
def test_a_meeting_survives_json(meeting: Meeting) -> None:
    assert decode(json.loads(json.dumps(encode(meeting)))) == meeting


def seed() -> dict[str, Any]:
    path = sorted(data_folder("seeds").glob("*.txt"))[0]
    (meeting,) = read(path.read_bytes(), path.name)
    return encode(meeting)


def test_keys_stand_in_the_order_of_the_contract() -> None:
    assert " ".join(seed()) == KEYS


def test_a_format_without_a_clock_has_no_times() -> None:
    turn = next(part for part in seed()["body"] if part["kind"] == "turn")
    assert not {"start", "end"} & set(turn)


def test_another_schema_is_refused_by_name() -> None:
    with pytest.raises(ReadingError, match="stenogram/meeting@9"):
        decode(seed() | {"schema": "stenogram/meeting@9"})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", 7),
        ("id", "/etc/x"),
        ("id", "2013/../../x"),
        ("date", ["2013"]),
        ("date", "/tmp/evil"),
        ("date", "../../../x"),
        ("date", "2013-02-30"),
        ("date", "20130529"),
        ("date", ""),
        ("time", "25:00"),
        ("time", "12:45\n"),
        ("published", "yesterday"),
        ("published", "2013-05-29T"),
        ("partial", "yes"),
        ("topics", [1]),
        ("body", {}),
        ("body", [{"kind": "sermon", "text": "", "spans": []}]),
        ("body", [{"kind": "paragraph", "text": "", "spans": [[0]]}]),
        ("people", ["Putin"]),
        ("source", None),
    ],
)
def test_a_damaged_object_is_refused_with_the_place_named(key: str, value: object) -> None:
    with pytest.raises(ReadingError) as caught:
        decode(seed() | {key: value})
    assert str(caught.value)


@given(st.dictionaries(st.text(), st.none() | st.text() | st.integers()))
def test_no_mapping_makes_it_crash(value: dict[str, Any]) -> None:
    with pytest.raises(ReadingError):
        decode(value)


def test_the_schema_name_is_the_contracts() -> None:
    assert seed()["schema"] == SCHEMA == "stenogram/meeting@1"
