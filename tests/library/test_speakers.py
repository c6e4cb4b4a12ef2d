"""Whom a speaker's name means: a person, not whoever is spelled alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library import deciding
from tui.library.concording import choose, searched_words, who_speaks
from tui.library.library import Library
from tui.library.people import Person
from tui.library.people_meant import find_people
from tui.library.speakers import Speakers, asking_for, shown_name
from tui.search.groups import By
from tui.search.orders import Order
from tui.search.parser import parse

BUDGET = parse("budget").query


def person(name: str, *meetings: str, local: bool = False, spelled: str = "") -> Person:
    key = f"{name}@{meetings[0]}" if local else name
    return Person(key, name, (name, spelled or name), (), meetings, 1, local, False)


@pytest.fixture
def standups(empty: Library, tmp_path: Path) -> Library:
    """Three recordings with an Anna each, a colleague of all, and an audience of each."""
    files = []
    for day in ("2024-03-01", "2024-03-08", "2024-03-15"):
        file = tmp_path / f"{day}.md"
        said = "Anna: Budget first.\n\nBoris Strand: The budget.\n\nQuestion: Which budget?\n\n"
        front = f"---\ntitle: Standup {day}\ndate: {day}\n---\n\n"
        file.write_text(front + said + "Anna: Of the school.\n", encoding="utf-8")
        files.append(file)
    assert [result.status for result in empty.import_files(files)] == ["imported"] * 3
    return empty


def annas(library: Library) -> list[Person]:
    return [each for each in library.people() if each.name == "Anna"]


def test_a_surname_alone_is_somebody_else_in_another_meeting() -> None:
    anna = person("Anna Berg", "m1", spelled="Berg")
    berg = person("Berg", "m2", local=True)
    who = Speakers([anna, berg]).who
    assert who("m1", "Berg").id == who("m1", "ANNA BERG").id == anna.id
    assert who("m2", "Berg").id == berg.id


def test_a_name_that_nobody_bears_there_is_itself() -> None:
    assert Speakers([person("Anna", "m1", local=True)]).who("m2", "Anna").id == "Anna"


def test_groups_by_speaker_are_people(standups: Library) -> None:
    groups = choose(standups, BUDGET, Order(), 0, by=By.SPEAKER).groups
    assert sorted((group.title, group.counts.meetings) for group in groups) == [
        *[("Anna", 1)] * 3,
        ("Boris Strand", 3),
        *[("Question", 1)] * 3,
    ]


def test_words_are_counted_by_the_same_people(standups: Library) -> None:
    groups = choose(standups, BUDGET, Order(), 0, by=By.SPEAKER).groups
    words = searched_words(standups, BUDGET, By.SPEAKER).groups
    assert {group.key for group in groups} == set(words)
    assert sum(words.values()) == searched_words(standups, BUDGET).words


def test_those_of_one_name_are_told_apart_by_their_meeting(standups: Library) -> None:
    names = [shown_name(each, {}) for each in annas(standups)]
    assert names == [f"Anna · {each.meetings[0]}" for each in annas(standups)]
    assert [each.name for each in standups.people() if shown_name(each, {}) == each.name] == [
        "Boris Strand"
    ]


def test_asking_for_one_of_them_finds_nobody_else(standups: Library) -> None:
    for anna in annas(standups):
        found = standups.hits(parse(asking_for(anna)).query)
        assert {hit.meeting for hit in found} == set(anna.meetings)


def test_one_of_them_and_another_become_one_and_the_third_does_not(standups: Library) -> None:
    one, other, third = annas(standups)
    before = standups.people()
    standups.decide(lambda held: deciding.merge(held, standups.people(), [one.id, other.id]))
    joined, left = annas(standups)
    assert joined.meetings == (*one.meetings, *other.meetings)
    assert left == third
    who = who_speaks(standups)
    assert who(one.meetings[0], "Anna") == who(other.meetings[0], "Anna")
    assert who(third.meetings[0], "Anna").id == third.id
    found = standups.hits(parse(asking_for(joined)).query)
    assert {hit.meeting for hit in found} == set(joined.meetings)
    standups.decide(lambda held: deciding.split(held, standups.people(), joined.id))
    assert standups.people() == before


def test_the_third_can_be_joined_later_and_one_parted_again(standups: Library) -> None:
    one, other, third = annas(standups)
    standups.decide(lambda held: deciding.merge(held, standups.people(), [one.id, other.id]))
    standups.decide(lambda held: deciding.merge(held, standups.people(), ["anna", third.id]))
    (all_three,) = annas(standups)
    assert len(all_three.meetings) == 3
    standups.decide(
        lambda held: deciding.name(
            held, standups.people(), "anna", "Anna", meetings=other.meetings, kind="split"
        )
    )
    assert [len(each.meetings) for each in annas(standups)] == [2, 1]


def test_a_full_name_shortened_by_hand_stays_one_person(standups: Library) -> None:
    standups.decide(lambda held: deciding.name(held, standups.people(), "boris-strand", "Boris"))
    (boris,) = (each for each in standups.people() if each.name == "Boris")
    assert len(boris.meetings) == 3


def test_the_id_of_one_of_them_may_be_cut_short(standups: Library) -> None:
    first = annas(standups)[0]
    assert find_people(standups.people(), first.id[:-5]) == (first,)


def test_completion_offers_the_name_and_each_who_bears_it(standups: Library) -> None:
    offered = standups.vocabulary().people.beginning("an", 9)
    assert [(one.label, one.count) for one in offered] == [
        ("Anna, 3 people", 3),
        ("Anna · 2024-03-15", 1),
        ("Anna · 2024-03-08", 1),
        ("Anna · 2024-03-01", 1),
    ]
    assert not offered[0].beside
    left = [standups.timeline(parse(one.beside).query) for one in offered[1:]]
    assert [[row.entry.date for row in rows] for rows in left] == [
        ["2024-03-15"],
        ["2024-03-08"],
        ["2024-03-01"],
    ]
