"""Times of the day beside names are no offsets into a recording."""

from __future__ import annotations

import pytest

from tui.model import Meeting
from tui.reading.registry import read


def _starts(text: str) -> list[float | None]:
    meeting: Meeting
    (meeting,) = read(text.encode(), "talk.txt")
    assert len(meeting.turns) == 3
    return [turn.start for turn in meeting.turns]


def _chat(*clocks: str) -> str:
    names = ("Anna Berg", "Rudolf Strand", "Anna Berg")
    return "".join(
        f"{clock}\t From  {name} : Words number {number}.\n"
        for number, (clock, name) in enumerate(zip(clocks, names, strict=True))
    )


def test_an_afternoon_is_no_recording() -> None:
    text = _chat("14:03:22", "14:03:40", "14:04:02")
    assert _starts(text) == [None] * 3
    (meeting,) = read(text.encode(), "talk.txt")
    assert any("of the day" in repair for repair in meeting.source.repairs)


def test_a_recording_begins_near_its_beginning() -> None:
    assert _starts(_chat("00:03:22", "00:03:40", "05:04:02")) == [202.0, 220.0, 18242.0]


@pytest.mark.parametrize(("words", "kept"), [(1500, False), (250, True)])
def test_more_words_than_anybody_can_say_tell_the_hour_from_the_minute(
    words: int, kept: bool
) -> None:
    said = " ".join(["word"] * words)
    text = (
        f"Anna Berg (14:00): {said}.\n\nRudolf Strand (15:05): {said}.\n\n"
        f"Anna Berg (16:10): {said}.\n"
    )
    assert _starts(text) == ([840.0, 905.0, 970.0] if kept else [None] * 3)


def test_the_hour_of_a_message_above_a_name_that_begins_with_the_surname() -> None:
    text = (
        "[9:02 AM] Berg, Anna\nWell?\n\n[1:03 PM] Strand, Jan\nYes.\n\n[1:05 PM] Berg, Anna\nGo.\n"
    )
    assert _starts(text) == [None] * 3
