"""What must and must not be found in the five seeds."""

from __future__ import annotations

import pytest

from tui.model import Meeting, Passage
from tui.search.matcher import Matcher
from tui.search.parser import parse
from tui.search.rows import kind_of


def found(seeds: tuple[Meeting, ...], query: str) -> list[tuple[int, str, str, str]]:
    """Return for each hit the seed's number, the anchor, the kind and the words as stored."""
    matcher = Matcher(parse(query).query)
    rows = []
    for number, meeting in enumerate(seeds):
        passages = {passage.anchor: passage for passage in meeting.passages()}
        for hit in matcher.hits(meeting):
            passage: Passage = passages[hit.anchor]
            text = passage.blocks[hit.focus.block].text
            words = text[hit.focus.start : hit.focus.end]
            rows.append((number, hit.anchor, kind_of(passage, hit), words))
    return rows


@pytest.mark.parametrize(
    ("phrase", "seed", "kind"),
    [
        ("Customs Union and the Common Economic Space formed by Russia", 0, "narrative"),
        ("Community, which in turn produced the Customs Union", 1, "turn"),
        ("processes you launched in the post-Soviet space", 4, "turn"),
        ("summit and a Supreme Eurasian Economic Council meeting", 3, "narrative"),
    ],
)
def test_phrases_across_soft_breaks_and_odd_spaces(
    seeds: tuple[Meeting, ...], phrase: str, seed: int, kind: str
) -> None:
    rows = found(seeds, f'"{phrase}"')
    assert [(row[0], row[2]) for row in rows] == [(seed, kind)]


@pytest.mark.parametrize(
    "phrase",
    [
        "First Deputy Prime Minister of Russia Igor Shuvalov",
        "Soviet state planning agency",
        "With President of Kazakhstan Nursultan Nazarbayev",
        "Informal meeting of the CIS Council of Heads of State",
    ],
)
def test_what_nobody_said_is_never_found_as_speech(seeds: tuple[Meeting, ...], phrase: str) -> None:
    rows = found(seeds, f'"{phrase}"')
    assert "turn" not in {kind for _, _, kind, _ in rows}
    assert found(seeds, f'"{phrase}" is:speech') == []


def test_an_editors_bracket_is_found_as_the_editors(seeds: tuple[Meeting, ...]) -> None:
    rows = found(seeds, '"Soviet state planning agency"')
    assert [(number, kind) for number, _, kind, _ in rows] == [(1, "editor")]


def test_the_words_found_are_the_stored_ones(seeds: tuple[Meeting, ...]) -> None:
    rows = found(seeds, '"i am very happy to see you" date:2020')
    assert {words for *_, words in rows} == {"I\xa0am very happy to\xa0see you"}


def test_a_speaker_is_found_under_every_label(seeds: tuple[Meeting, ...]) -> None:
    rows = found(seeds, "by:nazarbayev")
    assert [sum(row[0] == number for row in rows) for number in range(5)] == [1, 2, 2, 1, 2]


def test_a_longer_surname_is_another(seeds: tuple[Meeting, ...]) -> None:
    assert found(seeds, "by:nazarbayeva") == []


def test_a_reply_is_found_with_what_it_answers(seeds: tuple[Meeting, ...]) -> None:
    matcher = Matcher(parse("by:putin trade >> by:nazarbayev billion").query)
    pairs = [pair for meeting in seeds for pair in matcher.pairs(meeting)]
    assert [(pair.hit.meeting[:10], pair.hit.anchor, pair.other.anchor) for pair in pairs] == [
        ("2012-10-09", "t3", "t4")
    ]


@pytest.mark.parametrize(
    "query",
    [
        "the", "economic", '"customs union"', "trade economic", "trade | economic -union",
        "by:putin", "by:putin trade >> economic", "same:meeting trade union", "soviet",
        "same:paragraph trade economic", "is:narrative", "is:question trade", "date:2013",
    ],
)  # fmt: skip
def test_counts_are_those_of_the_hits(seeds: tuple[Meeting, ...], query: str) -> None:
    matcher = Matcher(parse(query).query)
    rows = found(seeds, query)
    spoken = [(seed, anchor) for seed, anchor, kind, _ in rows if kind == "turn"]
    counts = [matcher.counts(meeting) for meeting in seeds]
    hits, turns, outside = (sum(column) for column in zip(*counts, strict=True))
    assert (hits, turns, outside) == (len(rows), len(set(spoken)), len(rows) - len(spoken))
