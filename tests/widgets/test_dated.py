"""Dated meetings against the plain way of counting them."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Entry, TimelineRow
from tui.widgets.dated import BLOCKS, DatedMeetings, block, heights
from tui.widgets.time_scale import TimeScale, ordinal_of

texts = st.one_of(
    st.none(),
    st.just("no day"),
    st.dates().map(str),
    st.integers(1, 28).map("2013-05-{:02}".format),
)


@st.composite
def timelines(draw: st.DrawFn) -> list[TimelineRow]:
    """Rows in any order, some undated, some without hits."""
    chosen = draw(st.lists(st.tuples(texts, st.integers(0, 9)), max_size=30))
    return [
        TimelineRow(Entry(f"m{n}", "A meeting", text, None, "", (), 1, 1, False), hits, hits)
        for n, (text, hits) in enumerate(chosen)
    ]


def counted(row: TimelineRow, filtered: bool, rows: list[TimelineRow]) -> int:
    return row.hits if filtered and any(other.hits for other in rows) else 1


@given(timelines(), st.booleans(), st.integers(1, 130))
def test_columns_count_what_stands_on_them(
    rows: list[TimelineRow], filtered: bool, width: int
) -> None:
    dated = DatedMeetings.of(rows, filtered)
    if dated.span is None:
        return
    scale = TimeScale.around(*dated.span, width)
    expected: Counter[int] = Counter()
    for row in rows:
        day = ordinal_of(row.entry.date)
        if day is not None and counted(row, filtered, rows):
            expected[scale.column(day)] += counted(row, filtered, rows)
    assert dated.columns(scale) == [expected[column] for column in range(width)]


@given(timelines(), st.booleans())
def test_nobody_is_lost(rows: list[TimelineRow], filtered: bool) -> None:
    dated = DatedMeetings.of(rows, filtered)
    kept = [row for row in rows if counted(row, filtered, rows)]
    assert len(dated.ids) + dated.undated == len(kept)
    assert list(dated.ordinals) == sorted(dated.ordinals)


@given(timelines(), st.dates())
def test_nearest_is_nearest(rows: list[TimelineRow], day: object) -> None:
    dated = DatedMeetings.of(rows, False)
    wanted = ordinal_of(str(day)) or 1
    meeting = dated.nearest(wanted)
    if meeting is None:
        assert not dated.ids
    else:
        found = dated.day_of(meeting)
        assert found is not None
        assert abs(found - wanted) == min(abs(other - wanted) for other in dated.ordinals)


@given(timelines())
def test_steps_lead_through_all_and_back(rows: list[TimelineRow]) -> None:
    dated = DatedMeetings.of(rows, False)
    if dated.ids:
        walked = [dated.ids[0]]
        while (after := dated.step(walked[-1], None, 1)) != walked[-1]:
            assert after is not None
            walked.append(after)
        assert walked == list(dated.ids)
        assert dated.step(walked[-1], None, -len(walked)) == walked[0]


@given(timelines(), st.dates(), st.sampled_from([-1, 1]))
def test_from_a_meeting_left_out_one_steps_to_the_neighbour_in_time(
    rows: list[TimelineRow], day: object, steps: int
) -> None:
    dated = DatedMeetings.of(rows, False)
    wanted = ordinal_of(str(day)) or 1
    target = dated.day_of(dated.step("left out", wanted, steps))
    beyond = [other for other in dated.ordinals if (other >= wanted) == (steps > 0)]
    if beyond:
        assert target == (min(beyond) if steps > 0 else max(beyond))


@given(st.lists(st.integers(0, 10_000), max_size=50), st.integers(1, 6))
def test_more_is_never_lower_and_something_is_never_nothing(counts: list[int], rows: int) -> None:
    drawn = dict(zip(counts, heights(counts, rows), strict=True))
    ordered = [drawn[count] for count in sorted(drawn)]
    assert ordered == sorted(ordered)
    assert all((height > 0) == (count > 0) for count, height in drawn.items())
    assert max(ordered, default=0) <= rows * 8


@given(st.integers(0, 48))
def test_the_cells_of_a_bar_add_up_to_its_height(height: int) -> None:
    assert sum(BLOCKS.index(block(height, row)) for row in range(6)) == height
