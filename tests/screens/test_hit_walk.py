"""Walking the hits of a meeting, however many there are and wherever one reads."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.model import (
    Attribution,
    Block,
    BlockKind,
    Hit,
    Match,
    Meeting,
    Place,
    Source,
    Span,
    SpanKind,
    Turn,
)
from tui.screens.hit_walk import HitWalk, Landing
from tui.search.matcher import Matcher
from tui.search.parser import parse
from tui.widgets.dialogue.outline import Outline

WORDS = "so it is as it was"
BLOCKS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.CAPTION])
BODIES = st.lists(st.one_of(st.none(), st.lists(BLOCKS, max_size=4)), min_size=1, max_size=8)


def meeting(body: list[list[BlockKind] | None]) -> Meeting:
    """A meeting of turns, and of blocks that nobody spoke (None)."""
    made: list[Turn | Block] = []
    for kinds in body:
        number = 1 + sum(isinstance(part, Turn) for part in made)
        blocks = tuple(Block(kind, WORDS) for kind in kinds or ())
        turn = Turn(number, "Anna", None, "Anna", None, Attribution.PRINTED, blocks)
        made.append(Block(BlockKind.NARRATIVE, WORDS) if kinds is None else turn)
    source = Source("made up", None, "none", "0")
    return Meeting("undated/x", "So it is", WORDS, None, None, "", source, (), tuple(made))


def all_hits(of: Meeting) -> list[tuple[int, Hit]]:
    """A hit at each "it", with its passage's place in reading order."""
    return [
        (order, Hit(of.id, passage.anchor, match, (match,)))
        for order, passage in enumerate(of.passages())
        for block, words in enumerate(passage.blocks)
        for start in range(len(words.text))
        if words.text.startswith("it", start)
        for match in [Match(block, start, start + 2)]
    ]


@given(BODIES, st.data())
def test_the_next_hit_is_the_first_that_is_not_behind_the_reader(
    body: list[list[BlockKind] | None], data: st.DataObject
) -> None:
    of = meeting(body)
    everything = all_hits(of)
    found = data.draw(st.lists(st.sampled_from(everything), unique_by=id).map(sorted_as_read))
    order, passage = data.draw(st.sampled_from(list(enumerate(of.passages()))))
    place = Place(
        of.id, passage.anchor, data.draw(st.integers(0, 3)), data.draw(st.integers(0, 20))
    )
    here = (order, place.block, place.offset)
    ahead = [
        index
        for index, (at, hit) in enumerate(found)
        if (at, hit.focus.block, hit.focus.end) > here
    ]
    walk = HitWalk(tuple(hit for _, hit in found))
    outline = Outline(of)
    assert walk.step(outline, place, 1) == (ahead[0] if ahead else None)
    behind = (ahead[0] if ahead else len(found)) - 1
    assert walk.step(outline, place, -1) == (behind if behind >= 0 else None)


@given(BODIES, st.data())
def test_one_lands_on_the_hit_that_begins_at_the_place(
    body: list[list[BlockKind] | None], data: st.DataObject
) -> None:
    of = meeting(body)
    hits = tuple(hit for _, hit in all_hits(of))
    index = data.draw(st.integers(0, len(hits) - 1))
    place = Place(of.id, hits[index].anchor, hits[index].focus.block, hits[index].focus.start)
    assert HitWalk(hits).land(Outline(of), place, Landing.AT) == index


def test_one_lands_on_spoken_words_where_an_editor_says_them_before() -> None:
    bracketed = Block(BlockKind.PARAGRAPH, "[it] was", (Span(0, 4, SpanKind.EDITOR),))
    spoken = Block(BlockKind.PARAGRAPH, "so it was")
    turns = [
        Turn(number, "Anna", None, "Anna", None, Attribution.PRINTED, (bracketed, spoken))
        for number in (1, 2)
    ]
    of = replace(meeting([]), title="", summary="", body=tuple(turns))
    hits = Matcher(parse("it").query).hits(of)
    walk, outline = HitWalk(hits), Outline(of)
    places = [Place(of.id, hit.anchor, hit.focus.block, hit.focus.start) for hit in hits]
    assert len(hits) == 4
    assert [walk.land(outline, place, Landing.AT) for place in places] == [0, 1, 2, 3]


def sorted_as_read(some: list[tuple[int, Hit]]) -> list[tuple[int, Hit]]:
    """Put hits in the order in which a search gives them."""
    return sorted(some, key=lambda one: (one[0], one[1].focus.block, one[1].focus.start))
