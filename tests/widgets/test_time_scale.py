"""Time on columns: order, inverse, labels that neither collide nor run over."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.time_scale import (
    TimeScale,
    exact_range_label,
    ordinal_of,
    range_label,
)

ordinals = st.one_of(
    st.integers(1, date.max.toordinal()),
    st.sampled_from([1, 2, 365, 366, date.max.toordinal() - 1, date.max.toordinal()]),
)


@st.composite
def scales(draw: st.DrawFn) -> tuple[TimeScale, int, int]:
    """A scale and the two days it was asked to show."""
    first = draw(ordinals)
    length = draw(st.one_of(st.integers(0, 800), st.integers(0, date.max.toordinal())))
    last = min(first + length, date.max.toordinal())
    return TimeScale.around(first, last, draw(st.integers(1, 200))), first, last


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def labels(first: str, last: str, width: int) -> list[str]:
    return [tick.label for tick in TimeScale.around(day(first), day(last), width).ticks()]


@given(scales())
def test_what_is_to_be_shown_is_within(case: tuple[TimeScale, int, int]) -> None:
    scale, first, last = case
    assert scale.first <= first <= last < scale.last


@given(scales(), st.data())
def test_later_days_never_stand_further_left(
    case: tuple[TimeScale, int, int], data: st.DataObject
) -> None:
    scale, first, last = case
    one, other = sorted(data.draw(st.integers(first, last)) for _ in range(2))
    assert 0 <= scale.column(one) <= scale.column(other) < scale.width


@given(scales(), st.data())
def test_a_column_begins_with_its_first_day(
    case: tuple[TimeScale, int, int], data: st.DataObject
) -> None:
    scale, _, _ = case
    column = data.draw(st.integers(0, scale.width - 1))
    start = scale.start_of(column)
    assert start == scale.last or scale.column(start) >= column
    assert start == scale.first or scale.column(start - 1) < column


@given(scales(), st.data())
def test_a_day_is_covered_by_its_own_column(
    case: tuple[TimeScale, int, int], data: st.DataObject
) -> None:
    scale, first, last = case
    ordinal = data.draw(st.integers(first, last))
    column = scale.column(ordinal)
    start, end = scale.covered(column, column)
    assert start <= ordinal <= end


@given(scales(), st.data())
def test_any_two_columns_cover_days_that_exist(
    case: tuple[TimeScale, int, int], data: st.DataObject
) -> None:
    scale, _, _ = case
    one, other = (data.draw(st.integers(0, scale.width - 1)) for _ in range(2))
    start, end = scale.covered(one, other)
    assert date.fromordinal(start) <= date.fromordinal(end)


@given(scales())
def test_labels_neither_collide_nor_run_over(case: tuple[TimeScale, int, int]) -> None:
    scale, _, _ = case
    ticks = scale.ticks()
    assert all(tick.column >= 0 for tick in ticks)
    assert all(tick.column + len(tick.label) <= scale.width for tick in ticks)
    assert all(a.column + len(a.label) < b.column for a, b in pairwise(ticks))


@pytest.mark.parametrize(
    ("first", "last", "width", "expected"),
    [
        ("2012-05-15", "2020-03-10", 116, [str(year) for year in range(2012, 2021)]),
        ("2012-05-15", "2020-03-10", 36, ["2012", "2014", "2016", "2018", "2020"]),
        ("1803-05-01", "2024-01-01", 36, ["1850", "1900", "1950", "2000"]),
        ("2013-05-29", "2013-12-01", 76, ["May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
        ("2011-05-29", "2012-12-01", 60, ["Jul", "Oct", "2012", "Apr", "Jul", "Oct"]),
        ("2013-05-29", "2013-05-29", 60, ["2013", "Apr", "Jul", "Oct"]),
        ("2013-05-29", "2013-06-01", 76, ["27 May", "29 May", "31 May", "2 Jun"]),
        ("0001-01-01", "9999-12-31", 36, ["2000", "4000", "6000", "8000"]),
    ],
)
def test_the_unit_follows_the_span_and_the_room(
    first: str, last: str, width: int, expected: list[str]
) -> None:
    assert labels(first, last, width) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2012-05-15", "2020-03-10", "2012 – 2020"),
        ("2013-05-29", "2013-12-01", "May – Dec 2013"),
        ("2012-11-29", "2013-12-01", "Nov 2012 – Dec 2013"),
        ("2013-05-29", "2013-06-03", "29 May – 3 Jun 2013"),
        ("2013-05-03", "2013-05-29", "3 – 29 May 2013"),
        ("2013-05-29", "2013-05-29", "29 May 2013"),
        ("0001-01-01", "9999-12-31", "0001 – 9999"),
    ],
)
def test_a_stretch_is_said_as_shortly_as_it_allows(first: str, last: str, expected: str) -> None:
    assert range_label(day(first), day(last)) == expected


def test_a_picked_stretch_is_said_to_the_day() -> None:
    assert exact_range_label(day("2012-01-01"), day("2013-06-30")) == "1 Jan 2012 – 30 Jun 2013"


@pytest.mark.parametrize("text", [None, "", "2013", "2013-02-30", "undated", "10000-01-01"])
def test_what_is_no_day_has_no_ordinal(text: str | None) -> None:
    assert ordinal_of(text) is None
