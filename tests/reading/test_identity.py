"""Ids: the same for the same meeting, whatever else is imported."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.reading.identity import address, fold_title, meeting_id


def test_date_place_and_hash() -> None:
    found = meeting_id("2013-05-29", "12:45", "Astana", "Meeting with President")
    assert re.fullmatch(r"2013-05-29/astana-[0-9a-hjkmnp-tv-z]{4}", found)


def test_a_longer_id_begins_with_the_shorter() -> None:
    short = meeting_id("2013-05-29", "12:45", "Astana", "A meeting")
    assert meeting_id("2013-05-29", "12:45", "Astana", "A meeting", length=9).startswith(short)


def test_the_title_names_a_meeting_without_a_place() -> None:
    assert meeting_id("2020-01-01", None, "", "Address to the Nation").startswith(
        "2020-01-01/address-to-the-nation-"
    )


def test_a_meeting_without_a_date_is_undated() -> None:
    assert meeting_id(None, None, "", "Talk").startswith("undated/talk-")


def test_place_and_print_of_the_title_do_not_change_the_hash() -> None:
    one = meeting_id("2020-01-01", "10:00", "Sochi", "Meeting with President Sauli Niinistö")
    two = meeting_id("2020-01-01", "10:00", "Sochi", "MEETING WITH  PRESIDENT SAULI NIINISTO.")
    assert one == two


def test_the_time_tells_two_meetings_of_a_day_apart() -> None:
    one = meeting_id("2020-01-01", "10:00", "Sochi", "Meeting")
    assert one != meeting_id("2020-01-01", "11:00", "Sochi", "Meeting")


def test_documents_without_a_title_are_told_apart_by_content() -> None:
    one = meeting_id(None, None, "", "", content="aa")
    assert one != meeting_id(None, None, "", "", content="bb")


def test_a_changed_text_keeps_its_id_where_a_title_is_known() -> None:
    one = meeting_id("2020-01-01", None, "", "T", content="aa")
    assert one == meeting_id("2020-01-01", None, "", "T", content="bb")


def test_address() -> None:
    assert address("2020-01-01/sochi-abcd", "t3") == "2020-01-01/sochi-abcd#t3"
    assert address("2020-01-01/sochi-abcd", "") == "2020-01-01/sochi-abcd"


@given(st.none() | st.text(), st.text(), st.text(), st.integers(1, 50))
def test_every_id_has_one_slash_a_slug_and_a_hash(
    time: str | None, place: str, title: str, length: int
) -> None:
    found = meeting_id("2020-01-01", time, place, title, length=length)
    assert re.fullmatch(rf"2020-01-01/[a-z0-9-]+-[0-9a-z]{{{length}}}", found)


@given(st.text())
def test_folding_twice_is_folding_once(title: str) -> None:
    assert fold_title(fold_title(title)) == fold_title(title)
