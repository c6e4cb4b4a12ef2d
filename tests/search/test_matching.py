"""What queries find in meetings made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Block, BlockKind, Hit, Meeting, Span, SpanKind
from tui.search.known import Known
from tui.search.matcher import Matcher
from tui.search.parser import parse
from tui.search.rows import kind_of
from tui.search.terms import within_edits

MakeMeeting = Callable[..., Meeting]


def hits(
    meeting: Meeting, query: str, *, typing: bool = False, known: Known | None = None
) -> tuple[Hit, ...]:
    return Matcher(parse(query, typing=typing).query, known=known).hits(meeting)


def words(meeting: Meeting, query: str, **options: bool) -> list[str]:
    """Return the words that each hit stands for, as stored."""
    passages = {passage.anchor: passage for passage in meeting.passages()}
    return [
        passages[hit.anchor].blocks[hit.focus.block].text[hit.focus.start : hit.focus.end]
        for hit in hits(meeting, query, **options)
    ]


def anchors(meeting: Meeting, query: str, **options: bool) -> list[str]:
    return [hit.anchor for hit in hits(meeting, query, **options)]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Unions, a union and reunion", "union", ["Unions", "union"]),
        ("the Customs\xa0Union’s rules", '"customs union"', ["Customs\xa0Union"]),
        ("the Customs Unions", '"customs union"', []),
        ("the Customs Unions", '"customs uni*"', ["Customs Unions"]),
        ("Customs and Union; Customs Union", '"customs * union"', ["Customs and Union"]),
        ("“Customs”—union", '"customs union"', ["Customs”—union"]),
        ("billions in trade", '"trade billion*"~2', ["billions in trade"]),
        ("billions in our trade", '"trade billion*"~2', []),
        ("very, very good", '"very very"~1', ["very, very"]),
        ("very good", '"very very"~5', []),
        ("integrating what is integrated", "~integrate", ["integrating", "integrated"]),
        ("новые договоры, договора", "~договор", ["договоры", "договора"]),
        ("integration, interaction", "integraton~1", ["integration"]),
        ("trade trdae tirade", "trade~1", ["trade", "trdae", "tirade"]),
        ("$20 billion, $ 5 billion", r"/\$\d+ billion/", ["$20 billion"]),
        ("Trade trade", "/trade/", ["trade"]),
        ("Élysée, ёлка", "elysee", ["Élysée"]),
        ("Élysée, ёлка", "елка", ["ёлка"]),
        ("cafe\u0301s", "café", ["cafe\u0301s"]),
        ("今天讨论关税同盟。", "关税", ["关税"]),
        ("grew by 19.7 percent", "19.7", ["19.7"]),
        ("Straße", "strass", ["Straße"]),
        ("a_b c", '"a b"', ["a_b"]),
    ],
)
def test_one_text_clause(
    make_meeting: MakeMeeting, text: str, query: str, expected: list[str]
) -> None:
    assert words(make_meeting(("Ann Bell", text)), query) == expected


def test_a_phrase_steps_over_an_editors_bracket(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "Mr Shuvalov ⟦Igor Shuvalov⟧ told us"))
    assert words(meeting, '"shuvalov told"') == ["Shuvalov [Igor Shuvalov] told"]


def test_a_phrase_never_reaches_into_an_editors_bracket(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "Mr Shuvalov ⟦Igor Shuvalov⟧ told us"))
    assert words(meeting, '"shuvalov igor"') == []


@pytest.mark.parametrize("query", ['"one two"', '"one two"~9', "/one.*two/"])
def test_nothing_reaches_across_an_elision(make_meeting: MakeMeeting, query: str) -> None:
    assert words(make_meeting(("Ann Bell", "one <…> two")), query) == []


def test_a_phrase_lies_within_one_paragraph(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", ["the customs", "union"]))
    assert words(meeting, '"customs union"') == []


def test_words_in_an_editors_bracket_are_nobodys(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "Mr Shuvalov ⟦Deputy Minister⟧ told us"))
    (hit,) = hits(meeting, "deputy")
    passage = next(p for p in meeting.passages() if p.anchor == hit.anchor)
    assert kind_of(passage, hit) == "editor"


@pytest.mark.parametrize("query", ["by:bell deputy", "deputy is:speech", "deputy shuvalov"])
def test_words_in_an_editors_bracket_do_not_meet_the_speakers(
    make_meeting: MakeMeeting, query: str
) -> None:
    meeting = make_meeting(("Ann Bell", "Mr Shuvalov ⟦Deputy Minister⟧ told us"))
    assert hits(meeting, query) == ()


def test_one_clause_has_a_hit_for_each_match(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "trade and trade"))
    assert [hit.focus.start for hit in hits(meeting, "trade")] == [0, 10]


def test_several_clauses_have_one_hit_a_turn_on_the_first_clause(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", ["union and trade", "trade"]), ("Bob Cole", "trade"))
    (hit,) = hits(meeting, "trade union")
    assert (hit.anchor, hit.focus.block, hit.focus.start, len(hit.matches)) == ("t1", 0, 10, 3)


def test_words_meet_in_any_paragraph_of_a_turn(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", ["trade", "union"]))
    assert anchors(meeting, "trade union") == ["t1"]


def test_same_paragraph(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", ["trade", "union"]), ("Bob Cole", "trade union"))
    assert anchors(meeting, "trade union same:paragraph") == ["t2"]


def test_same_meeting(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "trade"), ("Bob Cole", "union"), ("Ann Bell", "other"))
    assert anchors(meeting, "trade union same:meeting") == ["t1", "t2"]
    assert anchors(meeting, "by:bell trade union same:meeting") == []
    assert anchors(meeting, "trade -union same:meeting") == []


def test_a_query_without_words_has_a_hit_at_the_beginning_of_each_turn(
    make_meeting: MakeMeeting,
) -> None:
    meeting = make_meeting(("Ann Bell", "trade"), ("Bob Cole", "union"))
    (hit,) = hits(meeting, "by:bell")
    assert (hit.anchor, hit.focus.start, hit.focus.end, hit.matches) == ("t1", 0, 0, ())


def test_a_query_for_meetings_has_no_hits_but_lets_them_through(make_meeting: MakeMeeting) -> None:
    matcher = Matcher(parse("at:astana").query)
    meeting = make_meeting(("Ann Bell", "trade"))
    assert not matcher.has_passage_clauses
    assert matcher.hits(meeting) == ()
    assert matcher.meeting(meeting)


def test_bare_words_look_outside_speech_too(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(
        Block(BlockKind.NARRATIVE, "On trade."),
        ("Ann Bell", ["trade", Block(BlockKind.CAPTION, "A trade fair."), "trade"]),
        title="Trade talks",
        summary="They talked trade.",
    )
    assert anchors(meeting, "trade") == ["title", "summary", "b1", "t1", "t1", "b2"]
    assert anchors(meeting, "trade is:speech") == ["t1", "t1"]
    assert anchors(meeting, "trade is:narrative") == ["title", "summary", "b1", "b2"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("by:nazarbayev", ["t1"]),
        ('by:"nursultan nazarbayev"', ["t1"]),
        ('by:"nazarbayev nursultan"', ["t1"]),
        ("by:NAZARBÁYEV", ["t1"]),
        ("by:nazarbayev*", ["t1", "t2"]),
        ("by:nazar", []),
        ("-by:nazarbayev*", ["t3"]),
        ('by:"nazarbayev', ["t1"]),
    ],
)
def test_speakers_by_whole_words_of_their_names(
    make_meeting: MakeMeeting, query: str, expected: list[str]
) -> None:
    meeting = make_meeting(
        ("Nursultan Nazarbayev", "yes"), ("Dariga Nazarbayeva", "yes"), ("Xi Jinping", "yes")
    )
    assert anchors(meeting, query) == expected


def test_a_name_may_grow_while_it_is_typed(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Nursultan Nazarbayev", "yes"))
    assert anchors(meeting, "by:nazar", typing=True) == ["t1"]
    assert anchors(meeting, "by:nazar yes", typing=True) == []


def test_a_phrase_may_grow_while_it_is_typed(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "customs union"))
    assert words(meeting, '"customs uni', typing=True) == ["customs union"]
    assert words(meeting, '"customs uni ', typing=True) == []
    assert words(meeting, '"customs uni', typing=False) == []


def test_every_spelling_of_a_person_counts(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Vladimir Putin", "yes"))
    known = Known(spellings=lambda name: ("Владимир Путин",) if name == "Vladimir Putin" else ())
    assert len(hits(meeting, "by:путин", known=known)) == 1


def test_an_office_holds_from_where_it_is_printed(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(
        ("Ann Bell", "first"), ("Ann Bell", "second", "Prime Minister"), ("Ann Bell", "third")
    )
    assert anchors(meeting, 'as:"prime minister"') == ["t2", "t3"]


def test_mentions_are_by_others(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "I, Ann Bell"), ("Bob Cole", "Mrs Bell said"))
    assert anchors(meeting, "mentions:bell") == ["t2"]


def test_the_publisher_names_somebody_as_others_do(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(
        Block(BlockKind.NARRATIVE, "Ann Bell came."), ("Bob Cole", "Mrs Bell"), ("Ann Bell", "Bell")
    )
    assert anchors(meeting, "mentions:bell") == ["b1", "t1"]
    assert anchors(meeting, "mentions:bell is:speech") == ["t1"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("at:kremlin", True),
        ("at:krem", False),
        ("title:talk", True),
        ("topic:economy", True),
        ("country:kazakhstan", True),
        ("country:russia", False),
        ("with:nazarbayev", True),
        ("with:bell", True),
        ("with:putin", False),
        ("is:partial", True),
        ("-is:partial", False),
        ("in:2013-05", True),
        ("in:2014", False),
        ("date:may 2013", True),
        ("date:2014..", False),
        ("date:..2013-05-29", True),
        ("saved:nothing", False),
        ("at:kremlin | at:sochi", True),
        ("at:kremlin at:sochi", False),
    ],
)
def test_clauses_about_meetings(make_meeting: MakeMeeting, query: str, expected: bool) -> None:
    meeting = make_meeting(
        ("Ann Bell", "yes"),
        title="Talks on trade",
        place="The Kremlin",
        topics=("Economy",),
        geography=("Kazakhstan",),
        persons=("Nazarbayev Nursultan",),
        partial=True,
    )
    assert Matcher(parse(query).query).meeting(meeting) is expected


def test_a_meeting_without_a_date_is_in_no_range(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "yes"), date=None)
    assert not Matcher(parse("date:..2030").query).meeting(meeting)


def test_questions(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "Why?"), ("Bob Cole", "Because."), ("Question", "And now."))
    assert anchors(meeting, "is:question") == ["t1", "t3"]


def test_notes_and_revisions_are_asked_for(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "yes"), ("Bob Cole", "no"))
    known = Known(noted=lambda meeting, anchor: anchor == "t2", revised=lambda meeting: True)
    assert [hit.anchor for hit in hits(meeting, "is:noted", known=known)] == ["t2"]
    assert Matcher(parse("is:revised").query, known=known).meeting(meeting)


def test_saved_searches_stand_for_their_text(make_meeting: MakeMeeting) -> None:
    saved = {"mine": "by:bell saved:trade", "trade": "trade", "loop": "saved:loop"}
    known = Known(saved=saved.get)
    meeting = make_meeting(("Ann Bell", "trade"), ("Bob Cole", "trade"))
    assert [hit.anchor for hit in hits(meeting, "saved:mine", known=known)] == ["t1"]
    assert hits(meeting, "saved:loop", known=known) == ()


DIALOGUE = [("Ann Bell", "ask"), ("Bob Cole", "hm"), ("Ann Bell", "ask"), ("Bob Cole", "answer")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ask >> answer", [("t3", "t4")]),
        ("ask >>3 answer", [("t1", "t4"), ("t3", "t4")]),
        ("answer << ask", [("t4", "t3")]),
        ("answer <<3 ask", [("t4", "t3"), ("t4", "t1")]),
        ("by:bell >> by:cole", [("t1", "t2"), ("t3", "t4")]),
        ("answer >> ask", []),
    ],
)
def test_exchanges(make_meeting: MakeMeeting, query: str, expected: list[tuple[str, str]]) -> None:
    meeting = make_meeting(*DIALOGUE)
    matcher = Matcher(parse(query).query)
    pairs = [(pair.hit.anchor, pair.other.anchor) for pair in matcher.pairs(meeting)]
    assert pairs == expected
    assert [hit.anchor for hit in matcher.hits(meeting)] == [left for left, _ in expected]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ask >> hm >> ask", ["t1"]),
        ("ask >> (hm >> ask)", ["t1"]),
        ("(ask >> hm) >>3 answer", ["t1"]),
        ("answer << ask << hm", ["t4"]),
        ("ask >> hm << ask", ["t1"]),
        ("by:bell (ask >> answer)", ["t3"]),
        ("ask -(ask >> answer)", ["t1"]),
        ("(ask >> hm) | (hm >> ask)", ["t1", "t2"]),
        ("((ask >> answer))", ["t3"]),
        ("-(date:2013 >> date:2013)", ["t4"]),
        ("same:meeting answer (ask >> hm)", ["t1", "t2", "t3", "t4"]),
    ],
)
def test_an_exchange_inside_a_query_stands_for_the_turn_on_its_left(
    make_meeting: MakeMeeting, query: str, expected: list[str]
) -> None:
    assert anchors(make_meeting(*DIALOGUE), query) == expected


@given(
    st.lists(st.sampled_from("abc"), max_size=8),
    st.integers(1, 3),
    st.integers(1, 3),
    st.booleans(),
)
def test_a_chain_is_what_it_says(
    make_meeting: MakeMeeting, spoken: list[str], near: int, far: int, forward: bool
) -> None:
    meeting = make_meeting(*(("Ann Bell", word) for word in spoken))
    arrow, way = (">>", 1) if forward else ("<<", -1)

    def follow(place: int, word: str, within: int) -> list[int]:
        steps = (place + way * step for step in range(1, within + 1))
        return [one for one in steps if 0 <= one < len(spoken) and spoken[one] == word]

    expected = [
        f"t{place + 1}"
        for place, word in enumerate(spoken)
        for second in (follow(place, "b", near) if word == "a" else ())
        if follow(second, "c", far)
    ]
    assert anchors(meeting, f"a {arrow}{near} b {arrow}{far} c") == expected
    assert anchors(meeting, f"(a {arrow}{near} (b {arrow}{far} c)) a") == sorted(set(expected))


def test_an_exchange_that_is_saved_may_stand_inside_a_query(make_meeting: MakeMeeting) -> None:
    known = Known(saved={"pair": "ask >> answer"}.get)
    found = hits(make_meeting(*DIALOGUE), "saved:pair ask", known=known)
    assert [hit.anchor for hit in found] == ["t3"]


def test_only_turns_are_sides_of_an_exchange(make_meeting: MakeMeeting) -> None:
    note = Block(BlockKind.NARRATIVE, "ask")
    meeting = make_meeting(("Ann Bell", "ask"), note, ("Bob Cole", "answer"))
    assert anchors(meeting, "(ask >> answer) ask") == ["t1"]


def test_a_renamed_speaker_is_not_searched_under_the_old_name(make_meeting: MakeMeeting) -> None:
    assert anchors(make_meeting(("V. Putin", "yes")), "by:putin yes") == ["t1"]
    assert anchors(make_meeting(("Vladimir Medvedev", "yes")), "by:putin yes") == []


def test_no_pattern_can_hang(make_meeting: MakeMeeting) -> None:
    meeting = make_meeting(("Ann Bell", "a" * 20_000))
    assert words(meeting, "/(a+)+$b/") == []


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab ,.’“ßёé\u0301\xa0关🙂İ[]"), st.characters(exclude_categories=["Cs"])
    )
)


@given(
    TEXTS, st.sampled_from(["a", '"a b"', '"a b"~3', "~a", "ab~1", "/a+/", "-b", "a | b", "a b"])
)
def test_matches_lie_inside_their_blocks(make_meeting: MakeMeeting, text: str, query: str) -> None:
    meeting = make_meeting(("Ann Bell", [Block(BlockKind.PARAGRAPH, text)]))
    passages = {passage.anchor: passage for passage in meeting.passages()}
    for hit in hits(meeting, query):
        for match in hit.matches:
            assert (
                0 <= match.start < match.end <= len(passages[hit.anchor].blocks[match.block].text)
            )


@given(
    st.lists(st.sampled_from(["trade", "union", "customs", "ёлка", "关"]), min_size=1, max_size=8),
    st.data(),
)
def test_a_phrase_cut_from_a_text_is_found_in_it(
    make_meeting: MakeMeeting, spoken: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(spoken) - 1))
    end = data.draw(st.integers(start + 1, len(spoken)))
    joint = data.draw(st.sampled_from([" ", ",\xa0", " — ", "\u2009"]))
    meeting = make_meeting(("Ann Bell", joint.join(spoken)))
    asked = " ".join(spoken[start:end])
    assert joint.join(spoken[start:end]) in words(meeting, f'"{asked}"')


@given(
    st.text(alphabet="ab [", max_size=12),
    st.integers(0, 12),
    st.integers(0, 12),
    st.sampled_from(SpanKind),
)
def test_no_match_of_a_speaker_begins_or_ends_in_what_is_not_his(
    make_meeting: MakeMeeting, text: str, one: int, other: int, kind: SpanKind
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    block = Block(BlockKind.PARAGRAPH, text, (Span(start, end, kind),) if start < end else ())
    for hit in hits(make_meeting(("Ann Bell", [block])), "a is:speech"):
        inside = range(start, end)
        assert hit.focus.start not in inside
        assert hit.focus.end - 1 not in inside


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("kitten", "sitting", 3), ("ab", "ba", 1), ("a", "", 1), ("same", "same", 0)],
)
def test_edits(one: str, other: str, edits: int) -> None:
    assert within_edits(one, other, edits)
    assert edits == 0 or not within_edits(one, other, edits - 1)
