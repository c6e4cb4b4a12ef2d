"""The concordance widget: what it paints, asks for and keeps in place."""

from __future__ import annotations

import pytest
from quiet import until_quiet
from textual.app import App, ComposeResult

from tui.model import Hit, Match
from tui.search.concordance import Row
from tui.themes import variable_defaults
from tui.widgets.concordance import Collected, Concordance, Dated, Loupe, Segment, Sight
from tui.widgets.concordance.loupe import Piece


def row(meeting: str, number: int) -> Row:
    hit = Hit(meeting, f"t{number + 1}", Match(0, 4, 9), (Match(0, 4, 9),))
    where = (f"{meeting}#{hit.anchor}", meeting, "2013-05-29", None, "", "Talks")
    return Row(*where, "Ann Lee", None, "turn", "the ", "union", f" of {meeting} {number}", hit)


def rows(meeting: str, count: int) -> tuple[Row, ...]:
    return tuple(row(meeting, number) for number in range(count))


class Probe(App[None]):
    """One concordance, and what it asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[tuple[str, ...]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Concordance()

    def on_concordance_wanted(self, event: Concordance.Wanted) -> None:
        self.wanted.append(event.meetings)

    @property
    def view(self) -> Concordance:
        return self.query_one(Concordance)

    def lines(self) -> list[str]:
        return [self.view.render_line(y).text.rstrip() for y in range(self.view.size.height)]


@pytest.fixture
async def probe():
    app = Probe()
    async with app.run_test(size=(100, 10)) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_only_meetings_near_the_view_are_asked_for(probe):
    app, pilot = probe
    app.view.show(Dated([Segment(f"m{n}", 5) for n in range(200_000)]), cursor=500_000)
    await pilot.pause()
    asked = {meeting for meetings in app.wanted for meeting in meetings}
    assert "m100000" in asked
    assert len(asked) < 15


async def test_what_is_in_sight_is_asked_for_first(probe):
    app, pilot = probe
    app.view.show(Dated([Segment(f"m{n}", 1) for n in range(100)]), cursor=50)
    await pilot.pause()
    top = app.view.scroll_offset.y
    assert app.wanted[-1][0] == f"m{top}"


async def test_rows_that_are_long_in_coming_show_a_dot_until_they_are_read(probe, monkeypatch):
    monkeypatch.setattr("tui.widgets.concordance.widget.PATIENCE", 0.001)
    app, pilot = probe
    sheet = Dated([Segment("m", 2)])
    app.view.show(sheet)
    await until_quiet(pilot)
    assert app.lines()[0].endswith("…")
    app.view.renew(sheet.with_rows({"m": rows("m", 2)}), 0)
    assert "union of m 0" in app.lines()[0]


async def test_the_cursor_stays_where_it_is_on_the_screen_when_counts_above_change(probe):
    app, pilot = probe
    sheet = Dated([Segment("a", 40), Segment("b", 40)])
    app.view.show(sheet, cursor=50)
    await pilot.pause()
    before = app.view._on_screen
    known = sheet.with_rows({"a": rows("a", 3)})
    app.view.renew(known, known.nearest(*sheet.number(50)))
    await pilot.pause()
    assert (app.view.cursor, app.view._on_screen) == (13, before)


async def test_a_loupe_opens_below_its_row_and_closes_again(probe):
    app, pilot = probe
    found = rows("m", 4)
    app.view.show(Collected(found), cursor=1)
    await pilot.pause()
    before = app.lines()
    piece = Piece("the union of m 1", ((4, 9),), (4, 9), speaker="Ann Lee")
    app.view.look(Loupe(found[1].found, Sight.SENTENCE, (piece,)))
    assert app.lines()[2].strip() == "▎ the union of m 1"
    app.view.look(None)
    assert app.lines() == before


async def test_a_loupe_longer_than_the_screen_is_read_line_by_line(probe):
    app, pilot = probe
    found = rows("m", 3)
    app.view.show(Collected(found))
    await pilot.pause()
    pieces = tuple(Piece(f"line {n}", speaker="Ann Lee") for n in range(30))
    app.view.look(Loupe(found[0].found, Sight.TURN, pieces))
    await pilot.pause()
    for _ in range(22):
        app.view.action_line_down()
    assert app.view.cursor == 0
    app.view.action_line_down()
    assert app.view.cursor == 1


async def test_a_hostile_document_shows_its_control_characters(probe):
    app, pilot = probe
    evil = Hit("m", "t1", Match(0, 0, 3), ())
    where = ("m#t1", "m", "2013-05-29", None, "", "\x1b[31m")
    words = ("[red]\x1b[2J", None, "turn", "\x07[/] ", "a\x9bb", " [b +\u202e", evil)
    app.view.show(Collected([Row(*where, *words)]))
    await pilot.pause()
    line = app.lines()[0]
    assert "[red]␛[2J" in line
    assert not set(line) & {"\x1b", "\x07", "\x9b", "\u202e"}


async def test_ends_and_pages(probe):
    app, pilot = probe
    app.view.show(Collected(rows("m", 100)))
    await pilot.pause()
    reached = []
    for step in ("page_down", "page_down", "page_up", "go_end", "go_top"):
        getattr(app.view, f"action_{step}")()
        reached.append(app.view.cursor)
    assert reached == [9, 18, 9, 99, 0]


async def test_an_empty_concordance_takes_every_step(probe):
    app, pilot = probe
    app.view.show(Dated([]))
    await pilot.pause()
    for step in ("line_down", "page_up", "go_end", "go_top", "next_group", "previous_group"):
        getattr(app.view, f"action_{step}")()
    assert app.view.row is None
    assert not any(app.lines())
