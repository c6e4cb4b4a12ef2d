"""A meeting's own data is gathered from all readings of it; what it has is never replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tui.library.completing import completed
from tui.library.library import Library
from tui.model import Meeting, Source

Write = Callable[..., Path]


def _meeting(url: str | None = None, time: str | None = None, place: str = "") -> Meeting:
    source = Source("x", url, "plain-text", "")
    return Meeting("2013-05-29/x", "Title", "", "2013-05-29", time, place, source, (), ())


def test_what_is_missing_is_taken_and_what_is_there_stays() -> None:
    known = completed(_meeting(place="Zenda"), _meeting("https://a.example/1", "12:45", "Streslau"))
    assert (known.source.url, known.time, known.place) == ("https://a.example/1", "12:45", "Zenda")


def test_the_address_of_an_excerpt_is_not_the_meetings() -> None:
    known = completed(_meeting(), _meeting("https://b.example/quoted", "12:45"), address=False)
    assert (known.source.url, known.time) == (None, "12:45")


def test_nothing_new_is_the_same_meeting() -> None:
    meeting = _meeting("https://a.example/1", "12:45", "Zenda")
    assert completed(meeting, replace(meeting, time="13:00")) is meeting


def test_a_better_capture_completes_the_meeting_and_leaves_its_id(
    empty: Library, sources: Write
) -> None:
    (first,) = empty.import_files([sources("a.txt", time="", place="")])
    before = empty.meeting("2013-05-29")
    assert before.time is None
    (again,) = empty.import_files([sources("b.txt", time="12:45", place="Zenda")])
    after = empty.meeting("2013-05-29")
    assert again.meeting == first.meeting == after.id
    assert (after.time, after.place, after.body) == ("12:45", "Zenda", before.body)
    assert empty.timeline()[0].entry.time == "12:45"


def test_a_reading_without_the_time_does_not_take_it_away(empty: Library, sources: Write) -> None:
    list(empty.import_files([sources("a.txt", time="12:45", place="Zenda")]))
    revised = "We agreed on the harbour, the bridge and the three new schools."
    list(empty.import_files([sources("b.txt", time="", words=revised)]))
    after = empty.meeting("2013-05-29")
    assert "three" in after.turns[0].blocks[0].text
    assert after.time == "12:45"
