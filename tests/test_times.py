"""Times of a recording, as they are written and typed, and who is speaking then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.registry import read
from tui.times import clock, seconds_of, spoken_at

TIMED = b"""WEBVTT

00:00:05.000 --> 00:00:09.000
<v Ann Berg>We begin with the harbour.</v>

00:00:30.000 --> 00:00:40.000
<v Ann Berg>After a pause, the bridge.</v>

00:12:30.000 --> 00:12:40.000
<v Rudolf Strand>The bridge will open in May.</v>

01:02:03.500 --> 01:02:09.000
<v Ann Berg>Then we are done.</v>
"""


@given(st.integers(0, 359_999))
def test_a_time_is_read_as_it_is_written(seconds: int) -> None:
    assert seconds_of(clock(seconds)) == seconds


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_time_or_none(text: str) -> None:
    seconds = seconds_of(text)
    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:12:30", 750),
        ("12:30", 750),
        (" 1:02:03.5 ", 3723),
        ("90:00", 5400),
        ("12", 720),
        ("1h 2m 3s", 3723),
        ("12m30s", 750),
        ("45 s", 45),
        ("", None),
        ("noon", None),
        ("1:2:3:4", None),
    ],
)
def test_times_are_typed_in_several_ways(text: str, seconds: float | None) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    ("seconds", "anchor", "block"),
    [
        (0, "t1", 0),
        (5, "t1", 0),
        (29.9, "t1", 0),
        (31, "t1", 1),
        (749, "t1", 1),
        (750, "t2", 0),
        (3600, "t2", 0),
        (3723, "t3", 0),  # shown as 1:02:03, though it begins half a second later
        (99_999, "t3", 0),
    ],
)
def test_a_time_leads_to_what_was_being_said(seconds: float, anchor: str, block: int) -> None:
    (meeting,) = read(TIMED, "harbour.vtt")
    place = spoken_at(meeting, seconds)
    assert place is not None
    assert (place.meeting, place.anchor, place.block) == (meeting.id, anchor, block)


def test_a_meeting_without_times_has_nobody_speaking_then() -> None:
    (meeting,) = read(b"Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n", "minutes.txt")
    assert spoken_at(meeting, 0) is None
