"""The meeting list: grouping, rows, the cursor and its messages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_by_hand import timeline_row as row
from quiet import until_quiet
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from tui.model import TimelineRow
from tui.widgets.meeting_list import MeetingList
from tui.widgets.row_text import day_and_month, fit, surname, where, who
from tui.widgets.year_groups import LINES, UNDATED, LineKind, YearGroups

PUTIN, NAZARBAYEV = "Vladimir Putin", "Nursultan Nazarbayev"


def seeds() -> list[TimelineRow]:
    dates = ["2020-03-10", "2017-10-12", "2013-05-29", "2012-10-09", "2012-05-15"]
    return [row(date) for date in dates]


def many(count: int) -> list[TimelineRow]:
    """Meetings of consecutive years, ten a year, newest first."""
    return [
        row(f"{2500 - number // 10:04}-06-{20 - number % 10:02}", meeting=f"m{number}")
        for number in range(count)
    ]


class Probe(App[None]):
    """One list, and the messages it sends."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        listing = MeetingList(id="list")
        listing.styles.width = "1fr"
        yield listing

    def on_meeting_list_highlighted(self, event: MeetingList.Highlighted) -> None:
        self.heard.append(event)

    def on_meeting_list_chosen(self, event: MeetingList.Chosen) -> None:
        self.heard.append(event)

    @property
    def listing(self) -> MeetingList:
        return self.query_one(MeetingList)

    @property
    def cursor(self) -> str | None:
        at = self.listing.cursor_row
        return None if at is None else at.entry.id

    def lines(self) -> list[str]:
        height = self.listing.size.height
        return [self.listing.render_line(y).text.rstrip() for y in range(height)]

    def told(self, kind: type[MeetingList.Highlighted] | type[MeetingList.Chosen]) -> list[str]:
        return [event.meeting for event in self.heard if isinstance(event, kind)]


async def show(
    pilot: Pilot[None], rows: Sequence[TimelineRow], current: str | None = None
) -> Probe:
    app = pilot.app
    assert isinstance(app, Probe)
    app.listing.set_rows(rows, False)
    app.listing.current = current
    await pilot.pause()
    return app


# Grouping

dates = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
timelines = st.lists(dates, max_size=40).map(
    lambda chosen: [row(date, meeting=f"m{number}") for number, date in enumerate(chosen)]
)


@given(timelines)
def test_every_meeting_has_its_lines_under_its_year(rows: list[TimelineRow]) -> None:
    groups = YearGroups.of(rows, False)
    seen: list[TimelineRow] = []
    heading = ""
    for number in range(groups.height):
        line = groups.at(number)
        if line.kind is LineKind.YEAR:
            heading = groups.headings[line.index]
        elif line.kind is LineKind.MEETING and line.part == 0:
            listed = groups.rows[line.index]
            assert heading == ((listed.entry.date or "")[:4] or UNDATED)
            assert groups.line_of(line.index) == number
            seen.append(listed)
    assert sorted(seen, key=id) == sorted(rows, key=id)


@given(timelines)
def test_the_order_is_newest_first_and_undated_last(rows: list[TimelineRow]) -> None:
    ordered = [listed.entry.date or "" for listed in YearGroups.of(rows, False).rows]
    assert ordered == sorted(ordered, reverse=True)


@given(timelines)
def test_no_year_has_two_headings(rows: list[TimelineRow]) -> None:
    headings = YearGroups.of(rows, False).headings
    assert len(set(headings)) == len(headings)


@given(timelines, dates)
def test_nearest_is_the_first_not_later(rows: list[TimelineRow], date: str | None) -> None:
    groups = YearGroups.of(rows, False)
    if rows:
        place = groups.nearest(date)
        listed = [entry.entry.date or "" for entry in groups.rows]
        expected = next((n for n, text in enumerate(listed) if text <= (date or "")), len(rows) - 1)
        assert listed[place] == listed[expected]


def test_under_a_filter_meetings_without_hits_are_left_out() -> None:
    groups = YearGroups.of([row("2013-05-29", 3), row("2012-10-09")], True)
    assert [listed.entry.id for listed in groups.rows] == ["2013-05-29"]


def test_a_filter_about_meetings_alone_keeps_what_it_lets_through() -> None:
    assert len(YearGroups.of(seeds(), True).rows) == len(seeds())


# The words of a row


@given(st.text(), st.integers(0, 30))
def test_a_fitted_text_fits(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width or cell_len(text) <= width


@given(st.lists(st.text("abç 北京", min_size=1), max_size=8), st.integers(0, 40))
def test_who_spoke_fits(names: list[str], width: int) -> None:
    assert cell_len(who(names, width)) <= width


@pytest.mark.parametrize(
    ("names", "width", "expected"),
    [
        ([PUTIN, NAZARBAYEV], 18, "Putin, Nazarbayev"),
        ([PUTIN, NAZARBAYEV], 12, "Putin, …"),
        ([PUTIN, NAZARBAYEV, "Ann Lee"], 20, "Putin, Nazarbayev, …"),
        ([PUTIN, PUTIN], 20, "Putin"),
        (["Ann Lee", "Bob Lee"], 20, "Ann Lee, Bob Lee"),
        ([NAZARBAYEV], 6, "Nazar…"),
        ([], 6, ""),
    ],
)
def test_who_spoke_is_said_by_surnames(names: list[str], width: int, expected: str) -> None:
    assert who(names, width) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Martin Luther King Jr.", "King"), ("Question", "Question"), ("习近平", "习近平"), ("", "")],
)
def test_a_surname_is_what_one_is_called_by(name: str, expected: str) -> None:
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2013-05-29", "29 May"), ("2012-10-09", " 9 Oct"), ("2013", ""), (None, "")],
)
def test_a_day_is_written_as_people_do(date: str | None, expected: str) -> None:
    assert day_and_month(date) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [(19, "The Kremlin, Moscow"), (18, "The Kremlin"), (6, "The K…"), (0, "")],
)
def test_a_place_gives_up_its_wider_part_first(width: int, expected: str) -> None:
    assert where(row("2013-05-29", place="The Kremlin, Moscow").entry, width) == expected


def test_a_meeting_without_a_place_goes_by_its_title() -> None:
    assert where(row("2013-05-29", place="").entry, 20) == "A meeting"


# The widget


async def test_meetings_stand_under_their_years() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        assert app.lines()[8:15] == [
            "  2013",
            " ▸ 29 May  Sochi",
            "           Putin, Nazarbayev",
            "",
            "  2012",
            "    9 Oct  Sochi",
            "           Putin, Nazarbayev",
        ]


async def test_a_meeting_far_down_is_in_sight_from_the_start() -> None:
    class Filled(Probe):
        def on_mount(self) -> None:
            self.listing.set_rows(
                [row(f"{2024 - n}-05-29", meeting=f"m{n}") for n in range(60)], False
            )
            self.listing.current = "m50"

    app = Filled()
    async with app.run_test(size=(33, 20)):
        assert any("▸" in line for line in app.lines())


async def test_hits_stand_at_the_right() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, [row("2013-05-29", 1204, place="A very long name of a place")])
        assert app.lines()[1].endswith("… 1,204")


@pytest.mark.parametrize("size", [(33, 12), (20, 12), (4, 12), (60, 1), (12, 1)])
async def test_every_line_is_as_wide_as_the_list(size: tuple[int, int]) -> None:
    async with Probe().run_test(size=size) as pilot:
        rows = [
            row(
                "2013-05-29", 7, place="北京市人民大会堂北京市人民大会堂", speakers=("习近平",) * 3
            ),
            row(None, 3, place="", speakers=()),
        ]
        app = await show(pilot, rows, "2013-05-29")
        listing = app.listing
        widths = {listing.render_line(y).cell_length for y in range(listing.size.height)}
        assert widths == {listing.size.width}


async def test_what_a_document_says_sends_nothing_to_the_terminal() -> None:
    async with Probe().run_test(size=(33, 12)) as pilot:
        hostile = "\x1b[31m[red]x\n\u202e"
        app = await show(pilot, [row("2013-05-29", place=hostile, speakers=(hostile,))])
        shown = "".join(app.lines())
        assert "[red]x" in shown
        assert not any(char in shown for char in "\x1b\n\u202e")


async def test_a_low_list_folds_into_one_line() -> None:
    async with Probe().run_test(size=(60, 1)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        (line,) = app.lines()
        assert line.startswith("▸ 29 May 2013  Sochi  Putin, Nazarbayev")
        assert line.endswith("3 of 5")


@pytest.mark.parametrize(
    ("filtered", "words"), [(False, "No meetings yet"), (True, "No meeting answers the filter")]
)
async def test_an_empty_list_says_why(filtered: bool, words: str) -> None:
    async with Probe().run_test(size=(33, 12)) as pilot:
        app = await show(pilot, [])
        app.listing.set_rows([], filtered)
        assert words in "\n".join(app.lines())


async def test_the_cursor_asks_for_a_meeting_only_where_it_rests() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2020-03-10")
        for _ in range(3):
            app.listing.action_cursor_down()
        await pilot.pause()
        assert app.cursor == "2012-10-09"
        await until_quiet(pilot)
        assert app.told(MeetingList.Highlighted) == ["2012-10-09"]


async def test_choosing_does_not_wait_and_does_not_ask_twice() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2020-03-10")
        app.listing.action_cursor_down()
        app.listing.action_choose()
        await until_quiet(pilot)
        assert app.told(MeetingList.Chosen) == ["2017-10-12"]
        assert app.told(MeetingList.Highlighted) == []


async def test_a_click_chooses_the_meeting_under_it() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2020-03-10")
        await pilot.click(MeetingList, offset=(5, 9))
        assert app.told(MeetingList.Chosen) == ["2013-05-29"]


async def test_a_click_on_a_heading_chooses_nothing() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2020-03-10")
        await pilot.click(MeetingList, offset=(5, 8))
        assert app.heard == []


async def test_the_cursor_stays_with_its_meeting_when_rows_change() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        app.listing.set_rows([row("2013-05-29", 2), row("2012-10-09", 1)], True)
        assert app.cursor == "2013-05-29"
        app.listing.set_rows(seeds(), False)
        assert app.cursor == "2013-05-29"


async def test_the_cursor_goes_near_in_time_where_its_meeting_is_left_out() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        app.listing.set_rows([row("2020-03-10", 1), row("2012-10-09", 1)], True)
        assert app.cursor == "2012-10-09"
        app.listing.set_rows(seeds(), False)
        assert app.cursor == "2013-05-29"


async def test_the_cursor_is_always_in_sight() -> None:
    async with Probe().run_test(size=(33, 10)) as pilot:
        app = await show(pilot, many(500))
        listing = app.listing
        for move in (
            *[listing.action_cursor_down] * 7,
            *[listing.action_page_down] * 3,
            listing.action_last,
            *[listing.action_cursor_up] * 9,
            listing.action_page_up,
            listing.action_first,
        ):
            move()
            await pilot.pause()
            assert "›" in "".join(app.lines())


async def test_on_top_the_first_heading_is_in_sight() -> None:
    async with Probe().run_test(size=(33, 10)) as pilot:
        app = await show(pilot, many(500))
        app.listing.action_last()
        app.listing.action_first()
        await pilot.pause()
        assert app.lines()[0].strip() == "2500"


async def test_without_colour_the_current_and_the_cursor_differ() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2020-03-10")
        app.listing.action_cursor_down()
        signs = {line[1] for line in app.lines() if len(line) > 1}
        assert {"▸", "›"} <= signs


async def test_moving_the_cursor_repaints_two_meetings() -> None:
    async with Probe().run_test(size=(33, 20)) as pilot:
        app = await show(pilot, seeds(), "2020-03-10")
        app.listing._exchange_repaint_regions()
        app.listing.action_cursor_down()
        regions = app.listing._exchange_repaint_regions()
        assert sum(region.height for region in regions) == 2 * LINES
