"""What is in sight equals the same stretch of a layout made all at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Attribution, Block, BlockKind, Meeting, Source, Turn
from tui.widgets.dialogue.heading import details, shares
from tui.widgets.dialogue.layout import lay_out
from tui.widgets.dialogue.outline import Outline
from tui.widgets.dialogue.viewport import Row, Viewport

TEXT = st.lists(
    st.sampled_from(["word", "a", "会議録", "x" * 90, "agreement,", "👩‍👩‍👧"]), max_size=40
).map(" ".join)
BLOCKS = st.builds(Block, st.sampled_from(BlockKind), TEXT)
PARTS = st.lists(
    st.one_of(st.lists(BLOCKS, max_size=4), st.builds(Block, st.just(BlockKind.NARRATIVE), TEXT)),
    max_size=25,
)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("scroll"), st.integers(-60, 60)),
        st.tuples(st.just("end"), st.just(0)),
        st.tuples(st.just("measure"), st.integers(0, 25)),
    ),
    max_size=12,
)


def _meeting(parts: list[list[Block] | Block]) -> Meeting:
    body: list[Turn | Block] = []
    number = 0
    for part in parts:
        if isinstance(part, Block):
            body.append(part)
        else:
            number += 1
            body.append(
                Turn(number, f"S{number % 3}", None, "", None, Attribution.PRINTED, tuple(part))
            )
    return Meeting(
        id="undated/x",
        title="A title of some words",
        summary="What it was about",
        date=None,
        time=None,
        place="",
        source=Source("x", None, "x", "0"),
        people=(),
        body=tuple(body),
    )


def _eager(outline: Outline, width: int) -> list[Row]:
    heading = details(outline.meeting, shares(outline.meeting), width)
    return [
        Row(part, at)
        for part in range(len(outline))
        for at in range(len(lay_out(outline, part, width, heading)))
    ]


@given(PARTS, st.integers(20, 120), st.integers(1, 30), MOVES)
def test_any_walk_shows_what_an_eager_layout_shows(
    parts: list[list[Block] | Block], width: int, height: int, moves: list[tuple[str, int]]
) -> None:
    outline = Outline(_meeting(parts))
    view = Viewport(outline, shares(outline.meeting), width, height)
    everything = _eager(outline, width)
    last = max(0, len(everything) - 1 - height)
    at = 0
    for move, amount in moves:
        if move == "scroll":
            view.scroll(amount)
            at = max(0, min(at + amount, last))
        elif move == "end":
            view.put_top(view.last_top())
            at = last
        elif amount < len(outline):
            view.measure(amount)
        assert view.visible() == everything[at : at + height]


@given(PARTS, st.integers(20, 120))
def test_heights_become_exact(parts: list[list[Block] | Block], width: int) -> None:
    outline = Outline(_meeting(parts))
    view = Viewport(outline, shares(outline.meeting), width, 10)
    part = view.heights.next_estimate(0)
    while part is not None:
        view.measure(part)
        part = view.heights.next_estimate(part)
    everything = _eager(outline, width)
    assert view.heights.total == len(everything)
    assert [view.y(row) for row in everything] == list(range(len(everything)))
    assert [view.at_y(y) for y in range(len(everything))] == everything


@given(PARTS, st.integers(20, 120), st.data())
def test_a_character_is_found_on_the_line_that_shows_it(
    parts: list[list[Block] | Block], width: int, data: st.DataObject
) -> None:
    outline = Outline(_meeting(parts))
    view = Viewport(outline, (), width, 10)
    part = data.draw(st.integers(0, len(outline) - 1))
    blocks = outline.blocks(part)
    if not blocks:
        return
    block = data.draw(st.integers(0, len(blocks) - 1))
    offset = data.draw(st.integers(0, max(0, len(blocks[block].text) - 1)))
    line = view.line(view.find(part, block, offset))
    assert line.block == block
    assert line.start <= offset <= line.end


@given(PARTS)
def test_anchors_of_the_model_lead_to_their_blocks_and_back(
    parts: list[list[Block] | Block],
) -> None:
    outline = Outline(_meeting(parts))
    for passage in outline.meeting.passages():
        for number, block in enumerate(passage.blocks):
            found = outline.find(passage.anchor, number)
            assert found is not None
            assert outline.blocks(found[0])[found[1]] == block
            assert outline.spot(*found) == (passage.anchor, number)


def test_unknown_anchors_lead_nowhere() -> None:
    outline = Outline(_meeting([Block(BlockKind.NARRATIVE, "x")]))
    assert [outline.find(anchor) for anchor in ("t1", "b2", "b0", "x", "", "t")] == [None] * 6
