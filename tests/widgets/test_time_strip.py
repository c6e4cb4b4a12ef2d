"""The time strip: what it draws, how one walks it, how a range is picked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from made_by_hand import timeline_row as row
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from tui.model import TimelineRow
from tui.widgets.time_strip import TimeStrip

DATES = ["2020-03-10", "2017-10-12", "2013-05-29", "2012-10-09", "2012-05-15"]


class Probe(App[None]):
    """One strip, and the messages it sends."""

    def __init__(self, height: int = 4) -> None:
        super().__init__()
        self._height = height
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        strip = TimeStrip(id="strip")
        strip.styles.height = self._height
        yield strip

    def on_time_strip_chosen(self, event: TimeStrip.Chosen) -> None:
        self.heard.append(event)

    def on_time_strip_range_picked(self, event: TimeStrip.RangePicked) -> None:
        self.heard.append(event)

    @property
    def strip(self) -> TimeStrip:
        return self.query_one(TimeStrip)

    def lines(self) -> list[str]:
        return [self.strip.render_line(y).text for y in range(self.strip.size.height)]

    def chosen(self) -> list[str]:
        return [event.meeting for event in self.heard if isinstance(event, TimeStrip.Chosen)]

    def picked(self) -> list[tuple[str, str]]:
        return [
            (event.start, event.end)
            for event in self.heard
            if isinstance(event, TimeStrip.RangePicked)
        ]


async def show(
    pilot: Pilot[None], rows: Sequence[TimelineRow], current: str | None = None
) -> Probe:
    app = pilot.app
    assert isinstance(app, Probe)
    app.strip.set_rows(rows, False)
    app.strip.current = current
    await pilot.pause()
    return app


def seeds() -> list[TimelineRow]:
    return [row(date) for date in DATES]


async def test_each_meeting_has_its_bar_and_the_current_its_mark() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        app.set_focus(None)
        await pilot.pause()
        _, bars, rule, labels = app.lines()
        assert len(bars.split()) == len(DATES)
        assert bars[rule.index("┴")] != " "
        assert labels.split() == [str(year) for year in range(2012, 2021)]


async def test_each_label_stands_under_its_tick() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds())
        _, _, rule, labels = app.lines()
        ticks = [column for column, char in enumerate(rule) if char == "┬"]
        starts = [
            column
            for column, char in enumerate(labels)
            if char != " " and (column == 0 or labels[column - 1] == " ")
        ]
        assert ticks == starts


async def test_a_column_is_as_high_as_it_has_meetings() -> None:
    async with Probe().run_test(size=(80, 12)) as pilot:
        crowd = [row("2013-05-29", meeting=f"m{number}") for number in range(40)]
        app = await show(pilot, [row("2020-03-10"), *crowd, row("2012-05-15")])
        assert sorted(app.lines()[1].split()) == ["▁", "▁", "█"]


async def test_under_a_filter_hits_are_counted_and_the_axis_stays() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds())
        before = app.lines()
        app.strip.set_rows([row("2013-05-29", 8), row("2012-10-09", 1)], True)
        after = app.lines()
        assert after[3] == before[3]
        assert after[1].split() == ["·", "▁", "█", "·", "·"]


async def test_a_filter_about_meetings_alone_counts_meetings() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds())
        app.strip.set_rows([row("2013-05-29"), row("2012-10-09")], True)
        assert [mark == "·" for mark in app.lines()[1].split()] == [True, False, False, True, True]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "No meetings yet"),
        ([row(None, meeting="a")], "1 meeting without a date"),
        ([row("not a day", meeting="a"), row("", meeting="b")], "2 meetings without a date"),
    ],
)
async def test_without_dates_it_says_so(rows: list[TimelineRow], words: str) -> None:
    async with Probe().run_test(size=(60, 12)) as pilot:
        app = await show(pilot, rows)
        assert words in "\n".join(app.lines())


async def test_nothing_is_said_of_meetings_before_any_timeline_is_known() -> None:
    probe = Probe()
    async with probe.run_test(size=(60, 12)):
        assert "meeting" not in "\n".join(probe.lines())


async def test_a_timeline_known_at_the_start_is_never_painted_as_none() -> None:
    painted: list[str] = []

    class Watched(TimeStrip):
        def render_line(self, y: int) -> Strip:
            strip = super().render_line(y)
            painted.append(strip.text)
            return strip

    class Filled(App[None]):
        def compose(self) -> ComposeResult:
            yield Watched()

        def on_mount(self) -> None:
            self.query_one(Watched).set_rows(seeds(), False)

    async with Filled().run_test(size=(60, 12)):
        assert "2012 – 2020" in "\n".join(painted)
        assert "No meetings yet" not in "\n".join(painted)


async def test_the_first_line_counts_the_undated() -> None:
    async with Probe().run_test(size=(80, 12)) as pilot:
        app = await show(pilot, [*seeds(), row(None, meeting="x")])
        assert app.lines()[0].endswith("1 undated · 2012 – 2020")


@pytest.mark.parametrize("width", [8, 20, 40, 60, 120])
async def test_words_give_way_whole_from_the_right(width: int) -> None:
    async with Probe().run_test(size=(width, 12)) as pilot:
        app = await show(pilot, seeds())
        app.strip.summary = "5 meetings · 18 turns · 2 people"
        line = app.lines()[0]
        left = line.removesuffix("2012 – 2020").removeprefix("stenogram").strip()
        assert left in ("", "5 meetings", "5 meetings · 18 turns", app.strip.summary) or width < 9


@pytest.mark.parametrize("height", [1, 2, 3, 5])
async def test_every_line_is_as_wide_as_the_strip(height: int) -> None:
    absurd: list[list[str | None]] = [
        [],
        [None],
        ["2013-05-29"],
        ["2013-05-29"] * 3,
        ["0001-01-01", "9999-12-31"],
        ["0000-99-99"],
    ]
    async with Probe(height).run_test(size=(1, 12)) as pilot:
        for width in (1, 40):
            await pilot.resize_terminal(width, 12)
            for dates in absurd:
                rows = [row(date, meeting=f"m{number}") for number, date in enumerate(dates)]
                app = await show(pilot, rows, "m0")
                widths = [app.strip.render_line(y).cell_length for y in range(height)]
                assert widths == [width] * height


async def test_in_the_axis_a_label_gives_way_to_the_mark() -> None:
    async with Probe(3).run_test(size=(116, 12)) as pilot:
        app = await show(pilot, [row("2020-03-10"), row("2013-01-02"), row("2012-05-15")])
        assert "2013" in app.lines()[2]
        app.strip.current = "2013-01-02"
        assert "2013" not in app.lines()[2]
        assert "2014" in app.lines()[2]


async def test_walking_goes_from_meeting_to_meeting_in_time() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        for step in (app.strip.action_next, app.strip.action_previous, app.strip.action_previous):
            step()
        await pilot.pause()
        assert app.chosen() == ["2017-10-12", "2013-05-29", "2012-10-09"]


async def test_walking_stops_at_the_ends() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        for step in (app.strip.action_last, app.strip.action_next):
            step()
        await pilot.pause()
        assert app.chosen() == ["2020-03-10"]


async def test_under_a_filter_one_walks_what_it_leaves() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        app.strip.set_rows([row("2020-03-10", 2), row("2012-05-15", 1)], True)
        app.strip.action_previous()
        app.strip.action_next()
        await pilot.pause()
        assert app.chosen() == ["2012-05-15", "2020-03-10"]


async def test_meetings_of_one_day_are_walked_one_by_one() -> None:
    async with Probe().run_test(size=(80, 12)) as pilot:
        rows = [row("2013-05-29", meeting=name) for name in ("c", "b", "a")]
        app = await show(pilot, rows, "a")
        app.strip.action_next()
        app.strip.action_next()
        await pilot.pause()
        assert app.chosen() == ["b", "c"]


async def test_a_range_picked_with_keys_holds_what_it_covers() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        for _ in range(12):
            app.strip.action_extend_earlier()
        assert app.strip.has_range
        app.strip.action_choose()
        await pilot.pause()
        ((start, end),) = app.picked()
        assert "2012-05-15" < start <= "2012-10-09" < "2013-05-29" <= end < "2013-07-01"
        assert not app.strip.has_range


async def test_a_range_says_which_days_and_how_many_meetings() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2012-05-15")
        for _ in range(116):
            app.strip.action_extend_later()
        assert app.lines()[0].rstrip().endswith("31 Dec 2020 · 5 meetings")


async def test_a_dropped_range_is_not_picked() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        app.strip.action_extend_later()
        app.strip.action_drop()
        app.strip.action_choose()
        await pilot.pause()
        assert app.picked() == []
        assert app.chosen() == ["2013-05-29"]


async def test_a_click_chooses_the_nearest_meeting() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2012-05-15")
        await pilot.click(TimeStrip, offset=(115, 1))
        assert app.chosen() == ["2020-03-10"]


async def test_a_drag_picks_a_range() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2012-05-15")
        await pilot.mouse_down(TimeStrip, offset=(115, 1))
        await pilot.hover(TimeStrip, offset=(60, 1))
        await pilot.mouse_up(TimeStrip, offset=(60, 1))
        ((start, end),) = app.picked()
        assert start < "2017-10-12" < "2020-03-10" < end
        assert app.chosen() == []


async def test_a_range_dropped_while_it_is_drawn_lets_go_of_the_mouse() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2012-05-15")
        await pilot.mouse_down(TimeStrip, offset=(115, 1))
        await pilot.hover(TimeStrip, offset=(60, 1))
        app.strip.action_drop()
        await pilot.mouse_up(TimeStrip, offset=(60, 1))
        assert app.mouse_captured is None
        assert app.heard == []


async def test_the_mark_tells_where_the_keyboard_is() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        app.strip.focus()
        await pilot.pause()
        focused = app.lines()[2]
        app.set_focus(None)
        await pilot.pause()
        assert app.lines()[2] != focused


async def test_moving_the_mark_repaints_only_what_changed() -> None:
    async with Probe().run_test(size=(116, 12)) as pilot:
        app = await show(pilot, seeds(), "2013-05-29")
        app.strip._exchange_repaint_regions()
        before = app.lines()
        app.strip.current = "2020-03-10"
        regions = app.strip._exchange_repaint_regions()
        for y, (old, new) in enumerate(zip(before, app.lines(), strict=True)):
            for x, (was, now) in enumerate(zip(old, new, strict=True)):
                assert was == now or any(region.contains(x, y) for region in regions)
        assert sum(region.width for region in regions) < 20
