"""A meeting that was seen twice: one meeting, several captures, and what they do not share."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.comparison import Side, differences, same_words
from tui.library.errors import NotFound
from tui.library.library import Library
from tui.model import Attribution, Block, BlockKind, Meeting, Source, Turn
from tui.reading.schema import encode
from tui.search.parser import parse

Write = Callable[..., Path]
Said = tuple[str, str]

REVISED = parse("is:revised").query


def meeting(*said: Said) -> Meeting:
    """A meeting of these turns: who says what."""
    turns = tuple(
        Turn(
            number,
            speaker,
            None,
            speaker,
            None,
            Attribution.PRINTED,
            (Block(BlockKind.PARAGRAPH, words),),
        )
        for number, (speaker, words) in enumerate(said, start=1)
    )
    return Meeting("x", "Title", "", None, None, "", Source("x", None, "plain", ""), (), turns)


def ids(library: Library) -> list[str]:
    return [row.entry.id for row in library.timeline(REVISED)]


def test_another_layout_has_the_same_words() -> None:
    one = meeting(("Anna Berg", "The bridge – all of it – is “open” now."))
    other = meeting(("Anna Berg", 'The\u00a0bridge - all of\u00a0it - is "open" now.'))
    caption = Block(BlockKind.CAPTION, "At the bridge.")
    assert same_words(one, replace(other, body=(caption, *other.body)))


def test_another_speaker_is_a_difference() -> None:
    one, other = meeting(("Anna Berg", "We agree.")), meeting(("Otto Hill", "We agree."))
    assert not same_words(one, other)
    (found,) = differences(one, other)
    assert (found.first_speaker, found.second_speaker) == ("Anna Berg", "Otto Hill")
    assert [part.side for part in found.stretches] == [Side.BOTH]


def test_the_words_of_one_reading_alone_are_told_apart() -> None:
    one = meeting(("A", "First."), ("B", "The old bridge is open."))
    other = meeting(("A", "First."), ("B", "The new bridge is wide open."))
    (found,) = differences(one, other)
    assert (found.first, found.second) == ("t2", "t2")
    assert [(part.side.value, part.text) for part in found.stretches] == [
        ("both", "The"),
        ("first", "old"),
        ("second", "new"),
        ("both", "bridge is"),
        ("second", "wide"),
        ("both", "open."),
    ]


def test_a_turn_put_in_between_is_the_only_difference() -> None:
    one = meeting(("A", "First."), ("B", "Second."))
    other = meeting(("A", "First."), ("C", "Between."), ("B", "Second."))
    (found,) = differences(one, other)
    assert (found.first, found.second, found.second_speaker) == (None, "t2", "C")


TURNS = st.lists(
    st.tuples(st.sampled_from("AB"), st.text("ab .,", min_size=1, max_size=12)), max_size=5
)


@given(TURNS, TURNS)
def test_there_are_differences_exactly_where_the_words_are_not_the_same(
    one: list[Said], other: list[Said]
) -> None:
    first, second = meeting(*one), meeting(*other)
    assert bool(differences(first, second)) != same_words(first, second)


@given(TURNS, TURNS)
def test_each_side_can_be_put_together_again(one: list[Said], other: list[Said]) -> None:
    for found in differences(meeting(*one), meeting(*other)):
        for side, anchor, said in (
            (Side.FIRST, found.first, one),
            (Side.SECOND, found.second, other),
        ):
            text = " ".join(s.text for s in found.stretches if s.side in (Side.BOTH, side))
            words = said[int(anchor[1:]) - 1][1] if anchor is not None else ""
            letters = [c for c in text if c.isalpha()]
            assert letters == [c for c in words if c.isalpha()]


def test_the_same_words_again_are_a_capture_and_no_revision(empty: Library, sources: Write) -> None:
    list(empty.import_files([sources("a.txt")]))
    again = sources("b.txt")
    again.write_text(again.read_text().replace("the harbour", "the\u00a0harbour"))
    (result,) = empty.import_files([again])
    assert str(result.status) == "unchanged"
    assert [reading.current for reading in empty.captures("2013")] == [True, False]
    assert ids(empty) == []


def test_changed_words_are_a_capture_and_a_revision(empty: Library, sources: Write) -> None:
    list(empty.import_files([sources("a.txt"), sources("o.txt", date="May 1, 2014")]))
    (result,) = empty.import_files([sources("b.txt", answer="The bridge will be open in May.")])
    assert str(result.status) == "revised"
    assert ids(empty) == [result.meeting]
    first, second = empty.captures("2013")
    assert (first.number, second.number, second.current) == (1, 2, True)
    assert first.imported is not None
    assert first.meeting is not None and first.meeting.id == result.meeting
    assert "before the winter" in empty.capture("2013", 1).turns[1].paragraphs[0].text
    assert "in May" in empty.meeting("2013").turns[1].paragraphs[0].text


@pytest.mark.parametrize("url", ["https://zenda.example/1", None])
def test_fewer_words_are_a_change_only_under_one_address(
    empty: Library, tmp_path: Path, url: str | None
) -> None:
    long = [f"We agreed on point {n} of the plan for the {n}th bridge of Zenda." for n in range(20)]
    for name, words in (("a", long), ("b", long[:10])):
        source = Source(f"{name}.txt", url, "plain", name)
        whole = replace(meeting(("Anna Berg", " ".join(words))), date="2013-05-29", source=source)
        (tmp_path / f"{name}.json").write_text(json.dumps(encode(whole)))
    results = list(empty.import_files([tmp_path / "a.json", tmp_path / "b.json"]))
    assert len({result.meeting for result in results}) == 1
    assert len(empty.captures("2013")) == 2
    assert bool(ids(empty)) is (url is not None)


def test_a_lost_original_says_so_and_hides_no_other(empty: Library, sources: Write) -> None:
    list(empty.import_files([sources("a.txt")]))
    list(empty.import_files([sources("b.txt", answer="The bridge will be open in May.")]))
    lost = empty.row("2013").captures[0].sha256
    (empty.path / "originals" / f"{lost}.gz").unlink()
    first, second = empty.captures("2013")
    assert first.meeting is None and first.words is None and "missing" in first.problem
    assert second.meeting is not None and not second.problem
    assert ids(empty) == []


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_capture_that_is_not_there(empty: Library, sources: Write, number: int) -> None:
    list(empty.import_files([sources("a.txt")]))
    with pytest.raises(NotFound, match="number 1"):
        empty.capture("2013", number)
