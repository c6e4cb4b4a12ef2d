"""The concordance's arithmetic: which line shows what, and what stands in which column."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.model import Attribution, Block, BlockKind, Hit, Match, Meeting, Source, Turn
from tui.search.concordance import Row
from tui.widgets.concordance.geometry import Geometry, LineKind
from tui.widgets.concordance.loupe import Sight, loupe, sentence_around
from tui.widgets.concordance.row_lines import Columns, row_line
from tui.widgets.concordance.sheets import Collected, Dated, Heading, Segment


def row(left="before ", found="union", right=" after", *, meeting="m", number=0, **other) -> Row:
    hit = Hit(meeting, f"t{number + 1}", Match(0, len(left), len(left) + len(found)), ())
    known = {
        "id": f"{meeting}#{hit.anchor}",
        "meeting": meeting,
        "date": "2013-05-29",
        "time": None,
        "place": "Astana",
        "title": "Talks",
        "speaker": "Vladimir Putin",
        "role": None,
        "kind": "turn",
        "left": left,
        "hit": found,
        "right": right,
        "found": hit,
    }
    return Row(**{**known, **other})


def text(runs) -> str:
    return "".join(words for words, _ in runs)


# Geometry


@st.composite
def geometries(draw) -> Geometry:
    rows = draw(st.integers(1, 40))
    firsts = draw(st.one_of(st.just([]), st.lists(st.integers(0, rows - 1), unique=True)))
    open_ = draw(st.one_of(st.none(), st.integers(0, rows - 1)))
    return Geometry(
        rows,
        draw(st.integers(1, 2)),
        tuple(sorted({0, *firsts})) if firsts else (),
        open_,
        draw(st.integers(0, 5)),
    )


@given(geometries())
def test_every_line_of_every_row_is_found_where_the_row_begins(geometry):
    for index in range(geometry.rows):
        for part in range(geometry.lines):
            line = geometry.at(geometry.line_of(index) + part)
            assert (line.kind, line.index, line.part) == (LineKind.ROW, index, part)


@given(geometries())
def test_lines_are_rows_headings_blanks_between_groups_and_the_loupe(geometry):
    kinds = [geometry.at(y).kind for y in range(geometry.height)]
    groups = len(geometry.firsts)
    assert kinds.count(LineKind.ROW) == geometry.rows * geometry.lines
    assert kinds.count(LineKind.HEADING) == groups
    assert kinds.count(LineKind.BLANK) == max(0, groups - 1)
    assert kinds.count(LineKind.LOUPE) == (0 if geometry.open is None else geometry.loupe)


@given(geometries())
def test_a_heading_stands_right_above_the_first_row_of_its_group(geometry):
    for group, first in enumerate(geometry.firsts):
        line = geometry.at(geometry.line_of(first) - 1)
        assert (line.kind, line.index) == (LineKind.HEADING, group)


def test_past_the_end_nothing_stands():
    assert Geometry(3).at(3).kind is LineKind.BLANK


# Columns

WIDTHS = [24, 40, 60, 80, 100, 120, 200]


@given(
    st.text(),
    st.text(),
    st.text(),
    st.sampled_from(WIDTHS),
    st.booleans(),
    st.sampled_from(["turn", "narrative"]),
)
def test_a_line_is_as_wide_as_the_widget_whatever_the_words(left, found, right, width, mid, kind):
    columns = Columns.of(width, centred=mid)
    assert cell_len(text(row_line(row(left, found, right, kind=kind), columns, " "))) == width


@pytest.mark.parametrize("width", WIDTHS)
def test_matches_stand_below_each_other(width):
    columns = Columns.of(width)
    lines = [
        text(row_line(row(left, "union"), columns, " "))
        for left in ("", "a ", "quite a lot of words stand before it " * 9)
    ]
    assert len({line.index("union") for line in lines}) == 1


def test_the_words_next_to_the_match_are_kept():
    line = text(
        row_line(row("far away and near ", right=" hither and yon " * 9), Columns.of(40), " ")
    )
    assert "near union hither" in line


def test_a_narrow_line_has_only_words():
    line = text(row_line(row(), Columns.of(40), " "))
    assert "Putin" not in line and "2013" not in line


def test_a_hit_outside_speech_names_its_kind_and_looks_different():
    runs = row_line(row(kind="pull_quote", speaker=None), Columns.of(120), " ")
    assert ("pull quote", "kind") in [(words.strip(), part) for words, part in runs]
    assert "words" not in [part for _, part in runs]


def test_other_matches_of_the_paragraph_are_told_from_the_words_around_them():
    here = row("the union and a ", "union", " of unions")
    hit = replace(here.found, matches=(Match(0, 4, 9), here.found.focus, Match(0, 25, 30)))
    runs = row_line(replace(here, found=hit), Columns.of(120), " ")
    assert [words for words, part in runs if part == "other"] == ["union", "union"]


# Sheets


def test_a_dated_sheet_places_the_hits_of_each_meeting_one_after_the_other():
    sheet = Dated([Segment("a", 2), Segment("none", 0), Segment("b", 3)])
    assert [sheet.meeting(place) for place in range(len(sheet))] == ["a", "a", "b", "b", "b"]


def test_rows_are_known_once_they_are_handed_in():
    rows = (row(meeting="b"), row(meeting="b", number=1))
    sheet = Dated([Segment("a", 2), Segment("b", 2)]).with_rows({"b": rows})
    assert [sheet.row(place) for place in range(4)] == [None, None, *rows]


def test_rows_stand_where_the_count_was_wrong():
    sheet = Dated([Segment("a", 2, "2012", "2012"), Segment("b", 5, "2013", "2013")])
    sheet = sheet.with_rows({"a": (row(meeting="a"),)})
    assert len(sheet) == 6
    assert sheet.headings == (Heading("2012", 0, 1, "2012"), Heading("2013", 1, 5, "2013"))


def test_a_meeting_that_is_gone_takes_its_lines_with_it():
    sheet = Dated([Segment("a", 2), Segment("b", 1)]).with_rows({"a": ()})
    assert [sheet.meeting(place) for place in range(len(sheet))] == ["b"]


def test_a_hit_keeps_its_line_by_its_number():
    sheet = Dated([Segment("a", 2), Segment("b", 3)])
    assert sheet.nearest(*sheet.number(3)) == 3


def test_neighbours_of_one_group_share_a_heading_and_others_of_that_text_do_not():
    same = "29 May 2013 · Astana"
    sheet = Dated([Segment("a", 1, "a", same), Segment("b", 2, "b", same)])
    assert [heading.hits for heading in sheet.headings] == [1, 2]


@pytest.mark.parametrize("kind", ["dated", "collected"])
def test_a_hit_is_found_again(kind):
    rows = tuple(row(meeting="a", number=number) for number in range(3))
    sheet = Collected(rows) if kind == "collected" else Dated([Segment("a", 3)])
    if isinstance(sheet, Dated):
        sheet = sheet.with_rows({"a": rows})
    assert sheet.find(rows[2].found) == 2


# Loupe


@pytest.mark.parametrize(
    ("whole", "word", "sentence"),
    [
        ("One ends. The union grows. A third.", "union", "The union grows. "),
        (
            "We met Mr. Smith of the union. Then we left.",
            "union",
            "We met Mr. Smith of the union. ",
        ),
        ("Всё. Наш союз растёт! Да.", "союз", "Наш союз растёт! "),
        ("no stop at all near the union", "union", "no stop at all near the union"),
        ("先に。連合が育つ。後で。", "連合", "連合が育つ。"),
    ],
)
def test_the_sentence_around_a_match(whole, word, sentence):
    at = whole.index(word)
    first, last = sentence_around(whole, at, at + len(word))
    assert whole[first:last] == sentence


@given(st.text(alphabet="aB .!?\n", max_size=60), st.data())
def test_a_sentence_always_holds_its_match(whole, data):
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    first, last = sentence_around(whole, start, end)
    assert first <= start <= end <= last


def meeting(*turns: tuple[str, str]) -> Meeting:
    body = tuple(
        Turn(n, who, None, who, None, Attribution.PRINTED, (Block(BlockKind.PARAGRAPH, said),))
        for n, (who, said) in enumerate(turns, 1)
    )
    source = Source("a.txt", None, "text", "0" * 64)
    return Meeting("m", "Talks", "", None, None, "", source, (), body)


@pytest.fixture
def talks() -> Meeting:
    return meeting(("A", "First."), ("B", "Trade grows. Well."), ("A", "It does."), ("B", "Yes."))


HIT = Hit("m", "t2", Match(0, 0, 5), (Match(0, 0, 5),))


@pytest.mark.parametrize(
    ("sight", "seen"),
    [
        (Sight.SENTENCE, ["Trade grows."]),
        (Sight.TURN, ["Trade grows. Well."]),
        (Sight.EXCHANGE, ["First.", "Trade grows. Well.", "It does."]),
    ],
)
def test_each_sight_shows_more(talks, sight, seen):
    assert [piece.text for piece in loupe(talks, HIT, sight).pieces] == seen


def test_the_exchange_of_a_pair_reaches_from_one_side_to_the_other(talks):
    answer = Hit("m", "t4", Match(0, 0, 3), (Match(0, 0, 3),))
    pieces = loupe(talks, HIT, Sight.EXCHANGE, answer=answer).pieces
    assert [piece.anchor for piece in pieces] == ["t2", "t3", "t4"]
    assert pieces[-1].matches == ((0, 3),)


def test_words_that_are_gone_show_nothing(talks):
    assert loupe(talks, replace(HIT, anchor="t9"), Sight.TURN).pieces == ()
