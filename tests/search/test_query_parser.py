"""Reading queries: every form, and every beginning of one."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.search import query as q
from tui.search.parser import parse

DOCUMENTED = (
    "union",
    '"customs union"',
    '"customs uni*"',
    '"customs * union"',
    '"trade billion"~5',
    "~integrate",
    "integraton~1",
    r"/\$\d+ billion/",
    "customs -union",
    "customs | (billion -union)",
    "by:nazarbayev",
    'as:"prime minister"',
    "with:putin mentions:shuvalov",
    "at:sochi title:meeting topic:economy country:kazakhstan",
    "date:may 2012",
    "date:2012..2013-06",
    "date:..2015 date:2017..",
    "is:partial is:question in:2013-05-29/astana saved:trade",
    "same:meeting customs billion",
    "by:putin trade >>3 by:nazarbayev billion",
    "by:putin << by:nazarbayev",
    "by:putin >> by:nazarbayev >>2 by:putin",
    "(by:putin trade >> by:nazarbayev) (union | -(customs << by:putin))",
)


def tree(text: str) -> q.Node | None:
    return parse(text).query.root


@pytest.mark.parametrize("text", DOCUMENTED)
def test_documented_queries_have_no_problems(text: str) -> None:
    assert parse(text).problems == ()


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_nothing_asks_for_everything(text: str) -> None:
    assert parse(text).query.is_everything


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Union", q.Word("Union", ("union",))),
        ("19.7", q.Word("19.7", ("19", "7"))),
        (
            '"Customs Uni*"',
            q.Phrase("Customs Uni*", (q.Literal("customs"), q.Literal("uni", True))),
        ),
        ("“customs union”", q.Phrase("customs union", (q.Literal("customs"), q.Literal("union")))),
        (
            '"customs * union"',
            q.Phrase("customs * union", (q.Literal("customs"), q.AnyWord(), q.Literal("union"))),
        ),
        ('"a b"~5', q.Near("a b", (q.Literal("a"), q.Literal("b")), 5)),
        ("~Integrate", q.Stem("integrate")),
        ("integraton~1", q.Fuzzy("integraton", 1)),
        ("integraton~", q.Fuzzy("integraton", 1)),
        (r"/a\/b c/", q.Regex("a/b c")),
        ("-union", q.Not(q.Word("union", ("union",)))),
        ("--union", q.Word("union", ("union",))),
        ("By:Nazarbayev", q.Field(q.Name.BY, "Nazarbayev", ("nazarbayev",))),
        ("by:naz*", q.Field(q.Name.BY, "naz", ("naz",), prefix=True)),
        ('as:"prime minister"', q.Field(q.Name.AS, "prime minister", ("prime", "minister"))),
        ("date:2012-05", q.Date("2012-05", "2012-05-01", "2012-05-31")),
        ("date:may 2012", q.Date("may 2012", "2012-05-01", "2012-05-31")),
        ("is:question", q.Is(q.State.QUESTION)),
        ("in:2013-05-29/ASTANA", q.In("2013-05-29/astana")),
        ("saved:trade", q.Saved("trade")),
        ("trade-union", q.Word("trade-union", ("trade", "union"))),
    ],
)
def test_a_clause(text: str, expected: q.Node) -> None:
    assert tree(text) == expected


def test_or_binds_looser_than_and() -> None:
    a, b, c = (q.Word(letter, (letter,)) for letter in "abc")
    assert tree("a b | c") == q.Or((q.And((a, b)), c))


def test_brackets_group() -> None:
    a, b, c = (q.Word(letter, (letter,)) for letter in "abc")
    assert tree("a (b | c)") == q.And((a, q.Or((b, c))))


def test_an_exchange_binds_loosest() -> None:
    a, b, c = (q.Word(letter, (letter,)) for letter in "abc")
    assert tree("a | b >>3 c") == q.Exchange(q.Or((a, b)), c, 3, True)


def test_a_chain_of_exchanges_is_read_from_the_right() -> None:
    a, b, c = (q.Word(letter, (letter,)) for letter in "abc")
    assert tree("a >> b <<2 c") == q.Exchange(a, q.Exchange(b, c, 2, False), 1, True)


def test_an_exchange_may_stand_in_brackets() -> None:
    a, b, c = (q.Word(letter, (letter,)) for letter in "abc")
    assert tree("a (b >> c)") == q.And((a, q.Exchange(b, c, 1, True)))


@pytest.mark.parametrize("text", ["a >>" * 999 + "a", "(a >>" * 999, "(" * 30 + "a >> " * 30])
def test_an_endless_exchange_is_named_as_a_problem(text: str) -> None:
    parsed = parse(text)
    assert parsed.problems
    assert parsed.query.root is not None
    assert sum(1 for _ in q.walk(parsed.query.root)) < 200


def test_a_date_takes_only_the_words_that_belong_to_it() -> None:
    date, word = q.Date("2012", "2012-01-01", "2012-12-31"), q.Word("union", ("union",))
    assert tree("date:2012 union") == q.And((date, word))


def test_scope_is_no_clause() -> None:
    query = parse("same:paragraph customs").query
    assert (query.scope, query.root) == (q.Scope.PARAGRAPH, q.Word("customs", ("customs",)))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ('union "customs', 6),
        ("union (customs", 6),
        ("union )", 6),
        ("union by:", 6),
        ("union date:2012-13", 6),
        ("union date:may", 6),
        ("union /(/", 6),
        ("union /abc", 6),
        ("union is:green", 6),
        ("union >>", 6),
        ("union -", 6),
        ("union $", 6),
        ('union ""', 6),
    ],
)
def test_what_is_not_understood_is_named_where_it_stands(text: str, position: int) -> None:
    assert [problem.position for problem in parse(text).problems] == [position]


@pytest.mark.parametrize(
    "text", ['union "', "union (", "union by:", "union /(/", "union |", "union >>"]
)
def test_what_is_not_understood_leaves_the_rest(text: str) -> None:
    assert tree(text) == q.Word("union", ("union",))


@pytest.mark.parametrize(
    "text",
    [
        "'",
        '"',
        "-",
        ":",
        "/",
        "$25",
        "25%",
        "C++",
        "http://x",
        "(" * 500,
        ">>" * 50,
        "\0",
        "\ud800",
    ],
)
def test_odd_input_is_no_exception(text: str) -> None:
    parse(text)


def clause_texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(DOCUMENTED), min_size=1, max_size=4).map(" ".join)


@given(clause_texts(), st.data())
def test_every_beginning_is_read_or_has_a_positioned_problem(
    text: str, data: st.DataObject
) -> None:
    beginning = text[: data.draw(st.integers(0, len(text)))]
    parsed = parse(beginning)
    scoped = parsed.query.scope is not q.Scope.TURN
    assert parsed.query.root is not None or parsed.problems or scoped or not beginning.strip()


@given(st.text(alphabet=st.one_of(st.sampled_from('"()|-~*/<>:., by2\\“»'), st.characters())))
@example("date:99999999999999999999")
@example("a>>99999999999999999999b")
@example('"a b"~99999999999999999999')
@example("date:1-1-1..9999-99-99")
@example("date:0000")
@example("/[/ ~ -() same: by:* is:")
def test_any_text_parses_and_every_problem_has_a_place(text: str) -> None:
    parsed = parse(text)
    assert all(0 <= problem.position <= len(text) for problem in parsed.problems)
    assert parse(text, typing=True).problems == parsed.problems


@given(clause_texts())
def test_clauses_know_the_text_they_were_read_from(text: str) -> None:
    root = parse(text).query.root
    assert root is not None
    for node in q.walk(root):
        assert 0 <= node.start < node.end <= len(text)
        if not isinstance(node, q.Or | q.And | q.Exchange | q.Not):
            assert tree(text[node.start : node.end]) == node


def test_words_load_neither_stemmer_nor_regex_engine() -> None:
    code = (
        "import sys, tui.search.matcher as m, tui.search.parser as p\n"
        "m.Matcher(p.parse('by:putin \"customs union\" date:2012').query)\n"
        "sys.exit(bool({'re2', 'snowballstemmer', 'lark', 'textual'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
