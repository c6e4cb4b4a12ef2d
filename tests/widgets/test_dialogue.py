"""The dialogue as a reader meets it: what it shows, where keys lead, what is copied."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from quiet import until_quiet
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Hit,
    Match,
    Meeting,
    Participant,
    Place,
    Source,
    Span,
    SpanKind,
    Turn,
)
from tui.themes import INK, variable_defaults
from tui.widgets.dialogue import Dialogue

ANNA, CARL = "Anna Bell", "Carl Doe"
LONG = "We have agreed on the customs union and on much besides. " * 20
HOSTILE = "[/ [red]x[/red] \x1b[31m \x9b1m \u202edrow\u202c a\tb 会議 e\u0301 שלום " + "w" * 5000


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, *spans: Span) -> Block:
    return Block(kind, text, spans)


def turn(number: int, speaker: str | None, *blocks: Block | str, role: str | None = None) -> Turn:
    made = tuple(block(item) if isinstance(item, str) else item for item in blocks)
    return Turn(number, speaker, role, speaker or "", None, Attribution.PRINTED, made)


def meeting(*body: Turn | Block, title: str = "A meeting", summary: str = "") -> Meeting:
    return Meeting(
        id="2013-05-29/astana-k3f9",
        title=title,
        summary=summary,
        date="2013-05-29",
        time="12:45",
        place="Astana",
        source=Source("x", None, "x", "0"),
        people=(Participant(ANNA, None, ANNA), Participant(CARL, None, CARL)),
        body=body,
    )


TALK = meeting(
    block("How it came about.", BlockKind.NARRATIVE),
    turn(1, ANNA, "Welcome to Astana.", LONG, role="President of Kazakhstan"),
    turn(2, CARL, "Thank you.", block("At the table.", BlockKind.CAPTION), "We are glad. " * 30),
    turn(3, ANNA, "And the customs union?"),
    turn(4, None, LONG),
    turn(5, CARL, LONG),
    summary="A summary.",
)


class Reader(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.places: list[Place] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Dialogue()

    def on_mount(self) -> None:
        self.register_theme(INK)
        self.theme = "ink"

    def on_dialogue_moved(self, event: Dialogue.Moved) -> None:
        self.places.append(event.place)


class Desk:
    """An open dialogue and what a test does to it."""

    def __init__(self, pilot: Pilot[None], app: Reader) -> None:
        self.pilot, self.app = pilot, app
        self.dialogue = app.query_one(Dialogue)

    async def show(self, shown: Meeting | None, place: Place | None = None) -> None:
        self.dialogue.show(shown, colours={ANNA: 1, CARL: 2}, place=place)
        await self.pilot.pause()

    async def do(self, *actions: str) -> None:
        for action in actions:
            getattr(self.dialogue, f"action_{action}")()
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        width, height = self.dialogue.size
        strips = self.dialogue.render_lines(Region(0, 0, width, height))
        return [strip.text[:-1].rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def selected(self) -> str:
        return self.app.screen.get_selected_text() or ""

    @property
    def gutter(self) -> str:
        width, height = self.dialogue.size
        strips = self.dialogue.render_lines(Region(0, 0, width, height))
        return "".join(strip.text[-1] for strip in strips)

    def styles_of(self, words: str) -> list[str]:
        width, height = self.dialogue.size
        return [
            str(segment.style)
            for strip in self.dialogue.render_lines(Region(0, 0, width, height))
            for segment in strip
            if words in segment.text
        ]


@asynccontextmanager
async def desk(width: int = 80, height: int = 24) -> AsyncIterator[Desk]:
    app = Reader()
    async with app.run_test(size=(width, height)) as pilot:
        yield Desk(pilot, app)


def hits(of: Meeting, words: str) -> list[Hit]:
    found = []
    for passage in of.passages():
        matches = tuple(
            Match(index, at.start(), at.end())
            for index, piece in enumerate(passage.blocks)
            for at in re.finditer(words, piece.text)
        )
        found += [Hit(of.id, passage.anchor, match, matches) for match in matches]
    return found


async def test_heading_turns_and_blocks_as_they_are_read() -> None:
    shown = meeting(
        block("Beginning", BlockKind.HEADING),
        turn(
            1,
            ANNA,
            "Words.",
            block("At the table.", BlockKind.CAPTION),
            block("Forum\nSeptember 19, 2012", BlockKind.SEE_ALSO),
            block("<…>", BlockKind.ELISION),
            role="President",
        ),
        turn(2, None),
        summary="In short.",
    )
    async with desk(50, 30) as at:
        await at.show(shown)
        assert at.lines[:22] == [
            "  A meeting",
            "  29 May 2013, 12:45 · Astana",
            "  Bell 100% ██████████  unnamed 0% ▏",
            "",
            "  In short.",
            "",
            "  § Beginning",
            "",
            "▌ Anna Bell                        t1  President",
            "▌ Words.",
            "▌",
            "▌ ▫ At the table.",
            "▌",
            "▌ → Forum",
            "▌   September 19, 2012",
            "▌",
            "▌ ⋯ <…>",
            "",
            "▎ Unnamed speaker                             t2",
            "▎ (no words recorded)",
            "",
            "",
        ]


async def test_a_speaker_concluded_from_the_context_is_marked() -> None:
    guessed = Turn(1, ANNA, None, "", None, Attribution.INFERRED, (block("Yes."),))
    async with desk() as at:
        await at.show(meeting(guessed))
        assert "Anna Bell ?" in at.text


async def test_the_role_is_dropped_where_it_does_not_fit() -> None:
    async with desk(40, 12) as at:
        await at.show(meeting(turn(1, ANNA, "Yes.", role="Head of an office with a long name")))
        assert any(re.fullmatch(r"▌ Anna Bell +t1", line) for line in at.lines)


async def test_words_are_no_wider_than_the_measure() -> None:
    async with desk(160, 30) as at:
        await at.show(TALK)
        assert max(len(line.strip(" ▌▎")) for line in at.lines) <= 80
        at.dialogue.measure = 50
        await at.pilot.pause()
        assert max(len(line.strip(" ▌▎")) for line in at.lines) <= 50


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (10, 4), (3, 2), (1, 1)])
async def test_hostile_words_are_shown_and_nothing_is_sent(size: tuple[int, int]) -> None:
    odd = meeting(
        block(HOSTILE, BlockKind.NARRATIVE),
        Turn(1, HOSTILE, HOSTILE, HOSTILE, HOSTILE, Attribution.PRINTED, (block(HOSTILE),)),
        turn(2, ANNA),
        title=HOSTILE,
        summary=HOSTILE,
    )
    async with desk(*size) as at:
        await at.show(odd)
        width, height = at.dialogue.size
        for action in ("page_down", "go_end", "previous_turn", "extend_down", "go_top"):
            await at.do(action)
            strips = at.dialogue.render_lines(Region(0, 0, width, height))
            assert [strip.cell_length for strip in strips] == [width] * height
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", at.text.replace("\n", ""))


async def test_markup_is_data() -> None:
    async with desk() as at:
        await at.show(meeting(turn(1, "[b]Anna[/b]", "[/ [red]x[/red]")))
        assert "[b]Anna[/b]" in at.text
        assert "[/ [red]x[/red]" in at.text


async def test_words_in_place_of_a_meeting() -> None:
    async with desk(40, 12) as at:
        at.dialogue.show_words("Nothing here.\nImport a file.")
        await at.pilot.pause()
        assert [line.strip() for line in at.lines if line] == ["Nothing here.", "Import a file."]
        assert at.dialogue.selected_range() is None
        await at.do("next_turn", "page_down", "go_end", "extend_right")


async def test_a_meeting_without_body() -> None:
    async with desk() as at:
        await at.show(meeting())
        await at.do("go_end", "next_turn", "previous_turn", "go_top", "extend_down")
        assert "A meeting" in at.text
        assert at.dialogue.current_anchor == "title"


async def test_pages_keep_one_line_in_sight_and_the_end_is_the_last_line() -> None:
    async with desk(80, 20) as at:
        await at.show(TALK)
        seen = at.lines[-1]
        await at.do("page_down")
        assert seen in at.lines[:3]
        await at.do("go_end")
        assert at.lines[-1].endswith("besides.")
        await at.do("line_down")
        assert at.lines[-1].endswith("besides.")
        await at.do("go_top")
        assert at.lines[0] == "  A meeting"


async def test_line_down_and_up_is_where_one_was() -> None:
    async with desk() as at:
        await at.show(TALK)
        before = at.lines
        await at.do("line_down", "line_down", "half_page_down", "half_page_up", "line_up")
        assert at.lines != before
        await at.do("line_up")
        assert at.lines == before


async def test_the_speaker_stays_in_sight_inside_a_long_turn() -> None:
    async with desk(60, 10) as at:
        await at.show(TALK, Place(TALK.id, "t1", 1, 400))
        assert at.lines[0].startswith("▌ Anna Bell (continued)")
        await at.do("line_up")
        assert at.lines[0].startswith("▌ Anna Bell (continued)")


async def test_turns_are_walked_both_ways_and_the_current_one_is_marked() -> None:
    async with desk(60, 12) as at:
        await at.show(TALK)
        visited = []
        for _ in range(5):
            await at.do("next_turn")
            visited.append(at.dialogue.current_anchor)
            number = visited[-1]
            (name,) = [line for line in at.lines if f" {number}" in line]
            assert name.startswith("▌")
        assert visited == ["t2", "t3", "t4", "t5", "t5"]
        await at.do("previous_turn")
        assert at.dialogue.current_anchor == "t4"


async def test_the_same_speakers_turns_are_walked() -> None:
    async with desk(60, 12) as at:
        await at.show(TALK, Place(TALK.id, "t2"))
        await at.do("next_same_speaker")
        assert at.dialogue.current_anchor == "t5"
        await at.do("next_same_speaker")
        assert at.dialogue.current_anchor == "t5"
        await at.do("previous_same_speaker")
        assert at.dialogue.current_anchor == "t2"


async def test_the_current_turn_is_always_in_sight() -> None:
    async with desk(60, 12) as at:
        await at.show(TALK)
        for _ in range(12):
            await at.do("half_page_down")
            assert any(line.lstrip().startswith("▌") for line in at.lines)


@pytest.mark.parametrize("anchor", ["t1", "t4", "t5", "b1", "b2", "summary", "title"])
async def test_a_place_is_found_again(anchor: str) -> None:
    async with desk(60, 12) as at:
        await at.show(TALK)
        at.dialogue.go_to(Place(TALK.id, anchor))
        await at.pilot.pause()
        kept, before = at.dialogue.place, at.lines
        await at.do("go_top")
        at.dialogue.go_to(kept)
        await at.pilot.pause()
        assert at.dialogue.place == kept
        assert [line[2:] for line in at.lines] == [line[2:] for line in before]


async def test_a_place_is_opened_before_the_widget_has_a_size() -> None:
    class Early(Reader):
        def on_mount(self) -> None:
            super().on_mount()
            self.query_one(Dialogue).show(TALK, colours={}, place=Place(TALK.id, "t5", 0, 300))

    app = Early()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        at = Desk(pilot, app)
        assert at.dialogue.current_anchor == "t5"
        assert at.lines[0].startswith("▌ Carl Doe (continued)")


@pytest.mark.parametrize(
    ("anchor", "current"), [("t4", "t4"), ("b1", "b1"), ("b2", "t2"), ("title", "t1")]
)
async def test_where_one_goes_is_current_and_a_heading_leaves_it_to_the_first_turn(
    anchor: str, current: str
) -> None:
    async with desk(60, 12) as at:
        await at.show(TALK, Place(TALK.id, "t5"))
        at.dialogue.go_to(Place(TALK.id, anchor))
        await at.pilot.pause()
        assert at.dialogue.current_anchor == current


async def test_a_place_that_is_not_there_leads_to_the_beginning() -> None:
    async with desk() as at:
        await at.show(TALK, Place(TALK.id, "t99"))
        assert at.lines[0] == "  A meeting"


async def test_resizing_keeps_the_words_at_the_top() -> None:
    async with desk(80, 20) as at:
        await at.show(TALK, Place(TALK.id, "t4", 0, 600))
        before, place = at.lines, at.dialogue.place
        for size in ((60, 20), (47, 12), (120, 33), (80, 20)):
            await at.pilot.resize_terminal(*size)
            await at.pilot.pause()
            assert at.dialogue.place == place
        assert at.lines == before


async def test_matches_are_highlighted_and_the_focused_one_stronger() -> None:
    async with desk(80, 24) as at:
        await at.show(TALK)
        found = hits(TALK, "customs union")
        plain = set(at.styles_of("customs union"))
        at.dialogue.set_hits(found)
        await at.pilot.pause()
        lit = set(at.styles_of("customs union"))
        at.dialogue.focus_hit(found[0])
        await at.pilot.pause()
        assert lit.isdisjoint(plain)
        assert all("bold" in style for style in lit)
        assert set(at.styles_of("customs union")) - lit
        at.dialogue.set_hits([])
        await at.pilot.pause()
        assert not at.styles_of("customs union") or set(at.styles_of("customs union")) <= plain


async def test_a_hit_is_brought_into_sight_below_the_speaker() -> None:
    async with desk(60, 12) as at:
        await at.show(TALK)
        found = hits(TALK, "besides")
        at.dialogue.set_hits(found)
        for hit in (found[25], found[3], found[-1], found[0]):
            at.dialogue.focus_hit(hit)
            await at.pilot.pause()
            focused = [
                y
                for y, strip in enumerate(at.dialogue.render_lines(Region(0, 0, *at.dialogue.size)))
                if any(
                    segment.text == "besides" and "on #e5b567" in str(segment.style)
                    for segment in strip
                )
            ]
            assert len(focused) == 1
            assert at.dialogue.current_anchor == hit.anchor


async def test_a_hit_in_sight_moves_nothing() -> None:
    async with desk(80, 24) as at:
        await at.show(TALK)
        found = hits(TALK, "customs union")
        at.dialogue.set_hits(found)
        at.dialogue.focus_hit(found[0])
        await at.pilot.pause()
        before = at.lines
        at.dialogue.focus_hit(found[1])
        await at.pilot.pause()
        assert at.lines == before


async def test_hits_are_marked_in_the_gutter() -> None:
    async with desk(60, 12) as at:
        await at.show(TALK)
        assert "◂" not in at.gutter
        at.dialogue.set_hits(hits(TALK, "customs union"))
        await at.pilot.pause()
        assert "◂" in at.gutter
        at.dialogue.set_hits([hits(TALK, "besides")[-1]])
        await at.pilot.pause()
        assert at.gutter.index("◂") >= len(at.gutter) - 2


async def test_marks_stand_beside_their_lines_where_all_is_in_sight() -> None:
    small = meeting(turn(1, ANNA, "One."), turn(2, CARL, "Two."))
    async with desk(60, 24) as at:
        await at.show(small)
        at.dialogue.set_hits(hits(small, "Two"))
        await at.pilot.pause()
        (row,) = [y for y, line in enumerate(at.lines) if "Two." in line]
        assert at.gutter.index("◂") == row
        assert at.gutter.count("◂") == 1


async def test_many_hits_are_marked_like_few() -> None:
    body = [turn(number, ANNA, "Yes." if number % 2 else "Union.") for number in range(1, 2001)]
    long = meeting(*body)
    async with desk(60, 20) as at:
        await at.show(long)
        at.dialogue.set_hits(hits(long, "Union")[500:])
        await until_quiet(at.pilot)
        assert "◂" not in at.gutter[:9]
        assert set(at.gutter[11:]) == {"◂"}


async def test_one_speaker_is_lit_and_the_others_dimmed() -> None:
    async with desk(80, 40) as at:
        await at.show(meeting(turn(1, ANNA, "Mine."), turn(2, CARL, "Yours.")))
        own, other = at.styles_of("Mine."), at.styles_of("Yours.")
        at.dialogue.highlight_speaker(ANNA)
        await at.pilot.pause()
        assert at.dialogue.highlighted_speaker == ANNA
        assert at.styles_of("Mine.") == own
        assert at.styles_of("Yours.") != other
        at.dialogue.highlight_speaker(None)
        await at.pilot.pause()
        assert at.styles_of("Yours.") == other


async def test_an_editors_bracket_does_not_look_like_speech() -> None:
    text = "Mr Shuvalov [First Deputy] said."
    said = block(text, BlockKind.PARAGRAPH, Span(12, 26, SpanKind.EDITOR))
    async with desk() as at:
        await at.show(meeting(turn(1, ANNA, said)))
        assert all("italic" in style for style in at.styles_of("[First Deputy]"))
        assert not any("italic" in style for style in at.styles_of("said."))


async def test_a_selection_by_keys_holds_the_stored_words() -> None:
    words = "One  two\u00a0three, " + "four " * 40 + "end."
    async with desk(40, 20) as at:
        await at.show(meeting(turn(1, ANNA, words, "Next one.")))
        await at.do("extend_right", "extend_right")
        assert at.selected == "One  two"
        await at.do("extend_left")
        assert at.selected == "One  "
        await at.do(*["extend_down"] * 30)
        assert at.selected == f"{words}\n\nNext one."
        start, end = at.dialogue.selected_range() or (None, None)
        assert start == Place(TALK.id, "t1", 0, 0)
        assert end == Place(TALK.id, "t1", 1, 9)
        at.dialogue.clear_selection()
        await at.pilot.pause()
        assert at.selected == ""


async def test_a_selection_outlives_a_resize() -> None:
    async with desk(80, 20) as at:
        await at.show(TALK)
        await at.do("extend_down", "extend_down", "extend_down")
        before = at.selected
        await at.pilot.resize_terminal(47, 20)
        await at.pilot.pause()
        assert at.selected == before != ""


async def test_a_selection_starts_at_the_hit_one_is_at() -> None:
    async with desk(80, 20) as at:
        await at.show(TALK)
        found = hits(TALK, "customs union")
        at.dialogue.set_hits(found)
        at.dialogue.focus_hit(found[2])
        await at.do("extend_right", "extend_right")
        assert at.selected == "customs union"


async def test_a_selection_by_mouse_holds_the_stored_words() -> None:
    words = "first second third " * 10
    async with desk(60, 20) as at:
        await at.show(meeting(turn(1, ANNA, words.strip(), "Last words.")))
        (top,) = [y for y, line in enumerate(at.lines) if "Anna" in line]
        last = next(y for y, line in enumerate(at.lines) if "Last" in line)
        await at.pilot.mouse_down(Dialogue, offset=(2, top + 1))
        await at.pilot.hover(Dialogue, offset=(10, last))
        await at.pilot.mouse_up(Dialogue, offset=(10, last))
        await at.pilot.pause()
        assert at.selected.startswith(words.strip() + "\n\nLast")


async def test_the_margin_and_white_space_belong_to_the_words_beside_them() -> None:
    async with desk(120, 20) as at:
        await at.show(meeting(turn(1, ANNA, "Only words.")))
        (top,) = [y for y, line in enumerate(at.lines) if "Anna" in line]
        await at.pilot.mouse_down(Dialogue, offset=(4, top + 1))
        await at.pilot.hover(Dialogue, offset=(70, top + 1))
        await at.pilot.mouse_up(Dialogue, offset=(70, top + 1))
        await at.pilot.pause()
        assert at.selected == "Only words."


async def test_a_click_makes_a_turn_current() -> None:
    async with desk(60, 24) as at:
        await at.show(meeting(turn(1, ANNA, "One."), turn(2, CARL, "Two.")))
        (row,) = [y for y, line in enumerate(at.lines) if "Two." in line]
        await at.pilot.click(Dialogue, offset=(5, row))
        await at.pilot.pause()
        assert at.dialogue.current_anchor == "t2"


@pytest.mark.parametrize(("times", "taken"), [(2, "second"), (3, "first second third")])
async def test_clicking_again_takes_the_word_then_the_paragraph(times: int, taken: str) -> None:
    async with desk(60, 24) as at:
        await at.show(meeting(turn(1, ANNA, "first second third", "another")))
        (row,) = [y for y, line in enumerate(at.lines) if "second" in line]
        await at.pilot.click(Dialogue, offset=(10, row), times=times)
        await at.pilot.pause()
        assert at.selected == taken


async def test_the_gutter_leads_to_the_end_and_selects_nothing() -> None:
    async with desk(60, 12) as at:
        await at.show(TALK)
        await at.pilot.mouse_down(Dialogue, offset=(59, 11))
        await at.pilot.mouse_up(Dialogue, offset=(59, 11))
        await at.pilot.pause()
        assert at.dialogue.current_anchor == "t5"
        assert at.dialogue.selected_range() is None


async def test_movement_is_told_once_a_run() -> None:
    async with desk(60, 12) as at:
        await at.show(TALK)
        at.app.places.clear()
        await at.do(*["line_down"] * 30)
        assert at.app.places
        assert at.app.places[-1] == at.dialogue.place


async def test_a_mark_that_moves_refreshes_two_turns_and_no_more() -> None:
    small = meeting(*(turn(number, ANNA, "Yes.") for number in range(1, 7)))
    async with desk(60, 40) as at:
        await at.show(small)
        asked: list[Region] = []
        refresh = at.dialogue.refresh

        def note(*regions: Region, **how: bool) -> Dialogue:
            asked.extend(regions or [at.dialogue.region])
            return refresh(*regions, **how)

        at.dialogue.refresh = note  # type: ignore[method-assign, assignment]
        await at.do("next_turn")
        assert sum(region.height for region in asked) == 4


async def test_ten_thousand_turns_are_one_widget_and_the_end_is_exact() -> None:
    long = meeting(*(turn(number, ANNA, "Words " * 40) for number in range(1, 10_001)))
    async with desk(80, 24) as at:
        await at.show(long)
        await at.do("go_end")
        assert at.dialogue.current_anchor == "t10000"
        before = at.lines
        await until_quiet(at.pilot)
        assert at.lines == before
        assert len(list(at.app.screen.query("*"))) < 10


@pytest.mark.parametrize("no_color", [True, False])
async def test_without_colour_every_name_and_sign_remains(
    no_color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    async with desk(80, 30) as at:
        await at.show(TALK)
        found = hits(TALK, "Welcome")
        at.dialogue.set_hits(found)
        at.dialogue.focus_hit(found[0])
        await at.pilot.pause()
        assert "Anna Bell" in at.text
        assert "◂" in at.gutter
        if no_color:
            assert all("reverse" in style for style in at.styles_of("Welcome"))
