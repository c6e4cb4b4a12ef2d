"""Why a query finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.library.diagnosing import Diagnosis, diagnose
from tui.library.library import Library
from tui.search.parser import parse

Write = Callable[..., Path]


def diagnosis(archive: Library, text: str) -> Diagnosis:
    return diagnose(archive, parse(text).query)


def test_each_clause_is_counted_alone(seeds: Library) -> None:
    counted = diagnosis(seeds, "by:putin union zzyzx date:2012").clauses
    for clause in counted:
        assert clause.tally == seeds.tally(parse(clause.text).query)
    assert [clause.text for clause in counted] == ["by:putin", "union", "zzyzx", "date:2012"]
    assert [clause.says for clause in counted][2:] == ["nothing", "2 meetings"]


@pytest.mark.parametrize(
    ("text", "clauses", "rest"),
    [
        ("by:putin zzyzx", ("zzyzx",), "by:putin"),
        ("date:2014 union", ("date:2014",), "union"),
        ("xyzzy union zzyzx", ("xyzzy", "zzyzx"), "union"),
        # Each of the two is found by itself, and they exclude one another.
        ("union -union", ("-union",), "union"),
        ("date:2013 date:2012 union", ("date:2013",), "date:2012 union"),
        ("zzyzx (xyzzy | union)", ("zzyzx",), "xyzzy | union"),
    ],
)
def test_the_clause_that_empties_the_result(
    seeds: Library, text: str, clauses: tuple[str, ...], rest: str
) -> None:
    emptying = diagnosis(seeds, text).emptying
    assert emptying is not None
    assert (emptying.clauses, emptying.rest) == (clauses, rest)
    assert emptying.tally == seeds.tally(parse(rest).query)


def test_where_nothing_is_left_no_rest_is_named(seeds: Library) -> None:
    emptying = diagnosis(seeds, "zzyzx date:2012").emptying
    assert emptying is not None
    assert (emptying.clauses, emptying.tally) == (("zzyzx",), None)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("integraton", "integration"),
        ('"custums union"', '"customs union"'),
        ("~integraton", "~integration"),
        ('"union customs"', '"union customs"~5'),
        ('"Custom Unions"', "~custom ~unions"),
        ("by:nazarbaev union", 'by:"Nursultan Nazarbayev" union'),
        ("by:putin inauguration", "inauguration"),
        ("by:putin trade >> by:putin billion", "by:putin trade >>3 by:putin billion"),
        ("/CUSTOMS/", "/(?i)CUSTOMS/"),
    ],
)
def test_a_variant_that_is_found_is_offered_with_its_count(
    seeds: Library, text: str, offered: str
) -> None:
    found = diagnosis(seeds, text)
    taken = {offer.variant.text: offer.tally for offer in found.offers}
    if found.emptying is not None and found.emptying.tally is not None:
        taken[found.emptying.rest] = found.emptying.tally
    assert taken[offered] == seeds.tally(parse(offered).query)
    assert taken[offered].meetings > 0


@pytest.mark.parametrize("text", ["integratin", '"union customs"', "by:nazarbaev union"])
def test_nothing_is_offered_twice(seeds: Library, text: str) -> None:
    offered = [offer.variant.text for offer in diagnosis(seeds, text).offers]
    assert offered
    assert len(set(offered)) == len(offered)


def test_of_several_words_that_are_not_found_each_is_tried_alone(seeds: Library) -> None:
    offers = diagnosis(seeds, "integraton inaguration by:putin").offers
    taken = {offer.variant.text for offer in offers}
    assert "integration by:putin" in taken


def test_both_sides_of_an_exchange_may_be_found_without_answering(seeds: Library) -> None:
    found = diagnosis(seeds, "by:putin trade >> by:putin billion")
    assert found.unanswered
    assert [clause.text for clause in found.clauses] == ["by:putin trade", "by:putin billion"]


def test_coverage_is_of_the_days_asked_for(seeds: Library) -> None:
    everything = diagnosis(seeds, "zzyzx").coverage
    assert (everything.texts, everything.of) == (5, 5)
    assert everything.partial == sum(row.entry.partial for row in seeds.timeline())
    assert everything.absent == (2014, 2015, 2016, 2018, 2019)
    some = diagnosis(seeds, "zzyzx date:2013..2014").coverage
    assert (some.texts, some.absent) == (1, (2014,))
    none = diagnosis(seeds, "union date:2014").coverage
    assert (none.texts, none.absent) == (0, (2014,))
    assert "2014" in str(none)


def test_days_without_a_text_of_a_year_with_one_are_not_called_that_year(seeds: Library) -> None:
    covered = diagnosis(seeds, "union date:2013-01").coverage
    assert (covered.texts, covered.absent) == (0, ())
    assert "is of that time" in str(covered)


@pytest.mark.parametrize("text", ["union date:1950", "union date:..1999", "union date:2031.."])
def test_days_beyond_the_library_are_said(seeds: Library, text: str) -> None:
    covered = diagnosis(seeds, text).coverage
    assert covered.texts == 0
    assert len(covered.absent) <= 1
    assert "None of the library's 5 texts" in str(covered)
    assert "from 2012 to 2020" in str(covered)


def test_texts_without_a_date_are_said(empty: Library, tmp_path: Path) -> None:
    file = tmp_path / "undated.txt"
    file.write_text("Ann: We begin.\n\nBob: We do.\n\nAnn: Good.\n")
    list(empty.import_files([file]))
    assert diagnosis(empty, "begin date:2014").coverage.undated == 1


def test_an_empty_library_says_so(empty: Library) -> None:
    assert diagnosis(empty, "union").lines() == ("The library is empty.",)


def test_it_can_be_left_at_any_time(seeds: Library) -> None:
    query = parse("by:putin zzyzx xyzzy").query
    for most in range(12):
        asked = iter(range(most))
        found = diagnose(seeds, query, cancelled=lambda asked=asked: next(asked, None) is None)
        assert found.lines()
        assert found.complete is False


def test_lines_say_it_all(seeds: Library) -> None:
    found = diagnosis(seeds, "by:putin integraton")
    text = "\n".join(found.lines())
    for part in ("integraton  nothing", "Without integraton", "integraton~1", "partial"):
        assert part in text


def test_words_without_a_gap_are_not_called_further_apart(seeds: Library) -> None:
    (line,) = (e for e in diagnosis(seeds, '"customs * union"').lines() if '"customs union"' in e)
    assert line.endswith("with nothing between")
