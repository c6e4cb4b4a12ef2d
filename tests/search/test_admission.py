"""What the catalogue row alone may and may not decide."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Entry, Meeting
from tui.search.matcher import Matcher
from tui.search.parser import parse

MakeMeeting = Callable[..., Meeting]
CLAUSES = (
    "trade",
    "by:bell",
    "by:cole",
    "with:bell",
    "with:dunn",
    "at:astana",
    "at:sochi",
    "title:talks",
    "topic:economy",
    "country:russia",
    "as:minister",
    "mentions:bell",
    "date:2013",
    "date:2014",
    "is:partial",
    "is:question",
    "is:revised",
    "in:2013",
    "saved:x",
)


def entry_of(meeting: Meeting) -> Entry:
    speakers = tuple(person.name for person in meeting.people)
    return Entry(
        meeting.id, meeting.title, meeting.date, meeting.time, meeting.place,
        speakers, len(meeting.turns), 0, meeting.partial,
    )  # fmt: skip


def queries() -> st.SearchStrategy[str]:
    return st.recursive(
        st.sampled_from(CLAUSES),
        lambda inner: st.one_of(
            inner.map(lambda one: f"-({one})"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]} | {two[1]})"),
            st.tuples(inner, inner).map(" ".join),
        ),
        max_leaves=6,
    )


@given(queries(), st.booleans())
def test_what_has_hits_is_always_admitted(
    make_meeting: MakeMeeting, query: str, partial: bool
) -> None:
    meeting = make_meeting(
        ("Ann Bell", "On trade?", "Minister"),
        ("Carl Dunn", "Ann Bell said so."),
        title="Talks",
        topics=("Economy",),
        partial=partial,
    )
    matcher = Matcher(parse(query).query)
    if matcher.hits(meeting) or (not matcher.has_passage_clauses and matcher.meeting(meeting)):
        assert matcher.meeting(meeting)
        assert matcher.admits(entry_of(meeting))


@pytest.mark.parametrize(
    "query",
    ["by:cole trade", "at:sochi trade", "date:2014 trade", "-at:astana", "title:xyz | in:2014"],
)
def test_what_the_row_rules_out_is_not_read(make_meeting: MakeMeeting, query: str) -> None:
    meeting = make_meeting(("Ann Bell", "On trade."))
    assert not Matcher(parse(query).query).admits(entry_of(meeting))
